"""What is kept of decisions: the record and its log."""
