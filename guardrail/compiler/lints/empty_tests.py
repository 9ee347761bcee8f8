"""G612: a test that asserts nothing."""

from __future__ import annotations

from guardrail.compiler.scopes import main_scopes
from guardrail.compiler.unit import Unit
from guardrail.diagnostics.codes.g612 import G612
from guardrail.language import tree


def run(unit: Unit) -> Unit:
    """Warn of tests without `expect`."""
    tests = (test for scope in main_scopes(unit) for test in scope.tests)
    return unit.with_diagnostics(
        *(
            G612.no_expectation(test.span)
            for test in tests
            if not any(isinstance(clause, tree.Expect | tree.ExpectText) for clause in test.clauses)
        )
    )
