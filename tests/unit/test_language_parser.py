"""The tree of a text: values, spans and clauses, as later passes rely on them."""

from __future__ import annotations

import pytest

from guardrail.diagnostics.source import Source, Span
from guardrail.language import tree
from guardrail.language.parser import parse

POLICY = """guard 1
policy p extends base.q {
  because "why"
  on error block
  on timeout flag
  keep full
  drop rule base.x because "no"
  on output within 1.5ms limit 6000 chars default block hold word {
    override rule a {
      when request.x
      block if matches("\\d\\"", a: ["\\s"]) or (b and c)
      say "\\u{e9}\\n"
      because "r"
      owner "o"
      tags "t", "u"
      sample 2.5% or near 0.1
      later
      shadow
      enforce 10%
      hold all
      on error allow
      on timeout defer
    }
  }
}
"""


@pytest.fixture(scope="module")
def policy() -> tree.Policy:
    result = parse(Source("p.guard", POLICY))
    assert result.diagnostics == ()
    assert result.file is not None
    found = result.file.items[0]
    assert isinstance(found, tree.Policy)
    return found


def written(span: Span) -> str:
    return POLICY[span.start : span.end]


def test_values_are_decoded(policy: tree.Policy) -> None:
    stage = policy.stages[0]
    rule = stage.rules[0]
    assert (stage.within, stage.limit, stage.default_block, stage.hold) == (1500.0, 6000, True, "word")
    assert isinstance(stage.limit, int)
    assert rule.say == tree.Lit("é\n")
    assert rule.sample == tree.Sample(2.5, 0.1)
    assert (rule.enforce, rule.tags, rule.on_timeout, rule.override) == (10.0, ("t", "u"), "defer", True)


def test_strings_of_matches_keep_their_backslashes(policy: tree.Policy) -> None:
    condition = policy.stages[0].rules[0].arms[0].condition
    assert isinstance(condition, tree.Or)
    call = condition.operands[0]
    assert call == tree.Call(
        ("matches",),
        (tree.Argument(None, tree.Lit('\\d"')), tree.Argument("a", tree.Array((tree.Lit("\\s"),)))),
    )


def test_every_clause_has_its_span(policy: tree.Policy) -> None:
    assert [(keyword, written(span)) for keyword, span in policy.clauses] == [
        ("extends", "base.q"),
        ("because", 'because "why"'),
        ("on error", "on error block"),
        ("on timeout", "on timeout flag"),
        ("keep", "keep full"),
        ("on output", written(policy.stages[0].span)),
    ]
    stage = policy.stages[0]
    assert [written(span) for _, span in stage.clauses] == [
        "within 1.5ms",
        "limit 6000 chars",
        "default block",
        "hold word",
    ]
    assert [keyword for keyword, _ in stage.clauses] == ["within", "limit", "default", "hold"]
    rule = stage.rules[0]
    spans = {keyword: written(span) for keyword, span in rule.clauses}
    assert spans["override"] == "override"
    assert spans["say"] == 'say "\\u{e9}\\n"'
    assert spans["sample"] == "sample 2.5% or near 0.1"
    assert spans["on timeout"] == "on timeout defer"
    assert set(spans) == {"override", "when", "say", "because", "owner", "tags", "sample", "later", "shadow"} | {
        "enforce",
        "hold",
        "on error",
        "on timeout",
    }


def test_nodes_span_what_was_written(policy: tree.Policy) -> None:
    rule = policy.stages[0].rules[0]
    assert written(policy.name_span) == "p"
    assert written(rule.name_span) == "a"
    assert written(rule.span).startswith("override rule a {")
    assert written(rule.span).endswith("on timeout defer\n    }")
    condition = rule.arms[0].condition
    assert isinstance(condition, tree.Or)
    assert written(condition.span) == 'matches("\\d\\"", a: ["\\s"]) or (b and c)'
    assert written(condition.operands[1].span) == "b and c"
    assert written(policy.drops[0].span) == 'drop rule base.x because "no"'


def test_a_bare_name_in_a_condition_is_a_path() -> None:
    file = parse(Source("x", 'guard 1\ntest "t" { assume toxicity = 0.9 assume injection fails }')).file
    assert file is not None
    test = file.items[0]
    assert isinstance(test, tree.Test)
    assert test.clauses == (
        tree.Assume(tree.Path(("toxicity",)), tree.Lit(0.9)),
        tree.Assume(tree.Path(("injection",)), failure="fails"),
    )


def test_comments_stand_in_a_side_table() -> None:
    text = '# one\nguard 1 # two\nlist a = ["# none"]\n  # three  \n'
    file = parse(Source("x", text)).file
    assert file is not None
    assert [(c.text, c.own_line, text[c.span.start : c.span.end]) for c in file.comments] == [
        ("# one", True, "# one"),
        ("# two", False, "# two"),
        ("# three", True, "# three"),
    ]


def test_a_keyword_is_read_only_as_a_whole_word() -> None:
    text = "guard 1\npolicy p { on output { rule a { blockif x } } }"
    assert [d.message for d in parse(Source("x", text)).diagnostics] == ["unexpected word `blockif`"]


def test_the_first_of_two_equal_clauses_stands() -> None:
    text = 'guard 1\npolicy p { because "one" because "two" on input { rule a { block always } } on input { } }'
    result = parse(Source("x", text))
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["G112", "G112"]
    assert result.file is not None
    policy = result.file.items[0]
    assert isinstance(policy, tree.Policy)
    assert policy.because == "one"
    assert [len(stage.rules) for stage in policy.stages] == [1]


def test_rules_after_a_brace_too_many_stay_in_their_stage() -> None:
    text = "guard 1\npolicy p {\n  on input {\n    rule a { block always }\n    }\n    rule b { flag always }\n  }\n}\n"
    result = parse(Source("x", text))
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["G006"]
    assert result.file is not None
    policy = result.file.items[0]
    assert isinstance(policy, tree.Policy)
    assert [[rule.name for rule in stage.rules] for stage in policy.stages] == [["a", "b"]]


def test_a_field_may_be_called_like_a_declaration() -> None:
    # The tables alone would take `request` after a domain for the keyword, as it may follow a list's array.
    text = 'guard 1\nrequest {\n  list: string in ["a"]\n  request: bool\n  policy: string in []\n  text: string\n}\n'
    result = parse(Source("x", text))
    assert result.diagnostics == ()
    assert result.file is not None
    request = result.file.items[0]
    assert isinstance(request, tree.RequestDecl)
    assert [field.path.text for field in request.fields] == ["list", "request", "policy", "text"]
