"""One stream's session: text goes in as it comes, what may be shown comes out; no I/O, no threads, no clock.

`accept` takes a chunk and gives what may go on at once; where `is_due`, checks are to be asked first: `judge` yields
what it needs and gives what may go on then. `feed` and `finish` do all of it in the calling thread.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from math import inf
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
from guardrail.engine.stream.inquiry import Inquiry
from guardrail.engine.stream.json_text import JsonOpening
from guardrail.engine.stream.looks import look_at_text, look_at_window
from guardrail.engine.stream.plans import StreamPlan, StreamPlans
from guardrail.engine.stream.release import Release, release
from guardrail.engine.stream.sentences import SentenceWatch
from guardrail.engine.stream.truth import Concluding, Seen, amended, concluded
from guardrail.engine.stream.window import Window
from guardrail.text.live.tracker import Tracker
from guardrail.validators.contract import Facts

Judging = Generator[Need, Answers, str]


class Session:
    """A stream of one answer. Not to be shared: each stream has its own.

    `decision` is None until the stream has ended or was cut.
    """

    __slots__ = (
        "_asked", "_awaited", "_barrier", "_cut", "_echo", "_facts", "_given", "_gone", "_holds", "_inquiry", "_json",
        "_length", "_limit", "_out", "_parts", "_quick", "_rails", "_sentences", "_window", "decision", "is_due",
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
        self._given: dict[str, Any] = {"context": passages, "question": question, "system": system}
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
        limit = None if pipeline is None else pipeline.limit
        self._limit: float = inf if limit is None else limit
        self._parts: list[str] = []
        self._length = 0
        self._out: list[str] = []
        self._gone = False
        self._holds = plan.holds_all
        self._cut = plan.blocked
        self._barrier: int | None = None
        self._awaited: int | None = None
        self._echo: Echo | None = None
        self._json = JsonOpening() if pipeline is not None and pipeline.reads_json else None
        self.decision: Decision | None = None
        self.is_due = plan.blocked
        self._window: Window | None = None
        self._quick: Tracker | None = None
        self._inquiry: Inquiry | None = None
        self._sentences: SentenceWatch | None = None
        if schedule is not None and plan.shape is not None:
            shape = plan.shape
            self._window = Window(shape, self._facts)
            certainty = Certainty(schedule.pipeline, request, self._facts, shape.slots)
            self._inquiry = Inquiry(shape, certainty, self._facts, schedule.budget)
            self._sentences = SentenceWatch() if shape.windows else None
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

    def leave(self) -> None:
        """The reader went away: nothing more goes out."""
        self._gone = True

    def accept(self, chunk: str) -> str:
        """Take a chunk; gives what may go on before anything is asked. Nothing is taken after the decision."""
        if self.decision is not None:
            return ""
        self._parts.append(chunk)
        self._length += len(chunk)
        if self._length > self._limit:
            self._cut = self.is_due = True
            return ""
        window = self._window
        if window is None:
            return "" if self._holds or self.is_due else self._let_out(chunk)
        live = window.feed(chunk)
        tracker = self._quick
        if tracker is None or tracker.pending or not chunk.isascii():
            return self._accept_slowly(window, chunk, live)
        # The usual case: nothing came about, and all that cannot become a match goes on.
        if live <= window.done:
            return ""
        text = window.hand_on(live)
        self._out.append(text)
        return text

    def _accept_slowly(self, window: Window, chunk: str, live: int) -> str:
        if self._json is not None:
            live = min(live, self._json.feed(chunk))
        if self._holds or self.is_due:
            return ""
        until = live
        if self._sentences is not None:
            self.is_due = self._sentences.feed(window, chunk)
            until = min(until, self._sentences.start)
        awaited = self._awaited is not None and until > self._awaited
        self.is_due = self.is_due or awaited or window.is_due(live) or (not chunk.isascii() and _is_broken(chunk))
        if self._barrier is not None:
            until = min(until, self._barrier)
        if self.is_due or until <= window.done:
            return ""
        text = window.hand_on(until)
        if self._echo is not None:
            text = self._echo.take(text)
            self.is_due = self._echo.is_due
            if self._echo.is_over:
                self._echo = None
                self._quick = self._quickly()
        return self._let_out(text) if text else ""

    def _quickly(self) -> Tracker | None:
        """The tracker, where it alone says what may go on."""
        if self._window is None or self.is_due or self._holds:
            return None
        others = (self._json, self._sentences, self._barrier, self._awaited, self._echo)
        return self._window.tracker if all(other is None for other in others) else None

    def _let_out(self, text: str) -> str:
        self._out.append(text)
        return text

    # ------------------------------------------------------------------ judging

    def judge(self) -> Judging:
        """Ask what is due; gives what may go on then. After a cut `decision` is set, and only a `say` comes."""
        self.is_due = False
        text: str | None = None
        if not self._cut and self._window is not None and self._inquiry is not None:
            text = yield from self._judge_window(self._inquiry, self._window)
        if text is None:
            self._cut = True
            return (yield from self._end())
        self._quick = self._quickly()
        return self._let_out(text) if text else ""

    def _judge_window(self, inquiry: Inquiry, window: Window) -> Generator[Need, Answers, str | None]:
        """What may go on now; None where the text is blocked for certain."""
        shape, certainty = inquiry.shape, inquiry.certainty
        if self._sentences is not None:
            yield from self._sentences.judge(inquiry, window)
        inquiry.begin_unit()
        if window.is_whole_due:
            yield from look_at_text(inquiry, "".join(self._parts))
            window.looked_whole()
        settled = yield from look_at_window(inquiry, window, window.live)
        if any(_blocks(arm, certainty) for arm in shape.arms):
            return None
        # A check that failed may answer about the whole text: until then nothing more goes on.
        self._holds = bool(certainty.failures)
        if self._holds or any(not arm.arm.redacts and certainty.condemns(arm) for arm in shape.arms):
            self._barrier = window.done
            window.looked(settled)
            return ""
        if self._sentences is not None:
            settled = min(settled, self._sentences.start)
        if self._json is not None:
            settled = min(settled, self._json.live)
        given = release(window, shape, certainty, max(settled, window.done))
        self._barrier = given.until if given.joined else given.barrier
        self._awaited = settled if given.joined else None
        window.looked(settled if given.barrier is not None else given.until)
        return (yield from self._pass_on(inquiry, window, given))

    def _pass_on(self, inquiry: Inquiry, window: Window, given: Release) -> Generator[Need, Answers, str | None]:
        window.hand_on(given.until)
        if self._echo is None:
            if not given.inserted:
                return given.text
            self._echo = Echo(inquiry, "".join(self._out))
        text = self._echo.take(given.text, given.inserted)
        if not self._echo.is_due:
            return text
        more = yield from self._echo.look()
        return None if more is None else text + more

    # ------------------------------------------------------------------ the end

    def conclude(self) -> Judging:
        """The text has ended: the whole of it is judged, and the rest of what may be shown goes out."""
        if self.decision is not None:
            return ""
        if self._out and not self._holds and self._sentences is not None and not self._cut:
            # What went out rests on single sentences: the last one counts like them.
            assert self._window is not None and self._inquiry is not None
            yield from self._sentences.judge(self._inquiry, self._window, last=True)
        return (yield from self._end())

    def _end(self) -> Judging:
        text = need_text("".join(self._parts), "the answer")
        released = "".join(self._out)
        seen = self._seen() if released or self._cut else Seen()

        def conclude(decision: Decision) -> Decision:
            ended = concluded(decision, released, must_block=self._cut)
            return ended._replace(released=len(released)) if self._gone else ended

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
        if self._inquiry is None:
            return Seen()
        certainty = self._inquiry.certainty
        # Where the stream was not cut for it, a check that failed on the way may answer about the whole text.
        return Seen(certainty.scores, certainty.places, certainty.failures if self._cut else {}, self._cut)


def _is_broken(chunk: str) -> bool:
    """Whether it holds half of a surrogate pair, over which every check fails."""
    return any("\ud800" <= character <= "\udfff" for character in chunk)


def _blocks(arm: StreamArm, certainty: Certainty) -> bool:
    """Whether the arm blocks for certain: it holds, or its checks have failed and its rule blocks for that."""
    value = certainty.value(arm)
    if value == TRUE:
        return not arm.arm.redacts
    if value & PENDING:
        return False
    error, timeout = value & ERROR, value & TIMEOUT
    return bool((error and arm.rule.on_error == BLOCK) or (timeout and arm.rule.on_timeout == BLOCK))
