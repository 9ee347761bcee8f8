"""G107: a file that a policy names, or a list in it, cannot be used."""

from __future__ import annotations

from typing import ClassVar

from guardrail.diagnostics.code import Code
from guardrail.diagnostics.record import Diagnostic
from guardrail.diagnostics.source import Span


class G107(Code):
    """A policy, list, text or tools file is missing, may not be read, or does not hold what it should."""

    code: ClassVar[str] = "G107"
    title: ClassVar[str] = "file or list that cannot be used"
    explanation: ClassVar[str] = """\
A policy names a file that does not exist, lies outside the policy root, is no regular file, is too large, or does
not hold what the policy wants from it: a column that is not there, an empty list, JSON that is broken.

A rule over a list that was not read would protect nothing, so the policy is refused. The same goes for a list in
the policy itself that is empty, or has an entry of white space alone. Entries have up to 1,000 characters, lists up
to 1,000,000 entries.

Paths are relative to the policy file that names them. They may go up with `..`, yet never out of the policy root:
the folder that was named on the command line, else the nearest folder above the policy with a `guardrail.toml` or
a `.git`, else the policy's own folder. Symbolic links are followed before this is checked. Files hold up to 8 MB.
`guardrail:topics/medical` names a file that comes with guardrail.

The message never shows what the file holds.

| file | holds |
|---|---|
| `.txt` | one entry a line; empty lines and lines that start with `#` are skipped |
| `.csv` | a header row, then records; `column "name"` says which column |
| `.yaml`, `.yml` | a list of strings, without anchors, aliases and tags |
| `.json` | an array of strings; for `tools from`, the tools |
"""
    example: ClassVar[str] = """\
guard 1
list competitors from "lists/competitors.txt"
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""
    repaired: ClassVar[str] = """\
guard 1
list competitors = ["Globex", "Initech"]
policy support {
  on error block
  on timeout block
  on output within 50ms limit 4000 chars {
    rule no_competitors {
      redact if mentions(competitors)
    }
  }
}
"""

    @classmethod
    def file(cls, span: Span, path: str, problem: str, help: str) -> Diagnostic:
        """A file that cannot be read; `problem` completes the sentence."""
        return cls.build(f"`{path}` {problem}", span, helps=(help,) if help else ())

    @classmethod
    def too_many_files(cls, span: Span, most: int) -> Diagnostic:
        """A policy that imports without end."""
        return cls.build(
            f"a policy may consist of {most} files at most", span, helps=("join some of the imported files",)
        )

    @classmethod
    def entries(cls, span: Span, name: str, problem: str, help: str) -> Diagnostic:
        """A list in the policy itself that cannot be used; `problem` completes the sentence."""
        return cls.build(f"list `{name}` {problem}", span, helps=(help,))
