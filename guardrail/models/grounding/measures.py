"""Units of measurement and currencies: what is written behind a number, and how much of the base unit it is.

Factors are those of the International System of Units and of the international yard and pound agreement (1959).
"""

from __future__ import annotations

import re
from functools import cache

_UNITS = """
length 1 m metre metres meter meters
length 1000 km kilometre kilometres kilometer kilometers kms
length 0.01 cm centimetre centimetres centimeter centimeters
length 0.001 mm millimetre millimetres millimeter millimeters
length 1609.344 mi mile miles
length 0.3048 ft foot feet
length 0.0254 inch inches
length 0.9144 yd yard yards
area 1 m² m2 sqm
area 1000000 km² km2
area 10000 ha hectare hectares
area 4046.856 acre acres
mass 1 kg kilo kilos kilogram kilograms kgs
mass 0.001 g gram grams
mass 0.000001 mg milligram milligrams
mass 1000 tonne tonnes
mass 0.45359237 lb lbs pound pounds
mass 0.028349523 oz ounce ounces
volume 1 l litre litres liter liters
volume 0.001 ml millilitre millilitres milliliter milliliters
volume 3.785411784 gallon gallons
duration 1 s sec secs second seconds
duration 60 min mins minute minutes
duration 3600 h hr hrs hour hours
duration 86400 day days
duration 604800 week weeks
months 1 month months
months 12 year years yr yrs
months 120 decade decades
months 1200 century centuries
data 1 byte bytes
data 1000 kb kilobyte kilobytes
data 1000000 mb megabyte megabytes
data 1000000000 gb gigabyte gigabytes
data 1000000000000 tb terabyte terabytes
speed 1 km/h kmh kph
speed 1.609344 mph
power 1 w watt watts
power 1000 kw kilowatt kilowatts
power 1000000 mw megawatt megawatts
energy 1 kwh
energy 1000 mwh
frequency 1 hz hertz
frequency 1000000 mhz megahertz
frequency 1000000000 ghz gigahertz
celsius 1 °c celsius
fahrenheit 1 °f fahrenheit
percent 1 % percent pct percentage
usd 1 dollar dollars usd us$
usd 0.01 cent cents
eur 1 euro euros eur €
gbp 1 gbp £
jpy 1 yen jpy ¥
chf 1 franc francs chf
inr 1 rupee rupees inr ₹
"""
_CURRENCIES = {"$": "usd", "us$": "usd", "ca$": "cad", "au$": "aud", "nz$": "nzd", "€": "eur", "£": "gbp", "¥": "jpy"}


def unit_of(text: str, start: int) -> tuple[str, float, int] | None:
    """The dimension, the factor to its base unit and the end of the unit written at `start`; None for no unit.

    >>> unit_of("5 km away", 1), unit_of("5 per cent", 1), unit_of("5 kittens", 1)
    (('length', 1000.0, 4), ('percent', 1.0, 10), None)
    """
    match = _unit_pattern().match(text, start)
    if match is None:
        return None
    written = match["unit"].lower().rstrip(".")
    if written.startswith("per"):
        return "percent", 1.0, match.end()
    found = _units().get(written.replace("° ", "°").replace("degrees ", "°"))
    return (*found, match.end()) if found is not None else None


def currency(written: str | None) -> str | None:
    """The code of a currency sign or code before a number, in lower case; None for none."""
    if not written:
        return None
    return _CURRENCIES.get(written.lower(), "inr" if written == "₹" else written.lower())


@cache
def _units() -> dict[str, tuple[str, float]]:
    table: dict[str, tuple[str, float]] = {}
    for line in _UNITS.strip().splitlines():
        dimension, factor, *names = line.split()
        table.update({name: (dimension, float(factor)) for name in names})
    return table


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[ \u00a0\u202f-]?(?P<unit>%|per[ ]?cent(?:age)?\b|(?:°[ ]?|degrees )(?:C|F|celsius|fahrenheit)\b|km/h\b"
        r"|(?:m|km)[²2]|[€£¥₹]|[A-Za-z]{1,12}\b(?!/))",
        re.IGNORECASE,
    )
