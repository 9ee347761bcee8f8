"""The pass that binds every check call of every rule: reads its files, calls its validator, remembers the check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from guardrail.compiler.arguments import ResolvedCall, resolve_arguments
from guardrail.compiler.bind_problems import argument_problem, argument_warning
from guardrail.compiler.call_keys import KeyNames, canonical_key
from guardrail.compiler.consequences import outside_errors
from guardrail.compiler.files import FileProblem, PolicyRoot
from guardrail.compiler.operands import call_name, calls_in
from guardrail.compiler.unit import BoundCall, ResolvedPolicy, Scope, Unit
from guardrail.diagnostics.codes.g107 import G107
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g703 import G703
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.validators.contract import ArgumentProblem, Arguments, Bound, BoundFile, Check, Kind, Signature

MODEL_MISSING = "G703"


def run(unit: Unit) -> Unit:
    """Fill `calls`; a call that the types pass refused stays unbound, and so does one whose `bind` fails."""
    binder = _Binder(
        unit, PolicyRoot(unit.root, unit.given), KeyNames.of_unit(unit), dict(unit.hashes), dict(unit.calls)
    )
    for policy in unit.policies.values():
        for stage in policy.stages.values():
            for rule in stage.rules:
                for arm in rule.rule.arms:
                    for call in calls_in(arm.condition):
                        binder.bind(call, rule.scope, stage.kind)
    found = outside_errors([*binder.found, *binder.missing_notes()], unit.diagnostics)
    return replace(unit, calls=binder.calls, hashes=binder.hashes).with_diagnostics(*found)


def missing_models(unit: Unit, policy: ResolvedPolicy, *, later: bool = False) -> tuple[Diagnostic, ...]:
    """What keeps `policy` from being loaded because a model is absent, as errors (G703).

    `later` says whether the deferred rules count: their checks never run within a request.
    """
    spans = {
        call.span
        for stage in policy.stages.values()
        for rule in stage.rules
        if later or not rule.rule.later
        for arm in rule.rule.arms
        for call in calls_in(arm.condition)
    }
    return tuple(
        replace(problem, level=Level.ERROR)
        for problem in unit.diagnostics
        if problem.code == MODEL_MISSING
        and not spans.isdisjoint({problem.span, *(label.span for label in problem.secondary)})
    )


@dataclass(slots=True)
class _Binder:
    """Binds each distinct call of a stage once. `failed` holds the calls that were tried in vain."""

    unit: Unit
    root: PolicyRoot
    names: KeyNames
    hashes: dict[str, str]
    calls: dict[tuple[str, int, int, str], BoundCall]
    bound: dict[tuple[str, str], BoundCall] = field(default_factory=dict)
    failed: set[tuple[str, str]] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)
    missing: dict[tuple[str, str, str | None], list[Span]] = field(default_factory=dict)

    def bind(self, call: tree.Call, scope: Scope, stage: str) -> None:
        """Bind one call, unless an equal one was bound before."""
        validator = scope.validators.find(call_name(call))
        position = (call.span.source, call.span.start, call.span.end, stage)
        if validator is None or position in self.calls or stage not in validator.signature.stages:
            return
        resolved = resolve_arguments(call, validator.signature, scope)
        if not resolved.usable or not self._has_tools(call, validator.signature, scope):
            return
        key = canonical_key(resolved, validator.signature, scope, self.names)
        if (key, stage) in self.failed:
            return
        known = self.bound.get((key, stage))
        if known is None:
            known = self._bind_new(call, resolved, validator.signature, key, scope, stage)
        elif known.check is None:
            self._note_missing(call.span, next(m for m in self.missing if m[0] == known.signature.name))
        if known is None:
            self.failed.add((key, stage))
        else:
            self.bound[key, stage] = self.calls[position] = known

    def _bind_new(
        self, call: tree.Call, resolved: ResolvedCall, signature: Signature, key: str, scope: Scope, stage: str
    ) -> BoundCall | None:
        values = self._with_files(resolved, signature, scope)
        validator = scope.validators.find(signature.name)
        if values is None or validator is None:
            return None
        arguments = Arguments(values, scope.tools, stage, self.unit.models)
        try:
            check: Check | None = validator.bind(arguments)
        except ArgumentProblem as problem:
            if problem.code != MODEL_MISSING:
                self.found.append(argument_problem(problem, call, resolved))
                return None
            self._note_missing(call.span, (signature.name, problem.message, problem.help))
            check = None
        except Exception as problem:  # A validator may be a plugin: its fault is a diagnostic, never a traceback.
            self.found.append(G201.bind_failed(call.span, signature.name, type(problem).__name__))
            return None
        if check is not None:
            self.found.extend(argument_warning(problem, call, resolved) for problem in check.problems)
        return BoundCall(key, signature, arguments, check)

    def _with_files(self, resolved: ResolvedCall, signature: Signature, scope: Scope) -> Mapping[str, Bound] | None:
        """The values with every path replaced by the file it names; None when one cannot be read."""
        values = dict(resolved.values)
        for parameter in signature.parameters:
            written = resolved.written.get(parameter.name, ())
            if parameter.kind is not Kind.FILE or not written:
                continue
            files = [self._read(argument, scope) for argument in written]
            if None in files:
                return None
            values[parameter.name] = tuple(files) if parameter.variadic else files[0]
        return values

    def _read(self, argument: tree.Argument, scope: Scope) -> BoundFile | None:
        assert isinstance(argument.value, tree.Lit)
        path = str(argument.value.value)
        try:
            read = self.root.read(path, referenced_from=scope.file)
        except FileProblem as problem:
            self.found.append(G107.file(argument.value.span, path, problem.message, problem.help))
            return None
        self.hashes[read.name] = read.sha256
        return BoundFile(read.name, read.path, read.content)

    def _has_tools(self, call: tree.Call, signature: Signature, scope: Scope) -> bool:
        if not signature.needs_tools or scope.tools is not None:
            return True
        file = self.unit.files.get(scope.file)
        # A tools file that could not be read was reported where it is declared.
        if file is None or not any(isinstance(item, tree.ToolsDecl) for item in file.items):
            self.found.append(G201.needs_tools(call.span, signature.name))
        return False

    def _note_missing(self, span: Span, what: tuple[str, str, str | None]) -> None:
        spans = self.missing.setdefault(what, [])
        if span not in spans:
            spans.append(span)

    def missing_notes(self) -> list[Diagnostic]:
        """One note a missing model, pointing at every call that needs it."""
        return [
            G703.missing(spans[0], name, message, help_text, tuple(spans[1:]))
            for (name, message, help_text), spans in self.missing.items()
        ]
