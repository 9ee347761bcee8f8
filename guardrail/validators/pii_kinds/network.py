"""Addresses of machines: IP (RFC 791, RFC 4291) and MAC (IEEE 802)."""

from __future__ import annotations

import re

from guardrail.validators.pii_kinds.kind import FAIR, GOOD, REFUSED, STRONG, PiiKind
from guardrail.validators.pii_kinds.shapes import separators

_VERSION_WORDS = (
    "version", "versions", "v", "ver", "release", "build", "section", "subsection", "subsubsection", "sec", "chapter",
    "clause", "paragraph", "oid",
    "figure", "table", "step", "firmware", "driver", "python", "chrome", "kernel", "upgrade to", "update to", "§",
)  # fmt: skip


def kinds() -> tuple[PiiKind, ...]:
    """The kinds of this family."""
    octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    return (
        PiiKind(
            name="ip_address",
            title="IP address",
            format="IPv4 in four decimal octets; IPv6 in full, compressed, with an embedded IPv4 address or a zone; a "
            "port "
            "or a prefix length may follow and is not part of the span",
            source="RFC 791, RFC 4291 section 2.2, RFC 5952, RFC 4007 section 11",
            patterns=(
                f"(?<![0-9A-Za-z_.])(?:{octet}\\.){{3}}{octet}(?![0-9A-Za-z_]|\\.[0-9])",
                (
                    "(?<![0-9A-Za-z_:.])(?:[0-9A-Fa-f]{0,4}:){2,8}"
                    "(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9A-Fa-f]{1,4})?(?![0-9A-Za-z_:])"
                ),
            ),
            confirm=_ip,
            other=_VERSION_WORDS,
            context=(
                "ip",
                "ipv4",
                "ipv6",
                "address",
                "host",
                "server",
                "client",
                "adresse",
                "dirección",
                "indirizzo",
                "地址",
            ),
            numeric=False,
        ),
        PiiKind(
            name="mac_address",
            title="MAC address",
            format="six (EUI-48) or eight (EUI-64) octets in hexadecimal with colons or hyphens, or groups of four "
            "with dots",
            source="IEEE 802-2014 section 8; IEEE Registration Authority guidelines for EUI",
            patterns=(
                "(?<![0-9A-Za-z_:-])(?:[0-9A-Fa-f]{2}[:-]){5,7}[0-9A-Fa-f]{2}(?![0-9A-Za-z_:-])",
                "(?<![0-9A-Za-z_.])(?:[0-9A-Fa-f]{4}\\.){2,3}[0-9A-Fa-f]{4}(?![0-9A-Za-z_]|\\.[0-9])",
            ),
            confirm=_mac,
            context=(
                "mac",
                "hardware address",
                "physical address",
                "ethernet",
                "bssid",
                "wifi",
                "device",
                "ether",
                "hwaddr",
            ),
            numeric=False,
        ),
    )


def _ip(text: str) -> float:
    import ipaddress

    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return REFUSED
    if isinstance(address, ipaddress.IPv4Address):
        first = int(text.split(".", 1)[0])
        if first == 255:
            return FAIR if text == "255.255.255.255" else FAIR - 0.1
        return FAIR + 0.1 if first in (0, 127) or text.count(".0") >= 3 else GOOD
    groups = [group for group in text.split(":") if group]
    if not groups:
        return REFUSED
    if len(groups) == 1 and "." not in text:
        return GOOD if len(groups[0]) == 4 else FAIR
    if not any(c.isdigit() for c in text):
        return FAIR
    return STRONG if len(groups) > 2 or "." in text else GOOD


def _mac(text: str) -> float:
    octets = re.sub(r"[^0-9A-Fa-f]", "", text).lower()
    if len(set(separators(text))) != 1 or len(octets) not in (12, 16):
        return REFUSED
    if set(octets) <= {"0"} or set(octets) <= {"f"}:
        return FAIR
    if "." in text and octets.isdigit():
        return FAIR
    return STRONG
