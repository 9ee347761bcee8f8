"""How to add a case: put a file below `tests/cases/<area>/` beside its neighbours and run the area's runner.

`pytest --update-goldens` rewrites the expected side of every golden case from what the code says now; read the
diff before committing it. Properties (`tests/property`) run a slice by default and the long profile with
`HYPOTHESIS_PROFILE=long`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci", max_examples=200, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite the expected side of golden cases")


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases are to be rewritten instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of all data-driven cases."""
    return Path(__file__).parent / "cases"


@pytest.fixture
def absent_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model is installed, whatever the checkout holds: neither weights nor cards."""
    from guardrail.models import cards, weights

    monkeypatch.setattr(weights, "folder", lambda: tmp_path / "no weights")
    monkeypatch.setattr(cards, "folder", lambda: tmp_path / "no cards")


@pytest.fixture(scope="session")
def standin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights and cards of stand-ins that know a handful of words."""
    from tests.unit.standin_models import write_models

    return write_models(tmp_path_factory.mktemp("standin_models"))


@pytest.fixture
def standin_models(standin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every model is installed, and is a stand-in: what a test sees does not depend on the weights in the checkout."""
    from guardrail.validators import grounding
    from tests.unit.standin_grounding import standin_scorer
    from tests.unit.standin_models import install

    install(monkeypatch, standin_folder)
    monkeypatch.setattr(grounding, "shared_scorer", standin_scorer)
