"""What a validator says about its arguments, as diagnostics that point at them."""

from __future__ import annotations

from guardrail.compiler.arguments import ResolvedCall
from guardrail.diagnostics.code import find_code
from guardrail.diagnostics.codes.g201 import G201
from guardrail.diagnostics.record import Diagnostic, Level
from guardrail.diagnostics.source import Span
from guardrail.language import tree
from guardrail.validators.contract import ArgumentProblem


def argument_problem(problem: ArgumentProblem, call: tree.Call, resolved: ResolvedCall) -> Diagnostic:
    """An argument that cannot be used: an error of the problem's code (G201 where it has none that is known)."""
    return _diagnostic(problem, call, resolved, Level.ERROR)


def argument_warning(problem: ArgumentProblem, call: tree.Call, resolved: ResolvedCall) -> Diagnostic:
    """Something odd about an argument that can be used: a warning of the problem's code."""
    return _diagnostic(problem, call, resolved, Level.WARNING)


def _diagnostic(problem: ArgumentProblem, call: tree.Call, resolved: ResolvedCall, level: Level) -> Diagnostic:
    code = find_code(problem.code) or G201
    helps = (problem.help,) if problem.help else ()
    return code.build(problem.message, _span(problem, call, resolved), helps=helps, level=level)


def _span(problem: ArgumentProblem, call: tree.Call, resolved: ResolvedCall) -> Span:
    """The argument that the problem is about, else the whole call."""
    written = resolved.written.get(problem.parameter or "", ())
    if not written:
        return call.span
    first, last = written[0].value.span, written[-1].value.span
    return Span(first.source, first.start, last.end)
