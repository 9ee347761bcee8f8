"""The policy that the tests of `guard.around` are run with."""

from __future__ import annotations

POLICY = """guard 1
list rivals = ["Globex"]
policy p {
  on error block
  on timeout block
  on input within 50ms limit 1000 chars {
    rule no_card { redact as "[card]" if pii(card_number) }
    rule no_attack { block if matches("(?i)ignore your rules") say "I cannot do that." }
  }
  on retrieval within 50ms limit 1000 chars {
    rule no_rivals { block if mentions(rivals) }
  }
  on output within 50ms limit 1000 chars {
    rule no_rivals { reask 1 with "Name no rivals." then redact as "another" if mentions(rivals) }
    rule no_secret { block if matches("swordfish") say "Something went wrong." }
  }
}
"""
