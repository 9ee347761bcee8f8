"""Arguments that show how a whole call was meant: a threshold given to a check, the text handed to it."""

from __future__ import annotations

from guardrail.compiler.operands import SUBJECTS, as_call, call_name
from guardrail.diagnostics.codes.g103 import G103
from guardrail.diagnostics.codes.g201_foreign import ForeignOperand
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.wording import show_value
from guardrail.language import tree
from guardrail.models.cards import LEVELS
from guardrail.validators.contract import Kind, Returns, Signature
from guardrail.validators.registry import Registry

_TEXTS = frozenset({Kind.STRING, Kind.TEXT, Kind.PATTERN, Kind.FILE})


def call_slip(call: tree.Call, signature: Signature) -> Diagnostic | None:
    """The one thing to say about a call whose arguments were meant otherwise, or None."""
    if signature.returns is Returns.SCORE:
        threshold = next((argument for argument in call.arguments if _is_threshold(argument, signature)), None)
        if threshold is not None:
            return _threshold(call, threshold)
    taken = {
        choice for parameter in signature.parameters if parameter.kind is Kind.SUBJECT for choice in parameter.choices
    }
    text = next((argument for argument in call.arguments if _is_subject(argument, taken)), None)
    if text is None:
        return None
    others = [argument for argument in call.arguments if argument is not text]
    rest = write_call(call_name(call), others) if others else call_name(call)
    return G103.subject_argument(text.span, call_name(call), _shown(text.value), rest, call.span)


def compared_argument(whole: tree.Compare, validators: Registry) -> Diagnostic | None:
    """What to say of `language == "en"`, or None: a check without its argument, compared with it."""
    check, value = (whole.left, whole.right) if isinstance(whole.right, tree.Lit) else (whole.right, whole.left)
    call = as_call(check)
    if call is None or call.arguments or not isinstance(value, tree.Lit) or not isinstance(value.value, str):
        return None
    validator = validators.find(call_name(call))
    first = validator.signature.parameters[0] if validator is not None and validator.signature.parameters else None
    if first is None or first.named or first.kind not in _TEXTS or whole.op not in ("==", "!="):
        return None
    written = f"{call_name(call)}({show_value(value.value)})"
    proper = written if whole.op == "==" else f"not {written}"
    return ForeignOperand.compared_argument(whole.span, call_name(call), proper)


def _is_threshold(argument: tree.Argument, signature: Signature) -> bool:
    """`injection(likely)`, `toxicity(0.8)`, `toxicity(threshold: 0.8)`."""
    if argument.name is not None and any(parameter.name == argument.name for parameter in signature.parameters):
        return False
    value = argument.value
    if isinstance(value, tree.Path):
        return value.text in LEVELS
    return isinstance(value, tree.Lit) and isinstance(value.value, (int, float)) and not isinstance(value.value, bool)


def _threshold(call: tree.Call, threshold: tree.Argument) -> Diagnostic:
    rest = [argument for argument in call.arguments if argument is not threshold]
    name, value = call_name(call), _shown(threshold.value)
    written = f"{write_call(name, rest) if rest else name} >= {value}"
    return ForeignOperand.threshold_argument(call.span, threshold.span, name, value, written)


def _is_subject(argument: tree.Argument, taken: set[str]) -> bool:
    value = argument.value
    return argument.name is None and isinstance(value, tree.Path) and value.text in SUBJECTS and value.text not in taken


def write_call(name: str, arguments: list[tree.Argument]) -> str:
    """A call as a policy writes it.

    >>> write_call("pii", [tree.Argument(None, tree.Path(("email",))), tree.Argument("confidence", tree.Lit(0.8))])
    'pii(email, confidence: 0.8)'
    """
    return f"{name}({', '.join(_argument(argument) for argument in arguments)})"


def _argument(argument: tree.Argument) -> str:
    text = _shown(argument.value)
    return text if argument.name is None else f"{argument.name}: {text}"


def _shown(value: tree.Path | tree.Lit | tree.Array) -> str:
    match value:
        case tree.Lit(literal):
            return show_value(literal)
        case tree.Path():
            return value.text
        case tree.Array():
            return "[…]"
