"""The guard of the policy root: every file that a policy names is read here, and nowhere else.

Policy files are untrusted: a path is relative, stays inside the root after its symbolic links are resolved, and
names a regular file of bounded size. A problem never shows what a file holds, nor where the root lies.
"""

from __future__ import annotations

import errno
import hashlib
import os
import posixpath
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from guardrail.compiler.suggest import nearest, valid_names_help

MAX_BYTES = 8 * 1024 * 1024
"""The largest file a policy may name."""
SHIPPED = "guardrail:"
"""What a path to a file that comes with guardrail begins with."""
DATA_SUFFIXES = (".txt", ".csv", ".yaml", ".md", ".json")
"""What a shipped file may be, in the order that is tried when a path gives no suffix."""
RELATIVE = "paths are relative to the policy file that names them"
"""The help where nothing more exact is known."""
_LONGEST_PATH = 1_000
_MOST_NEIGHBOURS = 2_000
_ROOT_MARKS = ("guardrail.toml", ".git")


class FileProblem(Exception):
    """A file that cannot be used: `message` completes `` `path` … ``, `help` says what to do next."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReadFile:
    """A file that was read: `name` is its path from the policy root (or `guardrail:…`), `sha256` in hex."""

    content: bytes
    name: str
    sha256: str
    path: Path


def root_for(path: Path) -> Path:
    """The policy root of what a caller named: a folder itself, else the nearest marked folder above the file.

    A folder is marked by `guardrail.toml` or `.git`; without one the file's own folder is the root.
    """
    if path.is_dir():
        return path.resolve()
    folder = path.parent.resolve()
    for candidate in (folder, *folder.parents):
        if any((candidate / mark).exists() for mark in _ROOT_MARKS):
            return candidate
    return folder


def shipped_folder() -> Path:
    """Where the shipped policies lie: package data of an installed wheel, else the checkout's `policies/`."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "policies"
    return installed if installed.is_dir() else package.parent / "policies"


def shown_path(root: Path, name: str) -> str:
    """How people see the file called `name`: relative to the working directory where it lies below it."""
    if name.startswith(SHIPPED):
        return name
    try:
        return (root / name).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return name


def as_text(file: ReadFile) -> str:
    """The UTF-8 text of a file without its byte order mark; raises `FileProblem` for anything else."""
    if file.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileProblem("is UTF-16, not UTF-8", "save it as UTF-8")
    if b"\0" in file.content:
        raise FileProblem("is a binary file, not UTF-8 text", "name a text file, saved as UTF-8")
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = file.content.count(b"\n", 0, problem.start) + 1
        raise FileProblem(f"is not UTF-8 text, as line {line:,} shows", "save it as UTF-8") from None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PolicyRoot:
    """The folder that the files of one compilation may come from; `given` holds contents that stand in for files."""

    root: Path
    given: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, relative: str, *, referenced_from: str, suffixes: tuple[str, ...] = DATA_SUFFIXES) -> ReadFile:
        """Read the file that `relative` names in the policy file called `referenced_from` (empty: in the root).

        `suffixes` are tried in order for a shipped path without one. Raises `FileProblem`.
        """
        if relative in self.given:
            content = self.given[relative]
            return ReadFile(content, relative, hashlib.sha256(content).hexdigest(), Path(relative))
        name, path = self.locate(relative, referenced_from=referenced_from, suffixes=suffixes)
        content = _read_regular(path)
        return ReadFile(content, name, hashlib.sha256(content).hexdigest(), path)

    def locate(
        self, relative: str, *, referenced_from: str, suffixes: tuple[str, ...] = DATA_SUFFIXES
    ) -> tuple[str, Path]:
        """The name and the real path of a file that exists inside the root; raises `FileProblem`."""
        _refuse_odd_path(relative)
        if relative.startswith(SHIPPED):
            return _locate_shipped(relative.removeprefix(SHIPPED), suffixes)
        if referenced_from.startswith(SHIPPED):
            base, prefix = shipped_folder().resolve(), SHIPPED
        else:
            base, prefix = self.root.resolve(), ""
        folder = posixpath.dirname(referenced_from.removeprefix(SHIPPED))
        path = _inside(base, folder, relative)
        return prefix + path.relative_to(base).as_posix(), path


