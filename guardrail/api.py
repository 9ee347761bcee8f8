"""The front of the package: `load`, which puts a guard and what stands around it together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guardrail.diagnostics.errors import EngineError
from guardrail.engine.guard import Guard
from guardrail.engine.loading import load_guard
from guardrail.engine.ports import DecisionSink

if TYPE_CHECKING:
    from pydantic import BaseModel

    from guardrail.validators.contract import Validator


def load(
    path: str | Path,
    *,
    policy: str | None = None,
    deferred: str | None = None,
    log: DecisionSink | str | Path | None = None,
    plugins: Sequence[Validator] = (),
    schemas: Mapping[str, type[BaseModel] | Mapping[str, Any]] | None = None,
) -> Guard:
    """Load a policy file or a folder of them.

    `policy` names one where there are several. `log` is a path (decisions are appended as JSON Lines: ids,
    hashes and spans, no texts unless the policy's `keep` says so) or any object with `record(decision, trace)`.
    `schemas` maps a path, as the policy writes it in `json_schema("…")`, to the pydantic model or the schema that
    stands in for that file. `plugins` are validators that the policy may call besides the built-in ones and the
    installed plugins that `guardrail.toml` allows. A guard that is loaded so is warm: its first text is as fast as
    later ones, as far as that can be prepared.

    Raises `PolicyError`, which carries every diagnostic, and `EngineError` where `guardrail.toml`, the log or a plugin
    cannot be used, and for `deferred`, which this version does not have yet.
    """
    if deferred is not None:
        raise EngineError("there is no deferred lane yet: load the policy without `deferred`")
    given_plugins: Sequence[Validator] = ()
    if plugins:
        from guardrail.validators.plugins import validators_of

        given_plugins = validators_of(plugins)
    sink: DecisionSink | None
    if isinstance(log, (str, Path)):
        from guardrail.observe.log import JsonlLog

        sink = JsonlLog(Path(log))
    else:
        sink = log
    given = {name: _schema_bytes(schema) for name, schema in (schemas or {}).items()}
    return load_guard(path, policy=policy, log=sink, given=given, plugins=given_plugins, warm=True)


def _schema_bytes(schema: type[BaseModel] | Mapping[str, Any]) -> bytes:
    if isinstance(schema, Mapping):
        return json.dumps(schema).encode()
    from guardrail.validators.schema_support.model import schema_from_model

    return json.dumps(schema_from_model(schema)).encode()
