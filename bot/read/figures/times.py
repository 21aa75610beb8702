"""Times of day ("18:30", "9am", "4 p.m.", "1430 GMT"), told apart from counts."""

from __future__ import annotations

import re
from decimal import Decimal

from bot.numerals import word_set
from bot.read.figures.build import Draft
from bot.read.figures.hedges import hedge_before
from bot.read.figures.tokens import Tokens
from bot.values import FigureKind

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_ZONES = word_set("gmt utc bst est edt cet cest pst pdt cst hkt ist jst msk local hours")


def read_time(tokens: Tokens, at: int, floor: int) -> tuple[Draft | None, int] | None:
    """The time of day at token `at` and the token after it; None if it is none, (None, after) for a broken one."""
    found = _time(tokens, at)
    if found is not None and found[0] is not None:
        hedge, found[0].start = hedge_before(tokens, at, floor)
        found[0].hedge = hedge or found[0].hedge
    return found


def _time(tokens: Tokens, at: int) -> tuple[Draft | None, int] | None:
    raw = tokens.raw(at)
    if not raw[:1].isdecimal() and tokens.word(at + 1) not in ("o'clock", "o’clock"):
        return None
    end, afternoon = _half_day(tokens, at + 1)
    clock = _CLOCK.fullmatch(raw)
    if clock and (":" in raw or end > at + 1):
        if int(clock[1]) > 24 or int(clock[2]) > 59 or tokens.word(at - 1) in ("/", ":"):
            return None, at + 1
        minutes = Decimal(int(clock[2])) / 60
        return _draft(at, end, Decimal(int(clock[1])) + minutes, afternoon), end
    if ":" in raw:
        return None, at + 1
    if end > at + 1 and raw.isdecimal() and len(raw) <= 2 and int(raw) <= 24:
        return _draft(at, end, Decimal(int(raw)), afternoon), end
    if len(raw) == 4 and raw.isdecimal() and tokens.word(at + 1) in _ZONES - {"local", "hours"}:
        return _draft(at, at + 2, Decimal(int(raw[:2])) + Decimal(int(raw[2:])) / 60, False), at + 2
    if _shares_half_day(tokens, at):
        return None, at + 1
    return None


def _draft(at: int, end: int, hours: Decimal, afternoon: bool) -> Draft:
    hours += 12 if afternoon and hours < 12 else 0
    return Draft(at, at, at + 1, end, hours.quantize(Decimal("0.01")).normalize() + 0, kind=FigureKind.TIME, unit="h")


def _half_day(tokens: Tokens, at: int) -> tuple[int, bool]:
    """The token after "am", "p.m.", "o'clock" and whether it means the afternoon."""
    word = tokens.word(at)
    if word in ("am", "pm") and not (word == "am" and not tokens.is_glued(at) and tokens.word(at - 1).isalpha()):
        return at + 1, word == "pm"
    if word in ("a", "p") and tokens.word(at + 1) == "." and tokens.word(at + 2) == "m" and tokens.is_glued(at + 1):
        return at + 4 if tokens.word(at + 3) == "." and tokens.is_glued(at + 3) else at + 3, word == "p"
    if word in ("o'clock", "o’clock", "noon", "midnight"):
        return at + 1, False
    return at, False


def _shares_half_day(tokens: Tokens, at: int) -> bool:
    """The first half of "5-7pm" or "9 to 11 a.m."."""
    if tokens.word(at + 1) not in ("-", "–", "to") or not tokens.word(at + 2)[:1].isdecimal():
        return False
    return _half_day(tokens, at + 3)[0] > at + 3
