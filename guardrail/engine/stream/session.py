"""One stream's session: text goes in as it comes, what may be shown comes out; no I/O, no threads, no clock.

`accept` takes a chunk and gives what may go on at once; where `is_due`, checks are to be asked first: `judge` yields
what it needs and gives what may go on then. `feed` and `finish` do all of it in the calling thread.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import Any

from guardrail.compiler.evaluation import ERROR, PENDING, TIMEOUT, TRUE
from guardrail.compiler.plan import BLOCK
from guardrail.compiler.streaming import StreamArm
from guardrail.decision import Action, Decision
from guardrail.engine.calls import need_attempt, need_optional_text, need_text, read_texts
from guardrail.engine.drivers import drive
from guardrail.engine.needs import Answers, Need
from guardrail.engine.rails import Rails
from guardrail.engine.stages import Asked, Texts
from guardrail.engine.stream.certainty import Certainty
from guardrail.engine.stream.echo import Echo
from guardrail.engine.stream.json_text import JsonOpening
from guardrail.engine.stream.looks import look_at_text, look_at_window
from guardrail.engine.stream.plans import StreamPlan, StreamPlans
from guardrail.engine.stream.release import Release, release
from guardrail.engine.stream.sentences import SentenceWatch
from guardrail.engine.stream.shape import Shape
from guardrail.engine.stream.truth import Concluding, Seen, amended, concluded
from guardrail.engine.stream.window import Window
from guardrail.validators.contract import Facts

Judging = Generator[Need, Answers, str]


class Session:
    """A stream of one answer. Not to be shared: each stream has its own.

    `decision` is None until the stream has ended or was cut.
    """

    __slots__ = (
        "_asked", "_barrier", "_certainty", "_cut", "_echo", "_facts", "_given", "_holds", "_json", "_length", "_limit",
        "_out", "_parts", "_rails", "_sentences", "_shape", "_window", "decision", "is_due",
    )  # fmt: skip

    def __init__(
        self,
        rails: Rails,
        plans: StreamPlans,
        asked: Asked,
        *,
        context: Texts = None,
        question: str | None = None,
        system: str | None = None,
    ) -> None:
        passages = None if context is None else read_texts(context, "`context`")
        self._given = {"context": passages, "question": question, "system": system}
        asked.id = rails.identities.next() if asked.id is None or asked.id == "" else asked.id
        self._rails, self._asked = rails, asked
        self._facts = Facts(
            "output",
            passages,
            need_optional_text(question, "`question`"),
            need_optional_text(system, "`system`"),
            attempt=need_attempt(asked.attempt),
        )
        plan, request = self._plan(plans)
        self._begin(plan, request)

    def _plan(self, plans: StreamPlans) -> tuple[StreamPlan, Mapping[str, Any]]:
        call = self._rails.begin("output", self._facts, self._asked)
        if call is None:
            return StreamPlan(None, False, False), {}
        return plans.plan(call.schedule, call.request, self._facts, call.options.enforced), call.request

    def _begin(self, plan: StreamPlan, request: Mapping[str, Any]) -> None:
        schedule = self._rails.schedules.get("output")
        pipeline = None if schedule is None else schedule.pipeline
        self._limit = None if pipeline is None else pipeline.limit
        self._parts: list[str] = []
        self._length = 0
        self._out: list[str] = []
        self._shape: Shape | None = plan.shape
        self._holds = plan.holds_all
        self._cut = plan.blocked
        self._barrier: int | None = None
        self._echo: Echo | None = None
        self._json = JsonOpening() if pipeline is not None and pipeline.reads_json else None
        self.decision: Decision | None = None
        self.is_due = plan.blocked
        self._window: Window | None = None
        self._certainty: Certainty | None = None
        self._sentences: SentenceWatch | None = None
        if pipeline is not None and plan.shape is not None:
            self._window = Window(plan.shape, self._facts)
            self._certainty = Certainty(pipeline, request, self._facts, plan.shape.slots)
            self._sentences = SentenceWatch() if plan.shape.windows else None
            # What holds, condemns or fails on no text at all is known before the first of it comes.
            self.is_due = True

    # ------------------------------------------------------------------ in and out

    def feed(self, chunk: str) -> str:
        """Take a chunk; gives what may be shown now."""
        out = self.accept(chunk)
        return out + drive(self.judge(), self._asked.times) if self.is_due else out

    def finish(self) -> str:
        """The text has ended; gives the rest of what may be shown. `decision` is set."""
        return drive(self.conclude(), self._asked.times)

    @property
    def times(self) -> dict[str, float]:
        """Microseconds per producer, for a driver to fill in."""
        return self._asked.times

    @property
    def released(self) -> int:
        """How many characters went out."""
        return sum(map(len, self._out))

    def accept(self, chunk: str) -> str:
        """Take a chunk; gives what may go on before anything is asked. Nothing is taken after the decision."""
        if self.decision is not None:
            return ""
        self._parts.append(chunk)
        self._length += len(chunk)
        if self._limit is not None and self._length > self._limit:
            self._cut = self.is_due = True
            return ""
        window = self._window
        if window is None:
            return "" if self._holds else self._let_out(chunk)
        if self._holds:
            return ""
        window.feed(chunk)
        if self._json is not None:
            self._json.feed(chunk)
        if self.is_due:
            return ""
        if self._sentences is not None and self._sentences.feed(window, chunk):
            self.is_due = True
            return ""
        return self._accept_plainly(window)

    def _accept_plainly(self, window: Window) -> str:
        """The usual case: nothing came about, so all that is settled goes on."""
        if window.tracker is not None:
            tracker = window.tracker
            until = tracker.live
            completed = tracker.completed
            due = completed is not None and completed < until
        else:
            until, due = window.live, window.is_due
        if due:
            self.is_due = True
            return ""
        if self._sentences is not None:
            until = min(until, self._sentences.start)
        if self._json is not None:
            until = min(until, self._json.live)
        if self._barrier is not None:
            until = min(until, self._barrier)
        if until <= window.done:
            return ""
        text = window.hand_on(until)
        if self._echo is not None:
            text = self._echo.take(text)
            self.is_due = self._echo.is_due
        return self._let_out(text) if text else ""

    def _let_out(self, text: str) -> str:
        self._out.append(text)
        return text

    # ------------------------------------------------------------------ judging

    def judge(self) -> Judging:
        """Ask what is due; gives what may go on then. After a cut `decision` is set, and only a `say` comes."""
        self.is_due = False
        if self._cut:
            return (yield from self._end())
        text = ""
        if self._window is not None and self._shape is not None and self._certainty is not None:
            text = yield from self._judge_window(self._window, self._shape, self._certainty)
            if self._cut:
                return (yield from self._end())
        return self._let_out(text) if text else ""

    def _judge_window(self, window: Window, shape: Shape, certainty: Certainty) -> Judging:
        if self._sentences is not None:
            yield from self._sentences.judge(window, shape, certainty, self._facts)
        if window.is_whole_due:
            yield from look_at_text(shape, certainty, "".join(self._parts), self._facts)
            window.looked_whole()
        settled = yield from look_at_window(window, shape, certainty, window.live, self._facts)
        if self._is_settled_badly(shape, certainty):
            self._barrier = window.done
            window.looked(settled)
            return ""
        if self._sentences is not None:
            settled = min(settled, self._sentences.start)
        if self._json is not None:
            settled = min(settled, self._json.live)
        given = release(window, shape, certainty, max(settled, window.done))
        self._barrier = given.barrier
        window.looked(settled if given.barrier is not None else given.until)
        return (yield from self._pass_on(window, shape, certainty, given))

    def _is_settled_badly(self, shape: Shape, certainty: Certainty) -> bool:
        """Whether the text is blocked for certain (then it is cut), or nothing of it may go on before its end."""
        for arm in shape.arms:
            value = certainty.value(arm)
            if (value == TRUE and not arm.arm.redacts) or _fails(arm, value):
                self._cut = True
                return True
        self._holds = bool(certainty.failures)
        if self._holds:
            return True
        return any(not arm.arm.redacts and certainty.condemns(arm) for arm in shape.arms)

    def _pass_on(self, window: Window, shape: Shape, certainty: Certainty, given: Release) -> Judging:
        window.hand_on(given.until)
        if self._echo is None and given.inserted:
            self._echo = Echo(shape, certainty, self._facts, "".join(self._out))
        if self._echo is None:
            return given.text
        text = self._echo.take(given.text, given.inserted)
        if self._echo.is_due:
            more = yield from self._echo.look()
            if more is None:
                self._cut = True
                return ""
            text += more
        return text

    # ------------------------------------------------------------------ the end

    def conclude(self) -> Judging:
        """The text has ended: the whole of it is judged, and the rest of what may be shown goes out."""
        if self.decision is not None:
            return ""
        if self._out and not self._holds and self._sentences is not None and not self._cut:
            # What went out rests on single sentences: the last one counts like them.
            assert self._window is not None and self._shape is not None and self._certainty is not None
            yield from self._sentences.judge(self._window, self._shape, self._certainty, self._facts, last=True)
        return (yield from self._end())

    def _end(self) -> Judging:
        text = need_text("".join(self._parts), "the answer")
        released = "".join(self._out)
        seen = self._seen() if released or self._cut else Seen()

        def conclude(decision: Decision) -> Decision:
            return concluded(decision, released, must_block=self._cut)

        log = None if self._rails.log is None else Concluding(self._rails.log, conclude)
        rails = replace(self._rails, log=log)
        steps = rails.output(text, self._asked, **self._given)
        decision = conclude((yield from amended(steps, seen, text) if seen else steps))
        self.decision = decision
        self.is_due = False
        rest = decision.text or ""
        if decision.action == Action.BLOCK:
            return rest
        return self._let_out(rest[len(released) :])

    def _seen(self) -> Seen:
        if self._certainty is None or self._shape is None:
            return Seen()
        windows = {self._shape.slots[slot] for producer in self._shape.windows for slot in producer.slots}
        scores = {slot: score for slot, score in self._certainty.scores.items() if slot in windows}
        # Where the stream was not cut for it, a check that failed on the way may answer about the whole text.
        failures = self._certainty.failures if self._cut else {}
        return Seen(scores, self._certainty.places, failures, self._cut)


def _fails(arm: StreamArm, value: int) -> bool:
    """Whether the arm's checks have failed for certain, and its rule blocks for that."""
    if value & PENDING:
        return False
    error, timeout = value & ERROR, value & TIMEOUT
    return bool((error and arm.rule.on_error == BLOCK) or (timeout and arm.rule.on_timeout == BLOCK))
