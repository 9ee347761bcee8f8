"""The passes of the compiler: each a function `run(unit) -> unit`, listed in order in `guardrail/compiler/front.py`."""
