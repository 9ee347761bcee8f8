"""Diagnostics: one class a code, the report, its renderers."""
