"""`guardrail validate`: judge texts by a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guardrail.cli.shell.command import Command, Example

if TYPE_CHECKING:
    import argparse

    from guardrail.cli.shell.parsing import Parser

MOST_JOBS: Final = 64
STAGES: Final = ("input", "output", "retrieval", "tool_call", "tool_result")


def add_arguments(parser: Parser) -> None:
    """The arguments of `guardrail validate`."""
    from guardrail.cli.shell.parsing import OneOf, WholeNumber

    parser.add_argument("policy_path", metavar="POLICY", help="a policy file, or a folder of them")
    parser.add_argument("files", metavar="FILE", nargs="*", help="texts to judge; `-` or none: standard input")
    parser.add_argument("--stage", type=OneOf(STAGES), help="where in the application the texts stand")
    parser.add_argument("--policy", metavar="NAME", help="which policy, where the file holds several")
    parser.add_argument(
        "--request",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="a request fact, for every text; repeatable",
    )
    parser.add_argument(
        "--attempt", metavar="N", type=WholeNumber(1, 1000), default=1, help="the attempt of a reask loop"
    )
    parser.add_argument("--system", metavar="TEXT|@FILE", help="the system prompt that the model was given")
    parser.add_argument("--tool", metavar="NAME", help="the tool, at `tool_call` and `tool_result`")
    parser.add_argument(
        "--stdin", type=OneOf(("text", "jsonl")), default="text", help="how standard input is read (default: text)"
    )
    parser.add_argument(
        "--format",
        type=OneOf(("text", "json", "jsonl", "github"), coming=("sarif", "junit")),
        default="text",
        help="of the output (default: text)",
    )
    parser.add_argument(
        "--fail-on",
        type=OneOf(("flag", "fix", "reask", "block")),
        default="fix",
        help="the action from which on a text fails (default: fix)",
    )
    parser.add_argument(
        "--timed", action="store_true", help="let checks time out, as in a request (default: every check ends)"
    )
    parser.add_argument("--jobs", metavar="N", type=WholeNumber(1, MOST_JOBS), default=1, help="processes (default: 1)")
    parser.add_argument(
        "--examples", metavar="N", type=WholeNumber(0, 100), default=3, help="examples a rule (default: 3)"
    )
    parser.add_argument("--progress", action="store_true", default=True, help="a progress line on a terminal (default)")
    parser.add_argument("--no-progress", dest="progress", action="store_false", help="no progress line")
    parser.add_argument("--log", metavar="FILE", help="append the record of each decision as JSON Lines")


def run(arguments: argparse.Namespace) -> int:
    """Judge the texts; the exit status says what came of it."""
    from guardrail.cli.shell.console import open_console
    from guardrail.cli.validation.running import Options, validate

    options = Options(
        policy_path=arguments.policy_path,
        names=tuple(arguments.files),
        stage=arguments.stage,
        policy=arguments.policy,
        request=tuple(arguments.request),
        attempt=arguments.attempt,
        system=arguments.system,
        tool=arguments.tool,
        standard_input=arguments.stdin,
        format=arguments.format,
        fail_on=arguments.fail_on,
        jobs=arguments.jobs,
        progress=arguments.progress,
        examples=arguments.examples,
        log=arguments.log,
        timed=arguments.timed,
    )
    return validate(options, open_console(arguments.color))


COMMAND = Command(
    name="validate",
    summary="judge texts by a policy",
    add_arguments=add_arguments,
    run=run,
    examples=(
        Example(
            "guardrail validate policies/support.guard answer.txt --stage output --request channel=chat",
            "judge one answer, with what is known about the request",
        ),
        Example(
            "guardrail validate policies/baseline.guard answers.jsonl.gz --stage output --jobs 4",
            "judge the answers of a file, one JSON object a line, and summarise",
        ),
        Example(
            "echo 'My card is 4111 1111 1111 1111' | guardrail validate policies/baseline.guard - --stage input",
            "judge what comes through a pipe",
        ),
        Example(
            "guardrail validate policies/baseline.guard answers.jsonl --stage output --format jsonl > decisions.jsonl",
            "one decision a line, for other programs",
        ),
    ),
    details="""\
.jsonl and .jsonl.gz files hold one JSON object a line, with the text under `text`, or under
`input`, `output`, `context`, `args` as the stage has it, and beside it `question`, `system`,
`context`, `tool`, `history`, `request`, `attempt` and `id` where they are known. Any other file
is one text. A folder stands for its .txt, .md, .jsonl and .jsonl.gz files.

A stage's `within` is for requests: here every check runs to its end, so that what comes of a text
does not depend on the machine. The summary counts the texts that took longer.

exit status: 0 nothing failed, 1 some text did, 2 usage, policy or input error, 3 some check
could not run, whatever was then decided. 2 goes before 3, 3 before 1.""",
)
