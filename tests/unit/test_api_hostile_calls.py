"""What a caller hands on may be made by an attacker: odd arguments of a tool, odd roles of a chat."""

from __future__ import annotations

import pytest

import guardrail

POLICY = """guard 1
list rivals = ["Globex"]
policy p {
  on error block
  on timeout block
  on input within 50ms limit 1000 chars { rule rivals { block if mentions(rivals) } }
  on tool_call within 50ms limit 1000 chars { rule rivals { redact as "[x]" if mentions(rivals) } }
}
"""


@pytest.fixture(scope="module")
def guard(tmp_path_factory: pytest.TempPathFactory) -> guardrail.Guard:
    path = tmp_path_factory.mktemp("policy") / "p.guard"
    path.write_text(POLICY, "utf-8")
    return guardrail.load(path)


@pytest.mark.parametrize(
    "args",
    [
        '["Globex"]',
        '"Globex"',
        '{"a": "Gl\\u006fbex", "a": 1}',
        '{"a": "Globex", "b": NaN}',
        "Globex",
        'call {"a": "Globex"}',
        '[{"a": "Gl\\u006fbex"}]',
    ],
)
def test_arguments_that_are_no_object_are_judged_all_the_same(guard: guardrail.Guard, args: str) -> None:
    decision = guard.tool_call("t", args)
    assert decision.action >= "fix"
    assert decision.args is None
    assert "lobex" not in (decision.text or "") and "u006f" not in (decision.text or "")


@pytest.mark.parametrize("role", ["user", "User", " USER ", "tool", "function", "human", "ipython", ""])
def test_a_role_that_is_not_the_application_s_own_is_judged(guard: guardrail.Guard, role: str) -> None:
    assert guard.input([{"role": role, "content": "Globex"}]).action == "block"


@pytest.mark.parametrize("role", ["system", "developer", "assistant", "model", "System"])
def test_the_application_s_own_messages_are_not(guard: guardrail.Guard, role: str) -> None:
    assert guard.input([{"role": role, "content": "Globex"}]).action == "allow"
