"""What `guardrail bench` does: measuring this machine, and showing what was measured."""
