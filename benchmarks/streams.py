"""What streaming costs and holds back: 400 chunks of five characters, 100 names and 10 patterns, six placements.

    python -m benchmarks.streams [--rounds N] [--names N]

Figures are CPU time (thread time), medians. The whole is one stream from its opening to its decision; `end` is the
judging of the whole text that is part of it. Held characters are those that were pulled and had not come out.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import guardrail
from benchmarks.names import names, prose

CHUNK, CHUNKS = 5, 400
PATTERNS = (
    r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,24}\b",
    r"(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)|\d{3})[ .-]\d{3}[ .-]\d{4}(?!\d)",
    r"\b(?:4\d{3}|5[1-5]\d{2}|6011|3[47]\d{2})[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,4}\b",
    r"\b(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}\b",
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b",
    r"\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b",
    r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    r"\bsk-(?:proj-)?[A-Za-z0-9_-]{20,}\b",
    r"\bgh[pousr]_[A-Za-z0-9]{36,}\b",
    r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\b",
)
PLANTED = {
    "none": "",
    "middle": "Veltra Dynamics",
    "across a chunk": "Veltra Dynamics",
    "tail": "Veltra Dynamics",
    "with a stop": "St. Orban Holdings",
    "with a mark": "Yorp! Foods",
}


def load(folder: Path, count: int) -> guardrail.Guard:
    """A guard that redacts the names and the patterns."""
    planted = sorted({name for name in PLANTED.values() if name})
    (folder / "names.txt").write_text("\n".join([*names(count), *planted]), "utf-8")
    patterns = ", ".join(f'"{pattern}"' for pattern in PATTERNS)
    (folder / "p.guard").write_text(
        'guard 1\nlist names from "names.txt"\npolicy p {\n  on error block\n  on timeout block\n'
        "  on output within 1s limit 100000 chars {\n"
        '    rule names { redact as "[name]" if mentions(names) }\n'
        f'    rule patterns {{ redact as "[private]" if matches({patterns}) }}\n  }}\n}}\n',
        "utf-8",
    )
    return guardrail.load(folder / "p.guard")


def text_of(place: str) -> str:
    """Two thousand characters with a name planted at a place."""
    base, name = prose(CHUNK * CHUNKS), PLANTED[place]
    at = {"across a chunk": 1000 - len(name) // 2 - 1, "tail": len(base) - len(name) - 1}.get(place, 703)
    return (base[:at] + " " + name + " " + base[at:])[: CHUNK * CHUNKS].rstrip() if name else base


def chunks_of(text: str) -> list[str]:
    """Chunks of five characters."""
    return [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]


def seconds(call: Callable[[], object], rounds: int) -> float:
    """Median CPU seconds of one call."""
    call()
    times = []
    for _ in range(rounds):
        started = time.thread_time()
        call()
        times.append(time.thread_time() - started)
    return statistics.median(times)


def held(guard: guardrail.Guard, chunks: list[str]) -> tuple[str, int, float]:
    """What came out, and the most and the mean of the characters that waited when the next chunk was pulled."""
    pulled, out, waiting = 0, [""], []

    def source() -> Iterator[str]:
        nonlocal pulled
        for chunk in chunks:
            waiting.append(pulled - sum(map(len, out)))
            pulled += len(chunk)
            yield chunk

    for piece in guard.stream(source()):
        out.append(piece)
    return "".join(out), max(waiting), statistics.fmean(waiting)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--names", type=int, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        guard = load(Path(folder), arguments.names)
    print(
        f"{'placement':<16}{'us a chunk':>11}{'end':>7}{'held':>6}{'mean':>7}  the whole text's decision, and no leak"
    )
    for place, name in PLANTED.items():
        text = text_of(place)
        chunks = chunks_of(text)
        out, most, mean = held(guard, chunks)
        stream = seconds(lambda chunks=chunks: list(guard.stream(chunks)), arguments.rounds)  # type: ignore[misc]
        end = seconds(lambda text=text: guard.output(text), arguments.rounds)  # type: ignore[misc]
        right = out == guard.output(text).text and (not name or name not in out)
        each = [part / len(chunks) * 1e6 for part in (stream, end)]
        print(f"{place:<16}{each[0]:>11.2f}{each[1]:>7.2f}{most:>6}{mean:>7.1f}  {'yes' if right else 'NO'}")
    first = seconds(lambda: next(iter(guard.stream([random.choice(("so ", "as "))]))), arguments.rounds * 5)
    print(f"first piece of a new stream: {first * 1e6:.0f} us")


if __name__ == "__main__":
    main()
