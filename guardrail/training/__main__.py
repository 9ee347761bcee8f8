"""`python -m guardrail.training guard|ground --data DIR --out DIR`: reproduce a shipped model."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guardrail.diagnostics.errors import EngineError

if TYPE_CHECKING:
    from guardrail.training.guard_recipe import Sources
    from guardrail.training.loop import Run

_EPILOG = """examples:
  python -m guardrail.training guard --data data --out runs/guard
  python -m guardrail.training ground --data data --out runs/ground --threads 2
  python -m guardrail.training guard --data data --out runs/guard --ship
  python -m guardrail.training guard --data data --out runs/no-edos --without edos
  python -m guardrail.training guard --data data --out runs/quick --share 0.02
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run one training command; a run that was stopped goes on where it was."""
    given = _parser().parse_args(words)
    try:
        return _run(given)
    except EngineError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2


def _run(given: argparse.Namespace) -> int:
    from guardrail.training.guard_recipe import Sources, train_guard
    from guardrail.training.loop import Run

    sources = Sources(given.data, frozenset(given.without), given.base, given.share)
    run = Run(given.out, given.seed, given.threads, given.device, not given.afresh)
    if given.model == "guard":
        trained = train_guard(sources, run)
    else:
        from guardrail.training.ground_recipe import train_ground

        trained = train_ground(sources, run)
    print(trained)
    for path in _ship(given, sources, run, trained) if given.ship else ():
        print(path)
    if given.check:
        from guardrail.training.export_check import check_export

        print(check_export(given.model, sources, run, trained).table)
    return 0


def _ship(given: argparse.Namespace, sources: Sources, run: Run, trained: Path) -> list[Path]:
    if given.model == "guard":
        from guardrail.training.guard_shipping import ship_guard

        return ship_guard(sources, run, trained, given.package)
    from guardrail.training.ground_shipping import ship_ground

    return ship_ground(sources, run, trained, given.package)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m guardrail.training",
        description="reproduce a shipped model; a run that was stopped goes on where it was",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("model", choices=("guard", "ground"), help="toxicity, injection and embedding, or grounding")
    parser.add_argument("--data", type=Path, required=True, help="the folder of labelled data")
    parser.add_argument("--out", type=Path, required=True, help="where weights and checkpoints go")
    parser.add_argument("--without", nargs="*", default=[], metavar="SOURCE", help="sources to leave out")
    parser.add_argument("--base", type=Path, help="the folder of the base weights, if not the installed package's")
    parser.add_argument("--seed", type=int, default=7, help="what all chance starts from (default 7)")
    parser.add_argument("--threads", type=int, default=1, help="processor threads (default 1)")
    parser.add_argument("--device", default="cpu", help="cpu or cuda (default cpu)")
    parser.add_argument("--share", type=float, default=1.0, help="of all rows, for a quick run (default 1)")
    parser.add_argument("--ship", action="store_true", help="then export, calibrate and put in place")
    parser.add_argument("--check", action="store_true", help="then compare the exported graphs with what was trained")
    parser.add_argument("--package", type=Path, help="where --ship puts `weights/` and `cards/`, if not in the package")
    parser.add_argument("--afresh", action="store_true", help="start anew, whatever lies in --out")
    return parser


if __name__ == "__main__":
    sys.exit(main())
