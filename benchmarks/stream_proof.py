"""Streams against whole texts: random policies, texts and chunkings, each stream held against the whole's decision.

    python -m benchmarks.stream_proof --cases 1000000 --policies 5000 --seed 1

Prints every case that differs with the seed that makes it again, and how many findings lay across a cut.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter

from tests.property.stream_cases import Profile, make_chunks, make_policy, make_text
from tests.property.stream_comparison import compare

PROFILES = (Profile(), Profile(windows=0.0, wholes=0.0), Profile(windows=0.0, hard=0.8), Profile(windows=0.6))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--policies", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shown", type=int, default=10, help="differing cases that are printed")
    arguments = parser.parse_args()
    counts: Counter[str] = Counter()
    started = time.process_time()
    each = max(1, arguments.cases // arguments.policies)
    for number in range(arguments.policies):
        seed = f"{arguments.seed}-{number}"
        counts.update(run_policy(seed, each, arguments.shown - counts["different"]))
    seconds = time.process_time() - started
    cases = counts["cases"]
    print(
        f"{cases:,} cases over {counts['policies']:,} policies ({counts['refused']:,} drafts refused by the compiler), "
        f"{counts['across'] / max(1, cases):.0%} with a finding across a cut, "
        f"{counts['different']:,} different, {counts['declared']:,} declared cuts, {seconds:.0f} s of CPU"
    )
    raise SystemExit(1 if counts["different"] else 0)


def run_policy(seed: str, cases: int, shown: int) -> Counter[str]:
    """Compare `cases` streams of one random policy."""
    counts: Counter[str] = Counter()
    chooser = random.Random(seed)
    made = None
    while made is None:
        try:
            made = make_policy(chooser, chooser.choice(PROFILES))
        except ValueError as problem:
            counts["refused"] += 1
            if counts["refused"] > 50:
                raise ValueError(f"no policy came of seed {seed}") from problem
    counts["policies"] += 1
    for _ in range(cases):
        text = make_text(chooser, made.hints)
        chunks = make_chunks(chooser, text)
        options = {"request": {"vip": chooser.random() < 0.5}, "attempt": chooser.choice((1, 2))}
        result = compare(made, text, chunks, **options)
        counts["cases"] += 1
        counts["across"] += result.across
        if result.wrong:
            counts["declared" if result.was_declared_cut else "different"] += 1
            if counts["different"] + counts["declared"] <= shown:
                print(
                    f"seed {seed}: {result.wrong}\n{made.source}text = {text!r}\nchunks = {chunks!r}\n{options}\n",
                    flush=True,
                )
    return counts


if __name__ == "__main__":
    main()