def _refuse_odd_path(relative: str) -> None:
    if not relative.strip():
        raise FileProblem("is no path", "name a file, relative to the policy file")
    if len(relative) > _LONGEST_PATH or any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in relative):
        raise FileProblem("is no path", "name a file, relative to the policy file")
    if re.match(r"[a-z][a-z0-9+.-]*://", relative, re.IGNORECASE):
        raise FileProblem("is an address, and nothing is fetched from the network", "keep the file in the repository")
    if "\\" in relative:
        raise FileProblem("has backslashes", "separate folders by `/`")
    if relative.startswith(("/", "~")) or re.match(r"[A-Za-z]:", relative):
        raise FileProblem("is not relative", "name the file relative to the policy file that names it")


def _inside(base: Path, folder: str, relative: str) -> Path:
    escapes = FileProblem("leaves the policy root", _root_help(base))
    if posixpath.normpath(posixpath.join(folder, relative)).split("/")[0] == "..":
        raise escapes
    try:
        path = (base / folder / relative).resolve(strict=True)
    except FileNotFoundError:
        raise FileProblem("does not exist", _missing_help(base, folder, relative)) from None
    except (OSError, RuntimeError) as problem:
        raise _unreadable(problem) from None
    if not path.is_relative_to(base):
        raise escapes
    return path


def _root_help(base: Path) -> str:
    mark = next((mark for mark in _ROOT_MARKS if (base / mark).exists()), None)
    if mark is not None:
        return f"the root is the folder with the `{mark}`: move the file below it"
    return "put an empty `guardrail.toml` into the folder that is to be the root, above both files, or move the file"


def _locate_shipped(name: str, suffixes: tuple[str, ...]) -> tuple[str, Path]:
    base = shipped_folder().resolve()
    if not re.fullmatch(r"[a-z0-9_-]+(/[a-z0-9_-]+)*(\.[a-z]+)?", name):
        raise FileProblem("is no name of a shipped file", "shipped files are named like `guardrail:topics/medical`")
    candidates = (name,) if "." in name else tuple(name + suffix for suffix in suffixes)
    for candidate in candidates:
        if (base / candidate).is_file():
            path = _inside(base, "", candidate)
            return SHIPPED + path.relative_to(base).as_posix(), path
    raise FileProblem("is not shipped with guardrail", _missing_shipped_help(base, name))


def _missing_help(base: Path, folder: str, relative: str) -> str:
    parts = relative.split("/")
    for place, part in enumerate(parts):
        above = base.joinpath(folder, *parts[:place])
        if not (above / part).exists():
            close = nearest(part, _neighbours(base, above))
            if close is not None:
                return f"did you mean `{'/'.join((*parts[:place], close, *parts[place + 1 :]))}`?"
            break
    return RELATIVE


def _missing_shipped_help(base: Path, name: str) -> str:
    folder, wanted = posixpath.split(name)
    names = sorted({posixpath.splitext(neighbour)[0] for neighbour in _neighbours(base, base / folder)})
    if not names:
        return "shipped files are named like `guardrail:topics/medical`"
    prefix = SHIPPED + (folder + "/" if folder else "")
    return valid_names_help(prefix + wanted, (prefix + neighbour for neighbour in names), "files")[0]


def _neighbours(base: Path, folder: Path) -> list[str]:
    try:
        real = folder.resolve(strict=True)
        if not real.is_relative_to(base):
            return []
        with os.scandir(real) as entries:
            return sorted(entry.name for entry in islice(entries, _MOST_NEIGHBOURS))
    except (OSError, RuntimeError):
        return []


def _read_regular(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        # Non-blocking, so that opening a named pipe comes back; checked once open, so that nothing is swapped in.
        descriptor = os.open(path, flags)
    except OSError as problem:
        raise _unreadable(problem) from None
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise FileProblem("is a folder", "name a file")
        if not stat.S_ISREG(status.st_mode):
            raise FileProblem("is not a regular file", "name a regular file")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        raise _unreadable(problem) from None
    finally:
        os.close(descriptor)
    if len(content) > MAX_BYTES:
        raise FileProblem("is larger than 8 MB", "split it, or keep what is needed alone")
    return content


def _unreadable(problem: OSError | RuntimeError) -> FileProblem:
    number = problem.errno if isinstance(problem, OSError) else errno.ELOOP
    if number in (errno.ENOENT, errno.ENOTDIR):
        return FileProblem("does not exist", RELATIVE)
    if number == errno.EISDIR:
        return FileProblem("is a folder", "name a file")
    if number == errno.ELOOP:
        return FileProblem("is a symbolic link that leads in a circle", "name the file itself")
    if number in (errno.EACCES, errno.EPERM):
        return FileProblem("may not be read", "give the user that runs guardrail the right to read it")
    return FileProblem("cannot be read", "name a regular file, relative to the policy file")
