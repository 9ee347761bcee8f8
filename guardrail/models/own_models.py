"""A deployment's own card or head in place of a shipped one: `[models.toxicity]` of `guardrail.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guardrail.models.cards import Card, parse_card
from guardrail.models.problems import ModelMissing, ModelProblem

if TYPE_CHECKING:
    from guardrail.models.own_heads import OwnHead

CATEGORIES: Final = ("hate", "harassment", "threat", "sexual", "profanity")
NAMES: Final = ("toxicity", *(f"toxicity_{category}" for category in CATEGORIES), "injection")
"""What may be replaced."""
_MAX_CARD: Final = 1024 * 1024
_CALIBRATE: Final = "make it with `guardrail calibrate`"


@dataclass(frozen=True, slots=True)
class OwnModel:
    """What reads the encoder for one name: a card, and a head where the shipped one is not to be used."""

    card: Card
    head: OwnHead | None = None


OwnModels = Mapping[str, OwnModel]
"""By the name of what they replace."""


def read_own_model(name: str, card: Path | None, head: Path | None) -> OwnModel:
    """The model called `name` from a card, a head, or both; a head without a card is read through its own.

    Raises `ModelMissing` where a file is absent, `ModelProblem` where it is none, or was made for another model.
    """
    if head is None:
        if card is None:
            raise ModelProblem(f"the model `{name}` names neither a card nor a head", 'write `card = "…"`')
        return OwnModel(read_own_card(name, card))
    from guardrail.models.own_heads import read_head

    own = read_head(head)
    return OwnModel(own.card if card is None else read_own_card(own.name, card), own)


def read_own_card(name: str, path: Path) -> Card:
    """The card in a file, for the model called `name`; raises `ModelMissing`, `ModelProblem`."""
    import json

    from guardrail.models.encoder import MODEL
    from guardrail.models.weights import weight_hash

    try:
        with path.open("rb") as file:
            content = file.read(_MAX_CARD + 1)
        written = json.loads(content) if len(content) <= _MAX_CARD else None
    except FileNotFoundError:
        raise ModelMissing(f"the calibration card `{path.name}` does not exist", _CALIBRATE) from None
    except (OSError, ValueError, RecursionError):
        raise ModelProblem(f"the calibration card `{path.name}` cannot be read", _CALIBRATE) from None
    if not isinstance(written, dict) or written.get("model") != name:
        raise ModelProblem(f"the calibration card `{path.name}` is not one of `{name}`", _CALIBRATE)
    if written.get("weights_sha256") != weight_hash(MODEL):
        raise ModelProblem(f"the calibration card `{path.name}` was made for other weights", "make it again")
    return parse_card(name, written)
