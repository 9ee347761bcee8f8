"""The JSON Lines log of decision records."""

from __future__ import annotations

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
    """Appends one record a line to a file; safe to share among threads.

    A record that cannot be written never fails the request: it is counted in `failures`, and the first one is
    reported through the `guardrail` logger. Raises EngineError when the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failures = 0
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("ab")
        except OSError:
            raise EngineError(f"the log `{path}` cannot be opened for writing") from None

    def record(self, decision: Decision, trace: Trace) -> None:
        """Append the record of a decision."""
        import orjson

        try:
            line = orjson.dumps(make_record(decision, trace), option=orjson.OPT_APPEND_NEWLINE, default=_plain)
            with self._lock:
                self._file.write(line)
                self._file.flush()
        except (OSError, ValueError, TypeError) as problem:
            with self._lock:
                self.failures += 1
                first = self.failures == 1
            if first:
                _logger.error("a decision record could not be written (%s)", type(problem).__name__)

    def close(self) -> None:
        """Close the file; later records count as failures."""
        with self._lock:
            self._file.close()

    def __enter__(self) -> JsonlLog:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _plain(value: Any) -> Any:
    """Facts that are no JSON value are told by their type alone."""
    return {"type": type(value).__name__}
