"""How the shipped classifiers were made, and how a team makes its own (extra: `guardrail[train]`)."""
