"""Digits with nothing but a hedge before them ("52", "more than 1,038") to the figure that reading would find."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.read.figures.hedges import HEDGES
from bot.values import Figure, interval

# Four bare digits from 1000 on may be a year, and more than fifteen an account: only the words around them tell.
_DIGITS = re.compile(r"0|[1-9][0-9]{0,2}(?:,[0-9]{3}){0,4}|[3-9][0-9]{3}|[1-9][0-9]{4,14}")


def read_plain(written: str) -> Figure | None:
    """The count that the whole of `written` plainly gives; None where it takes more reading.

    Most values of a story are such: they need no search for units, ranges, names and dates around the digits.
    """
    hedge, _, digits = written.rpartition(" ")
    if hedge not in HEDGES or not _DIGITS.fullmatch(digits):
        return None
    number = Decimal(digits.replace(",", ""))
    low, high = interval(number, HEDGES[hedge])
    return Figure(written, number, HEDGES[hedge], low, high)
