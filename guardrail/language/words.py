"""Words for people: what could stand somewhere, what was found there, and which keyword was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guardrail.language.tokens import Token

_PHRASES = {
    "$END": "the end of the file",
    "NAME": "a name",
    "STRING": "a text in double quotes",
    "NUMBER": "a number",
    "DURATION": "a time such as `50ms`",
    "PERCENT": "a share such as `20%`",
    "CMP": "a comparison such as `>=`",
    "OPTIONAL": "`?`",
}
_GROUPS = (
    ("a declaration", frozenset({"IMPORT", "LIST", "POLICY", "REQUEST", "TEST", "TOOLS"})),
    ("a clause of the rule", frozenset({"BECAUSE", "BLOCK", "FLAG", "OWNER", "REQUIRE", "SAY", "WHEN"})),
    ("an action", frozenset({"APPEND", "BLOCK", "FLAG", "PREPEND", "REDACT", "REPLACE"})),
    ("a stage or setting of the policy", frozenset({"BECAUSE", "DROP", "KEEP", "ON"})),
    ("a setting of the stage", frozenset({"DEFAULT", "HOLD", "LIMIT", "WITHIN"})),
    ("`rule`", frozenset({"RULE", "OVERRIDE", "OVERRIDABLE"})),
    ("a stage", frozenset({"INPUT", "OUTPUT", "RETRIEVAL", "TOOL_CALL", "TOOL_RESULT"})),
    ("`and`, `or`", frozenset({"AND", "OR"})),
    ("a condition", frozenset({"NAME", "NOT", "LPAR", "TRUE", "FALSE", "STRING", "NUMBER"})),
    ("a value", frozenset({"STRING", "NUMBER", "TRUE", "FALSE"})),
)
_MEMBERS = {
    "a declaration": frozenset({"TEXT"}),
    "a clause of the rule": frozenset(
        {"APPEND", "ENFORCE", "HOLD", "LATER", "ON", "PERMIT", "PREPEND", "REASK", "REDACT", "REPLACE"}
        | {"SAMPLE", "SHADOW", "TAGS"}
    ),
    "an action": frozenset({"REASK"}),
}
_MOST = 5

SYNONYMS: dict[str, tuple[str, ...]] = {
    "otherwise": ("else",),
    "deny": ("block",),
    "reject": ("block",),
    "refuse": ("block",),
    "forbid": ("block",),
    "prevent": ("block",),
    "disallow": ("block",),
    "stop": ("block",),
    "drop": ("block",),
    "discard": ("block",),
    "withhold": ("block",),
    "warn": ("flag",),
    "log": ("flag",),
    "alert": ("flag",),
    "mark": ("flag",),
    "flagged": ("flag",),
    "mask": ("redact",),
    "hide": ("redact",),
    "anonymize": ("redact",),
    "remove": ("redact",),
    "rewrite": ("replace",),
    "substitute": ("replace",),
    "retry": ("reask",),
    "accept": ("permit",),
    "add": ("append",),
    "message": ("say", "input"),
    "respond": ("say",),
    "reply": ("say", "output"),
    "tell": ("say",),
    "reason": ("because",),
    "description": ("because",),
    "why": ("because",),
    "characters": ("chars",),
    "chars_max": ("chars",),
    "ensure": ("require",),
    "verify": ("require",),
    "assert": ("expect", "require"),
    "import": ("from",),
    "include": ("import",),
    "use": ("import",),
    "equals": ("==",),
    "is": ("==", "="),
    "in": ("from", "for"),
    "then": ("expect",),
    "should": ("expect",),
    "fail": ("error", "fails"),
    "failure": ("error", "fails"),
    "error": ("fails",),
    "errors": ("fails",),
    "raises": ("fails",),
    "crashes": ("fails",),
    "returns": ("=",),
    "on": ("for",),
    "about": ("for",),
    "mock": ("assume",),
    "stub": ("assume",),
    "suppose": ("assume",),
    "pass": ("allow",),
    "passes": ("allow",),
    "inherits": ("extends",),
    "implements": ("extends",),
    "else": ("then",),
    "with": ("as", "except"),
    "to": ("as",),
    "into": ("as",),
    "when": ("if", "given"),
    "whenever": ("if",),
    "where": ("if", "when"),
    "once": ("if",),
    "without": ("except",),
    "excluding": ("except",),
    "using": ("matching",),
    "prompt": ("input",),
    "query": ("input",),
    "user": ("input",),
    "response": ("output",),
    "answer": ("output", "text"),
    "completion": ("output",),
    "assistant": ("output",),
    "model": ("output",),
    "documents": ("retrieval",),
    "chunks": ("retrieval",),
    "passages": ("retrieval",),
    "context": ("retrieval",),
    "tool": ("tool_call",),
    "function": ("tool_call",),
    "tool_output": ("tool_result",),
    "tool_response": ("tool_result",),
    "async": ("later",),
    "deferred": ("later",),
    "dry_run": ("shadow",),
    "monitor": ("shadow",),
}
"""Words of other languages, and the keywords that say the same here; used only where such a keyword fits."""


def describe_expected(accepted: Iterable[str], keywords: dict[str, str], marks: dict[str, str]) -> str:
    """A phrase for a set of terminals: related ones under one name, what is mere punctuation last.

    >>> describe_expected({"IF", "ALWAYS"}, {"if": "IF", "always": "ALWAYS"}, {})
    '`always` or `if`'
    """
    rest = set(accepted)
    phrases = []
    for phrase, needed in _GROUPS:
        if needed <= rest:
            phrases.append(phrase)
            rest -= needed | _MEMBERS.get(phrase, frozenset())
    # After a whole condition a path or call could still go on; nobody means that by a wrong word.
    if "`and`, `or`" in phrases:
        rest -= {"DOT", "LPAR", "NOT", "IN", "CMP"}
    elif len(rest) > 1:
        rest -= {"DOT"}
    spelt = {terminal: f"`{text}`" for text, terminal in [*keywords.items(), *marks.items()]}
    words = sorted((spelt.get(terminal, "") for terminal in rest), key=lambda word: (not word[1:2].isalpha(), word))
    phrases += [_PHRASES[terminal] for terminal in sorted(rest) if terminal in _PHRASES]
    phrases += [word for word in words if word and word not in phrases]
    return join_phrases(phrases[:_MOST])


def join_phrases(phrases: Sequence[str]) -> str:
    """Phrases as a sentence joins them: `a, b or c`."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} or {phrases[-1]}"


