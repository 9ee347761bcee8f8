"""From the arguments a policy writes to the values a check is bound with, and everything that can be wrong there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guardrail.compiler.argument_values import ArgumentValue, example, wanted
from guardrail.compiler.operands import call_name
from guardrail.compiler.suggest import nearest
from guardrail.compiler.unit import Scope
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.record import Diagnostic
from guardrail.language import tree
from guardrail.validators.contract import Bound, Kind, Signature


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ResolvedCall:
    """A call's arguments by parameter name.

    `values` holds every parameter of the signature, defaults filled in; a FILE is still the path as written.
    `written` holds what the policy gave. `usable` is False when a value is missing: for a diagnostic in
    `diagnostics`, or for a declaration that could not be read, which was reported where it stands.
    """

    values: Mapping[str, Bound] = field(default_factory=dict)
    written: Mapping[str, tuple[tree.Argument, ...]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    usable: bool = True


def resolve_arguments(call: tree.Call, signature: Signature, scope: Scope) -> ResolvedCall:
    """The values of a call's arguments, as `signature` asks for them and `scope` names them."""
    written, problems = _assign(call, signature)
    values: dict[str, Bound] = {}
    usable = True
    for parameter in signature.parameters:
        given = written.get(parameter.name, ())
        if not given:
            values[parameter.name] = () if parameter.variadic and parameter.default is None else parameter.default
            continue
        resolved = [ArgumentValue(call_name(call), parameter, argument, scope) for argument in given]
        for value in resolved:
            problems.extend(value.problems)
            usable = usable and value.known
        bound = tuple(value.bound for value in resolved)
        values[parameter.name] = tuple(dict.fromkeys(bound)) if parameter.variadic else bound[0]
    return ResolvedCall(values, written, tuple(problems), usable and not problems)


def _assign(call: tree.Call, signature: Signature) -> tuple[dict[str, tuple[tree.Argument, ...]], list[Diagnostic]]:
    """Which parameter each argument is for."""
    check = call_name(call)
    by_name = {parameter.name: parameter for parameter in signature.parameters}
    by_place = [parameter for parameter in signature.parameters if not parameter.named]
    written: dict[str, tuple[tree.Argument, ...]] = {}
    problems: list[Diagnostic] = []
    place = 0
    for argument in call.arguments:
        if argument.name is None:
            if place >= len(by_place):
                problems.append(_surplus(check, argument, signature, len(by_place), written))
                continue
            parameter = by_place[place]
            place += not parameter.variadic
            written[parameter.name] = (*written.get(parameter.name, ()), argument)
        elif (named := by_name.get(argument.name)) is None:
            valid = [parameter.name for parameter in signature.parameters if parameter.named]
            span, name = argument.span, argument.name
            if ("flag" in name or "case" in name) and any(p.kind is Kind.PATTERN for p in signature.parameters):
                problems.append(G103.pattern_flags(span, check, name))
            else:
                problems.append(G103.parameter(span, check, name, nearest(name, valid), valid))
        elif not named.named:
            problems.append(G103.must_be_positional(argument.span, check, named.name))
        elif named.name in written:
            problems.append(G103.given_twice(argument.span, check, named.name))
        else:
            written[named.name] = (argument,)
    if not problems:
        problems.extend(_missing(call, signature, written))
    return written, problems


def _surplus(
    check: str, argument: tree.Argument, signature: Signature, places: int, written: Mapping[str, object]
) -> Diagnostic:
    opened = [p for p in signature.parameters if p.named and p.name not in written]
    # The value may tell which one was meant.
    meant = [p for p in opened if isinstance(argument.value, tree.Path) and argument.value.text in p.choices]
    if opened:
        return G103.must_be_named(argument.span, check, [parameter.name for parameter in meant or opened])
    return G103.too_many(argument.span, check, places)


def _missing(call: tree.Call, signature: Signature, written: Mapping[str, object]) -> Iterator[Diagnostic]:
    for parameter in signature.parameters:
        if parameter.required and parameter.name not in written:
            check, sample = call_name(call), example(parameter)
            yield G201.missing_argument(call.span, check, parameter.name, wanted(parameter), sample)
            return
