"""The kinds of personal data that `pii` knows: one file a family, imported only when a kind of it is asked for."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrail.validators.pii_kinds.kind import PiiKind

FAMILIES: dict[str, tuple[str, ...]] = {
    "email": ("email",),
    "phone": ("phone",),
    "payment": ("card_number", "iban", "swift_bic", "us_bank_routing", "us_bank_account"),
    "network": ("ip_address", "mac_address"),
    "crypto": ("crypto_wallet",),
    "birth": ("date_of_birth",),
    "us": ("us_ssn", "us_itin", "us_ein", "us_passport", "us_driver_license", "us_mbi"),
    "uk_ireland": ("uk_nino", "uk_nhs", "uk_driving_licence", "uk_passport", "ie_pps"),
    "iberia": ("es_nif", "es_nie", "pt_nif", "pt_citizen_card"),
    "german_speaking": ("de_steuer_id", "de_personalausweis", "de_rentenversicherung", "at_svnr", "ch_ahv"),
    "france_benelux": ("fr_nir", "be_rrn", "nl_bsn", "nl_btw"),
    "italy": ("it_codice_fiscale", "it_partita_iva", "it_identity_card", "it_passport", "it_driving_licence"),
    "nordic": ("se_personnummer", "dk_cpr", "fi_hetu", "no_fodselsnummer"),
    "central_europe": (
        "pl_pesel", "pl_nip", "pl_identity_card", "cz_rodne_cislo", "ro_cnp", "bg_egn", "hr_oib", "ee_isikukood",
        "gr_amka",
        "gr_afm", "ru_snils", "ru_inn",
    ),
    "americas": ("br_cpf", "br_cnpj", "ca_sin", "mx_curp", "mx_rfc", "ar_cuit", "ar_dni", "cl_rut", "co_nit"),
    "oceania": ("au_tfn", "au_abn", "au_acn", "au_medicare", "nz_ird"),
    "south_asia": (
        "in_aadhaar", "in_pan", "in_gstin", "in_voter", "in_passport", "sg_nric", "my_nric", "th_id", "id_nik",
    ),
    "east_asia": ("cn_resident_id", "hk_id", "tw_id", "jp_my_number", "kr_rrn", "kr_passport"),
    "middle_east_africa": ("tr_tckn", "il_id", "za_id"),
}  # fmt: skip
"""The kinds by the module of this package that defines them, so that names are known without importing any."""

_NATIONAL = (
    "us", "uk_ireland", "iberia", "german_speaking", "france_benelux", "italy", "nordic", "central_europe", "americas",
    "oceania", "south_asia", "east_asia", "middle_east_africa",
)  # fmt: skip
NATIONAL_ID = "national_id"
DEFAULT_KINDS = (
    "email", "phone", "card_number", "iban", "us_ssn", "ip_address", "mac_address", "crypto_wallet", "date_of_birth",
    NATIONAL_ID,
)  # fmt: skip
"""What `pii()` without kinds looks for."""


def names() -> tuple[str, ...]:
    """Every kind's name, and the umbrella `national_id`, in the order of the families."""
    return (*(name for family in FAMILIES.values() for name in family), NATIONAL_ID)


def expand(chosen: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds meant by these names: none means the default set, `national_id` every country's.

    >>> expand(("iban", "email", "iban"))
    ('iban', 'email')
    """
    national = tuple(name for family in _NATIONAL for name in FAMILIES[family])
    spread = (n for name in chosen or DEFAULT_KINDS for n in (national if name == NATIONAL_ID else (name,)))
    return tuple(dict.fromkeys(spread))


def find(name: str) -> PiiKind:
    """The kind of that name; raises `KeyError` for an unknown one."""
    family = next((family for family, members in FAMILIES.items() if name in members), None)
    if family is None:
        raise KeyError(name)
    return next(kind for kind in _load(family) if kind.name == name)


def all_kinds() -> tuple[PiiKind, ...]:
    """Every kind, for the reference; imports all families."""
    return tuple(kind for family in FAMILIES for kind in _load(family))


@cache
def _load(family: str) -> tuple[PiiKind, ...]:
    module = importlib.import_module(f"{__name__}.{family}")
    kinds: tuple[PiiKind, ...] = module.kinds()
    return kinds
