"""What to say of a name that is no check: what it was probably meant to be, from where it stands."""

from __future__ import annotations

from functools import cache

from guardrail.compiler.operands import SUBJECTS, OperandKind, call_name, field_names, operand_kind
from guardrail.compiler.scopes import find_list, find_text, is_broken
from guardrail.compiler.suggest import nearest
from guardrail.compiler.typing_rules import Operand, described
from guardrail.compiler.unit import Scope
from guardrail.diagnostics.codes.g102 import G102
from guardrail.diagnostics.codes.g104 import G104
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.codes.g201_foreign import ForeignOperand
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.models.cards import LEVELS
from guardrail.validators import registry
from guardrail.validators.contract import Returns

_ABSENT = frozenset({"none", "null", "nil", "undefined", "empty", "missing"})
_ARGUMENTS = frozenset({"args", "arg", "arguments", "params", "parameters", "kwargs"})
_COUNTS = frozenset({"count", "size", "length", "len", "number", "found", "matches", "spans", "score", "exists"})
_TRUTHS = {"yes": "true", "on": "true", "enabled": "true", "no": "false", "off": "false", "disabled": "false"}


def tool_fact(parts: tuple[str, ...]) -> str | None:
    """How a fact about a tool call is read that is written as in other languages; None for anything else.

    >>> tool_fact(("tool", "arguments", "amount")), tool_fact(("tool_name",)), tool_fact(("args", "id"))
    ('tool.args.amount', 'tool.name', 'tool.args.id')
    """
    if parts in (("tool",), ("tool_name",), ("toolname",), ("function", "name"), ("tool_call", "name")):
        return "tool.name"
    if len(parts) == 2 and parts[0] == "tool" and nearest(parts[1], ("name",)) is not None:
        return "tool.name"
    inner = parts[1:] if parts[0] in ("tool", "tool_call", "function", "call") else parts
    if not inner:
        return None
    if inner[0] in _ARGUMENTS:
        return f"tool.args.{'.'.join(inner[1:]) or '…'}"
    return f"tool.args.{'.'.join(inner)}" if len(inner) < len(parts) else None


def is_unknown(expression: tree.Expr, scope: Scope) -> bool:
    """Whether an expression is a bare word that names nothing: no check, and nothing that a file declares."""
    if not isinstance(expression, tree.Path) or operand_kind(expression) is not OperandKind.CHECK:
        return False
    return scope.validators.find(expression.text) is None and not is_broken(scope, expression.parts)


def unknown_check(call: tree.Call, scope: Scope) -> Diagnostic:
    """A name that stands where a check belongs."""
    name, span = call_name(call), call.span
    if call.name[0] in SUBJECTS:
        return subject_part(tree.Path(call.name, span=span), scope)
    if not call.arguments and (found := _declared(tree.Path(call.name, span=span), scope)) is not None:
        return found
    if (found := _refused(name, span, scope)) is not None:
        return found
    fact = tool_fact(call.name)
    if fact is not None and not call.arguments:
        return ForeignOperand.tool_fact(span, name, fact)
    if name == "always":
        return ForeignOperand.always(span)
    counted = _counted(call)
    if counted is not None:
        return G102.counted(span, name, counted)
    written = _elsewhere().get(name)
    if written is None and registry.find(call.name[0]) is not None:
        written = f"{call.name[0]}({', '.join(call.name[1:])})"
    if written is not None:
        return G102.elsewhere(span, name, written)
    valid = scope.validators.names()
    suggestion = nearest(name, valid)
    # Only a name that is near no other may belong to a plugin that nobody can look into.
    if suggestion is None and (found := _refused(name, span, scope, certain=False)) is not None:
        return found
    return G102.unknown(span, name, suggestion, valid)


def _refused(name: str, span: Span, scope: Scope, *, certain: bool = True) -> Diagnostic | None:
    """What to say of a plugin that cannot be used; of one that may not exist at all unless it must be `certain`."""
    refused = scope.validators.refusal(name)
    if refused is None or refused.certain is not certain:
        return None
    from guardrail.compiler.plugin_problems import refused_plugin

    return refused_plugin(span, name, refused)


def _counted(call: tree.Call) -> str | None:
    """The check whose findings are counted: `pii` in `pii.count` and `count(pii)`; None for anything else."""
    if len(call.name) == 2 and call.name[1] in _COUNTS and registry.find(call.name[0]) is not None:
        return call.name[0]
    inner = call.arguments[0].value if len(call.arguments) == 1 else None
    if call.name[-1] in _COUNTS and isinstance(inner, tree.Path) and registry.find(inner.parts[0]) is not None:
        return inner.parts[0]
    return None


def _declared(path: tree.Path, scope: Scope) -> Diagnostic | None:
    name, span = path.text, path.span
    if find_list(scope, path.parts) is not None:
        return G102.something_else(span, name, "list", f"mentions({name})")
    if find_text(scope, path.parts) is not None:
        return G102.something_else(span, name, "text", f"contains({name})")
    if name in scope.fields:
        return G102.something_else(span, name, "request field", f"request.{name}")
    return None


def unknown_fact(path: tree.Path, scope: Scope, beside: tree.Expr | None = None) -> Diagnostic:
    """A name that stands where a fact about the request belongs; `beside` is what it is compared with."""
    found = _declared(path, scope)
    if found is not None:
        return found
    suggestion = nearest(path.text, field_names(scope))
    return G104.bare(path.span, path.text, suggestion, _type_beside(beside))


