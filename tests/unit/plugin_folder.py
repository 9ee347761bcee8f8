"""A distribution with plugins as an installer leaves it, in a temporary folder on the module path."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULE = '''"""A validator of somebody else: texts that shout."""

from guardrail.validators.contract import (
    ArgumentProblem, Cost, DirectCheck, Kind, Match, Outcome, Parameter, Returns, Signature, Stream
)


class Shouting(DirectCheck):
    def __init__(self, share):
        super().__init__()
        self.share = share

    def run(self, subject, facts):
        text = subject.text
        if "crash" in text:
            raise RuntimeError(text)
        if "exit" in text:
            raise SystemExit(3)
        if "nonsense" in text:
            return "yes"
        letters = [letter for letter in text if letter.isalpha()]
        loud = sum(letter.isupper() for letter in letters) / max(1, len(letters))
        return Outcome(loud >= self.share, matches=(Match(0, len(text), "shouted"),) if loud >= self.share else ())


class ShoutingValidator:
    signature = Signature(
        name="shouting",
        summary="the text is in capitals",
        returns=Returns.FINDINGS,
        stream=Stream.WHOLE,
        cost=Cost.C1,
        parameters=(Parameter("share", Kind.NUMBER, "how much of it", named=True, default=0.8, minimum=0, maximum=1),),
        spans=True,
    )

    def bind(self, arguments):
        if arguments["share"] == 0:
            raise ArgumentProblem("G210", "a share of 0 is true of every text", parameter="share", help="write more")
        return Shouting(arguments["share"])


VALIDATOR = ShoutingValidator()
'''


@dataclass(frozen=True, slots=True)
class PluginFolder:
    """A folder on the module path that distributions can be put into."""

    path: Path

    def install(self, distribution: str, offers: dict[str, str], **modules: str) -> None:
        """Put a distribution there that offers `offers` (name to `module:attribute`), and its modules."""
        for name, text in modules.items():
            (self.path / f"{name}.py").write_text(text, encoding="utf-8")
        info = self.path / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8")
        lines = "".join(f"{name} = {target}\n" for name, target in offers.items())
        (info / "entry_points.txt").write_text(f"[guardrail.validators]\n{lines}", encoding="utf-8")
        importlib.invalidate_caches()

    def install_acme(self) -> None:
        """Put the distribution `acme-guardrails` there, which offers `shouting`."""
        self.install("acme-guardrails", {"shouting": "acme_shouting:VALIDATOR"}, acme_shouting=MODULE)


def plugin_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> PluginFolder:
    """A folder on the module path, with none of an earlier test's modules in memory: all are called `acme_…`."""
    path.mkdir()
    monkeypatch.syspath_prepend(str(path))
    for name in [name for name in sys.modules if name.startswith("acme_")]:
        del sys.modules[name]
    return PluginFolder(path)
