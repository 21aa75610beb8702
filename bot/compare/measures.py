"""Two figures to the same unit, where the units are fixed multiples of each other; None where they are not.

Currencies are never converted here: that takes a stated rate and date (design.md, section 3).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.values import Figure, FigureKind

# Exact by definition: the international yard and pound (1959), the statute acre and mile from it.
_METRES = {"mm": "0.001", "cm": "0.01", "m": "1", "km": "1000", "in": "0.0254", "ft": "0.3048", "yd": "0.9144"}
_METRES |= {"mi": "1609.344", "nmi": "1852"}
_GRAMS = {"mg": "0.001", "g": "1", "kg": "1000", "t": "1000000", "lb": "453.59237", "oz": "28.349523125"}
_SQUARE = {
    "m2": "1",
    "km2": "1000000",
    "ha": "10000",
    "acre": "4046.8564224",
    "mi2": "2589988.110336",
    "ft2": "0.09290304",
}
_LITRES = {"ml": "0.001", "l": "1", "bbl": "158.987294928", "gal": "3.785411784"}
_SPEED = {"km/h": "1", "mph": "1.609344", "kn": "1.852", "m/s": "3.6"}
_FAMILIES = ("length", "mass", "area", "volume", "speed")

_SIZES: dict[str, tuple[str, Decimal]] = {
    unit: (family, Decimal(size))
    for family, units in zip(_FAMILIES, (_METRES, _GRAMS, _SQUARE, _LITRES, _SPEED), strict=True)
    for unit, size in units.items()
}

_NAMES = {
    "millimetre": "mm", "centimetre": "cm", "metre": "m", "kilometre": "km", "inch": "in", "inches": "in",
    "foot": "ft", "feet": "ft", "yard": "yd", "mile": "mi", "nautical mile": "nmi",
    "milligram": "mg", "gram": "g", "kilo": "kg", "kilogram": "kg", "tonne": "t", "metric ton": "t", "pound": "lb",
    "ounce": "oz", "square metre": "m2", "square kilometre": "km2", "hectare": "ha", "square mile": "mi2",
    "square foot": "ft2", "square feet": "ft2", "sq km": "km2", "sq m": "m2", "m²": "m2", "km²": "km2",
    "sq mi": "mi2", "litre": "l", "millilitre": "ml", "barrel": "bbl", "gallon": "gal", "kmh": "km/h", "kph": "km/h",
    "kilometres per hour": "km/h", "miles per hour": "mph", "knot": "kn", "metres per second": "m/s",
}  # fmt: skip

_ALIKE = frozenset({FigureKind.COUNT, FigureKind.AGE, FigureKind.DURATION})
# Their units say nothing more: the currency of money is compared with the money.
_UNITLESS = frozenset({FigureKind.PERCENT, FigureKind.SHARE, FigureKind.POINTS, FigureKind.MONEY})
_HUNDREDTHS = frozenset({FigureKind.PERCENT, FigureKind.SHARE})


def same_measure(a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """Both figures in one unit, or None where they measure different things; a missing unit fits any."""
    if a.kind is not b.kind and not ({a.kind, b.kind} <= _ALIKE or {a.kind, b.kind} <= _HUNDREDTHS):
        return (a, b) if _bare(a, b) or _bare(b, a) else None
    if a.kind is not b.kind and a.kind in _HUNDREDTHS:
        return as_percent(a), as_percent(b)
    if a.kind in _ALIKE or a.kind in _UNITLESS or a.unit == b.unit or not a.unit or not b.unit:
        return a, b
    return _converted(a, b)


def as_percent(figure: Figure) -> Figure:
    """A share ("one in five", 0.2) as the percentage it is; a percentage as it stands."""
    return (
        replace(_scaled(figure, Decimal(100)), kind=FigureKind.PERCENT) if figure.kind is FigureKind.SHARE else figure
    )


def unit_symbol(unit: str) -> str:
    """The short form of a unit's name in any spelling: "kilometers" -> "km"; unknown units come back folded."""
    folded = " ".join(unit.casefold().replace("meter", "metre").replace("liter", "litre").split())
    return _NAMES.get(folded) or _NAMES.get(folded.removesuffix("s")) or folded


def _bare(a: Figure, b: Figure) -> bool:
    """A number without unit ("10") beside a measured one ("10 km") on the same fact is meant in its unit."""
    return a.kind is FigureKind.COUNT and not a.unit and b.kind in (FigureKind.DISTANCE, FigureKind.MEASURE)


def _converted(a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    first, second = unit_symbol(a.unit), unit_symbol(b.unit)
    if first == second:
        return a, b
    one, two = _SIZES.get(first), _SIZES.get(second)
    if one is None or two is None or one[0] != two[0]:
        return None
    if a.number is not None and a.number == b.number and a.number != 0:
        return None
    return _scaled(a, one[1]), _scaled(b, two[1])


def _scaled(figure: Figure, size: Decimal) -> Figure:
    return replace(
        figure,
        number=None if figure.number is None else figure.number * size,
        low=figure.low * size,
        high=None if figure.high is None else figure.high * size,
        to=None if figure.to is None else figure.to * size,
        place=figure.place * size,
    )
