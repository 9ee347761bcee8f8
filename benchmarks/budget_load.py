"""Whether `within 100ms` is kept under load, with every kind of check, by 1, 2, 4 and 8 callers at once.

    python -m benchmarks.budget_load [--seconds N] [--callers N …] [--html FILE] [--json FILE]

Callers judge texts of 50 to 20,000 characters one after the other, each in a thread. A control thread does nothing but
sleep and look at the clock: a call during which it woke more than 2 ms late met a stall that no engine could help, and
is counted apart. Printed are the share of calls over the budget + 2 ms with and without those, and what did not run.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import guardrail
from benchmarks.histogram import histogram_page
from guardrail.compiler.front import analyse
from guardrail.decision import Decision
from guardrail.engine.shortfalls import is_shortfall
from guardrail.evaluate.profiling.samples import GIVEN, prose

WITHIN_MS = 100.0
TOLERANCE_MS = 2.0
STALL_MS = 2.0
SHORT = 500
SHORTEST, LONGEST = 50, 20_000
POLICY = """guard 1
list names = ["Globex", "Initech", "Hooli", "Acme Travel", "Umbra Foods"] matching any_case, plurals, disguised
list misspelt = ["Vandelay", "Wonka Sweets"] matching whole_words, any_case, typos 1
list hosts = ["example.com", "example.org"]
list medicine = ["which dose of this medicine is safe", "side effects of a drug", "symptoms of an illness"]
policy load {
  on error block
  on timeout flag
  on output within 100ms limit 20000 chars {
    rule names { redact if mentions(names) }
    rule misspelt { flag if mentions(misspelt) }
    rule patterns { flag if matches("(?i)\\b(drop|truncate)\\s+table\\b") }
    rule sentence { flag if not contains("This is general information and no advice.") }
    rule personal { redact if pii(email, phone, card_number, iban, ip_address, date_of_birth) }
    rule secret { redact if secrets(api_key, private_key, jwt) }
    rule links { flag if links(deny: hosts) }
    rule hidden { flag if hidden_text() }
    rule size { flag if length(max: 15000) }
    rule language { flag if not language("en") }
    rule prompt { flag if repeats(system, words: 8) }
    rule shape { flag if json_schema("reply.json", around: prose) }
    rule rude { flag if toxicity >= likely }
    rule orders { flag if injection >= likely }
    rule health { flag if topic(medicine) >= 0.7 }
    rule grounded { flag if grounding(against: context) < 0.5 }
  }
}
"""
MODELS = ("toxicity", "injection", "topic", "grounding")


@dataclass(frozen=True, slots=True)
class Called:
    """One call: when it began and ended (seconds), how long its text was, and which checks timed out."""

    began: float
    ended: float
    characters: int
    late: tuple[str, ...]

    @property
    def milliseconds(self) -> float:
        return 1000 * (self.ended - self.began)

    @property
    def is_over(self) -> bool:
        """Whether it took longer than its budget, with what is forgiven."""
        return self.milliseconds > WITHIN_MS + TOLERANCE_MS


@dataclass(slots=True)
class Control:
    """The thread that does nothing: `stalls` are when it should have woken and when it did."""

    stop: threading.Event = field(default_factory=threading.Event)
    stalls: list[tuple[float, float]] = field(default_factory=list)

    def run(self) -> None:
        """Sleep and look, until told to stop."""
        while not self.stop.is_set():
            due = time.perf_counter() + 0.001
            time.sleep(0.001)
            woke = time.perf_counter()
            if woke - due > STALL_MS / 1000:
                self.stalls.append((due, woke))


def load() -> Any:
    """The guard under load, without the rules of models that are not installed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in GIVEN.items():
            (folder / file).write_bytes(content)
        policy = POLICY
        notes = analyse(folder / "load.guard", text=policy, root=folder, lints=False).diagnostics
        for model in MODELS:
            if any(found.code == "G703" and f"`{model}`" in found.message for found in notes):
                print(f"the model `{model}` is not installed: its rule is left out")
                kept = [line for line in policy.splitlines() if f"if {model}" not in line]
                policy = "\n".join(line for line in kept if model != "topic" or "list medicine" not in line) + "\n"
        (folder / "load.guard").write_text(policy, "utf-8")
        return guardrail.load(folder / "load.guard")


