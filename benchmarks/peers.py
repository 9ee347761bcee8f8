"""The five checks (names, patterns, JSON schema, disclaimer, length) through other guardrail systems, in one process.

    python -m benchmarks.peers [--rounds N] [--only NAME]

Every system gets the same 100 names, 10 patterns, schema, disclaimer and bounds, through what it has for them; what it
lacks is written by hand with the standard library and `jsonschema`, as its documentation tells its users to. A system
that is not installed is left out, and one that answers wrongly on a text that it should pass or stop is told instead of
timed. Figures are medians of process CPU time, since some of them work in threads of their own; the systems take turns,
and the ratio is to this engine. What they would report to their makers is switched off.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import guardrail
from benchmarks.five_checks import write_policies
from benchmarks.peer_workload import (
    DISCLAIMER,
    DOCUMENT,
    LENGTHS,
    PATTERNS,
    SCHEMA,
    company_names,
    has_disclaimer,
    has_length,
    names_expression,
    schema_check,
    texts_of,
)

Engine = Callable[[str, str], bool]
"""Whether a text and a JSON document pass all five checks."""


# ------------------------------------------------------------------ the systems


def build_engine() -> Engine:
    """This engine: two policies, one for the text, one for the document."""
    with tempfile.TemporaryDirectory() as name:
        write_policies(Path(name), company_names(), list(PATTERNS), SCHEMA, DISCLAIMER)
        texts = guardrail.load(Path(name) / "text.guard")
        documents = guardrail.load(Path(name) / "document.guard")

    def judge(text: str, document: str) -> bool:
        actions = texts.output(text).action, documents.output(document).action
        return actions == ("allow", "allow")

    return judge


def build_guardrails_ai() -> Engine:
    """Guardrails AI: a validator a check, written as its documentation shows; two guards.

    All validators are handed to one `use`: of several calls only the last counts.
    """
    from guardrails import Guard
    from guardrails.validators import FailResult, PassResult, Validator, register_validator

    def validator(name: str, holds: Callable[[str], bool]) -> Any:
        @register_validator(name=f"benchmark/{name}", data_type="string")
        class Check(Validator):  # type: ignore[misc, valid-type]
            def _validate(self, value: Any, metadata: dict[str, Any]) -> Any:
                return PassResult() if holds(value) else FailResult(error_message=name)

        return Check(on_fail="noop")

    named = re.compile(names_expression())
    checks = [validator("names", lambda text: named.search(text) is None)]
    for number, pattern in enumerate(map(re.compile, PATTERNS)):
        checks.append(validator(f"pattern_{number}", lambda text, found=pattern: found.search(text) is None))
    checks += [validator("disclaimer", has_disclaimer), validator("length", has_length)]
    texts = Guard().use(*checks)
    documents = Guard().use(validator("schema", schema_check()))

    def judge(text: str, document: str) -> bool:
        outcomes = texts.validate(text), documents.validate(document)
        return all(outcome.validation_passed for outcome in outcomes)

    return judge


def build_llm_guard() -> Engine:
    """LLM Guard: its scanners for substrings and expressions; it has none for schemas, required texts and lengths."""
    from llm_guard.output_scanners import BanSubstrings, Regex

    names = BanSubstrings(substrings=company_names(), match_type="word", case_sensitive=False, redact=False)
    patterns = Regex(patterns=list(PATTERNS), is_blocked=True, match_type="search", redact=False)
    conforms = schema_check()

    def judge(text: str, document: str) -> bool:
        passed = names.scan("", text)[1], patterns.scan("", text)[1], has_disclaimer(text), has_length(text)
        return all(passed) and conforms(document)

    return judge


def build_nemo() -> Engine:
    """NeMo Guardrails: its rail for expressions, and an action of one's own for what it lacks; output rails alone."""
    from nemoguardrails import LLMRails, RailsConfig

    expressions = json.dumps([*PATTERNS, names_expression()])
    settings = f"""
models: []
rails:
  config:
    regex_detection:
      output:
        patterns: {expressions}
  output:
    flows:
      - regex check output
      - check the rest
"""
    colang = """
define bot refuse to respond
  "refused"

define subflow check the rest
  $passed = execute check_the_rest
  if not $passed
    bot refuse to respond
    stop
"""
    conforms = schema_check()
    waiting: list[str] = []

    async def check_the_rest(context: dict[str, Any] | None = None) -> bool:
        text = (context or {}).get("bot_message") or ""
        return all((has_disclaimer(text), has_length(text), conforms(waiting[0])))

    rails = LLMRails(RailsConfig.from_content(colang_content=colang, yaml_content=settings))
    rails.register_action(check_the_rest, "check_the_rest")

    def judge(text: str, document: str) -> bool:
        waiting[:] = [document]
        messages = [{"role": "user", "content": "?"}, {"role": "assistant", "content": text}]
        answer = rails.generate(messages=messages, options={"rails": ["output"]})
        return bool(answer.response[-1]["content"] == text)

    return judge


