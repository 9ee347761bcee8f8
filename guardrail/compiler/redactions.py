"""Whether a condition says what a `redact` arm is to redact."""

from __future__ import annotations

from guardrail.compiler.operands import as_call, call_name
from guardrail.language import tree
from guardrail.validators.contract import Returns
from guardrail.validators.registry import Registry


def names_spans(expression: tree.Expr, validators: Registry, *, positive: bool = True) -> bool:
    """Whether some check in positive position finds places in the text.

    `positive` is False below a `not` and for `require … else`: what is not there has no place. A score has places
    when it is compared upwards (`>=`, `>`). An unknown check counts, since it is reported as unknown.
    """
    match expression:
        case tree.And(operands) | tree.Or(operands):
            return any(names_spans(operand, validators, positive=positive) for operand in operands)
        case tree.Not(operand):
            return names_spans(operand, validators, positive=not positive)
        case tree.Compare(left, operator, right):
            upwards = (left, (">=", ">")), (right, ("<=", "<"))
            return any(
                operator in operators and _finds(side, validators, positive, score=True) for side, operators in upwards
            )
        case _:
            return _finds(expression, validators, positive, score=False)


def _finds(expression: tree.Expr, validators: Registry, positive: bool, *, score: bool) -> bool:
    call = as_call(expression)
    if call is None:
        return False
    validator = validators.find(call_name(call))
    if validator is None:
        return True
    signature = validator.signature
    return positive and (signature.spans if score else signature.returns is not Returns.TRUTH)
