"""The JSON Lines log of decision records."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import IO, Any

from guardrail.decision import Decision
from guardrail.diagnostics.errors import EngineError
from guardrail.engine.ports import Trace
from guardrail.observe.record import make_record

_logger = logging.getLogger("guardrail")


class JsonlLog:
    """Appends one record a line to a file; safe to share among threads, and among processes on a local disk.

    A record that cannot be written never fails the request: it is counted in `failures`, and the first one is
    reported through the `guardrail` logger. Raises EngineError when the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failures = 0
        self._lock = threading.Lock()
        self._torn = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Unbuffered: a line is one write, and what a full disk refused is not written again later.
            self._file: IO[bytes] = path.open("ab", buffering=0)
        except (OSError, ValueError):
            raise EngineError(f"the log `{path}` cannot be opened for writing") from None

    def record(self, decision: Decision, trace: Trace) -> None:
        """Append the record of a decision."""
        try:
            line = to_line(make_record(decision, trace))
            with self._lock:
                self._append(line)
        except Exception as problem:
            with self._lock:
                self.failures += 1
                first = self.failures == 1
            if first:
                _logger.error("a decision record could not be written (%s)", type(problem).__name__)

    def _append(self, line: bytes) -> None:
        # A disk that filled up in the midst of a line leaves a piece of it: the next record begins a line of its own.
        left = b"\n" + line if self._torn else line
        while left:
            written = self._file.write(left)
            if not written:
                raise OSError("nothing could be written")
            left = left[written:]
            self._torn = bool(left)

    def close(self) -> None:
        """Close the file; later records count as failures."""
        with self._lock:
            self._file.close()

    def __enter__(self) -> JsonlLog:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def to_line(record: dict[str, Any]) -> bytes:
    """A record as one line of JSON (RFC 8259) in ASCII without control characters: nothing in it can act on a terminal.

    >>> to_line({"id": "caf\\u00e9"})
    b'{"id": "caf\\\\u00e9"}\\n'
    """
    fast = _fast_line(record)
    if fast is not None and fast.isascii() and b"\x7f" not in fast:
        return fast
    return json.dumps(record, default=_plain).replace("\x7f", "\\u007f").encode("ascii") + b"\n"


def _fast_line(record: dict[str, Any]) -> bytes | None:
    """The line at a tenth of the cost; None for what orjson does not write: lone surrogates, numbers over 64 bits."""
    import orjson

    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE, default=_plain)
    except TypeError:
        return None


def _plain(value: Any) -> Any:
    """Facts that are no JSON value are told by their type alone."""
    return {"type": type(value).__name__}
