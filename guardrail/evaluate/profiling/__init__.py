"""Measuring a machine: what each kind of check costs on it."""