def describe_found(token: Token) -> str:
    """A phrase for the token that was met."""
    if token.kind == "$END":
        return "end of the file"
    if token.kind == "STRING":
        return f"text `{shorten(token.text)}`"
    if token.kind in ("NAME", "BAD_WORD") or token.text.isidentifier():
        return f"word `{shorten(token.text)}`"
    if token.text.isprintable():
        return f"`{shorten(token.text)}`"
    return f"character {code_points(token.text)}"


def shorten(text: str, limit: int = 40) -> str:
    """The text, cut where it gets too long for a message."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def code_points(text: str) -> str:
    """How a character is named that cannot be shown.

    >>> code_points("\\u200b")
    'U+200B'
    """
    return f"U+{ord(text[0]):04X}"


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` was probably meant to be: within edit distance 1 + len/4, the first of equals.

    >>> nearest("expects", ["expect", "except"]), nearest("blokc", ["flag", "block"]), nearest("foo", ["bar"])
    ('expect', 'block', None)
    """
    limit = 1 + len(word) // 4
    best: str | None = None
    for candidate in sorted(candidates):
        if abs(len(candidate) - len(word)) > limit or (len(word) <= 2 and len(candidate) <= 2):
            continue
        distance = edit_distance(word, candidate)
        if distance <= limit and distance < max(len(candidate), 2):
            best, limit = candidate, distance - 1
    return best


def edit_distance(left: str, right: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.

    >>> edit_distance("sya", "say"), edit_distance("otput", "output")
    (1, 1)
    """
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        older, before = before, row
        row = [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if older and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
