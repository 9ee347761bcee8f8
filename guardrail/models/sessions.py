"""ONNX sessions: one thread each, nothing spinning, nothing kept, nothing read but the one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guardrail.models.problems import ModelMissing, ModelProblem

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_BYTES = 200 * 1024 * 1024

_EXPORT_AGAIN = "export it as one `.onnx` file with its weights inside"


class Session:
    """A loaded model; safe to share among threads."""

    __slots__ = ("_session", "outputs")

    def __init__(self, session: Any) -> None:
        self._session = session
        self.outputs: tuple[str, ...] = tuple(output.name for output in session.get_outputs())

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The named outputs for the named inputs; raises `ModelProblem` where the model cannot take them."""
        try:
            found: list[NDArray[Any]] = self._session.run(list(outputs), dict(inputs))
        except Exception as problem:  # The run time's errors share no base of their own, and may show what they got.
            raise ModelProblem("the model could not be run", f"it raised {type(problem).__name__}") from None
        return found


def open_session(path: Path) -> Session:
    """Load an `.onnx` file: one thread within an operator and one across, no spinning, no memory held between runs.

    Raises `ModelMissing` where it is absent, `ModelProblem` where it is something else than ONNX, too large, or keeps
    weights in other files (a model could read any file of the machine by that).
    """
    content = _read(path)
    try:
        import onnxruntime
    except ImportError:
        raise ModelProblem("onnxruntime is not installed", "install guardrail with its dependencies") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    # An arena grows to the largest batch there ever was; patterns are kept for every shape there ever was.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 4
    try:
        return Session(onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"]))
    except Exception as problem:
        raise ModelProblem(f"`{path.name}` is no model", f"{_EXPORT_AGAIN} ({type(problem).__name__})") from None


def _read(path: Path) -> bytes:
    if path.suffix != ".onnx":
        raise ModelProblem(f"`{path.name}` is no model", _EXPORT_AGAIN)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ModelProblem(f"`{path.name}` is larger than {MAX_BYTES // 1024 // 1024} MB", "use a smaller model")
        content = path.read_bytes()
    except FileNotFoundError:
        raise ModelMissing(f"the model file `{path.name}` is not installed", "install guardrail again") from None
    # `location` names the file of every tensor that lies outside (onnx.proto, TensorProto.external_data). Looking for
    # the word refuses a model that merely says it, and cannot be fooled by how the rest is encoded.
    if b"location" in content:
        raise ModelProblem(f"`{path.name}` keeps weights in other files", _EXPORT_AGAIN)
    if content[4:8] == b"ORTM":
        raise ModelProblem(f"`{path.name}` is no model", _EXPORT_AGAIN)
    return content
