"""The front of the package: `load`, which puts a guard and what stands around it together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guardrail.diagnostics.errors import EngineError
from guardrail.engine.guard import Guard
from guardrail.engine.loading import load_guard
from guardrail.engine.ports import DecisionSink


def load(
    path: str | Path,
    *,
    policy: str | None = None,
    deferred: str | None = None,
    log: DecisionSink | str | Path | None = None,
    plugins: Sequence[str] = (),
) -> Guard:
    """Load a policy file or a folder of them.

    `policy` names one where there are several. `log` is a path (decisions are appended as JSON Lines: ids,
    hashes and spans, no texts unless the policy's `keep` says so) or any object with `record(decision, trace)`.
    Raises `PolicyError`, which carries every diagnostic, and `EngineError` for `deferred` and `plugins`, which
    this version does not have yet.
    """
    if deferred is not None:
        raise EngineError("there is no deferred lane yet: load the policy without `deferred`")
    if plugins:
        raise EngineError("plugins are not supported yet: load the policy without `plugins`")
    sink: DecisionSink | None
    if isinstance(log, (str, Path)):
        from guardrail.observe.log import JsonlLog

        sink = JsonlLog(Path(log))
    else:
        sink = log
    return load_guard(path, policy=policy, log=sink)
