"""E-mail addresses (RFC 5321, RFC 5322; internationalised: RFC 6531)."""

from __future__ import annotations

from guardrail.validators.pii_kinds.kind import CERTAIN, REFUSED, STRONG, PiiKind

_COUNTRY_DOMAINS = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc "
    "cd cf "
    "cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd "
    "ge gf "
    "gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh "
    "ki km "
    "kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx "
    "my mz "
    "na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd "
    "se sg "
    "sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy "
    "uz va "
    "vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_FILE_ENDINGS = (
    "png jpg jpeg gif svg webp bmp ico css scss js jsx ts tsx mjs json html htm xml yaml yml txt pdf csv mp3 mp4 wav "
    "zip tar "
    "gz exe dll php rb"
)


def kinds() -> tuple[PiiKind, ...]:
    """The one kind of this family."""
    return (
        PiiKind(
            name="email",
            title="e-mail address",
            format="local part, `@`, domain that ends in a country code or in three letters and more; plus tags, "
            "quoted "
            "local parts, international names, address literals in brackets",
            source="RFC 5321 section 4.1.2, RFC 5322 section 3.4.1, RFC 6531; IANA root zone database",
            patterns=(_plain(), _international(), _quoted(), _literal()),
            confirm=_confirm,
            numeric=False,
        ),
    )


_DOMAIN = "[0-9A-Za-z][0-9A-Za-z.-]*\\.(?:[A-Za-z]{2,63}|(?i:xn--)[0-9A-Za-z-]{2,59})"
_ENDS = "(?![0-9A-Za-z_]|\\.[0-9A-Za-z])"
_LOCAL = "0-9A-Za-z_.%+'&!#~-"
"""Without the signs that RFC 5322 allows and addresses in running text hardly have, such as `=` and `/`."""


def _plain() -> str:
    """ASCII on both sides. Lengths are confirmed later: counted repeats would cost the scanner states."""
    return f"(?<![{_LOCAL}])(?<!//)[0-9A-Za-z_+][{_LOCAL}]*@{_DOMAIN}{_ENDS}"


def _international() -> str:
    return "(?<![\\w.%+'&!#~-])(?<!//)\\w[\\w.%+'&!#~-]*@\\w[\\w\u00b7.-]*\\.[\\w-]{2,63}(?!\\w)"


def _quoted() -> str:
    return f'"[^"\\\\\\r\\n@]{{1,62}}"@{_DOMAIN}{_ENDS}'


def _literal() -> str:
    return f"(?<![{_LOCAL}])[0-9A-Za-z_+][{_LOCAL}]*@\\[(?:IPv6:)?[0-9A-Fa-f:.]{{3,45}}\\]"


def _confirm(text: str) -> float:
    local, _, domain = text.rpartition("@")
    if local == "git" or len(local) > 64 or ".." in local or local.endswith("."):
        return REFUSED
    if domain.startswith("["):
        return STRONG if _is_address(domain[1:-1].removeprefix("IPv6:")) else REFUSED
    labels = domain.split(".")
    if len(domain) > 255 or any(not label or len(label) > 63 or "-" in (label[0], label[-1]) for label in labels):
        return REFUSED
    if any(_mixes_scripts(part) for part in (local, *labels)):
        return REFUSED
    return CERTAIN if _is_top_level(labels[-1]) else REFUSED


def _is_address(text: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _is_top_level(label: str) -> bool:
    """A two-letter country code in use, `xn--…`, or letters alone that are no file ending."""
    plain = label.lower()
    if plain.startswith("xn--"):
        return True
    if plain in _FILE_ENDINGS.split():
        return False
    if len(plain) == 2 and plain.isascii():
        return plain in _COUNTRY_DOMAINS.split()
    return plain.isalpha() or not plain.isascii()


def _mixes_scripts(part: str) -> bool:
    """Latin letters beside a script without blanks: the blank before or after the address is merely not written."""
    has_latin = any("a" <= c.lower() <= "z" for c in part)
    return has_latin and any(ord(c) >= 0x2E80 for c in part)
