"""JSON Schema for validators: compiled once, judged fast, explained in our own words."""
