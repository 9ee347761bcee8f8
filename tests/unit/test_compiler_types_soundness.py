"""What the type pass lets through never fails for its types when it is evaluated."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guardrail.compiler.evaluation import FALSE, TRUE, Evaluation
from guardrail.compiler.expression_types import Place, expression_problems
from guardrail.compiler.predicates import Names, compile_expression
from guardrail.compiler.scopes import find_list
from guardrail.compiler.unit import Scope
from guardrail.language import tree
from guardrail.text.requests import WordList
from guardrail.validators.contract import Facts

DOMAIN = tree.Array((tree.Lit("chat"), tree.Lit("email")))
FIELDS = {
    "channel": tree.Field(tree.Path(("channel",)), "string", domain=DOMAIN),
    "tenant": tree.Field(tree.Path(("tenant",)), "string"),
    "age": tree.Field(tree.Path(("age",)), "int"),
    "score": tree.Field(tree.Path(("score",)), "number"),
    "user.is_minor": tree.Field(tree.Path(("user", "is_minor")), "bool"),
}
SCOPE = Scope("a.guard", lists={"names": WordList("names", ("a", "chat"))}, fields=FIELDS)
WHEN = Place(SCOPE, "output", in_when=True)
ARM = Place(SCOPE, "output")

literals = st.sampled_from([tree.Lit(value) for value in ("chat", "fax", "", 0, 3, 2.5, -1, True, False)])
facts = st.sampled_from([tree.Path(("request", *name.split("."))) for name in (*FIELDS, "attempt", "id")])
strangers = st.sampled_from(
    [
        tree.Path(("request",)),
        tree.Path(("request", "chanel")),
        tree.Path(("likely",)),
        tree.Path(("context",)),
        tree.Path(("tool", "name")),
        tree.Path(("toxicity",)),
        tree.Path(("names",)),
        tree.Path(("base", "names")),
        tree.Call(("pii",), (tree.Argument(None, tree.Path(("emial",))),)),
        tree.Call(("mentions",), (tree.Argument("list", tree.Lit(3)),)),
    ]
)
operators = st.sampled_from([">=", "<=", "==", "!=", ">", "<"])


def fact(name: str) -> tree.Path:
    return tree.Path(("request", *name.split(".")))


likely_sound = st.one_of(
    st.builds(
        tree.Compare,
        st.sampled_from([fact("age"), fact("score"), fact("attempt")]),
        operators,
        st.sampled_from([tree.Lit(2), tree.Lit(2.5), fact("score")]),
    ),
    st.builds(
        tree.Compare,
        st.sampled_from([fact("channel"), fact("tenant"), fact("id")]),
        st.sampled_from(["==", "!="]),
        st.sampled_from([tree.Lit("chat"), fact("tenant")]),
    ),
    st.builds(tree.Member, st.just(fact("tenant")), st.just(DOMAIN) | st.just(tree.Path(("names",))), st.booleans()),
    st.just(fact("user.is_minor")),
)


def conditions(atoms: st.SearchStrategy[Any]) -> st.SearchStrategy[tree.Expr]:
    arrays = st.lists(literals, max_size=3).map(lambda items: tree.Array(tuple(items)))
    containers = arrays | st.sampled_from([tree.Path(("names",)), tree.Path(("nowhere",))])
    leaves = st.one_of(
        atoms,
        st.builds(tree.Compare, atoms, operators, atoms),
        st.builds(tree.Member, atoms, containers, st.booleans()),
    )
    return joined(leaves)


def joined(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[tree.Expr]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(tree.Not),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: tree.And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: tree.Or(tuple(parts))),
        ),
        max_leaves=6,
    )


requests = st.fixed_dictionaries(
    {
        "channel": st.sampled_from(["chat", "email"]),
        "tenant": st.text(max_size=4),
        "age": st.integers(-3, 5),
        "score": st.floats(-1, 3) | st.integers(-1, 3),
        "user.is_minor": st.booleans(),
        "id": st.just("x"),
    }
)


@given(joined(likely_sound) | conditions(facts | literals), requests)
def test_a_condition_without_type_errors_is_true_or_false_for_every_request(
    condition: tree.Expr, request: dict[str, Any]
) -> None:
    if expression_problems(condition, WHEN):
        return
    compiled = compile_expression(condition, Names(SCOPE, lambda _: None, find_list))
    value = compiled.predicate(Evaluation(0, request, Facts("output", attempt=2)))
    assert value in (TRUE, FALSE)


@given(conditions(facts | literals | strangers))
def test_typing_tells_of_every_condition_and_never_raises(condition: tree.Expr) -> None:
    for place in (WHEN, ARM):
        for problem in expression_problems(condition, place):
            assert problem.code[:2] in ("G1", "G2")
            assert problem.message[0] == "`" or problem.message[0].islower()
            assert not problem.message.endswith(".")


@given(conditions(strangers))
def test_a_when_with_something_other_than_request_facts_is_refused(condition: tree.Expr) -> None:
    assert expression_problems(condition, WHEN)
