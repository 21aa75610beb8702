"""Digits with nothing but a hedge before them ("52", "more than 1,038") to the figure that reading would find."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.read.figures.hedges import HEDGES
from bot.values import Figure, interval

# More than fifteen digits are an account, and a nought before others a code.
_DIGITS = re.compile(r"0|[1-9][0-9]{0,2}(?:,[0-9]{3}){0,4}|[1-9][0-9]{3,14}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_PERHAPS_YEAR = re.compile(r"[12][0-9]{3}")
_BEFORE_YEARS = (" of", " to", "circa")


def read_plain(written: str) -> Figure | None:
    """The count that the whole of `written` plainly gives; None where it takes more reading.

    Most values of a story are such: they need no search for units, ranges, names and dates around the digits.
    """
    hedge, _, digits = written.rpartition(" ")
    if hedge not in HEDGES or not _DIGITS.fullmatch(digits) or _may_be_year(hedge, digits):
        return None
    number = Decimal(digits.replace(",", ""))
    low, high = interval(number, HEDGES[hedge])
    return Figure(written, number, HEDGES[hedge], low, high)


def _may_be_year(hedge: str, digits: str) -> bool:
    """Only the words behind them tell what four such digits are."""
    years = _PERHAPS_YEAR if hedge.endswith(_BEFORE_YEARS) else _YEAR
    return years.fullmatch(digits) is not None
