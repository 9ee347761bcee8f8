"""Types one expression: walks it, finds out what each operand is, and asks the typing rules."""

from __future__ import annotations

from dataclasses import dataclass

from guardrail.compiler.arguments import resolve_arguments
from guardrail.compiler.call_slips import call_slip, compared_argument, write_call
from guardrail.compiler.named_values import named_list
from guardrail.compiler.operands import (
    SUBJECTS,
    TOOL_ARGUMENT_STAGES,
    TOOL_NAME_STAGES,
    OperandKind,
    as_call,
    call_name,
    field_names,
    operand_kind,
    request_field,
)
from guardrail.compiler.scopes import is_broken, scope_of
from guardrail.compiler.suggest import nearest
from guardrail.compiler.tool_types import UNTYPED, tool_argument_names, tool_argument_types
from guardrail.compiler.typing_rules import (
    ANY_TYPE,
    Operand,
    comparison,
    described,
    field_types,
    membership,
    repeated_comparison,
    searched_subject,
    type_of,
)
from guardrail.compiler.unit import Scope
from guardrail.compiler.unknown_names import (
    compared_word,
    is_unknown,
    subject_part,
    tool_fact,
    unknown_check,
    unknown_fact,
)
from guardrail.diagnostics.codes.g104 import G104
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g201_foreign import ForeignOperand
from guardrail.diagnostics.codes.g205 import G205
from guardrail.diagnostics.codes.g206 import G206
from guardrail.diagnostics.codes.g207 import G207
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.wording import show_value
from guardrail.language import tree
from guardrail.text.requests import WordList
from guardrail.validators.contract import Kind, Returns, Signature


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place:
    """Where an expression stands: its file's names, its stage, and whether it is a `when`."""

    scope: Scope
    stage: str
    in_when: bool = False


def expression_problems(expression: tree.Expr, place: Place) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the types of one condition; empty when it is sound."""
    typer = _Typer(place)
    typer.condition(expression)
    return tuple(typer.found)


def call_problems(call: tree.Call, place: Place) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with one call taken alone."""
    typer = _Typer(place)
    typer.check(call, call_name(call))
    return tuple(typer.found)


def has_levels(call: tree.Call, signature: Signature, scope: Scope) -> bool:
    """Whether a level may be compared with this call.

    A calibration card covers the lists that are shipped; over a team's own list a score has numbers only.
    """
    if not signature.levels:
        return False
    if not any(parameter.kind is Kind.LIST for parameter in signature.parameters):
        return True
    paths = [argument.value for argument in call.arguments if isinstance(argument.value, tree.Path)]
    return all(_is_shipped(path, scope) for path in paths)


def _is_shipped(path: tree.Path, scope: Scope) -> bool:
    home = scope_of(scope, path.parts)
    declaration = home.list_declarations.get(path.parts[-1]) if home is not None else None
    if declaration is None:
        # Not a list at all: that is reported as such, not as a missing card.
        return True
    return isinstance(declaration.source, tree.FileList) and declaration.source.path.startswith("guardrail:")


