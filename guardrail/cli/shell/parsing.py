"""Reads a command's arguments: argparse underneath, with our own words and suggestions in every message."""

from __future__ import annotations

import argparse
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from guardrail.cli.shell.command import Command, UsageProblem
from guardrail.cli.shell.width import terminal_width
from guardrail.compiler.suggest import nearest, valid_names_help

_WIDEST_HELP = 100


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneOf:
    """The type of an argument that is one of `names`; `coming` are those that a later version brings."""

    names: tuple[str, ...]
    coming: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        """The name itself; raises `argparse.ArgumentTypeError` for any other."""
        if text in self.names:
            return text
        if text in self.coming:
            known = ", ".join(f"`{name}`" for name in self.names)
            raise argparse.ArgumentTypeError(f"this version does not have `{text}` yet, only {known}")
        raise argparse.ArgumentTypeError(f"`{text}` is unknown; {valid_names_help(text, self.names, 'values')[0]}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WholeNumber:
    """The type of an argument that is a whole number from `minimum` to `maximum`."""

    minimum: int
    maximum: int

    def __call__(self, text: str) -> int:
        """The number; raises `argparse.ArgumentTypeError` for anything else."""
        if re.fullmatch(r"[0-9]{1,9}", text) and self.minimum <= int(text) <= self.maximum:
            return int(text)
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number from {self.minimum} to {self.maximum:,}")


class Parser(argparse.ArgumentParser):
    """An argument parser that raises `UsageProblem` and remembers its arguments for completion and suggestions."""

    def __init__(self, **options: Any) -> None:
        self.known: list[argparse.Action] = []
        super().__init__(**options)

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """`ArgumentParser.add_argument`; an argument of type `OneOf` shows its names in the help."""
        kind = options.get("type")
        if isinstance(kind, OneOf):
            options.setdefault("metavar", "|".join(kind.names))
        action: argparse.Action = super().add_argument(*names, **options)
        self.known.append(action)
        return action

    @property
    def option_names(self) -> list[str]:
        """Every option that the parser knows, long and short."""
        return [name for action in self.known for name in action.option_strings]

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found wrong as a `UsageProblem` in our words."""
        optional = {action.metavar for action in self.known if action.nargs in ("*", "?")}
        raise _in_our_words(message, optional, f"see `{self.prog} --help`")


def build_parser(command: Command) -> Parser:
    """The parser of one command, with `--help` and `--color` added."""
    parser = Parser(
        prog=f"guardrail {command.name}",
        description=_description(command),
        epilog=_epilog(command),
        formatter_class=_formatter,
        allow_abbrev=False,
        add_help=False,
    )
    command.add_arguments(parser)
    parser.add_argument(
        "--color", type=OneOf(("auto", "always", "never")), default="auto", help="colours (default: on a terminal)"
    )
    parser.add_argument("-h", "--help", action="help", help="show this help")
    return parser


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command line; raises `UsageProblem`."""
    parser = build_parser(command)
    # Options may stand between positional arguments: `validate policy.guard --stage input answer.txt`.
    arguments, unknown = parser.parse_known_intermixed_args(list(words))
    if unknown:
        name = unknown[0].split("=", 1)[0]
        if not name.startswith("-"):
            raise UsageProblem(f"`{name}` is one argument too many", f"see `{parser.prog} --help`")
        close = nearest(name, [known for known in parser.option_names if known.startswith("--")])
        help = f"did you mean `{close}`?" if close else f"see `{parser.prog} --help`"
        raise UsageProblem(f"`guardrail {command.name}` has no option `{name}`", help)
    return arguments


def _description(command: Command) -> str:
    return (
        command.summary[0].upper() + command.summary[1:] + "." + (f"\n\n{command.details}" if command.details else "")
    )


def _epilog(command: Command) -> str:
    lines = [f"  {example.line}\n      {example.purpose}" for example in command.examples]
    return "\n".join(["examples:", *lines])


def _formatter(prog: str) -> argparse.HelpFormatter:
    width = min(terminal_width(80), _WIDEST_HELP)
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=28, width=width)


def _in_our_words(message: str, optional: Container[object], help: str) -> UsageProblem:
    if found := re.fullmatch(r"the following arguments are required: (.*)", message):
        # Where options and positional arguments mix, argparse also counts those that may be left out.
        missing = [f"`{name}`" for name in found[1].split(", ") if name not in optional]
        return UsageProblem(f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing", help)
    if found := re.fullmatch(r"argument ([^:]*): (.*)", message, re.DOTALL):
        name, problem = found[1].split("/")[-1], found[2]
        if problem.startswith("expected"):
            return UsageProblem(f"`{name}` needs a value", help)
        if problem.startswith("ignored explicit argument"):
            return UsageProblem(f"`{name}` takes no value", help)
        return UsageProblem(f"`{name}`: {problem}", help)
    return UsageProblem(message, help)
