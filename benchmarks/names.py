"""What a longer list of names costs: 10 to 100,000 entries, on texts of three lengths, and how long loading takes.

    python -m benchmarks.names [--rounds N]

Figures are medians of thread CPU time, the sizes taking turns inside one process; the ratio is to 100 names.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import guardrail
from benchmarks.timing import paired

SIZES = (10, 100, 1_000, 10_000, 100_000)
LENGTHS = (200, 2_000, 20_000)
_SYLLABLES = "ar be cor dan el fin gra hol in jas kel lum mor nex or pra quin ros sol tan ul ven wex yor zet".split()
_SUFFIXES = ("", "", " Labs", " Group", " Systems", " Holdings", " & Sons")
_WORDS = (
    "the report was sent to each customer before noon and nobody asked why a second copy had been printed for our "
    "office while the team waited in the hall with coffee and talked about plans for spring"
).split()


def names(count: int) -> list[str]:
    """Distinct invented company names."""
    chooser, found = random.Random(7), dict[str, None]()
    while len(found) < count:
        word = "".join(chooser.choice(_SYLLABLES) for _ in range(chooser.randint(2, 5))).title()
        found[word + chooser.choice(_SUFFIXES)] = None
    return list(found)


def prose(length: int) -> str:
    """English-like text in which none of the names stands."""
    chooser, words = random.Random(length), list[str]()
    while sum(map(len, words)) + len(words) < length:
        words.append(chooser.choice(_WORDS))
    return " ".join(words)[:length]


def load(folder: Path, count: int, matching: str) -> tuple[guardrail.Guard, float]:
    """A guard over so many names, and the CPU seconds that loading took."""
    (folder / "names.txt").write_text("\n".join(names(count)), "utf-8")
    policy = folder / f"names_{count}.guard"
    policy.write_text(
        f'guard 1\nlist names from "names.txt"{matching}\npolicy p {{\n  on error block\n  on timeout block\n'
        "  on output within 50ms limit 100000 chars {\n    rule names { flag if mentions(names) }\n  }\n}\n",
        "utf-8",
    )
    started = time.process_time()
    guard = guardrail.load(policy)
    return guard, time.process_time() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=60)
    arguments = parser.parse_args()
    for title, matching in (
        ("plain", ""),
        ("disguised", " matching whole_words, any_case, any_accent, plurals, disguised"),
    ):
        with tempfile.TemporaryDirectory() as name:
            loaded = {count: load(Path(name), count, matching) for count in SIZES}
        print(f"\n{title:<10}{'names':>9}{'load s':>9}" + "".join(f"{f'{n} µs':>12}{'ratio':>7}" for n in LENGTHS))
        columns = []
        for length in LENGTHS:
            text = prose(length)
            calls: dict[str, Callable[[], object]] = {
                str(count): partial(guard.output, text) for count, (guard, _) in loaded.items()
            }
            columns.append(paired(calls, arguments.rounds))
        for count, (_, seconds) in loaded.items():
            row = "".join(f"{c[str(count)] * 1e6:>12.1f}{c[str(count)] / c['100']:>7.2f}" for c in columns)
            print(f"{'':<10}{count:>9}{seconds:>9.2f}{row}", flush=True)


if __name__ == "__main__":
    main()
