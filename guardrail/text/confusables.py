"""Look-alikes: characters that are read as a Latin letter or digit, each with the one it is read as.

Latin letters with strokes, hooks and tails, small capitals, and circled, squared, fullwidth or mathematical letters
need no table: decomposition or their Unicode name says which letter they are. What is written out here are letters of
other scripts and a few symbols, by shape, in the manner of Unicode TR39's intentional confusables.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Upper- and lower-case shapes differ (Greek eta is `H` and `n`), so both cases stand for themselves.
_CYRILLIC = """
aАаӐӑӒӓ bВвЬьЪъѢѣ cСсҪҫ dԀԁ eЕеЁёӖӗҽҼЄє gԌԍ hНнҺһҢңӇӈӉӊЋћ iІіЇїӀӏ jЈј kКкҚқӃӄҜҝҞҟҠҡ mМмӍӎ
oОоӦӧѲѳӨө pРрҎҏ qԚԛ rГгҐґ sЅѕ tТтҬҭ vѴѵѶѷ wԜԝѠѡѾѿ xХхҲҳӼӽӾӿ yУуҮүҰұЎўӮӯӰӱӲӳ 3ЗзҘҙӞӟ 4ЧчҶҷ 6б
"""
_GREEK = """
aΑαΆά bΒβϐ cϲϹ dδ eΕεΈέϵ hΗΉ iΙιΊίΪϊΐ jϳͿ kΚκϰ mΜμ nΝηή oΟοΌόσΘθϴ pΡρϼ tΤτ uυύϋΰ vν wωώϖ xΧχ yΥγΎΫϒ zΖζ
"""
_ARMENIAN = """
gց hհ jյ lԼ nոռ oօՕ pք qզգ sՏ uսՍ wա yՎ iւ
"""
_CHEROKEE = """
aᎪ bᏴᏏ cᏟ dᎠᏧ eᎬ gᏀᎶᏳ hᎻᏂ iᎥ jᎫ kᏦ lᏞ mᎷ oᎾ pᏢ rᎡᏒ sᏚᏕ tᎢ vᏙ wᎳᏔ yᎩᎽ zᏃ 4Ꮞ
"""
_COPTIC_RUNIC_AND_OTHERS = """
aⲀⲁ bⲂⲃ cⲤⲥ eⲈⲉ hⲎⲏ iⲒⲓ kⲔⲕ mⲘⲙ nⲚⲛ oⲞⲟ pⲢⲣ tⲦⲧ xⲬⲭ yⲨⲩ zⲌⲍ
a𐊠 b𐊂𐊡 c𐊢 e𐊆 f𐊇𐊥 h𐋏 i𐊊𐌉 l𐐛𐑃 m𐊰𐌑 o𐊒𐊫𐐄𐐬 p𐊕 s𐊖𐐠𐑈 t𐊗𐊱𐌕 x𐊐𐊴𐌗 y𐊲 z𐋵
lⵍ oⵔ xⵝ kᛕ xᚷ iᛁ rᚱ mᛖ
oംഠဝ०੦૦௦౦೦൦๐໐၀০
aᗅᗩ bᗷᑲ cᑕ dᗞᗪᑯ eᗴ fᖴ gᘜ hᕼ jᒍ lᒪ mᗰ nᑎ pᑭ qᑫ rᖇ sᔕ uᑌ vᐯ wᗯ x᙭ zᘔ
aꓮ bꓐ cꓚ dꓓꓒ eꓰ fꓝ gꓖ hꓧ iꓲ jꓙ kꓗ lꓡ mꓟ nꓠ oꓳ pꓑ rꓣ sꓢ tꓔ uꓴ vꓦ wꓪ xꓫ yꓬ zꓜ
"""
_LATIN = """
aɑɐᴀⱭɒ bƄƅ cɔƆↄↃ eəǝƎƏɛƐɘᴈ gɡ iɩƖǃɪ kĸ lǀʟ mɯƜ nŋŊƞ oɵƟʘ pƿǷ qƍ rʀƦɼ sƨƧꜱ uʊƱ vʌɅ wʍɯ xᕁ yʎƴ zʒƷ
dðÐɖƉ pþÞ 3ȝȜɜ 5ƽƼ 8ȣȢ
"""
_SYMBOLS = """
a∀⍺₳ b฿ c©¢⊂₵ d∂₫ e€∃∈∊℮ f₣ h♄ i¡∣ l£₤ n∩₦ o∅⌀⊙⊖⊚◯○●◉⭕⚪⚫⬤ p₱ r® s§ t₮☨ u∪⋃ v∨√⋁ w₩ x×✕✖✗✘❌⨯╳ y¥
"""
_LIGATURES = {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ꜳ": "aa", "ꜵ": "ao"}

_BY_NAME = (
    r"LATIN (?:SMALL|CAPITAL) LETTER (?:(?:DOTLESS|SCRIPT|LONG|SMALL|BLACKLETTER) )?([A-Z])(?: (?:WITH|ROTUNDA).*)?",
    r"LATIN (?:LETTER|SUBSCRIPT) SMALL(?: CAPITAL| LETTER)?(?: INVERTED| REVERSED| BARRED)? ([A-Z])(?: WITH .*)?",
    r"MODIFIER LETTER (?:SMALL|CAPITAL)(?: CAPITAL)? ([A-Z])(?: WITH .*)?",
    r"(?:CROSSED )?NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER ([A-Z])",
    r"REGIONAL INDICATOR SYMBOL LETTER ([A-Z])",
    r"(?:SQUARED|CIRCLED|PARENTHESIZED) LATIN (?:SMALL|CAPITAL) LETTER ([A-Z])",
)


def look_alike(character: str) -> str:
    """The lower-case Latin letter, letters or ASCII digit that a character is read as, or an empty string.

    >>> look_alike("\\u0430"), look_alike("\\u1d00"), look_alike("\\U0001f170"), look_alike("\\u4e2d")
    ('a', 'a', 'a', '')
    """
    if character < "\x80":
        return ""
    found = _table().get(character)
    if found is not None:
        return found
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    named = _named().fullmatch(unicodedata.name(character, ""))
    return next(group for group in named.groups() if group).lower() if named else ""


@cache
def _table() -> dict[str, str]:
    scripts = (_SYMBOLS, _LATIN, _COPTIC_RUNIC_AND_OTHERS, _CHEROKEE, _ARMENIAN, _GREEK, _CYRILLIC)
    groups = " ".join(scripts).split()
    return {character: group[0] for group in groups for character in group[1:]} | _LIGATURES


@cache
def _named() -> re.Pattern[str]:
    return re.compile("|".join(_BY_NAME))
