"""What stands around a candidate, and what it says about it: words for it, words against it, numbers it is part of."""

from __future__ import annotations

import re
from functools import cache

from guardrail.validators.pii_kinds.kind import AFTER

BEFORE = 60
"""How many characters before a candidate are read for words: some five to ten words."""

_LONGER_THAN_PRICES = 13
_FIRST_WITHOUT_BLANKS = 0x2E80
"""From here on (CJK radicals) scripts are written without blanks, so words have no edges there."""


@cache
def finder(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """An expression for any of these lower-case words, whole where their script has blanks; None for no words."""
    if not words:
        return None
    edged = [re.escape(w).replace(r"\ ", r"[\s_-]+") for w in words if ord(w[0]) < _FIRST_WITHOUT_BLANKS]
    loose = [re.escape(w) for w in words if ord(w[0]) >= _FIRST_WITHOUT_BLANKS]
    alternatives = [rf"(?<![^\W\d_])(?:{'|'.join(edged)})(?![^\W\d_])"] if edged else []
    return re.compile("|".join(alternatives + loose))


@cache
def qualifier(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """An expression for text that ends in one of these words, as in `order no. ` or `Rechnungsnummer: `."""
    if not words:
        return None
    alternatives = "|".join(re.escape(w) for w in words)
    glue = r"(?:number|numbers|num|no|nr|nº|n°|nro|id|ids|code|key|is|was|are|numéro|numero|número|nummer)"
    return re.compile(
        rf"(?<![^\W\d_])(?:{alternatives})(?:[\s.:=#\"'`(\[_-]{{1,4}}{glue}){{0,3}}[\s.:=#\"'`(\[{{_*-]{{0,6}}$"
    )


@cache
def not_personal() -> tuple[str, ...]:
    """Words that say of the number directly behind them that it is no person's, in several languages."""
    return (
        "order", "orders", "invoice", "ticket", "tracking", "shipment", "parcel", "isbn", "isbn-10", "isbn-13", "issn",
        "doi", "pmid", "part", "sku", "upc", "ean", "gtin", "barcode", "serial", "version", "release", "build", "rev",
        "revision", "model", "batch", "lot", "item", "product", "article", "receipt", "po", "rfc", "iso", "commit",
        "transaction", "confirmation", "booking", "reservation", "page", "pages", "chapter", "error", "timestamp",
        "epoch", "population", "seed", "issue", "bug", "case", "docket", "patent", "oclc", "lccn", "arxiv", "zip",
        "bestellung", "bestellnummer", "auftrag", "auftragsnummer", "rechnung", "rechnungsnummer", "sendungsnummer",
        "artikelnummer", "seriennummer", "facture", "commande", "suivi", "factura", "pedido", "seguimiento",
        "fattura", "ordine", "spedizione", "fatura", "encomenda", "ordre", "faktura", "zamówienie", "tilaus",
    )  # fmt: skip


def near(pattern: re.Pattern[str] | None, before: str, after: str) -> bool:
    """Whether a word of `pattern` stands in the text before or after a candidate (both lower case)."""
    return pattern is not None and (pattern.search(before) is not None or pattern.search(after) is not None)


def window(text: str, start: int, end: int, after: int = AFTER) -> tuple[str, str]:
    """The lower-case text before and after a candidate, each cut at a blank line.

    >>> window("Old\\n\\nSSN 123 now", 9, 12)
    ('ssn ', ' now')
    """
    preceding, following = text[max(0, start - BEFORE) : start], text[end : end + after]
    return preceding.rpartition("\n\n")[2].lower(), following.partition("\n\n")[0].lower()


def pointer_words(at: str | int | None) -> str:
    """The last two names of a JSON pointer as words: a key says what its value is.

    >>> pointer_words("/user/socialSecurity_number")
    'user social security number '
    """
    if not isinstance(at, str):
        return ""
    names = [name for name in at.split("/")[1:] if not name.isdigit()][-2:]
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", " ".join(names).replace("~1", " ").replace("~0", " "))
    return re.sub(r"[\s_.-]+", " ", spaced).lower() + " " if spaced else ""


def is_edged(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the candidate, in scripts that put blanks between words."""
    return not (start and _touches(text[start - 1])) and not (end < len(text) and _touches(text[end]))


def _touches(char: str) -> bool:
    return (char.isalnum() or char == "_") and ord(char) < _FIRST_WITHOUT_BLANKS


def is_own_number(text: str, start: int, end: int) -> bool:
    """Whether digits stand for themselves: not a price, a decimal, a percentage or a piece of a longer number.

    Nothing has a price of thirteen digits: a currency sign must not hide a card number.

    >>> is_own_number("pi 3.14159265", 5, 13), is_own_number("id 14159265.", 3, 11), is_own_number("$14159265", 1, 9)
    (False, True, False)
    """
    last, first = text[max(0, start - 2) : start], text[end : end + 2]
    if _is_amount(last, first) and sum(map(str.isdigit, text[start:end])) < _LONGER_THAN_PRICES:
        return False
    joined_before = len(last) == 2 and last[0].isdigit() and last[1] in ".,-/:–+*^="
    joined_after = len(first) == 2 and first[1].isdigit() and first[0] in ".,-/:–+*^="
    return not joined_before and not joined_after


def _is_amount(last: str, first: str) -> bool:
    if last[-1:] in ("$", "€", "£", "¥", "₹", "₩") or last in ("$ ", "€ ", "£ "):
        return True
    return first[:1] in ("%", "°", "€", "£") or first in (" €", " %")


def is_amid_groups(text: str, start: int, end: int) -> bool:
    """Whether a number written in groups goes on with more groups of three digits and up, as in a mistyped card.

    >>> is_amid_groups("3704 0044 0532 0130", 0, 14), is_amid_groups("212 555 0123 24 h", 0, 12)
    (True, False)
    """
    if " " not in text[start:end]:
        return False
    before, after = text[max(0, start - 4) : start], text[end : end + 4]
    return re.fullmatch("[0-9]{3} ", before) is not None or re.fullmatch(" [0-9]{3}", after) is not None
