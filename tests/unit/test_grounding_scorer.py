"""The scorer, its stack of weights, and what it refuses."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from guardrail.models import weights
from guardrail.models.grounding.claims import Role, claims
from guardrail.models.grounding.features import NAMES
from guardrail.models.grounding.scorer import judge, score_answers
from guardrail.models.grounding.stack import Stack, load, parse, shipped, shipped_file
from guardrail.models.problems import ModelMissing, ModelProblem
from guardrail.text.requests import CheckFault
from tests.unit.standin_grounding import LackingTokens, standin_scorer

MILL = "The mill was built in 1720 by the town. It has four floors and a wheel."


def test_no_passages_given_is_a_fault() -> None:
    with pytest.raises(CheckFault) as caught:
        standin_scorer().judge("The mill is old.", None)
    assert caught.value.reason == "needs the passages to be given with the call"


def test_too_many_characters_are_a_fault() -> None:
    with pytest.raises(CheckFault, match="400,000 characters"):
        standin_scorer().judge("The mill is old.", ["a " * 150_000, "b " * 60_000])


def test_an_answer_is_never_better_than_its_worst_sentence() -> None:
    found = standin_scorer().judge("The mill has four floors. It was sold in 1990. The wheel is made of gold.", [MILL])
    assert found.support <= min(sentence.support for sentence in found.sentences) < 0.5


def test_a_false_figure_costs_more_than_none() -> None:
    scorer = standin_scorer()
    right = scorer.judge("The old mill was built by the town in 1720.", [MILL]).support
    wrong = scorer.judge("The old mill was built by the town in 1730.", [MILL]).support
    assert wrong < right


def test_talk_and_refusals_run_no_model() -> None:
    model = LackingTokens()
    found = standin_scorer(model).judge("Hello! I don't know. Let me know if you need more.", [MILL])
    assert found.support == 1.0
    assert model.calls == 0
    assert [sentence.role for sentence in found.sentences] == [Role.TALK, Role.REFUSAL, Role.TALK]


def test_a_name_alone_is_not_settled_by_standing_in_the_passages() -> None:
    model = LackingTokens()
    standin_scorer(model).judge("Oslo", ["Oslo", "Rome"], "What is the capital of Italy?")
    assert model.calls == 1


def test_each_sentence_names_its_passage_and_the_place_in_it() -> None:
    passages = ["Ducks live by the river.", MILL]
    (sentence,) = standin_scorer().judge("The mill has a wheel and four floors.", passages).sentences
    assert sentence.passage == 1
    assert sentence.source is not None
    start, end = sentence.source
    assert passages[1][start:end] == "It has four floors and a wheel."


def test_words_that_lack_support_are_spans_of_the_answer() -> None:
    answer = "Otto Krug sold the **mill** to Rome."
    found = standin_scorer().judge(answer, [MILL])
    assert [answer[start:end] for start, end in found.spans] == ["Otto Krug sold", "Rome"]


def test_many_answers_give_what_each_gives_alone() -> None:
    scorer = standin_scorer()
    items = [
        {"context": [MILL], "answer": "The mill has four floors."},
        {"context": [MILL], "answer": "Otto Krug.", "question": "Who built it?"},
        {"context": MILL, "answer": "It rains.", "question": None},
        {"context": "", "answer": "It rains."},
    ]
    alone = [scorer.judge(i["answer"], i["context"], i.get("question")).support for i in items]  # type: ignore[arg-type]
    assert scorer.scores(items) == alone
    assert alone[-1] == 0.0


def test_a_very_long_question_is_cut_not_refused() -> None:
    found = standin_scorer().judge("The town.", [MILL], "word " * 50_000 + "Who built the mill?")
    assert 0.0 < found.support <= 1.0


def test_the_hint_of_a_claim_is_its_question_and_the_claim_before() -> None:
    first, _, third = claims("The mill is old. Really? It has four floors.", "What about the mill?")
    assert first.hint == "What about the mill?"
    assert third.hint == "What about the mill? The mill is old."


def test_without_weights_the_model_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(weights, "folder", lambda: tmp_path)
    with pytest.raises(ModelMissing):
        judge("The mill is old.", [MILL])
    with pytest.raises(ModelMissing):
        score_answers([{"context": MILL, "answer": "It is old."}])


def test_the_shipped_stack_never_rewards_what_is_missing() -> None:
    stack = shipped()
    assert stack.logit > 0 and stack.token >= 0
    for name in ("missing_words", "numbers", "dates", "names", "units", "opposites", "negation"):
        assert stack.features[NAMES.index(name)] >= 0, name


@pytest.mark.parametrize(
    "written",
    [
        None,
        [],
        {},
        {"logit": 1, "token": 1, "bias": 0},
        {"logit": 1, "token": 1, "bias": 0, "features": {"unheard_of": 1}},
        {"logit": "1", "token": 1, "bias": 0, "features": {}},
        {"logit": True, "token": 1, "bias": 0, "features": {}},
        {"logit": math.nan, "token": 1, "bias": 0, "features": {}},
        {"logit": 1, "token": 1, "bias": 0, "features": {}, "slope": 0},
        {"logit": 1, "token": 1, "bias": 0, "features": {}, "length": 1.5},
    ],
)
def test_what_is_no_stack_is_refused(written: object) -> None:
    with pytest.raises(ModelProblem) as caught:
        parse(written)
    assert caught.value.help


def test_a_stack_that_is_absent_or_broken_is_a_problem_of_the_model(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        load(tmp_path / "stack.json")
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(ModelProblem):
        load(tmp_path / "broken.json")


def test_a_gentle_slope_does_not_lift_an_answer_above_its_worst_sentence() -> None:
    stack = Stack(1.0, 0.0, (), 0.0, slope=0.1, offset=-5.0)
    assert stack.answer_support([3.0, -4.0]) == pytest.approx(1 / (1 + math.exp(3.0)))


def test_a_long_answer_is_not_unsupported_by_its_length_alone() -> None:
    stack = Stack(1.0, 0.0, (), 0.0, length=1.0)
    assert stack.answer_support([-2.0] * 50) == pytest.approx(stack.answer_support([-2.0]))
    assert Stack(1.0, 0.0, (), 0.0).answer_support([-2.0] * 50) < 0.5


def test_the_shipped_stack_was_fitted_to_the_shipped_model() -> None:
    manifest = json.loads((weights.folder() / "manifest.json").read_text("utf-8"))
    if "ground.onnx" not in manifest:
        pytest.skip("no grounding model is shipped here")
    fitted = json.loads(shipped_file().read_text("utf-8"))
    assert fitted["weights_sha256"] == manifest["ground.onnx"]["sha256"]
