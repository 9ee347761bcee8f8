"""Puts finished weights where the package looks for them: the file, and its line in the manifest."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guardrail.models.weights import folder

if TYPE_CHECKING:
    import onnx
    from torch import nn

    from guardrail.training.export import Weights


def numpy_weights(model: nn.Module) -> Weights:
    """The model's weights by name, as float32 arrays."""
    return {name: tensor.detach().float().cpu().numpy() for name, tensor in model.state_dict().items()}


def ship(name: str, model: onnx.ModelProto, where: Path | None = None) -> Path:
    """Write `name` and enter its length and SHA-256 in the manifest; `where` is the package's folder by default."""
    into = where or folder()
    into.mkdir(parents=True, exist_ok=True)
    content = model.SerializeToString(deterministic=True)
    (into / name).write_bytes(content)
    enter(into, name)
    return into / name


def enter(where: Path, name: str) -> None:
    """Enter a file of the folder in its manifest."""
    content = (where / name).read_bytes()
    manifest = where / "manifest.json"
    entries: dict[str, Any] = json.loads(manifest.read_text("utf-8")) if manifest.is_file() else {}
    entries[name] = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    manifest.write_text(json.dumps(dict(sorted(entries.items())), indent=2) + "\n", "utf-8")
