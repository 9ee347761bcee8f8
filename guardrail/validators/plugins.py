"""Validators from elsewhere: given to `guardrail.load`, or installed, named by the policy and allowed by
`guardrail.toml`.

An installed distribution offers validators in its entry-point group `guardrail.validators`, each under the name that
policies call it by:

    [project.entry-points."guardrail.validators"]
    tone = "acme_guardrails.tone:VALIDATOR"

Nothing of it is imported before a policy names it *and* `guardrail.toml` lists the distribution. The entry points
themselves are read off the installed metadata only where a policy names what is no built-in validator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from guardrail.diagnostics.errors import EngineError
from guardrail.validators import registry
from guardrail.validators.contract import Validator
from guardrail.validators.plugin_support.sound import PluginValidator, UnsoundPlugin

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "guardrail.validators"


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """It is installed, and `guardrail.toml` does not list the distribution."""

    distribution: str
    certain: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class NotInstalled:
    """It may belong to a distribution that `guardrail.toml` lists and that is not installed."""

    distributions: tuple[str, ...]
    certain: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class OfferedTwice:
    """Several distributions that are allowed offer it."""

    distributions: tuple[str, ...]
    certain: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Broken:
    """It was loaded in vain; `problem` completes `the plugin …`."""

    distribution: str
    problem: str
    certain: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ConfigUnusable:
    """Nobody can tell what is allowed; `problem` is what there is to say about `guardrail.toml`."""

    problem: str
    certain: ClassVar[bool] = True


Refusal: TypeAlias = NotAllowed | NotInstalled | OfferedTwice | Broken | ConfigUnusable
"""Why a plugin that a policy names cannot be used; `certain` says that there is one of that name."""


class Plugins:
    """The plugins that a policy below `root` may call; what was found out is kept, so that each is loaded once.

    `given` are the validators that a caller passed, by name; they come first, and need no permission.
    """

    def __init__(self, root: Path, given: Mapping[str, Validator]) -> None:
        self._root = root
        self._given = given
        self._known: dict[str, Validator | Refusal | None] = {}

    def find(self, name: str) -> Validator | None:
        """The plugin called `name` if it may be used, else None."""
        found = self._look_up(name)
        return None if found is None or isinstance(found, Refusal) else found

    def refusal(self, name: str) -> Refusal | None:
        """Why `name` cannot be used where it is, or may be, a plugin; None where nothing is known of it."""
        found = self._look_up(name)
        return found if isinstance(found, Refusal) else None

    def names(self) -> tuple[str, ...]:
        """The names that may be called, in order: of those given, and those installed and allowed."""
        allowed = self._allowed
        if isinstance(allowed, ConfigUnusable):
            return tuple(sorted(self._given))
        installed = {name for name, offers in self._offers.items() if any(_is_allowed(o, allowed) for o in offers)}
        return tuple(sorted({*self._given, *installed}))

    def _look_up(self, name: str) -> Validator | Refusal | None:
        if name in self._given:
            return self._given[name]
        if name not in self._known:
            self._known[name] = self._installed(name)
        return self._known[name]

    def _installed(self, name: str) -> Validator | Refusal | None:
        offers = self._offers.get(name, ())
        allowed = self._allowed
        if isinstance(allowed, ConfigUnusable):
            return allowed if offers else None
        usable = [offer for offer in offers if _is_allowed(offer, allowed)]
        if len(usable) > 1:
            return OfferedTwice(tuple(sorted(map(_distribution, usable))))
        if usable:
            return _load(usable[0])
        if offers:
            return NotAllowed(_distribution(offers[0]))
        absent = [listed for listed in sorted(allowed) if not _is_installed(listed)]
        return NotInstalled(tuple(absent)) if absent else None

    @cached_property
    def _offers(self) -> Mapping[str, tuple[EntryPoint, ...]]:
        """What all installed distributions offer, by name."""
        from importlib.metadata import entry_points

        offers: dict[str, tuple[EntryPoint, ...]] = {}
        for offer in entry_points(group=GROUP):
            offers[offer.name] = (*offers.get(offer.name, ()), offer)
        return offers

    @cached_property
    def _allowed(self) -> frozenset[str] | ConfigUnusable:
        """The distributions that `guardrail.toml` lists, as it writes them."""
        from guardrail.config import ConfigError, read_config

        try:
            return read_config(self._root).plugins
        except ConfigError as problem:
            return ConfigUnusable(str(problem))


def validators_of(plugins: Sequence[object]) -> tuple[Validator, ...]:
    """The validators that a caller passes; raises `EngineError` for one that is none, or has the name of another."""
    found: dict[str, Validator] = {}
    for number, plugin in enumerate(plugins, 1):
        try:
            validator = PluginValidator.of(plugin)
        except UnsoundPlugin as problem:
            raise EngineError(f"the plugin in place {number} of `plugins` {problem}") from None
        name = validator.signature.name
        if name in registry.names():
            raise EngineError(f"the plugin `{name}` has the name of a built-in validator: give it another one")
        if name in found:
            raise EngineError(f"two of the `plugins` are called `{name}`: pass one of them")
        found[name] = validator
    return tuple(found.values())


def _load(offer: EntryPoint) -> Validator | Broken:
    try:
        plugin = offer.load()
    except (Exception, SystemExit) as problem:  # Importing a stranger's module may raise anything.
        return Broken(_distribution(offer), f"cannot be imported: {type(problem).__name__}")
    try:
        validator = PluginValidator.of(plugin)
    except UnsoundPlugin as problem:
        return Broken(_distribution(offer), str(problem))
    if validator.signature.name != offer.name:
        return Broken(_distribution(offer), "has a signature of another name")
    return validator


def _distribution(offer: EntryPoint) -> str:
    return offer.dist.name if offer.dist is not None else "an unknown distribution"


def _is_allowed(offer: EntryPoint, allowed: frozenset[str]) -> bool:
    return _normalised(_distribution(offer)) in map(_normalised, allowed)


def _normalised(distribution: str) -> str:
    """A distribution's name as installers compare it (PEP 503).

    >>> _normalised("Acme_Guard.rails")
    'acme-guard-rails'
    """
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _is_installed(distribution: str) -> bool:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        metadata(distribution)
    except (PackageNotFoundError, ValueError):
        return False
    return True
