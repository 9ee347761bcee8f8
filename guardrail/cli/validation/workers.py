"""Spreads judging over processes: chunks of entries go out, results come back in the order of the entries."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from guardrail.cli.validation.entries import Entry, Read
from guardrail.cli.validation.judging import Judge, Settings
from guardrail.cli.validation.results import Result
from guardrail.diagnostics.errors import EngineError

if TYPE_CHECKING:
    from concurrent.futures import Future

_CHUNK_ENTRIES: Final = 64
_CHUNK_CHARACTERS: Final = 1_000_000
_CHUNKS_AHEAD: Final = 3
"""Chunks that wait for each process: enough that none is idle, few enough that memory stays bounded."""


def judge_in_order(reads: Iterable[Read], judge: Judge, jobs: int) -> Iterator[Result]:
    """The result of each entry, in order, by `jobs` processes (1: this one); raises EngineError when one dies."""
    if jobs == 1:
        return map(judge.judge, reads)
    return _spread(reads, judge.settings, jobs)


def _spread(reads: Iterable[Read], settings: Settings, jobs: int) -> Iterator[Result]:
    # Threads of native libraries make forking unsafe: each worker starts fresh.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[Future[list[Result]]] = deque()
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        for chunk in _chunks(reads):
            with _interrupts_held():
                waiting.append(executor.submit(judge_chunk, settings, chunk))
            while len(waiting) > jobs * _CHUNKS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise EngineError(
            "a worker process ended before its texts were judged (killed, or out of memory): try a smaller `--jobs`"
        ) from None
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def judge_chunk(settings: Settings, chunk: list[Read]) -> list[Result]:
    """What a worker process does with a chunk; the policy is compiled once a process."""
    judge = _judge_of(settings)
    return [judge.judge(read) for read in chunk]


@cache
def _judge_of(settings: Settings) -> Judge:
    return Judge.load(settings)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while a process may be started: it inherits that, and is not torn up while it imports."""
    if sys.platform == "win32":
        yield
        return
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the group: the one that reads and reports decides what to do about it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _chunks(reads: Iterable[Read]) -> Iterator[list[Read]]:
    chunk: list[Read] = []
    characters = 0
    for read in reads:
        chunk.append(read)
        characters += len(read.content) if isinstance(read, Entry) else 0
        if len(chunk) == _CHUNK_ENTRIES or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk
