"""What starting costs: whole processes, CPU seconds as the operating system counts them.

    python -m benchmarks.startup [--runs N] [--policy FILE]

Bare Python, `import guardrail`, `guardrail --version` and `guardrail validate` of one short text take turns.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

REPLY = '{"subject": "Your parcel", "greeting": "Dear customer", "paragraphs": ["It is on its way."]}'


def cpu_seconds(command: list[str]) -> float:
    """User and system CPU time of one process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--policy", default="policies/support.guard")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        reply = Path(name) / "reply.txt"
        reply.write_text(REPLY, "utf-8")
        python = sys.executable
        validate = [arguments.policy, str(reply), "--stage", "output", "--request", "locale=en"]
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "import guardrail": [python, "-c", "import guardrail"],
            "guardrail --version": [python, "-m", "guardrail", "--version"],
            "validate, chat": [python, "-m", "guardrail", "validate", *validate, "--request", "channel=chat"],
            "validate, email with schema": [
                python,
                "-m",
                "guardrail",
                "validate",
                *validate,
                "--request=channel=email",
            ],
        }
        times: dict[str, list[float]] = {label: [] for label in commands}
        for _ in range(arguments.runs + 1):
            for label, command in commands.items():
                times[label].append(cpu_seconds(command))
    bare = statistics.median(times["python -c pass"][1:])
    print(f"{'':<30}{'CPU ms':>9}{'over bare':>11}{'× bare':>9}")
    for label, values in times.items():
        median = statistics.median(values[1:])
        print(f"{label:<30}{median * 1e3:>9.1f}{(median - bare) * 1e3:>11.1f}{median / bare:>9.1f}")


if __name__ == "__main__":
    main()
