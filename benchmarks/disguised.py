"""What `disguised` finds beyond plain matching in harmless answers: every such hit should be one that a reader sees.

    python -m benchmarks.disguised --data DIR [--names FILE]

DIR holds `*.jsonl.gz` with a `text` a line. Each hit that plain matching does not have is shown with its context.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

from guardrail.decision import Span
from guardrail.text.requests import Matching, ScanRequest, WordList
from guardrail.text.scanner.scanner import SharedScanner, build_scanner
from guardrail.text.subject import Piece

NAMES = Path(__file__).parent / "company_names.txt"
_AROUND = 40


def read_names(path: Path) -> tuple[str, ...]:
    """The names of a file, one a line; comments begin with `#`."""
    lines = map(str.strip, path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def scanner(names: tuple[str, ...], *, disguised: bool) -> SharedScanner:
    """A scanner over one list of the names, with the default options and plurals."""
    matching = Matching(whole_words=True, any_case=True, any_accent=True, plurals=True, disguised=disguised)
    return build_scanner([ScanRequest(lists=(WordList("names", names, matching),))])


def texts(folder: Path) -> Iterator[str]:
    """The text of each line of each file."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text")
                if isinstance(text, str):
                    yield text


def spans(found: SharedScanner, text: str) -> set[Span]:
    """Where the names stand."""
    hits = found.scan(Piece(text))
    return {hit.span for own in (hits or {}).values() for hit in own}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of .jsonl.gz files")
    parser.add_argument("--names", type=Path, default=NAMES, help="a name a line")
    arguments = parser.parse_args()
    names = read_names(arguments.names)
    plain, disguised = scanner(names, disguised=False), scanner(names, disguised=True)
    count = characters = plain_hits = disguised_hits = 0
    seconds = {False: 0.0, True: 0.0}
    for text in texts(arguments.data):
        count, characters = count + 1, characters + len(text)
        started = time.thread_time()
        without = spans(plain, text)
        between = time.thread_time()
        with_it = spans(disguised, text)
        seconds[False] += between - started
        seconds[True] += time.thread_time() - between
        plain_hits, disguised_hits = plain_hits + len(without), disguised_hits + len(with_it)
        for start, end in sorted(with_it - without):
            print(f"{text[max(0, start - _AROUND) : start]}«{text[start:end]}»{text[end : end + _AROUND]}".encode())
        for start, end in sorted(without - with_it):
            print("lost:", text[max(0, start - _AROUND) : end + _AROUND].encode())
    print(f"\n{count:,} texts, {characters:,} characters, {len(names)} names")
    print(f"plain      {plain_hits:,} hits, {seconds[False] / count * 1e6:.1f} µs a text")
    print(f"disguised  {disguised_hits:,} hits, {seconds[True] / count * 1e6:.1f} µs a text")


if __name__ == "__main__":
    main()
