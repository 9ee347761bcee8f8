"""What `guardrail validate` is made of: reading texts, judging them, and reports of what came of it."""
