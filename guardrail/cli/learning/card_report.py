"""What a new calibration card says, as a table and in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.cli.learning.figures import figure_between, percent, percent_between, score_text
from guardrail.evaluate.calibrating import MODELS, Calibrated, Catch, Scored
from guardrail.evaluate.calibration import Level


def card_report(found: Calibrated, scored: Scored, name: str) -> str:
    """The text that `guardrail calibrate` prints."""
    zeros, ones = len(scored.only(0)), len(scored.only(1))
    lines = [f"{name}: {ones:,} texts labelled 1, {zeros:,} labelled 0", ""]
    if found.roc_auc is not None and found.roc_auc_interval is not None:
        lines.append(f"  ROC area           {figure_between(found.roc_auc, found.roc_auc_interval)}")
    if found.error is not None:
        before = "" if found.error_before is None else f", {found.error_before:.3f} before"
        lines.append(f"  calibration error  {found.error:.3f}{before}")
    if found.kept_curve:
        lines.append("  no text is labelled 1: what a score means as a probability stays as it was")
    lines += ["", *_table(found, name), "", *_meaning(found, name)]
    return "\n".join(lines) + "\n"


def _table(found: Calibrated, name: str) -> Iterator[str]:
    catches = found.catches or (None,) * len(found.levels)
    yield f"  {'level':<13}{'score':<11}{'false alarms':<28}{'catches' if found.catches else ''}".rstrip()
    for level, catch in zip(found.levels, catches, strict=True):
        score = found.card["levels"][level.name]
        # Grounding scores tell how far an answer is supported: unsupported ones lie below.
        shown = f"< {score_text(1 - score)}" if name == "grounding" else score_text(score)
        yield f"  {level.name:<13}{shown:<11}{_alarms(level):<28}{_caught(catch)}".rstrip()


def _alarms(level: Level) -> str:
    if not level.measured:
        return f"{percent(level.wanted)}, extrapolated"
    return percent_between(level.rate, level.rate_interval)


def _caught(catch: Catch | None) -> str:
    return "" if catch is None else percent_between(catch.recall, catch.interval)


def _meaning(found: Calibrated, name: str) -> Iterator[str]:
    """What the middle level does, in a sentence; how sure the figures are."""
    level = found.levels[1]
    often = f"1 of {round(1 / level.wanted):,} of the texts labelled 0"
    if name == "grounding":
        least = score_text(1 - found.card["levels"][level.name])
        yield f"`grounding(against: context) >= {least}` does not hold for about {often}"
    else:
        yield f"`{_expression(name)} >= {level.name}` holds for about {often}"
    if found.catches:
        yield f"and for {percent(found.catches[1].recall)} of those labelled 1."
    yield "What stands in parentheses is where the figure lies for all such traffic, in 19 of 20 cases."
    guessed = [f"`{one.name}`" for one in found.levels if not one.measured]
    if guessed:
        guess = "is a guess" if len(guessed) == 1 else "are guesses"
        yield f"{' and '.join(guessed)} could not be measured on so few texts and {guess}."


def _expression(name: str) -> str:
    """How a policy asks for the score.

    >>> _expression("toxicity_threat"), _expression("injection")
    ('toxicity(category: threat)', 'injection')
    """
    validator, _, category = name.partition("_")
    return f"{validator}(category: {category})" if name in MODELS and category else name
