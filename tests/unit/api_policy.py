"""The policy that the tests of the public surface call, and how they write one of their own."""

from __future__ import annotations

from pathlib import Path

POLICY = """guard 1
list rivals = ["Globex"]
request {
  tier: string ? in ["free", "pro"]
  sources: int ?
  vip: bool ?
  user.is_minor: bool ?
  user.name: string ?
}
policy p {
  on error block
  on timeout block
  on input within 50ms limit 100 chars {
    rule attack { block if mentions(rivals) say "No rivals." }
    rule card { redact as "[card]" if pii(card_number) }
  }
  on output within 40ms limit 100 chars {
    rule a_first { block if matches("both") say "First." }
    rule b_second { block if matches("both") say "Second." }
    rule c_hints { reask 1 with "Be brief." then block if matches("long") }
    rule d_hints { reask 1 with "Be kind." then redact if matches("long") }
    rule flagged { flag if matches("odd") }
    rule rivals { redact as "another" if mentions(rivals) say "Edited." }
    rule silent { block if matches("silent") }
  }
  on retrieval within 50ms limit 20 chars {
    rule rivals { block if mentions(rivals) say "Nothing found." }
    rule mail { redact if pii(email) }
  }
  on tool_call within 50ms limit 60 chars {
    rule small { block if tool.args.amount > 10 }
    rule rivals { redact as "another" if mentions(rivals) }
    rule order { block if after("mail") on error flag }
  }
  on tool_result within 50ms limit 100 chars {
    rule rivals { block if mentions(rivals) say "Hidden." }
    rule mail { redact if pii(email) }
  }
}
"""


def write(folder: Path, text: str, name: str = "p.guard") -> Path:
    """A policy file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
