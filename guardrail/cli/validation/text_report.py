"""`--format text`: each result in full where there are a few, otherwise a summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from guardrail.cli.shell.console import Console
from guardrail.cli.validation.reports import Elapsed, Run
from guardrail.cli.validation.results import Judged, Result
from guardrail.cli.validation.tally import Tally

MOST_SINGLE: Final = 8
"""Up to this many results are shown one by one."""


@dataclass(slots=True)
class TextReport:
    """Keeps the first results until it is clear whether they are few."""

    run: Run
    console: Console
    first: list[Judged] = field(default_factory=list)
    many: bool = False

    def add(self, result: Result) -> None:
        """Keep a result as long as there are few; what could not be read is told on standard error."""
        if not isinstance(result, Judged) or self.many:
            return
        self.first.append(result)
        if len(self.first) > MOST_SINGLE:
            self.many = True
            self.first.clear()

    def finish(self, tally: Tally, elapsed: Elapsed) -> None:
        """Write the results, or the summary."""
        if self.many:
            from guardrail.cli.validation.summary import summary_lines

            lines = list(summary_lines(tally, self.run, elapsed, self.console))
        else:
            from guardrail.cli.validation.single import result_lines, verdict_lines

            lines = [line for result in self.first for line in result_lines(result, self.console)]
            lines += verdict_lines(tally, self.run, self.console)
        self.console.write("\n".join(lines) + "\n")
