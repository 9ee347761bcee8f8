"""The last labels that make a bare `name.label` a link, not a sentence without its blank, code or a file name.

A part of the IANA Root Zone Database. Behind a scheme, `//` or `www.` any label will do.
"""

from __future__ import annotations

_PLAIN = """
com org net edu gov mil int biz info io ai co dev app xyz online site website club shop icu vip top buzz cyou monster
quest sbs cfd lol wtf ninja guru agency academy asia blog cafe click cloud codes coffee company community consulting
dating deals dental digital domains download energy engineering enterprises exchange expert express fashion finance
financial fitness forsale foundation fund furniture fyi gallery gift gifts global gratis guide holdings holiday
hosting institute insurance international investments jewelry kitchen lawyer legal limited loan loans ltd market
marketing mba mobi money mortgage museum nyc partners photography pics pizza plumbing poker press productions promo
properties pub racing realestate recipes rehab rentals restaurant reviews rocks rodeo salon school sexy shoes
shopping singles ski soccer social solar solutions studio surf surgery tax taxi team tech technology tennis theater
tickets tips tires today tokyo tours town toys trade trading training travel university ventures vet viajes villas
vision vodka voyage wedding win wine xn--p1ai yoga zone aero cat coop jobs tel bid bet beauty boutique builders
ac ad ae af ag al ao ar au aw az ba bb bd bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf cg ch ci ck cl cm cn cr cu
cv cw cx cy cz de dj dk dm dz ec ee eg er es et eu fi fj fk fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gt gu gw gy
hk hn hr ht hu ie il im iq ir je jm jo jp ke kg kh ki kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc me
mg mh mn mo mp mq mr mu mv mw mx mz na nc ne nf ng ni nl np nr nu nz om pa pe pf pg ph pk pn pr pt pw qa re ro ru rw
sa sb sc sd se sg si sk sl sm sn sr su sv sx sy sz tc td tg th tj tk tl tm tn tr tt tv tw tz ua ug uk us uy uz va vc
ve vg vn vu wf ws ye yt za zm zw
рф рус укр бел срб онлайн сайт орг дети москва ελ
مصر السعودية امارات ایران 中国 中國 公司 网络 在线 香港 台湾 한국 みんな ไทย भारत
"""
_AMBIGUOUS = """
am as at be cc do fm gs gz hm id in is it md mk ml mm ms mt my no pl pm ps py rs sh so st tf to vi
art associates band bank bar best black blue build business camera camp capital cards care careers cash casino
center chat cheap church city claims clothing coach computer contact contractors cool coupons credit crypto delivery
design diamonds direct directory discount dog earth education email engineer equipment estate events fail family fan
farm fit flights florist football fun game games garden gold golf green group health healthcare help homes horse
hospital host house immo ink investment kim land life link live love management media memorial men menu miami mov
name network news one page parts party pet phone photo photos pictures pink place plus post pro red rent repair report
rest review rich rip run sale science security services sex show software space store stream style support systems
tattoo tools tube uno video vin vote wang watch webcam wiki work works world zip
"""


def plain_suffixes() -> frozenset[str]:
    """Labels that are a domain's end wherever they stand, lower case."""
    return frozenset(_PLAIN.split())


def ambiguous_suffixes() -> frozenset[str]:
    """Labels that are as often a word, an attribute or a file's ending: a path or a port must follow."""
    return frozenset(_AMBIGUOUS.split())
