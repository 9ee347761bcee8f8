"""From trained weights to what ships: the int8 model, its line in the manifest, its cards."""

from __future__ import annotations

import hashlib
from pathlib import Path

from guardrail.evaluate.card_making import write_card
from guardrail.models import cards, weights
from guardrail.models.encoder import MODEL, Encoder
from guardrail.models.sessions import open_session
from guardrail.models.wordpiece import WordPiece
from guardrail.training.base_weights import base_folder
from guardrail.training.export import export_guard
from guardrail.training.guard_cards import guard_cards
from guardrail.training.guard_recipe import Sources, load_guard
from guardrail.training.loop import Run
from guardrail.training.shipping import numpy_weights, ship


def ship_guard(sources: Sources, run: Run, trained: Path, package: Path | None = None) -> list[Path]:
    """Export, calibrate and put in place; `package` holds `weights/` and `cards/`, by default the installed one's.

    Calibration reads the int8 file: quantising moves logits a little.
    """
    weights_folder = package / "weights" if package else weights.folder()
    cards_folder = package / "cards" if package else cards.folder()
    arrays = numpy_weights(load_guard(sources, trained))
    model = ship(MODEL, export_guard(arrays), weights_folder)
    sha256 = hashlib.sha256(model.read_bytes()).hexdigest()
    words = WordPiece.load(base_folder(sources.base) / "vocab.txt")
    made = guard_cards(Encoder(open_session(model), words, sha256), sha256, sources.data, run.seed)
    for name, card in made.items():
        write_card(cards_folder / f"{name}.json", card)
    return [model, *(cards_folder / f"{name}.json" for name in made)]