def measure(guard: Any, callers: int, seconds: float) -> tuple[list[Called], Control]:
    """What so many callers saw in so many seconds."""
    control = Control()
    watcher = threading.Thread(target=control.run, daemon=True)
    watcher.start()
    until = time.perf_counter() + seconds
    calls: list[list[Called]] = [[] for _ in range(callers)]
    threads = [threading.Thread(target=_call, args=(guard, number, until, calls[number])) for number in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    control.stop.set()
    watcher.join()
    return [called for own in calls for called in own], control


def _call(guard: Any, caller: int, until: float, calls: list[Called]) -> None:
    chosen = random.Random(caller)
    seed = 10_000_000 * caller
    system = prose(600, 1)
    while time.perf_counter() < until:
        seed += 1
        characters = int(SHORTEST * (LONGEST / SHORTEST) ** chosen.random())
        text = prose(characters, seed, hits=seed % 2 == 0)
        context = [prose(800, seed + 1)]
        began = time.perf_counter()
        decision: Decision = guard.output(text, system=system, context=context)
        ended = time.perf_counter()
        late = tuple(entry.split(" (")[0] for entry in decision.budget.skipped if is_shortfall(entry))
        calls.append(Called(began, ended, characters, late))


def report(callers: int, calls: Sequence[Called], control: Control) -> dict[str, Any]:
    """Print what came of one run, and give it as JSON values."""
    ends = [woke for _, woke in control.stalls]
    stalled = [called for called in calls if _met_stall(called, control.stalls, ends)]
    left_out = set(stalled)
    calm = [called for called in calls if called not in left_out]
    short = [called for called in calls if called.characters <= SHORT]
    times = sorted(called.milliseconds for called in calls)
    row = {
        "callers": callers,
        "calls": len(calls),
        "over": sum(called.is_over for called in calls),
        "stalled": len(stalled),
        "over_without_stalls": sum(called.is_over for called in calm),
        "p50_ms": round(times[len(times) // 2], 1),
        "p99_ms": round(times[int(len(times) * 0.99)], 1),
        "most_ms": round(times[-1], 1),
        "short": len(short),
        "short_complete": sum(not called.late for called in short),
        "timed_out": dict(Counter(name.split(":")[0] for called in calls for name in called.late).most_common()),
        "incomplete": sum(bool(called.late) for called in calls),
    }
    print(f"{callers} callers: {len(calls):,} calls, {len(stalled):,} of them met a stall")
    print(f"    over {WITHIN_MS:g} + {TOLERANCE_MS:g} ms: {_share(row['over'], len(calls))}")
    print(f"    without those that met a stall: {_share(row['over_without_stalls'], len(calm))}")
    print(f"    p50 {row['p50_ms']} ms, p99 {row['p99_ms']} ms, most {row['most_ms']} ms")
    print(f"    every check ran on {_share(row['short_complete'], len(short))} of the texts up to {SHORT} characters")
    print(
        f"    something timed out on {_share(row['incomplete'], len(calls))} of all texts: {row['timed_out']}",
        flush=True,
    )
    return row


def _met_stall(called: Called, stalls: Sequence[tuple[float, float]], ends: Sequence[float]) -> bool:
    """Whether the control thread was late while the call ran."""
    place = bisect_left(ends, called.began)
    return place < len(stalls) and stalls[place][0] < called.ended


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({100 * part / whole:.3f} %)" if whole else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="of each run (default: 60)")
    parser.add_argument("--callers", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--html", type=Path, help="write a histogram here")
    parser.add_argument("--json", type=Path, help="write the figures here")
    arguments = parser.parse_args()
    guard = load()
    # What is loaded when it is first needed is no part of a budget.
    _call(guard, 99, time.perf_counter() + min(5.0, arguments.seconds), [])
    rows, times = [], {}
    for callers in arguments.callers:
        calls, control = measure(guard, callers, arguments.seconds)
        rows.append(report(callers, calls, control))
        times[f"{callers} callers"] = [called.milliseconds for called in calls]
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1), "utf-8")
    if arguments.html:
        page = histogram_page("Milliseconds a call took", times, mark=WITHIN_MS)
        arguments.html.write_text(page, "utf-8")
        print(f"wrote {arguments.html}")


if __name__ == "__main__":
    main()
