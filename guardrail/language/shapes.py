"""How each place of a policy is written, by example: what a message says when nothing more exact is known."""

from __future__ import annotations

from guardrail.language.foreign_words import foreign_word
from guardrail.language.trouble import Trouble

_HEADERS = {
    "policy": "a policy begins with `policy name {`, or `policy name extends base.policy {`",
    "stage": "a stage begins with `on output within 50ms limit 8000 chars {`",
    "rule": "a rule begins with `rule name {`",
    "test": 'a test begins with `test "what it shows" for policy {`',
    "request": "request facts are declared by `request { channel: string }`",
}
_DECLARATIONS = {
    "import": 'write `import "shared/base.guard" as base`',
    "list": 'write `list names = ["a", "b"] matching any_case`, or `list names from "names.csv" column "name"`',
    "text": 'write `text note = "…"`, or `text note from "note.md"`',
    "tools": 'write `tools from "tools.json"`',
}
_BODIES = {
    "file": "a file holds `import`, `list`, `text`, `tools`, `request`, `policy` and `test` declarations",
    "policy": "a policy holds settings such as `on error block`, and stages: `on output within … limit … { … }`",
    "stage": "a stage holds rules: `rule name { block if … }`",
    "rule": 'a rule holds arms such as `block if …`, and clauses such as `when …` and `say "…"`',
    "test": 'a test holds `given output "…"`, `assume toxicity = 0.9` and `expect block by rule_name`',
    "request": 'a field is written `channel: string in ["chat", "email"]`; its types are string, int, number and bool',
}
_CLAUSES = {
    "hold": "write `hold all`, or `nothing`, `word` or `sentence`",
    "as": 'write `redact as "[hidden]" if …`',
    "with": 'write `reask 1 with "what to do better" if …`',
    "say": 'write `say "…"`, or the name of a text',
    "on": "write `on error block`, or a stage: `input`, `output`, `retrieval`, `tool_call` or `tool_result`",
    "error": "write `on error block`, or `flag` or `allow`",
    "timeout": "write `on timeout block`, or `flag`, `allow` or `defer`",
    "keep": "write `keep nothing`, or `redacted` or `full`",
    "drop": 'write `drop rule name because "…"`',
    "default": "a stage allows unless it says `default block`: write that, or leave it out",
    "within": "write a time: `within 50ms`",
    "limit": "write a length: `limit 8000 chars`",
    "sample": "write a share: `sample 20%`",
    "enforce": "write a share: `enforce 10%`",
    "append": 'write `append "…" if …`, or the name of a text',
    "prepend": 'write `prepend "…" if …`, or the name of a text',
    "replace": 'write `replace "…" if …`, or the name of a text',
    "reask": 'write `reask 1 with "…" then block if …`',
    "in": 'write `in ["a", "b"]`, or the name of a list',
    "override": "write `override rule name { … }`",
    "overridable": "write `overridable rule name { … }`",
    **dict.fromkeys(("because", "owner", "tags"), "it is followed by a text in double quotes"),
}
_PLAIN = frozenset({"input", "output", "question", "system"})
_GIVEN = {
    "request": 'write `given request { channel: "chat" }`',
    "tool_call": 'write `given tool_call "name" { amount: 40 }`',
    "tool_result": 'write `given tool_result "name" "what it returned"`',
    "retrieval": 'write `given retrieval ["…", "…"]`',
    "context": 'write `given context ["…"]`',
    "history": 'write `given history ["email.read"]`',
}


def shape_help(trouble: Trouble) -> tuple[str, ...]:
    """What to write at the place of the trouble: as exactly as the word that stands there allows."""
    foreign = foreign_word(trouble)
    if foreign is not None:
        return (foreign,)
    previous = trouble.previous
    begun = (
        _CLAUSES.get(previous.text)
        if previous is not None and trouble.place.kind not in ("file", "test", "declaration")
        else None
    )
    return (begun or _clause_help(trouble) or _place_help(trouble),)


def _place_help(trouble: Trouble) -> str:
    place = trouble.place
    if "CHARS" in trouble.accepted:
        return "a limit counts characters: `limit 8000 chars`"
    if place.kind == "policy" and place.body is not None and "BECAUSE" in trouble.accepted <= {"BECAUSE", "DOT"}:
        return 'a rule is dropped for a reason: `drop rule name because "…"`'
    if place.kind == "declaration":
        opening = trouble.automaton.values[place.height]
        return _DECLARATIONS.get(getattr(opening, "text", ""), _BODIES["file"])
    if place.kind != "file" and place.body is None:
        return _HEADERS[place.kind]
    return _BODIES[place.kind]


def _clause_help(trouble: Trouble) -> str | None:
    """Inside a clause that has begun: what it goes on with."""
    accepted, kind = trouble.accepted, trouble.place.kind
    if kind == "test" and trouble.place.body is not None:
        return _test_help(trouble)
    if kind != "rule" or trouble.place.body is None or ("WHEN" in accepted and "AND" not in accepted):
        return None
    if trouble.previous is not None and trouble.previous.kind == "CMP":
        return 'a comparison ends in a value: `request.channel == "chat"`, `toxicity >= likely`'
    if "ALWAYS" in accepted:
        return "an action is followed by its condition: `block if …`, or by `always`"
    if "AND" in accepted:
        return 'parts of a condition are joined by `and` or `or`, as in `mentions(names) and request.channel == "chat"`'
    if "NOT" in accepted:
        return "a condition is a check such as `mentions(names)`, or compares: `toxicity >= likely`"
    if "RPAR" in accepted:
        return "arguments stand in parentheses, with commas between them: `pii(email, confidence: 0.8)`"
    return None


def _test_help(trouble: Trouble) -> str | None:
    """Inside a clause of a test: its form. The last of its keywords before the trouble tells which one it is."""
    for index in range(trouble.index - 1, max(0, trouble.index - 6), -1):
        token = trouble.tokens[index]
        if token.text == "given":
            what = trouble.tokens[index + 1].text
            if what not in _PLAIN:
                return _GIVEN.get(what, 'write `given output "…"`, or `given request { channel: "chat" }`')
            return f'write `given {what} "…"`'
        if token.text == "assume":
            return "write `assume toxicity = 0.9`, `assume injection = likely` or `assume judge fails`"
        if token.text == "expect":
            return 'write `expect block by rule_name`, or `expect text "…"`'
        if token.first:
            return None
    return None
