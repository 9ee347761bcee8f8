"""The last labels that make a bare `name.label` a link, not a sentence without its blank or a file name."""

from __future__ import annotations

# Generic ones in wide use (IANA, Root Zone Database), without those that are as often file names: `md`, `py`, `rs`,
# `sh`, `zip`, `mov`, `ps`, `pl` are links only behind a scheme, `www.` or with a path.
_GENERIC = """
com org net edu gov mil int info biz name pro mobi jobs travel museum aero coop cat tel post asia
academy agency ai app art associates band bank bar beauty best bet bid bio black blog blue boutique build business
buzz cafe camera camp capital cards care careers cash casino center chat cheap church city claims click clinic
clothing cloud club coach codes coffee community company computer consulting contact contractors cool coupons credit
crypto dating deals delivery dental design dev diamonds digital direct directory discount dog domains download earth
education email energy engineer engineering enterprises equipment estate events exchange expert express fail family
fan farm fashion finance financial fit fitness flights florist football forsale foundation fun fund furniture fyi
gallery game games garden gift gifts global gold golf gratis green group guide guru health healthcare help holdings
holiday homes horse hospital host hosting house icu ink institute insurance insure international investments io
jewelry kitchen land lawyer legal life lighting limited limo link live loan loans lol love ltd management market
marketing mba media memorial men menu miami money monster mortgage network news ninja nyc one online page partners
parts party pet phone photo photography photos pics pictures pink pizza place plumbing plus poker press productions
promo properties pub quest racing realestate recipes red rehab rent rentals repair report republican rest restaurant
review reviews rich rip rocks rodeo run sale salon school science security services sex sexy shoes shop shopping show
singles site ski soccer social software solar solutions space store stream studio style support surf surgery systems
tax taxi team tech technology tennis theater tickets tips tires today tokyo tools top tours town toys trade trading
training tube university uno vacations ventures vet viajes video villas vin vip vision vodka vote voyage watch
webcam website wedding wiki win wine work works world wtf xxx xyz yoga zone
"""
_COUNTRIES = """
ac ad ae af ag al am ao ar at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci
ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl
gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky
kz la lb lc li lk lr ls lt lu lv ly ma mc me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni
nl no np nr nu nz om pa pe pf pg ph pk pm pn pr pt pw py qa re ro ru rw sa sb sc sd se sg si sk sl sm sn so sr ss st
su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za
zm zw
"""
_INTERNATIONAL = "рф рус укр бел срб онлайн сайт орг дети москва ελ مصر السعودية امارات ایران 中国 中國 公司 网络 在线 香港 台湾 한국 みんな ไทย भारत"


def known_suffixes() -> frozenset[str]:
    """All of them, lower case."""
    return frozenset(f"{_GENERIC} {_COUNTRIES} {_INTERNATIONAL}".split()) - _FILE_NAMES


_FILE_NAMES = frozenset("py so st in is it no do be my me to am at id la one top".split())
"""Country codes that are file extensions or words of prose: `module.py`, `end.In the`."""
