"""What a rule can do to a text: its actions, and whether it enforces or only watches."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.language import tree


def keyword_of(action: tree.Action) -> str:
    """The word an action is written with.

    >>> keyword_of(tree.Redact()), keyword_of(tree.Edit("append", tree.Lit("bye")))
    ('redact', 'append')
    """
    match action:
        case tree.Verb(kind) | tree.Edit(kind):
            return kind
        case tree.Redact():
            return "redact"
        case tree.Reask():
            return "reask"


def verb_phrase(action: tree.Action) -> str:
    """What the action does, as a sentence says it after "can"."""
    return {
        "redact": "redact a text",
        "append": "add to a text",
        "prepend": "add to a text",
        "replace": "replace a text",
        "reask": "ask the model again",
        "permit": "permit a call",
    }.get(keyword_of(action), keyword_of(action))


def actions_of(rule: tree.Rule) -> Iterator[tree.Action]:
    """The actions of all arms, each followed by what stands after its `then`."""
    for arm in rule.arms:
        yield arm.action
        if isinstance(arm.action, tree.Reask) and arm.action.fallback is not None:
            yield arm.action.fallback


def enforcing_action(rule: tree.Rule) -> tree.Action | None:
    """The first action that blocks, edits or asks again; None for a rule that flags or permits.

    A failed `permit` permits nothing, so it is no way around a rule.
    """
    return next((arm.action for arm in rule.arms if keyword_of(arm.action) not in ("flag", "permit")), None)


def can_block(rule: tree.Rule) -> bool:
    """Whether some outcome of the rule is `block`; a `reask` without `then` ends there."""
    for arm in rule.arms:
        action = arm.action
        ends_in_block = isinstance(action, tree.Reask) and action.fallback is None
        if ends_in_block or keyword_of(action) == "block":
            return True
    return any(keyword_of(action) == "block" for action in actions_of(rule))


def is_watching(rule: tree.Rule) -> bool:
    """Whether the rule never changes what happens to a text: it is deferred, or in the shadow."""
    return rule.later or rule.shadow
