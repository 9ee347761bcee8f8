"""What the classifiers cost: per length, on one thread and two, cold and warm, in memory, over real answers.

    python -m benchmarks.model_speed [--data DIR] [--rounds N] [--skip PART …] [--out DIR]

Times are CPU times unless they say otherwise: the median of the rounds. `--data` adds real answers cut to 500
characters. Writes a table and a plot.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.model_texts import answer_of, text_of
from benchmarks.reports import RESULTS, at_least_one, machine, plot_lines, table, write_text
from guardrail.models import weights
from guardrail.models.encoder import Encoder, padded
from guardrail.models.preparing import prepare
from guardrail.models.problems import ModelProblem
from guardrail.models.sessions import open_session
from guardrail.models.windows import windows
from guardrail.models.wordpiece import WordPiece

LENGTHS = (16, 32, 64, 128, 256, 512)
PARTS = ("lengths", "threads", "grounding", "prose", "cold", "memory")
_PROSE = 500

_EXAMPLES = """examples:
  python -m benchmarks.model_speed --data data
  python -m benchmarks.model_speed --rounds 5 --skip cold memory
"""

_COLD = """
import time
started = time.perf_counter(), time.process_time()
import guardrail
guard = guardrail.load({policy!r})
loaded = time.perf_counter(), time.process_time()
guard.output("Where is my parcel? It should have come on Monday.")
ended = time.perf_counter(), time.process_time()
print(*(1000 * (b - a) for a, b in zip((*started, *loaded), (*loaded, *ended))))
"""
_MEMORY = """
import pathlib, resource
from guardrail.models import score
{load}
status = pathlib.Path("/proc/self/status")
if status.is_file():
    # What getrusage says holds the parent's memory too, from before this program took over.
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    print(int(line.split()[1]) / 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024)
"""
_LOADS = {
    "the classifiers' code alone": "",
    "toxicity and injection": 'score("toxicity", ["You are late. " * 60]); score("injection", ["hello"])',
    "grounding as well": 'score("toxicity", ["You are late. " * 60]); score("injection", ["hello"])\n'
    'score("grounding", [{"context": "The shop opens at nine. " * 80, "answer": "It opens at ten every day."}])',
}
_POLICY = """guard 1
policy cold {
  on error block
  on timeout block
  on output within 500ms limit 6000 chars {
    rule no_toxicity { block if toxicity >= likely }
    rule no_injection { block if injection >= likely }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of CPU and of wall time, medians."""

    cpu: float
    wall: float


def cost(calls: Iterable[Callable[[], object]]) -> Cost:
    """What one call costs; each is another one, so that nothing is remembered from one to the next."""
    found = []
    for call in calls:
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        found.append((time.process_time() - cpu, time.perf_counter() - wall))
    return Cost(*(1000 * statistics.median(column) for column in zip(*found, strict=True)))


def by_length(rounds: int, skip: set[str]) -> tuple[str, dict[str, dict[float, float]]]:
    """Toxicity, injection and embedding of a text together: as the package runs it, and the bare model on threads."""
    words = WordPiece.load(weights.weight_file("vocab.txt"))
    encoder = Encoder(open_session(weights.weight_file("guard.onnx")), words)
    sessions = {} if "threads" in skip else {number: _bare_session("guard.onnx", number) for number in (1, 2)}
    head = ["tokens", "CPU ms", "wall ms", *(f"model alone, {n} thread(s), wall ms" for n in sessions)]
    names = {number: f"model alone, {number} thread(s), wall" for number in sessions}
    lines = []
    drawn: dict[str, dict[float, float]] = {name: {} for name in ("the package, CPU", *names.values())}
    for tokens in LENGTHS:
        texts = [text_of(tokens - 2, lambda text: len(words.encode(text)), seed) for seed in range(rounds + 1)]
        encoder.read([texts.pop()])
        whole = cost(partial(encoder.read, [text]) for text in texts)
        drawn["the package, CPU"][tokens] = whole.cpu
        line = [str(tokens), f"{whole.cpu:.2f}", f"{whole.wall:.2f}"]
        inputs = [[padded([window.ids]) for window in windows(prepare(text), words)] for text in texts]
        for number, session in sessions.items():
            bare = cost(partial(_run, session, ids) for ids in inputs)
            drawn[names[number]][tokens] = bare.wall
            line.append(f"{bare.wall:.2f}")
        lines.append(line)
    return table(head, lines), drawn


def of_grounding(rounds: int) -> str:
    """A 5-sentence answer against 2,000 tokens of passages."""
    from guardrail.models.grounding.reading import CrossEncoder
    from guardrail.models.grounding.scorer import Scorer
    from guardrail.models.grounding.stack import shipped

    words = WordPiece.load(weights.weight_file("vocab.txt"))
    session = open_session(weights.weight_file("ground.onnx"))
    passages = [text_of(500, lambda text: len(words.encode(text)), seed) for seed in range(4)]

    def judge(seed: int) -> object:
        # A new memory each time: what is judged again costs nothing.
        return Scorer(words, CrossEncoder(session), shipped()).judge(answer_of(5, seed), passages)

    judge(99)
    found = cost(partial(judge, seed) for seed in range(rounds))
    line = ["5 sentences against 2,000 tokens", f"{found.cpu:.1f}", f"{found.wall:.1f}"]
    return table(["grounding", "CPU ms", "wall ms"], [line])


def of_prose(data: Path, number: int) -> str:
    """Real answers cut to 500 characters, one after the other."""
    from guardrail.training.given_data import read_objects

    words = WordPiece.load(weights.weight_file("vocab.txt"))
    encoder = Encoder(open_session(weights.weight_file("guard.onnx")), words)
    texts = list({row["text"][:_PROSE]: None for row in read_objects(data, "prose")})
    chosen = texts[:: max(1, len(texts) // number)][:number]
    encoder.read(chosen[:1])
    times = []
    for text in chosen[1:]:
        started = time.process_time()
        encoder.read([text])
        times.append(1000 * (time.process_time() - started))
    percentile = statistics.quantiles(times, n=20)[-1]
    line = [f"{len(times):,}", f"{statistics.mean(times):.2f}", f"{statistics.median(times):.2f}", f"{percentile:.2f}"]
    return table(["answers of up to 500 characters", "mean CPU ms", "median", "95th percentile"], [line])


def of_cold_start(rounds: int, folder: Path) -> str:
    """A fresh process: import, load a policy with both classifiers, first verdict."""
    policy = folder / "cold.guard"
    policy.write_text(_POLICY, "utf-8")
    runs = [_python(_COLD.format(policy=str(policy))) for _ in range(rounds)]
    wall_load, cpu_load, wall_first, cpu_first = (statistics.median(column) for column in zip(*runs, strict=True))
    lines = [
        ["import and load", f"{cpu_load:.0f}", f"{wall_load:.0f}"],
        ["first verdict", f"{cpu_first:.0f}", f"{wall_first:.0f}"],
        ["together", f"{cpu_load + cpu_first:.0f}", f"{wall_load + wall_first:.0f}"],
    ]
    return table(["cold start", "CPU ms", "wall ms"], lines)


def of_memory() -> str:
    """Peak resident memory of a fresh process."""
    lines = [[name, f"{_python(_MEMORY.format(load=load))[0]:.0f}"] for name, load in _LOADS.items()]
    return table(["loaded and asked once", "resident MB, peak"], lines)


def _python(code: str) -> list[float]:
    """The numbers that a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"error: a fresh process failed: {done.stderr.decode().strip().splitlines()[-1]}")
    return [float(word) for word in done.stdout.split()]


def _run(session: Any, windows: Sequence[Any]) -> None:
    for ids in windows:
        session.run(None, {"ids": ids})


def _bare_session(name: str, threads: int) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    path = str(weights.weight_file(name))
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def measure(arguments: argparse.Namespace) -> list[str]:
    """The parts of the report, in order; draws the plot."""
    skip = set(arguments.skip)
    parts: list[str] = []
    if "lengths" not in skip:
        lengths, drawn = by_length(arguments.rounds, skip)
        parts += ["## Toxicity, injection and embedding, by length", lengths]
        plot_lines(arguments.out / "model_speed.png", "one text, both classifiers", "tokens", "ms", drawn)
    if "grounding" not in skip:
        parts += ["## Grounding", of_grounding(arguments.rounds)]
    if "prose" not in skip and arguments.data:
        parts += ["## Real answers", of_prose(arguments.data, arguments.prose)]
    if "cold" not in skip:
        arguments.out.mkdir(parents=True, exist_ok=True)
        parts += ["## Cold start", of_cold_start(max(3, arguments.rounds // 4), arguments.out)]
    if "memory" not in skip:
        parts += ["## Memory", of_memory()]
    return parts


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="the folder of labelled data, for real answers")
    parser.add_argument("--rounds", type=at_least_one, default=20, help="how often each is measured (default 20)")
    parser.add_argument("--prose", type=at_least_one, default=500, help="real answers (default 500)")
    parser.add_argument("--skip", nargs="+", choices=PARTS, default=[], help="parts to leave out")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the folder that results are written to")
    arguments = parser.parse_args()
    try:
        parts = measure(arguments)
    except ModelProblem as problem:
        raise SystemExit(f"error: {problem.reason}: {problem.help}") from None
    write_text(arguments.out / "model_speed.md", ["# Speed of the classifiers", machine(), *parts])


if __name__ == "__main__":
    main()