SYSTEMS: dict[str, Callable[[], Engine]] = {
    "engine": build_engine,
    "guardrails-ai": build_guardrails_ai,
    "llm-guard": build_llm_guard,
    "nemoguardrails": build_nemo,
}


# ------------------------------------------------------------------ the run


def wrong_answer(engine: Engine) -> str:
    """What an engine gets wrong, in words; empty where all is right."""
    texts = texts_of(LENGTHS[0])
    if not engine(texts.clean, DOCUMENT):
        return "it stops a text without a fault"
    passed = [what for what, text in texts.wrong.items() if engine(text, DOCUMENT)]
    if engine(texts.clean, DOCUMENT.replace('"sent"', '"lost"')):
        passed.append("a document that does not conform")
    return f"it passes {', '.join(passed)}" if passed else ""


def built(wanted: str | None) -> dict[str, Engine]:
    """The systems that are installed and answer rightly; each of the others gets a line."""
    found: dict[str, Engine] = {}
    for name, build in SYSTEMS.items():
        if wanted is not None and name not in ("engine", wanted):
            continue
        try:
            engine = build()
        except ImportError as problem:
            print(f"{name} is left out: it needs `{problem.name or 'a package'}`, which is not installed")
            continue
        wrong = wrong_answer(engine)
        if wrong:
            print(f"{name} is left out: {wrong}")
        else:
            found[name] = engine
    return found


def medians(calls: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median process CPU seconds of one call of each, the calls taking turns."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            started, count = time.process_time(), 0
            # The clock has steps of its own: at least a millisecond is measured.
            while time.process_time() - started < 1e-3:
                call()
                count += 1
            times[name].append((time.process_time() - started) / count)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30, help="how often the systems take turns (default: 30)")
    parser.add_argument("--only", choices=[name for name in SYSTEMS if name != "engine"], help="compare with one alone")
    arguments = parser.parse_args()
    # The systems log every call, which would be timed as well.
    logging.disable(logging.CRITICAL)
    for switch in ("OTEL_SDK_DISABLED", "DO_NOT_TRACK"):
        os.environ[switch] = "true"
    engines = built(arguments.only)
    print(f"{'text':<14}" + "".join(f"{name + ' µs':>20}{'ratio':>8}" for name in engines))
    for kind in ("clean", "a name"):
        for length in LENGTHS:
            texts = texts_of(length)
            text = texts.clean if kind == "clean" else texts.wrong[kind]
            calls = {name: (lambda run=run, text=text: run(text, DOCUMENT)) for name, run in engines.items()}
            times = medians(calls, arguments.rounds)
            cells = "".join(f"{times[n] * 1e6:>20,.1f}{times[n] / times['engine']:>8.1f}" for n in engines)
            print(f"{kind + ' ' + str(length):<14}{cells}", flush=True)


if __name__ == "__main__":
    main()
