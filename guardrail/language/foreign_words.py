"""Words that other policy languages, YAML, Python and plain English put where this language has others."""

from __future__ import annotations

from functools import cache

from guardrail.language.trouble import PlaceKind, Trouble

_A_POLICY = "rules stand in a policy: `policy support { on output within 50ms limit 8000 chars { rule name { … } } }`"
_A_STAGE = "rules stand in a stage: `on output within 50ms limit 8000 chars { rule name { … } }`"
_AN_ARM = "a rule says what to do before it says when: `block if …`, `require … else block`"
_NOTES = 'there are no annotations: a rule says `because "…"`, `owner "…"` and `tags "…"`'
_ALLOWED = "what no rule acts on is allowed; `permit if …` is for tool calls, where the stage says `default block`"
_ACTIONS = "it is no action: there are `flag`, `redact`, `append`, `prepend`, `replace`, `reask`, `block` and `permit`"
_NAMES = 'names are declared with `list names = ["…"]` and `text note = "…"`'


@cache
def _words(kind: PlaceKind) -> dict[str, str]:
    """What to write instead of a word at the start of something in a block of this kind."""
    match kind:
        case "file":
            return _file_words()
        case "policy":
            return {
                "default": "a stage allows, unless it says otherwise: `on tool_call … default block { … }`",
                "rules": _A_STAGE,
                "if": _A_STAGE,
                "timeout": "write `on timeout block`",
                "error": "write `on error block`",
                "stage": "a stage begins with `on`: `on output within 50ms limit 8000 chars { … }`",
                "@": _NOTES,
                **dict.fromkeys(("within", "limit", "hold"), "it stands behind the stage's name: `on output within …`"),
            }
        case "stage":
            before = "it stands before the brace: `on output within 50ms limit 8000 chars {`"
            return {
                **dict.fromkeys(("within", "limit", "default", "hold", "timeout"), before),
                "@": _NOTES,
                "-": "each rule is a block: `rule name { … }`",
                "rules": "write `rule name { … }`",
            }
        case "rule":
            return _rule_words()
        case "test":
            given = 'write `given output "…"`, or `given input "…"`'
            return dict.fromkeys(("input", "output", "text", "prompt", "response", "with", "if"), given)
        case _:
            return {}


def _file_words() -> dict[str, str]:
    stage = "stages stand in a policy: `policy support { on output … { … } }`"
    return {
        **dict.fromkeys(("package", "module", "namespace"), "a file has no package: its policies have names"),
        **dict.fromkeys(("define", "flow", "user", "bot", "deny", "forbid", "violation", "rules", "if"), _A_POLICY),
        **dict.fromkeys(("def", "class", "function", "func", "fn"), f"there are no functions: {_A_POLICY}"),
        **dict.fromkeys(("var", "let", "const", "set"), _NAMES),
        **dict.fromkeys(("input", "output", "retrieval", "tool_call", "tool_result", "stage", "stages"), stage),
        "from": 'write `import "shared/base.guard" as base`',
        "version": "the edition is the first line: `guard 1`",
        "import": 'write `import "shared/base.guard" as base`',
        "@": _NOTES,
        "-": _A_POLICY,
        "{": "a policy is not JSON: `policy support { on output … { rule name { … } } }`",
    }


def _rule_words() -> dict[str, str]:
    reask = 'write `reask 1 with "…" then block if …`'
    negative = "a rule says what to do when it happens: `block if mentions(names)`; `require … else block` for the rest"
    return {
        **dict.fromkeys(("ask", "try", "again", "regenerate"), reask),
        **dict.fromkeys(("never", "not", "dont", "do", "don", "no", "avoid"), negative),
        **dict.fromkeys(("must", "should", "shall", "always", "only", "ensure"), "write `require … else block`"),
        **dict.fromkeys(("verify", "check", "validate"), "write `require … else block`, or `block if …`"),
        **dict.fromkeys(("action", "actions", "then", "effect", "do_this", "return", "decision", "result"), _AN_ARM),
        **dict.fromkeys(("condition", "conditions", "expression", "match"), _AN_ARM),
        **dict.fromkeys(
            ("severity", "priority", "level"), "the action says how severe it is: `flag`, `redact`, `block`"
        ),
        **dict.fromkeys(("enabled", "mode", "disabled"), "write `shadow` to watch a rule without acting on it"),
        **dict.fromkeys(("allow", "pass", "accept"), _ALLOWED),
        **dict.fromkeys(
            ("fix", "edit"), "an edit is `redact`, `append`, `prepend` or `replace`: `redact if pii(email)`"
        ),
        **dict.fromkeys(("name", "id", "title"), "the name of a rule stands before its block: `rule name { … }`"),
        **dict.fromkeys(("within", "limit", "default"), "it stands behind the stage's name: `on output within 50ms …`"),
        "-": _AN_ARM,
        "@": _NOTES,
    }


