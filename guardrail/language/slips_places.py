"""Things in the wrong place: nothing is repaired here, but the message can say where they belong."""

from __future__ import annotations

import re

from guardrail.diagnostics.codes.g001 import G001
from guardrail.diagnostics.codes.g001_foreign import ForeignSyntax
from guardrail.language.blocks import CLAUSES, SETTINGS, opens, unnamed_rule, unnamed_stage
from guardrail.language.tokens import Token
from guardrail.language.trouble import Repair, Trouble


def lone_else(trouble: Trouble) -> Repair | None:
    """`else` or `elif` after an arm."""
    if trouble.place.kind != "rule" or trouble.token.text not in ("else", "elif", "elsif"):
        return None
    return Repair(ForeignSyntax.no_else(trouble.span, trouble.token.text), (), 0)


def misplaced(trouble: Trouble) -> Repair | None:
    """A clause outside a rule, a rule outside a stage, a stage outside a policy."""
    word, place = trouble.token.text, trouble.place.kind
    kind = opens(trouble.tokens, trouble.index)
    if kind == "rule" and place in ("file", "policy", "declaration"):
        help_text = "rules stand in a stage: `on output within 80ms limit 6000 chars { … }`"
        diagnostic = G001.misplaced(trouble.span, word, "a stage", help_text)
        # In a policy its rules are read all the same, in a stage that the tree will not show.
        return Repair(diagnostic, unnamed_stage(trouble.token.start) if place == "policy" else (), 0)
    if kind == "stage" and place in ("file", "declaration"):
        help_text = "stages stand in a policy: `policy name { … }`"
        return Repair(G001.misplaced(trouble.span, word, "a policy", help_text), (), 0)
    if (place == "policy" and word in SETTINGS) or (place in ("policy", "stage") and trouble.place.body is None):
        return None
    if word in CLAUSES and trouble.token.first and place in ("file", "declaration", "policy", "stage"):
        help_text = f"put it into a rule: `rule name {{ {word} … }}`"
        diagnostic = G001.misplaced(trouble.span, word, "a rule", help_text)
        return Repair(diagnostic, unnamed_rule(trouble.token.start) if place == "stage" else (), 0)
    return None


def second_edition(trouble: Trouble) -> Repair | None:
    """`guard 1` again, where files were pasted together."""
    tokens, index = trouble.tokens, trouble.index
    if trouble.token.text != "guard" or trouble.place.kind not in ("file", "declaration") or not trouble.token.first:
        return None
    return Repair(G001.second_edition(trouble.span), (), 2 if tokens[index + 1].kind == "NUMBER" else 1)


def unfinished_import(trouble: Trouble) -> Repair | None:
    """`import "shared/base.guard"` without the name that its lists and policies go by."""
    previous = trouble.previous
    if trouble.place.kind != "declaration" or trouble.accepted != {"AS"} or not trouble.token.first or previous is None:
        return None
    name = re.sub(r"[^a-z0-9]+", "_", previous.text.strip('"').rpartition("/")[2].removesuffix(".guard").lower())
    if not re.match(r"[a-z]", name):
        name = "base"
    end = Token("NAME", "", previous.end, previous.end)
    words = (trouble.word("as", end), trouble.word(name, end))
    diagnostic = ForeignSyntax.no_alias(trouble.span_of(previous), name)
    return Repair(diagnostic, words, 0) if trouble.fits(words, 0) else None
