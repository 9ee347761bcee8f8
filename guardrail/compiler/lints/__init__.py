"""The lints: each file holds `run(unit) -> unit`, which adds warnings and notes about policies that are sound."""
