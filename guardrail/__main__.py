"""`python -m guardrail` is the command `guardrail`."""

from __future__ import annotations

from guardrail.cli.main import process

if __name__ == "__main__":
    process()