class _Typer:
    """Collects the diagnostics of one expression."""

    __slots__ = ("found", "place")

    def __init__(self, place: Place) -> None:
        self.place = place
        self.found: list[Diagnostic] = []

    def condition(self, expression: tree.Expr) -> None:
        match expression:
            case tree.And() | tree.Or():
                repeated = repeated_comparison(expression)
                if repeated is not None:
                    self.found.append(repeated)
                for operand in expression.operands:
                    if repeated is None or not isinstance(operand, tree.Lit):
                        self.condition(operand)
            case tree.Not(operand):
                self.condition(operand)
            case tree.Compare():
                self._compare(expression)
            case tree.Member(item, container):
                self._member(expression, item, container)
            case _:
                alone = self.operand(expression)
                if alone is not None:
                    self._truth(alone)

    def _compare(self, whole: tree.Compare) -> None:
        scope = self.place.scope
        words = [side for side in (whole.left, whole.right) if is_unknown(side, scope)]
        if len(words) == 1 and isinstance(words[0], tree.Path):
            other = self.operand(whole.right if words[0] is whole.left else whole.left)
            if other is not None:
                self.found.append(compared_word(words[0], other, scope, in_when=self.place.in_when))
            return
        given = compared_argument(whole, scope.validators)
        if given is not None:
            self.found.append(given)
            return
        if len(words) == 2 and isinstance(whole.left, tree.Path) and self.place.in_when:
            # Of two words that name nothing the first is complained about: the other one may be right.
            self.found.append(unknown_fact(whole.left, scope, whole.right))
            return
        left = self.operand(whole.left)
        right = self.operand(whole.right) if len(words) < 2 else None
        if left is not None and right is not None:
            self.found.extend(comparison(whole, left, right))

    def _member(self, expression: tree.Member, item: tree.Expr, container: tree.Array | tree.Path) -> None:
        if isinstance(container, tree.Path) and container.parts[0] in SUBJECTS:
            self.found.append(searched_subject(expression, container))
            return
        operand = self.operand(item)
        if isinstance(container, tree.Path):
            found = named_list(container, self.place.scope)
            if isinstance(found, Diagnostic):
                self.found.append(found)
            if not isinstance(found, WordList):
                return
        if operand is not None:
            self.found.extend(membership(expression, operand))

    def _truth(self, operand: Operand) -> None:
        span, text = operand.expression.span, operand.text
        if operand.kind is OperandKind.CHECK:
            assert operand.signature is not None
            if operand.signature.returns is Returns.SCORE:
                self.found.append(G201.score_as_condition(span, operand.signature.name, text, operand.levels))
        elif operand.kind is OperandKind.LEVEL:
            self.found.append(G201.level_alone(span, text))
        elif isinstance(operand.value, bool):
            self.found.append(G206.constant(span, operand.value))
        elif operand.types and "boolean" not in operand.types:
            self.found.append(G201.not_a_condition(span, described(operand), "compare it with a value, or use `in`"))

    def operand(self, expression: tree.Expr) -> Operand | None:
        """What one side of a comparison is; None once something wrong with it is reported."""
        kind = operand_kind(expression)
        match expression:
            case tree.Lit(value):
                return Operand(kind, expression, show_value(value), frozenset({type_of(value)}))
            case tree.Call():
                return self.check(expression, _written(expression))
            case tree.Path():
                return self._path(expression, kind)
            case _:
                self.condition(expression)
                help_text = "compare each part by itself and join them by `and` or `or`"
                self.found.append(G201.not_comparable(expression.span, "a condition", help_text))
                return None

    def _path(self, path: tree.Path, kind: OperandKind) -> Operand | None:
        match kind:
            case OperandKind.FACT:
                return self._fact(path)
            case OperandKind.TOOL_NAME | OperandKind.TOOL_ARGUMENT:
                return self._tool(path, kind)
            case OperandKind.LEVEL:
                return Operand(kind, path, path.text)
            case OperandKind.SUBJECT:
                self.found.append(subject_part(path, self.place.scope))
                return None
            case _:
                call = as_call(path)
                assert call is not None
                return self.check(call, path.text)

    def _fact(self, path: tree.Path) -> Operand | None:
        scope, name = self.place.scope, ".".join(path.parts[1:])
        if not name:
            self.found.append(G104.no_field(path.span))
            return None
        field = request_field(scope, name)
        if field is None:
            self.found.append(self._unknown_field(path, name))
            return None
        types = field_types(field.type)
        if types is None:
            # Its declaration is reported where it stands.
            return None
        return Operand(OperandKind.FACT, path, path.text, types, field.domain, declared=field.declared)

    def _unknown_field(self, path: tree.Path, name: str) -> Diagnostic:
        scope = self.place.scope
        for alias, imported in scope.imports.items():
            if name in imported.fields:
                return G104.declared_elsewhere(path.span, name, alias)
        valid = field_names(scope)
        return G104.unknown(path.span, name, nearest(name, valid), valid)

    def _tool(self, path: tree.Path, kind: OperandKind) -> Operand | None:
        if self.place.in_when:
            self.found.append(G201.check_in_when(path.span, path.text))
            return None
        if kind is OperandKind.TOOL_ARGUMENT and (len(path.parts) < 3 or path.parts[1] != "args"):
            self.found.append(ForeignOperand.tool_fact(path.span, path.text, tool_fact(path.parts) or "tool.name"))
            return None
        stages = TOOL_NAME_STAGES if kind is OperandKind.TOOL_NAME else TOOL_ARGUMENT_STAGES
        if self.place.stage not in stages:
            self.found.append(G207.at_stage(path.span, path.text, self.place.stage, stages))
            return None
        if kind is OperandKind.TOOL_NAME:
            return Operand(kind, path, path.text, frozenset({"string"}))
        return self._tool_argument(path)

    def _tool_argument(self, path: tree.Path) -> Operand | None:
        tools, inner = self.place.scope.tools, path.parts[2:]
        if tools is None:
            return Operand(OperandKind.TOOL_ARGUMENT, path, path.text, ANY_TYPE)
        types = tool_argument_types(tools, inner)
        if types is None:
            valid = tool_argument_names(tools)
            suggestion = nearest(inner[0], valid) if len(inner) == 1 else None
            self.found.append(G205.unknown(path.span, ".".join(inner), suggestion, valid))
            return None
        if types == UNTYPED:
            self.found.append(G205.untyped(path.span, path.text))
            return None
        return Operand(OperandKind.TOOL_ARGUMENT, path, path.text, types)

    def check(self, call: tree.Call, text: str) -> Operand | None:
        """The operand that a check call is; its arguments and its stage are looked at here."""
        name, place = call_name(call), self.place
        validator = place.scope.validators.find(name)
        if validator is None:
            if not is_broken(place.scope, call.name):
                bare = tree.Path(call.name, span=call.span)
                fact = place.in_when and not call.arguments and call.name[0] not in SUBJECTS
                self.found.append(unknown_fact(bare, place.scope) if fact else unknown_check(call, place.scope))
            return None
        if place.in_when:
            self.found.append(G201.check_in_when(call.span, name))
            return None
        signature = validator.signature
        slip = call_slip(call, signature)
        if slip is not None:
            self.found.append(slip)
            return None
        resolved = resolve_arguments(call, signature, place.scope)
        self.found.extend(resolved.diagnostics)
        if resolved.diagnostics:
            # What such a call is compared with can be judged once it is right.
            return None
        if place.stage and place.stage not in signature.stages:
            self.found.append(G207.at_stage(call.span, name, place.stage, signature.stages))
        levels = has_levels(call, signature, place.scope)
        return Operand(OperandKind.CHECK, call, text, signature=signature, levels=levels)


def _written(call: tree.Call) -> str:
    """A call as a policy writes it, its arguments shortened to an ellipsis where they are long."""
    written = write_call(call_name(call), list(call.arguments))
    return written if len(written) <= 80 else f"{call_name(call)}(…)"