_IN_CONDITIONS = {
    "has": "an argument that is not there makes the check fail (`on error`); compare it: `tool.args.amount > 0`",
    "exists": "whether a fact is given cannot be asked: declare it optional (`user: string ?`), and compare it",
    "like": 'a text is searched by `mentions(list)` or `matches("…")`',
    "contains": 'a text is searched by `mentions(list)` or `contains("…")`, written before its argument',
    "matches": 'write `matches("…")`, before its argument',
    "else": "an arm has no `else`: write a second arm",
    "then": "an arm says what to do before it says when: `block if …`",
    "xor": "write `a and not b or b and not a`",
    **dict.fromkeys(("startswith", "starts", "begins", "starts_with"), 'a text is searched by `matches("^…")`'),
    **dict.fromkeys(("endswith", "ends", "ends_with"), 'a text is searched by `matches("…$")`'),
    "between": "compare twice: `… >= 1 and … <= 5`",
    "unless": "write `and not …`",
    "but": "write `and`",
    "?": "there are no conditional expressions: write a second arm",
    "+": "there is no arithmetic: compare each value by itself",
    "-": "there is no arithmetic: compare each value by itself",
    "*": "there is no arithmetic: compare each value by itself",
    "/": "there is no arithmetic: compare each value by itself",
    "%": "thresholds are numbers from 0 to 1: `toxicity >= 0.8`",
}


_PARTS_OF_TEXT = frozenset(
    {"startswith", "starts", "begins", "starts_with", "endswith", "ends", "ends_with", "contains", "matches", "like"}
)
_WHOLE_FACT = 'a fact is compared as a whole: write `== "…"`, or `in ["…", "…"]` with every value that counts'

_EXPECTED = {
    **dict.fromkeys(("not", "no", "never"), "say what comes of it instead: `expect allow`, `expect flag by rule_name`"),
    **dict.fromkeys(
        ("action", "decision", "result", "verdict", "outcome", "status", "level"), "write it alone: `expect block`"
    ),
    **dict.fromkeys(("output", "input", "message", "redaction"), 'write `expect text "…"` with what is passed on'),
}
"""What is written behind `expect` elsewhere."""


_QUANTIFIERS = frozenset({"some", "any", "every", "all", "each", "for", "exists"})


def foreign_word(trouble: Trouble) -> str | None:
    """What to write instead of the word or sign that does not fit, where it is one that other languages use."""
    word, place = trouble.token.text.lower(), trouble.place
    if word in _PARTS_OF_TEXT and "AND" in trouble.accepted and _follows_fact(trouble):
        return _WHOLE_FACT
    if "AND" in trouble.accepted and word in _IN_CONDITIONS:
        return _IN_CONDITIONS[word]
    beside = _beside(trouble, word)
    if beside is not None:
        return beside
    if place.kind == "stage" and place.body is None and word in (",", "and", "or", "|", "/", "&"):
        return "a stage has one name: write a block of its own for each, `on input … { … }` and `on output … { … }`"
    if place.kind == "file" and trouble.token.kind == "STRING":
        return "comments begin with `#`"
    if place.kind != "file" and place.body is None:
        return None
    known = _words(place.kind).get(word) if trouble.token.first or place.kind in ("file", "stage") else None
    if known is None and place.kind == "rule" and trouble.token.kind == "NAME" and trouble.token.first:
        following = trouble.tokens[trouble.index + 1]
        return _ACTIONS if following.text in ("if", "always") and not following.first else None
    return known


def _follows_fact(trouble: Trouble) -> bool:
    """Whether a dotted name stands before: `request.channel`, `tool.name`."""
    return trouble.index > 1 and trouble.tokens[trouble.index - 2].kind == "DOT"


def _beside(trouble: Trouble, word: str) -> str | None:
    """What only the sign or word before it tells."""
    previous, after = trouble.previous, trouble.tokens[min(trouble.index + 1, len(trouble.tokens) - 1)]
    if previous is None:
        return None
    if previous.text == "expect" and trouble.place.kind == "test" and word in _EXPECTED:
        return _EXPECTED[word]
    in_call = "RPAR" in trouble.accepted or previous.kind in ("LPAR", "COLON")
    if word == "{" and "NOT" in trouble.accepted:
        return "a condition has no braces: parts are joined by `and` or `or`, and grouped by parentheses"
    if previous.text in _QUANTIFIERS and "AND" in trouble.accepted:
        return "`mentions(names)` looks for any entry of a list, `pii` for every kind: no loop is needed"
    if word == "~" or (word == "=" and after.text == "~"):
        return 'write `matches("…")`'
    if word == "+" and previous.kind == "STRING":
        return "texts are not joined by a sign: write one text"
    if word == "{" and in_call:
        return 'a schema stands in a file: `json_schema("schemas/reply.json")`'
    if word == "/" and in_call:
        return 'a regular expression stands in double quotes: `matches("\\d+")`'
    if word == "(" and in_call:
        return "a check takes no other check: join them by `and`, as in `mentions(names) and pii(email)`"
    return None
