"""Completion scripts, made from the commands' own parsers so that they never fall behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guardrail.cli.shell import catalogue
from guardrail.cli.shell.parsing import OneOf, build_parser


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command: its names, what it is, and the values it takes where they are known."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """A command as completion needs it; `words` are values of its first positional argument."""

    name: str
    summary: str
    options: tuple[Option, ...]
    words: tuple[str, ...] = ()


def script(shell: str) -> str:
    """The script for bash, zsh or fish."""
    commands = [_described(name) for name in catalogue.names()]
    lines = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands)
    return "\n".join(lines) + "\n"


def _described(name: str) -> Described:
    command = catalogue.find(name)
    assert command is not None
    options: list[Option] = []
    words: tuple[str, ...] = ()
    for action in build_parser(command).known:
        values = action.type.names if isinstance(action.type, OneOf) else ()
        if action.option_strings:
            takes_value = action.nargs != 0
            options.append(Option(tuple(action.option_strings), action.help or "", takes_value, values))
        elif values:
            words = values
    return Described(name, command.summary, tuple(options), words)


def _bash(commands: list[Described]) -> Iterator[str]:
    names = " ".join(command.name for command in commands)
    yield "# bash completion for guardrail"
    yield "_guardrail() {"
    yield '  local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    COMPREPLY=($(compgen -W "{names} --help --version" -- "$current")); return'
    yield "  fi"
    yield '  case "${COMP_WORDS[1]} $previous" in'
    for command in commands:
        for option in command.options:
            for name in option.names if option.values else ():
                values = " ".join(option.values)
                yield f'    "{command.name} {name}") COMPREPLY=($(compgen -W "{values}" -- "$current")); return;;'
    yield "  esac"
    yield '  case "${COMP_WORDS[1]} $current" in'
    for command in commands:
        options = " ".join(name for option in command.options for name in option.names)
        yield f'    "{command.name} -"*) COMPREPLY=($(compgen -W "{options}" -- "$current")); return;;'
        if command.words:
            words = " ".join(command.words)
            yield f'    "{command.name} "*) COMPREPLY=($(compgen -W "{words}" -- "$current")); return;;'
    yield "  esac"
    yield '  COMPREPLY=($(compgen -f -- "$current"))'
    yield "}"
    yield "complete -o filenames -F _guardrail guardrail"


def _zsh(commands: list[Described]) -> Iterator[str]:
    yield "#compdef guardrail"
    yield "_guardrail() {"
    yield "  if (( CURRENT == 2 )); then"
    yield "    local -a commands"
    yield "    commands=("
    yield from (f"      {_quoted(f'{command.name}:{command.summary}')}" for command in commands)
    yield "    )"
    yield "    _describe command commands"
    yield "    return"
    yield "  fi"
    yield "  local command=$words[2]"
    yield "  shift words; (( CURRENT-- ))"
    yield "  case $command in"
    for command in commands:
        yield f"    {command.name})"
        yield "      _arguments \\"
        for option in command.options:
            for name in option.names:
                # Brackets and colons have a meaning of their own in a specification.
                help = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
                value = f":value:({' '.join(option.values)})" if option.values else ":value:_files"
                specification = f"*{name}[{help}]" + (value if option.takes_value else "")
                yield f"        {_quoted(specification)} \\"
        words = f"*:word:({' '.join(command.words)})" if command.words else "*:file:_files"
        yield f"        {_quoted(words)}"
        yield "      ;;"
    yield "  esac"
    yield "}"
    yield '_guardrail "$@"'


def _fish(commands: list[Described]) -> Iterator[str]:
    yield "# fish completion for guardrail"
    for command in commands:
        yield f"complete -c guardrail -f -n __fish_use_subcommand -a {command.name} -d {_quoted(command.summary)}"
    for command in commands:
        condition = _quoted(f"__fish_seen_subcommand_from {command.name}")
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = (
                f" -x -a {_quoted(' '.join(option.values))}" if option.values else " -r" if option.takes_value else ""
            )
            yield f"complete -c guardrail -n {condition} {names}{value} -d {_quoted(option.help)}"
        if command.words:
            yield f"complete -c guardrail -f -n {condition} -a {_quoted(' '.join(command.words))}"


def _quoted(text: str) -> str:
    """A word for a shell, in single quotes."""
    return "'" + text.replace("'", "'\\''") + "'"
