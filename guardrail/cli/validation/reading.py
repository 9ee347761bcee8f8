"""Reads inputs one entry at a time: nothing is held but the entry at hand, and nothing is larger than its bound."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Final, cast

from guardrail.cli.validation.entries import MAX_BYTES, Entry, Place, Read, Unread, Unreadable
from guardrail.cli.validation.inputs import Input

_MOST_EXPANSION: Final = 200
"""JSON Lines compress some 3 to 30 times; what expands more than this is a decompression bomb."""
_EXPANSION_FLOOR: Final = 64 * 1024 * 1024
_SKIP_BYTES: Final = 1024 * 1024
_LONGEST_SKIP: Final = 1024 * 1024 * 1024
"""What is passed over of one line before it counts as endless."""
_SIZE_TEXT: Final = "8 MB"


@dataclass(slots=True)
class Meter:
    """How far the reading has come, in bytes as they lie on disk; `total` is 0 where it is not known."""

    total: int = 0
    done: int = 0


def read_entries(inputs: Iterable[Input | Unread], meter: Meter) -> Iterator[Read]:
    """Every entry of every input, in order, and what could not be read."""
    number = 0
    for found in inputs:
        if isinstance(found, Unread):
            yield found
            continue
        before = meter.done
        for read in _read(found, number, meter, before):
            number += isinstance(read, Entry)
            yield read
        meter.done = before + found.size


def _read(found: Input, number: int, meter: Meter, before: int) -> Iterator[Read]:
    try:
        with _opened(found) as raw:
            if found.kind == "text":
                yield Entry(number, Place(found.shown), _decoded(_whole(raw, found)))
            else:
                yield from _lines(raw, found, number, meter, before)
    except Unreadable as problem:
        yield Unread(Place(found.shown), problem.message, problem.help)
    except PermissionError:
        yield Unread(Place(found.shown), "may not be read", "give the user that runs guardrail the right to read it")
    except OSError:
        yield Unread(Place(found.shown), "cannot be read to its end", "see whether the file is whole")


@contextmanager
def _opened(found: Input) -> Iterator[IO[bytes]]:
    if found.path is None:
        yield sys.stdin.buffer
    else:
        with found.path.open("rb") as raw:
            yield raw


def _whole(raw: IO[bytes], found: Input) -> bytes:
    if found.size > MAX_BYTES:
        raise _too_large()
    content = raw.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large()
    if content.startswith(b"\x1f\x8b"):
        raise Unreadable("is gzip-compressed", "decompress it; of compressed files only .jsonl.gz is read")
    return content


def _too_large() -> Unreadable:
    return Unreadable(f"is larger than {_SIZE_TEXT}", "split it, or put one text a line into a .jsonl file")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("is UTF-16, not UTF-8", "save it as UTF-8")
    if b"\0" in content:
        raise Unreadable("is a binary file, not text", "name text files, saved as UTF-8")
    try:
        # A byte order mark says how a file is encoded: it is no part of the text.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise Unreadable(f"is not UTF-8 text, as line {line:,} shows", "save it as UTF-8") from None


def _lines(raw: IO[bytes], found: Input, number: int, meter: Meter, before: int) -> Iterator[Read]:
    compressed = found.kind == "compressed lines"
    stream, damages = _decompressed(raw) if compressed else (raw, ())
    line, produced, any_line = 0, 0, False
    seekable = found.path is not None and raw.seekable()
    while True:
        place = Place(found.shown, line + 1)
        try:
            before_line = produced
            content = stream.readline(MAX_BYTES + 1)
            whole = content.endswith(b"\n") or len(content) <= MAX_BYTES
            produced += len(content) + (0 if whole else _skip_line(stream))
        except damages as problem:
            yield Unread(place if line else Place(found.shown), *_broken(problem, line))
            return
        if produced - before_line > _LONGEST_SKIP:
            raise Unreadable(f"has no end to line {line + 1:,}", "put one JSON object a line into it")
        if not content:
            break
        line += 1
        read_so_far = raw.tell() if seekable else 0
        meter.done = before + read_so_far
        if compressed and produced > max(_EXPANSION_FLOOR, _MOST_EXPANSION * read_so_far):
            raise Unreadable("expands more than 200 times when decompressed", "decompress it and look at what it is")
        if not content.strip():
            continue
        any_line = True
        read = _line(content, whole, place, number)
        number += isinstance(read, Entry)
        yield read
    if not any_line:
        raise Unreadable("holds no line", 'put one JSON object a line into it, such as `{"text": "…"}`')


def _decompressed(raw: IO[bytes]) -> tuple[IO[bytes], tuple[type[Exception], ...]]:
    """What a gzip file holds, and what reading it may raise."""
    import gzip
    import zlib

    return cast(IO[bytes], gzip.GzipFile(fileobj=raw)), (EOFError, gzip.BadGzipFile, zlib.error)


def _line(content: bytes, whole: bool, place: Place, number: int) -> Read:
    if not whole:
        return Unread(place, f"is longer than {_SIZE_TEXT}", "split the text")
    if place.line == 1 and content.startswith(b"\x1f\x8b"):
        return Unread(place, "is gzip-compressed", "name it .jsonl.gz")
    try:
        return Entry(number, place, _decoded(content), is_object=True)
    except Unreadable as problem:
        message = "is not UTF-8 text" if "UTF-8 text" in problem.message else problem.message
        return Unread(place, message, problem.help)


def _skip_line(stream: IO[bytes]) -> int:
    """Pass over the rest of a line that is too long, in bounded memory; how many bytes it had."""
    skipped = 0
    while rest := stream.readline(_SKIP_BYTES):
        skipped += len(rest)
        if rest.endswith(b"\n") or skipped > _LONGEST_SKIP:
            break
    return skipped


def _broken(problem: Exception, line: int) -> tuple[str, str]:
    import gzip

    if isinstance(problem, gzip.BadGzipFile) and line == 0:
        return "is not gzip-compressed, though its name says so", "name it .jsonl"
    return "cannot be decompressed from here on", "the file is cut off or damaged: make it again"


def looks_like_lines(text: str) -> bool:
    """Whether a text read as a whole looks like JSON Lines: two lines or more, the first of them a JSON object.

    >>> looks_like_lines('{"text": "a"}\\n{"text": "b"}\\n'), looks_like_lines('{"text": "a"}')
    (True, False)
    """
    first, _, rest = text.partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
