"""Five checks (100 names, 10 patterns, 2 KB JSON schema, disclaimer, length) against the hand-written floor.

    python -m benchmarks.five_checks --floor DIR [--rounds N] [--json FILE]

DIR holds `floor.py` and `workloads.py` (the floor: the same work written by hand with the best blocks). Both run
interleaved in this one process; the figures are medians of thread CPU time and their ratio. The floor judges a text
and a JSON document in one call; the engine in two calls, `output` for the text and another policy's for the document.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import guardrail
from benchmarks.timing import paired

LENGTHS = (200, 2_000, 20_000)


def write_policies(folder: Path, names: list[str], patterns: list[str], schema: Any, disclaimer: str) -> None:
    """The floor's five checks as two policies: one for the text, one for the JSON document."""
    (folder / "names.txt").write_text("\n".join(names), "utf-8")
    (folder / "schema.json").write_text(json.dumps(schema), "utf-8")
    (folder / "disclaimer.md").write_text(disclaimer, "utf-8")
    rules = "\n".join(f'    rule pattern_{i} {{ flag if matches("{pattern}") }}' for i, pattern in enumerate(patterns))
    head = "  on error block\n  on timeout block\n"
    (folder / "text.guard").write_text(
        f"""guard 1
list names from "names.txt"
text disclaimer from "disclaimer.md"
policy text_checks {{
{head}  on output within 50ms limit 100000 chars {{
    rule names {{ flag if mentions(names) }}
{rules}
    rule disclaimer {{ flag if not contains(disclaimer) }}
    rule length {{ flag if not length(min: 20, max: 50000) }}
  }}
}}
""",
        "utf-8",
    )
    (folder / "document.guard").write_text(
        f"""guard 1
policy document_checks {{
{head}  on output within 50ms limit 100000 chars {{
    rule shape {{ require json_schema("schema.json") else block }}
  }}
}}
""",
        "utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--floor", type=Path, required=True, help="the folder of floor.py and workloads.py")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--texts", type=int, default=8, help="how many texts take turns")
    parser.add_argument("--json", type=Path, help="write the rows here too")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.floor.resolve()))
    floor: Any = importlib.import_module("floor")
    work: Any = importlib.import_module("workloads")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_policies(folder, floor.NAMES, floor.PATS, work.JSON_SCHEMA, work.DISCLAIMER)
        text_guard = guardrail.load(folder / "text.guard")
        document_guard = guardrail.load(folder / "document.guard")
    document = work.json_text()
    variants: dict[str, Any] = {"portable": floor.make_portable()}
    try:
        variants["hyperscan"] = floor.make_light()
    except ImportError:
        print("hyperscan is not installed: its floor is left out")
    rows = []
    print(f"{'text':<14}{'engine µs':>11}" + "".join(f"{v + ' µs':>14}{'ratio':>7}" for v in variants))
    for kind in ("clean", "hit", "uni"):
        for length in LENGTHS:
            texts = floor.texts(length, kind, arguments.texts)

            def engine(texts: list[str] = texts) -> None:
                for text in texts:
                    text_guard.output(text)
                    document_guard.output(document)

            def by_hand(run: Any, texts: list[str] = texts) -> Callable[[], None]:
                def call() -> None:
                    for text in texts:
                        run(text, document)

                return call

            calls: dict[str, Callable[[], object]] = {"engine": engine}
            calls |= {variant: by_hand(run) for variant, run in variants.items()}
            found = {k: v / len(texts) * 1e6 for k, v in paired(calls, arguments.rounds).items()}
            row = {"kind": kind, "length": length, **{k: round(v, 2) for k, v in found.items()}}
            rows.append(row)
            ratios = "".join(f"{found[v]:>14.1f}{found['engine'] / found[v]:>7.2f}" for v in variants)
            print(f"{kind + ' ' + str(length):<14}{found['engine']:>11.1f}{ratios}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1), "utf-8")


if __name__ == "__main__":
    main()
