"""What a new head is worth, as a table and in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.cli.learning.figures import figure_between, percent, percent_between
from guardrail.training.own_report import Quality, Report


def head_report(report: Report) -> str:
    """The text that `guardrail train` prints."""
    lines = [f"{report.name}: {report.positives:,} rows labelled 1, {report.negatives:,} labelled 0", ""]
    lines += [*_table(report), "", *_meaning(report)]
    return "\n".join(lines) + "\n"


def _table(report: Report) -> Iterator[str]:
    rate = report.own.rate
    caught = f"caught at {percent(rate)} false alarms" if rate is not None else ""
    yield f"  {'':<14}{'ROC area':<26}{'PR area':<9}{caught}".rstrip()
    yield _row("this head", report.own)
    if report.shipped is not None:
        yield _row("shipped head", report.shipped)


def _row(name: str, quality: Quality) -> str:
    caught = percent_between(quality.recall, quality.recall_interval) if quality.rate is not None else ""
    area = figure_between(quality.roc_auc, quality.roc_auc_interval)
    return f"  {name:<14}{area:<26}{quality.average_precision:<9.3f}{caught}".rstrip()


def _meaning(report: Report) -> Iterator[str]:
    yield f"Each row was judged by a head that had not seen it ({report.folds} folds); rows alike stayed together."
    if report.own.rate is None:
        yield "Too few rows are labelled 0 to say what is caught at 5 % false alarms: it takes 72."
    if report.gain is None:
        return
    low, high = report.gain
    between = f"({low:+.3f} to {high:+.3f} ROC area)"
    if low > 0:
        yield f"On rows like these it is better than the shipped head {between}."
    elif high < 0:
        yield f"On rows like these it is worse than the shipped head {between}: keep the shipped one."
    else:
        yield f"On rows like these it cannot be told from the shipped head {between}: more rows would show."
