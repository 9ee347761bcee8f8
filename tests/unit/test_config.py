"""`guardrail.toml` and the deployment key: where they are looked for, which wins, what is told when they are bad."""

from __future__ import annotations

from pathlib import Path

import pytest

import guardrail
from guardrail.config import Config, ConfigError, read_config
from tests.unit.cli_runner import run_words

KEY = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
POLICY = """guard 1
policy p {
  on error block
  on timeout block
  on output within 60s limit 100 chars { rule a { flag if matches("x") } }
}
test "x" for p { given output "x" expect flag by a }
"""

BAD = [
    pytest.param("surprise = 1", "no setting `surprise`, known are `key_file`, `plugins`, `endpoints`", id="unknown"),
    pytest.param("plugin = []", "there is no setting `plugin`, did you mean `plugins`?", id="misspelt setting"),
    pytest.param("keyfile = 'a'", "there is no setting `keyfile`, did you mean `key_file`?", id="without underscore"),
    pytest.param("[guardrail]\nplugins = []", "there is no setting `guardrail`", id="settings in a table"),
    pytest.param("plugins = 'one'", "`plugins` must be a list of strings", id="no list"),
    pytest.param("plugins = ['one', 2]", "`plugins.1` must be a string", id="a number in a list"),
    pytest.param("endpoints = 'one'", "`endpoints` must be a table", id="no table"),
    pytest.param("[endpoints]\nlarge = 'one'", "`endpoints.large` must be a table", id="no endpoint"),
    pytest.param("[endpoints.a]\nurl = 'http://127.0.0.1'", "`endpoints.a.model` is missing", id="missing"),
    pytest.param(
        "[endpoints.a]\nurl = 'u'\nmodel = 'm'\nkey = 'K'",
        "there is no setting `endpoints.a.key`, did you mean `endpoints.a.key_variable`?",
        id="misspelt setting of an endpoint",
    ),
    pytest.param("surprise = 1\nkey_file = 2", "`key_file` must be a string; there is no setting", id="two at once"),
    pytest.param("key_file = ", "is not valid TOML", id="no TOML"),
    pytest.param("plugins = []\n\nkey file = 'a'", "is not valid TOML: line 3, column 5", id="a broken line"),
    pytest.param("key_file = 'a'\nkey_file = 'b'", "is not valid TOML", id="setting given twice"),
    pytest.param("plugins = " + "[" * 5000, "is not valid TOML", id="nested too deep"),
    pytest.param("#" * (1024 * 1024 + 1), "is larger than 1 MB", id="too large"),
    pytest.param("key_file = 'no.key'", "the key file `no.key` named in `guardrail.toml` cannot be read", id="no key"),
    pytest.param("key_file = '.'", "cannot be read", id="a folder as key"),
    pytest.param('key_file = "a\\u0000b"', "cannot be read", id="a name that no file has"),
    pytest.param("key_file = 'short.key'", "the key in `short.key` is shorter than 16 bytes", id="short key"),
    pytest.param("key_file = 'large.key'", "is larger than 1 MB", id="large key"),
]


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUARDRAIL_KEY", raising=False)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A policy root with a policy and keys of all kinds."""
    (tmp_path / "p.guard").write_text(POLICY, encoding="utf-8")
    (tmp_path / "short.key").write_text("too short", encoding="utf-8")
    (tmp_path / "large.key").write_bytes(b"k" * (1024 * 1024 + 1))
    (tmp_path / "good.key").write_text(f"  {KEY}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, text: str) -> None:
    """Write the configuration."""
    (root / "guardrail.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_configuration_that_cannot_be_used_is_told_in_our_words(root: Path, text: str, message: str) -> None:
    write(root, text)
    with pytest.raises(ConfigError) as raised:
        read_config(root / "p.guard")
    assert message in str(raised.value)
    assert not str(raised.value).endswith(".")


@pytest.mark.parametrize(("text", "message"), BAD)
def test_loading_raises_an_engine_error(root: Path, text: str, message: str) -> None:
    write(root, text)
    with pytest.raises(guardrail.EngineError) as raised:
        guardrail.load(root / "p.guard")
    assert message in str(raised.value)


@pytest.mark.parametrize("words", [["validate", "p.guard", "text.txt"], ["test", "p.guard"]], ids=lambda w: w[0])
def test_the_command_line_tells_it_and_ends_with_status_2(
    root: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "text.txt").write_text("hello", encoding="utf-8")
    write(root, "surprise = 1\n")
    outcome = run_words(words, monkeypatch)
    assert outcome.status == 2
    assert outcome.errors.startswith("error: `") and "`surprise`" in outcome.errors
    assert "Traceback" not in outcome.errors and outcome.output == ""


def test_bytes_that_are_no_utf8_are_told(root: Path) -> None:
    (root / "guardrail.toml").write_bytes(b"key_file = '\xff'")
    with pytest.raises(ConfigError, match="is not valid TOML"):
        read_config(root)


def test_everything_may_be_left_out(root: Path) -> None:
    write(root, "")
    config = read_config(root)
    assert config == Config(config.key, ephemeral=True)
    assert len(config.key) == 32


def test_a_process_without_a_key_makes_one_up_once(root: Path) -> None:
    assert read_config(root).ephemeral
    assert read_config(root).key == read_config(root / "p.guard").key


def test_a_key_file_is_read_without_white_space_around_the_key(root: Path) -> None:
    write(root, "key_file = 'good.key'\n")
    assert (read_config(root).key, read_config(root).ephemeral) == (KEY.encode(), False)


def test_the_environment_variable_wins(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", f"{OTHER}\n")
    assert read_config(root).key == OTHER.encode()
    write(root, "key_file = 'no.key'\n")
    assert (read_config(root).key, read_config(root).ephemeral) == (OTHER.encode(), False)


def test_a_short_key_in_the_environment_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", "secret")
    with pytest.raises(guardrail.EngineError, match="the environment variable `GUARDRAIL_KEY` is shorter") as raised:
        guardrail.load(root / "p.guard")
    assert "secret" not in str(raised.value)


def test_the_nearest_configuration_above_holds(root: Path) -> None:
    below = root / "teams" / "one"
    below.mkdir(parents=True)
    write(root, "plugins = ['above']\n")
    assert read_config(below).plugins == {"above"}
    (below / "guardrail.toml").write_text("plugins = ['near']\n", encoding="utf-8")
    assert read_config(below).plugins == {"near"}
    assert read_config(root).plugins == {"above"}


def test_nothing_above_the_repository_is_read(root: Path) -> None:
    repository = root / "repository"
    below = repository / "policies"
    below.mkdir(parents=True)
    (repository / ".git").mkdir()
    write(root, "plugins = ['above']\n")
    assert read_config(below).plugins == frozenset()
    (repository / "guardrail.toml").write_text("plugins = ['in the repository']\n", encoding="utf-8")
    assert read_config(below).plugins == {"in the repository"}


def test_messages_do_not_tell_where_the_repository_lies(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "surprise = 1\n")
    elsewhere = root / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    with pytest.raises(ConfigError) as raised:
        read_config(root)
    assert str(root) not in str(raised.value)
    assert str(raised.value).startswith("`guardrail.toml` cannot be used")


def test_endpoints_are_read(root: Path) -> None:
    write(root, "[endpoints.large]\nurl = 'http://127.0.0.1:1/v1'\nmodel = 'm'\nkey_variable = 'LARGE_KEY'\n")
    endpoint = read_config(root).endpoints["large"]
    assert (endpoint.url, endpoint.model, endpoint.key_variable) == ("http://127.0.0.1:1/v1", "m", "LARGE_KEY")


def test_the_key_is_not_shown(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARDRAIL_KEY", KEY)
    assert KEY not in repr(guardrail.load(root / "p.guard"))
    assert KEY not in repr(read_config(root))
