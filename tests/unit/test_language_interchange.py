"""The JSON form refuses what is no policy, and the formatter what cannot be written."""

from __future__ import annotations

from typing import Any

import pytest

from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.language.formatter import FormatError, format_file
from guardrail.language.interchange import InterchangeError, from_json, to_json

NO_PATH = {"node": "Path", "parts": []}


def document(*items: Any, edition: Any = 1) -> Any:
    return {"guardrail_ast": 1, "file": {"node": "File", "edition": edition, "items": list(items)}}


def deep(levels: int) -> Any:
    value: Any = {"node": "Path", "parts": ["x"]}
    for _ in range(levels):
        value = {"node": "Not", "operand": value}
    arm = {"node": "Arm", "action": {"node": "Verb", "kind": "block"}, "condition": value}
    stage = {"node": "Stage", "kind": "input", "rules": [{"node": "Rule", "name": "r", "arms": [arm]}]}
    return document({"node": "Policy", "name": "p", "stages": [stage]})


@pytest.mark.parametrize(
    ("value", "pointer", "expected"),
    [
        ([], "", "an object"),
        ({"guardrail_ast": 2, "file": {}}, "/guardrail_ast", "version 1"),
        ({"guardrail_ast": True, "file": {}}, "/guardrail_ast", "version 1"),
        ({"guardrail_ast": 1, "file": {}, "more": 1}, "/more", "nothing"),
        ({"guardrail_ast": 1}, "/file", "`File`"),
        (document(edition="1"), "/file/edition", "a number"),
        (document(edition=True), "/file/edition", "a number"),
        (document(edition=float("nan")), "/file/edition", "a number"),
        (document({"node": "Rule"}), "/file/items/0", "`Policy`"),
        (document({"node": "Policy", "name": "No"}), "/file/items/0/name", "a name"),
        (document({"node": "Policy"}), "/file/items/0", "all of its fields"),
        (document({"node": "Policy", "name": "p", "nam": 1}), "/file/items/0/nam", "no such field"),
        (document({"node": "Policy", "name": "p", "span": 1}), "/file/items/0/span", "no such field"),
        (document({"node": "Policy", "name": "p", "stages": {}}), "/file/items/0/stages", "a list"),
        (document({"node": "Policy", "name": "p", "keep": "all"}), "/file/items/0/keep", "`full`"),
        (document({"node": "ToolsDecl", "path": "\ud800"}), "/file/items/0/path", "Unicode"),
        (document({"node": "Policy", "name": "p", "base": NO_PATH}), "/file/items/0/base/parts", "name"),
    ],
)  # fmt: skip
def test_a_wrong_document_is_refused_with_its_place(value: Any, pointer: str, expected: str) -> None:
    with pytest.raises(InterchangeError) as caught:
        from_json(value)
    assert caught.value.pointer == pointer
    assert expected in caught.value.expected


def test_deep_documents_are_refused_and_flat_ones_printed() -> None:
    assert format_file(from_json(deep(50))).count("not") == 50
    with pytest.raises(InterchangeError, match="levels"):
        from_json(deep(5000))
    with pytest.raises(FormatError, match="nested"):
        format_file(from_json(deep(100)))


def test_fields_that_have_their_default_are_left_out() -> None:
    rule = tree.Rule("r", (tree.Arm(tree.Verb("block"), None),), later=True)
    policy = tree.Policy("p", stages=(tree.Stage("input", (rule,)),))
    assert to_json(tree.File(1, (policy,)))["file"]["items"][0]["stages"][0]["rules"] == [
        {
            "node": "Rule",
            "name": "r",
            "arms": [{"node": "Arm", "action": {"node": "Verb", "kind": "block"}, "condition": None}],
            "later": True,
        }
    ]


def arm(action: tree.Action, condition: tree.Expr | None) -> tree.File:
    rule = tree.Rule("r", (tree.Arm(action, condition),))
    return tree.File(1, (tree.Policy("p", stages=(tree.Stage("input", (rule,)),)),))


@pytest.mark.parametrize(
    "file",
    [
        tree.File(2),
        tree.File(1, (tree.ToolsDecl("\ud800"),)),
        tree.File(1, (tree.Policy("Not a name"),)),
        tree.File(1, (tree.TextDecl("t"),)),
        tree.File(1, (tree.Test("t", None, (tree.Given("input", tree.Lit(1)),)),)),
        tree.File(1, comments=(tree.Comment("list a = []", True, span=Span("x", 9, 20)),)),
        arm(tree.Verb("permit"), None),
        arm(tree.Verb("block"), tree.And((tree.Path(("a",)),))),
        arm(tree.Verb("block"), tree.Call(("matches",), (tree.Argument(None, tree.Lit("line\nbreak")),))),
    ],
)
def test_a_tree_that_cannot_be_written_is_refused(file: tree.File) -> None:
    with pytest.raises(FormatError):
        format_file(file)
