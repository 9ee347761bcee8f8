"""`links(allow: …, deny: …)`: links and bare domains, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from guardrail.text.requests import Hit, Pattern, PieceLike, ScanRequest, ViewName
from guardrail.validators.contract import (
    QUIET,
    ArgumentProblem,
    Arguments,
    Cost,
    Kind,
    Match,
    Outcome,
    Parameter,
    Reach,
    Returns,
    ScanCheck,
    Signature,
    Stream,
)
from guardrail.validators.link_support.finding import Link, link_patterns, read_link
from guardrail.validators.link_support.hosts import HostEntry, covered, is_address, parse_entry, skeleton

Entries = tuple[HostEntry, ...]


class LinksCheck(ScanCheck):
    """Judges the host of each link; with neither list, every link is a hit."""

    __slots__ = ("allow", "deny", "deny_skeletons")

    def __init__(self, allow: Entries | None, deny: Entries | None) -> None:
        self.allow = allow
        self.deny = deny
        self.deny_skeletons = tuple(HostEntry(skeleton(e.name), e.itself, e.below) for e in deny or ())
        entries = (*(allow or ()), *(deny or ()))
        own = {entry.name.rpartition(".")[2] for entry in entries if not is_address(entry.name)}
        views = (ViewName.RAW, ViewName.CLEAN)
        patterns = tuple(Pattern("link", expression, views) for expression in link_patterns(own))
        super().__init__(ScanRequest(patterns=patterns))

    def judge(self, hits: tuple[Hit, ...], piece: PieceLike) -> Outcome:
        """Read each candidate; one that lies inside of another one's link is that link."""
        matches: list[Match] = []
        end = -1
        for start, stop, message in sorted(self._reported(hits), key=lambda found: (found[0], -found[1])):
            if stop > end:
                matches.append(Match(start, stop, message, label="link", at=piece.at))
                end = stop
        return Outcome(True, matches=tuple(matches)) if matches else QUIET

    def reach(self) -> Reach:
        """The rest of a host behind what looked like all of it, and the character behind that."""
        assert self.request is not None
        places = range(len(self.request.patterns))
        return Reach(after=dict.fromkeys(places, 2), tails=dict.fromkeys(places, r"(?:\.[\w-]*)*"))

    def _reported(self, hits: tuple[Hit, ...]) -> Iterator[tuple[int, int, str]]:
        for hit in hits:
            link = read_link(hit.view.text, hit.start, hit.end)
            reason = self._reason(link) if link is not None else None
            if link is not None and reason is not None:
                yield *hit.view.origin(link.start, link.end), ", ".join((reason, *link.tricks))

    def _reason(self, link: Link) -> str | None:
        """Why the link is a hit; None when it is none."""
        if self.deny is not None:
            if any(covered(host, self.deny) for host in link.hosts):
                return "a link to a denied host"
            if any(covered(skeleton(host), self.deny_skeletons) for host in link.hosts):
                return "a link to a host that looks like a denied one"
        if self.allow is not None:
            return None if all(covered(host, self.allow) for host in link.hosts) else "a link to a host not allowed"
        return "a link" if self.deny is None else None


class Links:
    """The validator `links`."""

    signature = Signature(
        name="links",
        summary="a link, or a bare domain: any, those to denied hosts, or those to hosts that are not allowed",
        returns=Returns.FINDINGS,
        stream=Stream.PREFIX,
        cost=Cost.C1,
        parameters=(
            Parameter(
                "allow",
                Kind.STRINGS,
                "the only hosts that links may lead to; `example.com` means its subdomains too, `*.example.com` "
                "those alone, `=example.com` itself alone",
                named=True,
            ),
            Parameter("deny", Kind.STRINGS, "hosts that no link may lead to, written likewise", named=True),
        ),
        spans=True,
        examples=(
            ('links(deny: ["example.com"])', "see https://shop.example.com/x.", True),
            ('links(allow: ["example.com"])', "see https://shop.example.com/x.", False),
            ('links(allow: ["example.com"])', "see https://example.com@203.0.113.7/login", True),
            ("links()", "open setup.py, e.g. this one", False),
        ),
    )

    def bind(self, arguments: Arguments) -> LinksCheck:
        """Read the lists; raises `ArgumentProblem` (G210) for an entry that is no domain or address."""
        return LinksCheck(_entries(arguments, "allow"), _entries(arguments, "deny"))


VALIDATOR = Links()


def _entries(arguments: Arguments, name: str) -> Entries | None:
    written = arguments.values.get(name)
    return tuple(_entry(str(text), name) for text in written) if isinstance(written, tuple) else None


def _entry(text: str, name: str) -> HostEntry:
    entry = parse_entry(text)
    if entry is None:
        raise ArgumentProblem(
            "G210",
            f"`{text}` is not a domain",
            parameter=name,
            help="write the domain alone, without scheme and path: `example.com`, `*.example.com` or `=example.com`",
        )
    return entry
