"""Small policies for the tests of streams."""

from __future__ import annotations

from collections.abc import Iterable

from guardrail.decision import Decision
from guardrail.engine.guard import Guard
from tests.property.stream_cases import load

_NAMED = "matching whole_words, any_case, any_accent"
LISTS = {
    "names": f'list names = ["Globex", "Globex Park", "Lab Dynamics"] {_NAMED}, plurals\n',
    "strange": f'list strange = ["Globex"] {_NAMED}, plurals, disguised\n',
    "misspelt": f'list misspelt = ["Kestrelworks"] {_NAMED}, typos 1\n',
}
REQUEST = "request {\n  vip: bool ?\n  limit: int\n}\n"


def guard_of(*rules: str, limit: int = 4000) -> Guard:
    """A guard over rules of the output stage, each the clauses of one."""
    body = "".join(f"    rule r{place} {{\n      {rule}\n    }}\n" for place, rule in enumerate(rules))
    lists = "".join(written for name, written in LISTS.items() if f"({name})" in body)
    head = f"policy p {{\n  on error block\n  on timeout block\n  on output within 60s limit {limit} chars {{\n"
    return load(f"guard 1\n{lists}{REQUEST}{head}{body}  }}\n}}\n")


def streamed(guard: Guard, chunks: Iterable[str], **options: object) -> tuple[list[str], Decision]:
    """The pieces that came out, and the decision."""
    stream = guard.stream(chunks, **options)  # type: ignore[arg-type]
    pieces = list(stream)
    assert stream.decision is not None
    return pieces, stream.decision