def _type_beside(other: tree.Expr | None) -> str:
    """The type that a fact is to be declared with, judged by what it is compared with."""
    match other:
        case None:
            return "bool"
        case tree.Lit(bool()):
            return "bool"
        case tree.Lit(int() | float()):
            return "number"
        case tree.Path() if other.text in _TRUTHS:
            return "bool"
        case _:
            return "string"


def compared_word(word: tree.Path, other: Operand, scope: Scope, *, in_when: bool) -> Diagnostic:
    """A bare word that is compared with something: the level or text that was meant."""
    name, span = word.text, word.span
    signature = other.signature
    if signature is not None and signature.returns is Returns.SCORE:
        suggestion = nearest(name.replace(".", "_"), LEVELS) if other.levels else None
        return ForeignOperand.unknown_level(span, signature.name, name, suggestion, other.levels)
    if signature is not None:
        return G201.compared_check(other.expression.span, signature.name, f"`{name}`", span)
    if other.kind in (OperandKind.LITERAL, OperandKind.LEVEL):
        if (fact := tool_fact(word.parts)) is not None and not in_when:
            return ForeignOperand.tool_fact(span, name, fact)
        # A threshold is compared with a check, a text with a fact.
        if in_when or isinstance(other.value, (str, bool)):
            return unknown_fact(word, scope, other.expression)
        return unknown_check(tree.Call(word.parts, (), span=span), scope)
    declared = find_list(scope, word.parts)
    if declared is not None:
        return ForeignOperand.compared_list(span, name, other.text)
    if name in _ABSENT:
        return ForeignOperand.absent_value(span, name)
    if name in _TRUTHS and (not other.types or "boolean" in other.types):
        return ForeignOperand.word_as_value(span, name, _TRUTHS[name])
    if other.types and "string" not in other.types:
        return G201.unlike(span, described(other), f"`{name}`")
    return ForeignOperand.word_as_value(span, name, f'"{name}"')


def subject_part(path: tree.Path, scope: Scope) -> Diagnostic:
    """`output`, `output.length` or `output.startswith("x")` where a check or a fact belongs."""
    if len(path.parts) == 1:
        return ForeignOperand.subject_alone(path.span, path.text)
    field, part = ".".join(path.parts[1:]), path.parts[-1]
    if field in scope.fields:
        return ForeignOperand.subject_fact(path.span, path.text, path.parts[0], f"request.{field}")
    written = _elsewhere().get(part) or (f"{part}(…)" if registry.find(part) is not None else None)
    return ForeignOperand.subject_part(path.span, path.text, path.parts[0], written)


@cache
def _elsewhere() -> dict[str, str]:
    """What checks are called in other languages and products, and what they are written as here."""
    matches, mentions = 'matches("…")', "mentions(names)"
    return {
        **dict.fromkeys(
            ("len", "size", "length", "length_of", "count", "max_length", "char_count"), "length(max: 2000)"
        ),
        **dict.fromkeys(("word_count", "words", "max_words"), "length(max: 200, unit: words)"),
        **dict.fromkeys(("min_length",), "length(min: 20)"),
        **dict.fromkeys(("regex", "regexp", "pattern", "match", "re", "re_match", "rx", "like", "search"), matches),
        **dict.fromkeys(("startswith", "starts_with", "startsWith"), 'matches("^…")'),
        **dict.fromkeys(("endswith", "ends_with", "endsWith"), 'matches("…$")'),
        **dict.fromkeys(("includes", "includes_any", "contains_any", "has", "any", "any_of"), mentions),
        **dict.fromkeys(("keywords", "keyword", "banned_words", "banwords", "blocklist", "denylist"), mentions),
        **dict.fromkeys(("email", "emails", "email_address"), "pii(email)"),
        **dict.fromkeys(("phone", "phone_number", "phones"), "pii(phone)"),
        **dict.fromkeys(("credit_card", "card_number", "credit_cards", "card"), "pii(card_number)"),
        **dict.fromkeys(("ssn", "us_ssn"), "pii(us_ssn)"),
        **dict.fromkeys(("iban",), "pii(iban)"),
        **dict.fromkeys(("personal_data", "personal_information", "presidio", "anonymize"), "pii"),
        **dict.fromkeys(("api_key", "api_keys", "password", "token", "credentials", "credential"), "secrets"),
        **dict.fromkeys(("toxic", "profanity", "hate", "hate_speech", "offensive", "nsfw"), "toxicity >= likely"),
        **dict.fromkeys(("jailbreak", "prompt_injection", "injection_attack"), "injection >= likely"),
        **dict.fromkeys(("hallucination", "hallucinated", "grounded"), "grounding(against: context) >= 0.75"),
        **dict.fromkeys(
            ("faithfulness", "factual", "fact_check", "groundedness"), "grounding(against: context) >= 0.75"
        ),
        **dict.fromkeys(("off_topic", "on_topic", "about"), "topic(examples) >= 0.5"),
        **dict.fromkeys(("url", "urls", "domain", "domains"), 'links(deny: ["example.com"])'),
        **dict.fromkeys(("schema", "json", "valid_json", "is_json", "jsonschema"), 'json_schema("schemas/reply.json")'),
        **dict.fromkeys(("lang", "language_is", "detect_language"), 'language("en")'),
        **dict.fromkeys(("prompt_leak", "leaks", "system_prompt"), "repeats(system, words: 8)"),
        **dict.fromkeys(("invisible", "zero_width", "unicode"), "hidden_text"),
        **dict.fromkeys(("llm", "ask", "gpt", "llm_judge", "critic"), 'judge("rubrics/tone.md")'),
        **dict.fromkeys(("valid_arguments", "valid_args", "arguments_valid"), "tool_schema()"),
        **dict.fromkeys(("called", "previously", "before"), 'after("web.fetch")'),
    }
