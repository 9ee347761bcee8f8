"""Where links stand: the patterns that find candidates, and the reading of one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from guardrail.text.characters import is_ignorable
from guardrail.validators.link_support.hosts import canonical_host, is_address
from guardrail.validators.link_support.suffixes import ambiguous_suffixes, plain_suffixes

_DOT = r"(?:[.\u3002\uff0e\uff61]|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))"
_REST = r"[^\s<>\x22`]"
_SCHEME = r"(?:https?|hxxps?|h\*\*ps?|ftps?|fxps?|wss?)"
_COLON = r"(?:\[:[/\\]{2}\]|(?::|\[:\]|\(:\))[/\\]{0,4})"

_SCHEMES = frozenset({"http", "https", "ftp", "ftps", "ws", "wss"})
_TRAILING = ".,;:!?'*_~|\u2026\u201c\u201d\u2018\u2019\u00bb\u00ab\u3002\uff0c\uff01\uff1f\u3001"
_BRACKETS = {")": "(", "]": "[", "}": "{", "\u300d": "\u300c", "\uff09": "\uff08"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link from `start` to `end` of the view's text.

    `hosts` are what its host may be read as, the first one preferred; `tricks` say in words how it is disguised.
    """

    start: int
    end: int
    hosts: tuple[str, ...]
    tricks: tuple[str, ...] = ()


def link_patterns(own_suffixes: Iterable[str] = ()) -> tuple[str, ...]:
    """Expressions that find candidates; `own_suffixes` end a bare domain besides the known ones."""
    plain = _alternatives(plain_suffixes() | set(own_suffixes))
    ambiguous = _alternatives(ambiguous_suffixes() - set(own_suffixes))
    behind = rf"(?::\d{{1,5}})?(?:[/?#]{_REST}*)?"
    return (
        rf"(?i)\b{_SCHEME}{_COLON}{_REST}+",
        rf"(?i)\bwww\d?{_DOT}{_REST}+",
        rf"(?i)(?:[\w-]+{_DOT}){{1,10}}(?:(?:{plain})\b{behind}|(?:{ambiguous})(?::\d{{1,5}}\b|/){_REST}*)",
        rf"//[\w\[%]{_REST}*",
        rf"\b\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?::\d{{2,5}}\b|/[A-Za-z~_.?#-]){_REST}*",
    )


def read_link(text: str, start: int, end: int) -> Link | None:
    """The link in a candidate `[start, end)` of `text`; None where it is an address of mail, code or no host."""
    end = start + len(_without_trailing(text[start:end]))
    scheme = _head().match(text, start, end)
    if scheme is None:
        return _read_bare(text, start, end)
    written, colon = scheme["scheme"], scheme["colon"] or ""
    if written is None and start and text[start - 1] in ":/\\":
        return None
    authority = re.split(r"[/\\?#]", text[scheme.end() : end], maxsplit=1)[0]
    host, tricks = _host_of(authority)
    hosts = _readings(host)
    # `http:word` is prose, and `//word` a comment, unless the word is a domain or an address.
    if not hosts or not (_is_public(hosts[0]) or "/" in colon or "\\" in colon):
        return None
    if written is not None and written.lower() not in _SCHEMES:
        tricks = (*tricks, "with a broken scheme")
    return Link(start, end, hosts, (*tricks, *_number_trick(host, hosts[0])))


def _read_bare(text: str, start: int, end: int) -> Link | None:
    """A link without a scheme: `www.example.com/x`, `example.com`, `10.0.0.1:8080`."""
    if (start and text[start - 1] == "@") or text[end : end + 1] in ("@", "("):
        return None
    written = re.split(r"[/?#]", text[start:end], maxsplit=1)[0]
    if "@" in written:
        return None
    host = re.sub(r":\d*$", "", written)
    hosts = list(_readings(host))
    if start + len(host) == end:
        hosts.extend(_longer_host(text, end, host))
    if not hosts or not _is_public(hosts[0]):
        return None
    return Link(start, end, tuple(hosts), ("with its dots disguised",) if _is_defanged(host) else ())


def _longer_host(text: str, end: int, host: str) -> tuple[str, ...]:
    """`example.com` goes on as `example.com.evil`; not where a sentence begins: `example.com.Then`."""
    more = re.compile(r"(?:\.[\w-]+)+").match(text, end)
    if more is None or re.fullmatch(r"\.[A-Z][a-z]*", more[0]):
        return ()
    return _readings(host + more[0])


def _host_of(authority: str) -> tuple[str, tuple[str, ...]]:
    """The host of `user:password@host:port`, and whether a user name stands before it (RFC 3986, section 3.2)."""
    user, at, host = authority.rpartition("@")
    tricks: tuple[str, ...] = ("with a user name before the host",) if at and user else ()
    if _is_defanged(host):
        tricks = (*tricks, "with its dots disguised")
    bracketed = re.match(r"\[[0-9A-Fa-f:.%]+\]", host)
    return (bracketed[0] if bracketed else re.sub(r":\d*$", "", host)), tricks


def _readings(host: str) -> tuple[str, ...]:
    """What a host may be read as: browsers drop ignorable characters, readers may end there."""
    cut = next((place for place, char in enumerate(host) if is_ignorable(char)), None)
    forms = (host,) if cut is None else (host, host[:cut])
    return tuple(name for name in map(canonical_host, forms) if name)


def _is_public(host: str) -> bool:
    return "." in host or is_address(host)


def _is_defanged(host: str) -> bool:
    return re.search(r"(?i)[\[({](?:\.|dot)[\])}]|\\\.", host) is not None


def _number_trick(written: str, host: str) -> tuple[str, ...]:
    is_odd = is_address(host) and ":" not in host and written.rstrip(".") != host and not written.startswith("[")
    return ("with its address written as an odd number",) if is_odd else ()


def _without_trailing(link: str) -> str:
    """The link without the punctuation and the closing brackets that belong to the sentence around it."""
    end = len(link)
    while end:
        last = link[end - 1]
        opening = _BRACKETS.get(last)
        unopened = opening is not None and link.count(last, 0, end) > link.count(opening, 0, end)
        if not unopened and last not in _TRAILING:
            break
        end -= 1
    return link[:end]


def _alternatives(labels: Iterable[str]) -> str:
    return "|".join(re.escape(label) for label in sorted(labels))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:(?P<scheme>{_SCHEME})(?P<colon>{_COLON})|//)[/\\]*")
