"""The host that a link leads to, in one spelling, and lists of hosts."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from guardrail.text.characters import is_ignorable
from guardrail.text.confusables import look_alike

MAX_HOST = 2_000

_SAME_AT_A_GLANCE = {ord("1"): "i", ord("l"): "i", ord("0"): "o"}
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.ASCII)
_ADDRESS = re.compile(r"[0-9a-f]*:[0-9a-f:]*:[0-9a-f.]*|[0-9]+(?:\.[0-9]+){3}", re.ASCII)
_NAME = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*")


@dataclass(frozen=True, slots=True)
class HostEntry:
    """One entry of an allow or deny list: a domain with its subdomains, one of the two alone, or an address."""

    name: str
    itself: bool
    below: bool

    def covers(self, host: str) -> bool:
        """Whether `host`, in its one spelling, falls under this entry."""
        return (self.itself and host == self.name) or (self.below and host.endswith(f".{self.name}"))


def parse_entry(written: str) -> HostEntry | None:
    """`example.com` covers its subdomains, `*.example.com` only those, `=example.com` only itself; else None.

    >>> parse_entry("*.Example.com")
    HostEntry(name='example.com', itself=False, below=True)
    """
    text = written.strip()
    sign = next((sign for sign in ("=", "*.") if text.startswith(sign)), "")
    name = canonical_host(text[len(sign) :])
    if name is None or not (_NAME.fullmatch(name) or is_address(name)):
        return None
    return HostEntry(name, itself=sign != "*.", below=sign != "=" and not is_address(name))


def covered(host: str, entries: Iterable[HostEntry]) -> bool:
    """Whether any entry covers `host`."""
    return any(entry.covers(host) for entry in entries)


def canonical_host(written: str) -> str | None:
    """A host in one spelling: lower case, IDN labels in Unicode, addresses as numbers with dots; None for none.

    Percent escapes are decoded, defanged and full-width dots are dots (UTS 46, section 4), addresses are read as
    browsers do: decimal, octal, hexadecimal, and with parts left out (WHATWG URL, "IPv4 parser").

    >>> canonical_host("xn--mnchen-3ya.DE."), canonical_host("0x7f.1"), canonical_host("[::ffff:10.0.0.1]")
    ('münchen.de', '127.0.0.1', '10.0.0.1')
    """
    if len(written) > MAX_HOST:
        return None
    host = _dots().sub(".", unquote(written)).strip()
    if host.startswith("[") or host.count(":") > 1:
        return _ipv6(host.strip("[]"))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).casefold())
    folded = "".join(char for char in folded if not is_ignorable(char)).replace("\u3002", ".").strip(".")
    if not folded or any(char.isspace() for char in folded):
        return None
    labels = folded.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(labels)
    return ".".join(_decoded(label) for label in labels)


def skeleton(host: str) -> str:
    """The host as it is read at a glance: look-alike letters and digits as one, accents dropped.

    >>> skeleton("\\u0440\\u0430ypa1.com") == skeleton("paypal.com")
    True
    """
    letters = "".join(look_alike(char) or char for char in host)
    bare = "".join(char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char))
    return bare.translate(_SAME_AT_A_GLANCE)


def is_address(host: str) -> bool:
    """Whether a host in its one spelling is an IP address."""
    return _ADDRESS.fullmatch(host) is not None


@cache
def _dots() -> re.Pattern[str]:
    return re.compile(r"(?i)\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?|\\\.|[\u3002\uff0e\uff61]")


def _ipv6(text: str) -> str | None:
    try:
        address = ipaddress.IPv6Address(text.partition("%")[0])
    except ValueError:
        return None
    return str(address.ipv4_mapped or address)


def _ipv4(labels: list[str]) -> str | None:
    if len(labels) > 4 or any(not _NUMBER.fullmatch(label) or len(label) > 20 for label in labels):
        return None
    try:
        parts = [_number(label) for label in labels]
    except ValueError:
        return None
    *high, low = parts
    if any(part > 255 for part in high) or low >= 256 ** (5 - len(parts)):
        return None
    return str(ipaddress.IPv4Address(sum(part << (24 - 8 * place) for place, part in enumerate(high)) + low))


def _number(digits: str) -> int:
    if digits.startswith("0x"):
        return int(digits[2:] or "0", 16)
    return int(digits, 8) if len(digits) > 1 and digits.startswith("0") else int(digits)


def _decoded(label: str) -> str:
    """A punycode label in Unicode (RFC 3492); as it stands where it is broken."""
    if not label.startswith("xn--") or not label.isascii():
        return label
    try:
        return unicodedata.normalize("NFKC", label[4:].encode("ascii").decode("punycode")).casefold()
    except (UnicodeError, ValueError, OverflowError):
        return label
