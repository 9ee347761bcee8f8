"""What passes hand on: a `Unit` that holds all that is known so far about one policy file and what it imports.

A pass is a function `Unit -> Unit`. It never mutates what it got: it returns `dataclasses.replace(unit, …)` with
its own part filled in and its diagnostics added, and goes on past errors so that one run reports all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Source
from guardrail.language import tree
from guardrail.models.own_models import OwnModels
from guardrail.text.requests import WordList
from guardrail.validators.contract import Arguments, Check, Signature
from guardrail.validators.registry import BUILT_IN, Registry


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scope:
    """The names one file declares. `imports` maps an alias to the scope of the imported file.

    A dotted name (`base.competitors`) looks in the import. `lists` and `texts` hold what was read from disk;
    `list_declarations` where it was declared. `tools` is the parsed tools file. `validators` are those that its calls
    may name, the same in every scope of a unit.
    """

    file: str
    lists: Mapping[str, WordList] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    list_declarations: Mapping[str, tree.ListDecl] = field(default_factory=dict)
    text_declarations: Mapping[str, tree.TextDecl] = field(default_factory=dict)
    fields: Mapping[str, tree.Field] = field(default_factory=dict)
    policies: Mapping[str, tree.Policy] = field(default_factory=dict)
    tests: tuple[tree.Test, ...] = ()
    tools: Any = None
    imports: Mapping[str, Scope] = field(default_factory=dict)
    validators: Registry = BUILT_IN


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ResolvedRule:
    """A rule with the scope it was written in and the failure settings that hold for it.

    `on_error`/`on_timeout` are the rule's own, else its policy's (for an inherited rule: the parent's).
    """

    rule: tree.Rule
    scope: Scope
    policy: str
    on_error: tree.Failure
    on_timeout: tree.TimeoutOutcome

    @property
    def name(self) -> str:
        """The rule's name, unique within its stage."""
        return self.rule.name


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ResolvedStage:
    """A stage after inheritance: the tightest settings, all rules. `within` in microseconds, `limit` in code points."""

    kind: tree.StageName
    rules: tuple[ResolvedRule, ...]
    within: float | None = None
    limit: int | None = None
    default_block: bool = False
    hold: tree.Hold | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ResolvedPolicy:
    """A policy after `extends`: nothing refers to its parent any more.

    `fields` are the request fields of every file that a rule of it was written in.
    """

    name: str
    declaration: tree.Policy
    scope: Scope
    stages: Mapping[str, ResolvedStage]
    fields: Mapping[str, tree.Field]
    keep: str = "nothing"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BoundCall:
    """A canonical check call: equal calls (same name, same bound arguments, same tools) are one slot.

    `key` prints it canonically (`pii(card_number, iban)`); `check` is None until the `bind` pass ran, and stays
    None for a model check whose model is absent (loading then fails with G703; `check` and `test` do not).
    """

    key: str
    signature: Signature
    arguments: Arguments
    check: Check | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unit:
    """One compilation.

    `files`, `sources`: by display path. `scope` is the main file's. `policies` are the main file's own, by
    name. `calls` maps `(display path, span start, span end, stage)` of each call (or bare-name call) in a rule to
    its bound call. `hashes` are the SHA-256 hex digests of every file read. `given` maps a path, as the policy writes
    it, to what stands in for that file. `models` are the deployment's own cards and heads. `validators` are those that
    its calls may name.
    """

    root: Path
    main: str
    files: Mapping[str, tree.File] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    scope: Scope | None = None
    policies: Mapping[str, ResolvedPolicy] = field(default_factory=dict)
    calls: Mapping[tuple[str, int, int, str], BoundCall] = field(default_factory=dict)
    given: Mapping[str, bytes] = field(default_factory=dict)
    models: OwnModels = field(default_factory=dict)
    validators: Registry = BUILT_IN
    diagnostics: tuple[Diagnostic, ...] = ()

    def with_diagnostics(self, *found: Diagnostic) -> Unit:
        """This unit with diagnostics added."""
        return replace(self, diagnostics=(*self.diagnostics, *found)) if found else self

    @property
    def failed(self) -> bool:
        """Whether any diagnostic so far is an error."""
        return any(d.level is Level.ERROR for d in self.diagnostics)


Pass: TypeAlias = Callable[[Unit], Unit]
