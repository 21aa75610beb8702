"""The smaller unit behind a larger one: "5 feet 2 inches", "two years and three months", "3 dollars 50 cents"."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import read_numeral
from bot.read.figures.build import Draft
from bot.read.figures.measures import currency_after, unit_after
from bot.read.figures.tokens import Tokens
from bot.values import FigureKind

_SMALLER = {
    ("years", "months"): 12,
    ("years", "weeks"): 52,
    ("months", "weeks"): 4,
    ("months", "days"): 30,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
    ("feet", "inches"): 12,
    ("miles", "yards"): 1760,
    ("yards", "feet"): 3,
    ("km", "m"): 1000,
    ("m", "cm"): 100,
    ("lb", "oz"): 16,
    ("kg", "g"): 1000,
}
_RESTATED = frozenset({FigureKind.DURATION})


def read_remainders(tokens: Tokens, draft: Draft) -> None:
    """Add all the smaller units that follow: "two hours, 14 minutes and 4 seconds"."""
    while _read_remainder(tokens, draft):
        pass


def _read_remainder(tokens: Tokens, draft: Draft) -> bool:
    """Add a smaller unit that follows to a draft; a duration is then said in the smaller unit (27 months)."""
    if not draft.unit or draft.number is None or draft.end == draft.last:
        return False
    at = draft.end + (tokens.word(draft.end) == ",")
    at += tokens.word(at) == "and"
    numeral = read_numeral(tokens.words, at)
    if numeral is None or numeral.value < 0:
        return False
    if draft.kind is FigureKind.MONEY:
        return _add_cents(tokens, draft, numeral.value, numeral.end)
    unit = unit_after(tokens, numeral.end, numeral.plain)
    factor = _SMALLER.get((draft.unit, unit[0].name)) if unit else None
    if unit is None or factor is None or not numeral.value < factor:
        return False
    if draft.kind in _RESTATED:
        draft.number, draft.unit = draft.number * factor + numeral.value, unit[0].name
    else:
        draft.number += (numeral.value / factor).quantize(Decimal("1E-12"))
    draft.last, draft.end = numeral.end, unit[1]
    return True


def _add_cents(tokens: Tokens, draft: Draft, cents: Decimal, end: int) -> bool:
    money = currency_after(tokens, end, Decimal(1))
    if money is None or money[0] not in ("\u00a2", "GBX", "EURc") or draft.unit in ("\u00a2", "GBX") or not cents < 100:
        return False
    draft.number = (draft.number or Decimal(0)) + cents / 100
    draft.place, draft.last, draft.end = Decimal("0.01"), money[1], money[1]
    return True
