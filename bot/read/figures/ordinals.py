"""Ordinals ("the third time", "24th"), told apart from counts, fractions, dates and street names."""

from __future__ import annotations

from decimal import Decimal

from bot.numerals import ORDINALS, TENS, word_set
from bot.read.figures.build import Draft
from bot.read.figures.refusals import is_month
from bot.read.figures.tokens import Tokens
from bot.values import FigureKind

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_DETERMINERS = word_set("the his her its their our my your this that every each whose for a an")
_IN_A_ROW = word_set("straight consecutive successive")
_SEATS = word_set(
    """
    district amendment circuit precinct arrondissement brigade regiment battalion division infantry parallel street
    avenue floor
    """
)
_NO_SUPERLATIVE = word_set(
    "test protest forest arrest interest west request guest contest rest quest harvest priest chest"
)
_NOT_RANKED = word_set("quarter half century world party lady reich of hand degree person floor")


def read_ordinal(tokens: Tokens, at: int) -> tuple[Draft | None, int] | None:
    """The ordinal at token `at` and the token after it; None if it is none, (None, after) if it only dates or names."""
    word = tokens.word(at)
    if word[:1].isdecimal():
        return _in_digits(tokens, at)
    value, end = _in_words(tokens, at)
    if value is None:
        return None
    ranked = _is_superlative(tokens, end)
    if not ranked and (tokens.word(end) in _NOT_RANKED or not tokens.is_word(end)):
        return (None, end) if end > at + 1 else None
    if not (ranked or tokens.word(end) in _IN_A_ROW or _is_determined(tokens, at)):
        return (None, end) if end > at + 1 else None
    if tokens.word(at - 1) in ("a", "an") and tokens.word(end) in ("of", "to", "in", "a", "an", "more", "less"):
        return None
    if tokens.word(at - 2) == "between" and tokens.word(end) == "and":
        return None  # "between a third and a half"
    if word == "second" and tokens.word(at - 1) == "a" and not tokens.word(end)[:1].isalpha():
        return None
    if tokens.is_capital(at):
        return None, end
    return _draft(at, end, value), end


def _is_determined(tokens: Tokens, at: int) -> bool:
    """ "the third", "the team's third"."""
    before = tokens.word(at - 1)
    owned = before.endswith(("'s", "’s")) or (before in ("'", "’") and tokens.word(at - 2)[-1:] == "s")
    return owned or before in _DETERMINERS


def _is_superlative(tokens: Tokens, end: int) -> bool:
    """ "-largest", " largest", "-most populous" behind a rank."""
    word = _after_hyphen(tokens, end)
    return word in ("most", "worst", "least") or (word.endswith("est") and word not in _NO_SUPERLATIVE)


def _after_hyphen(tokens: Tokens, end: int) -> str:
    hyphen = tokens.word(end) == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1)
    return tokens.word(end + hyphen)


def _in_digits(tokens: Tokens, at: int) -> tuple[Draft | None, int] | None:
    suffix = at + 1
    if tokens.word(suffix) not in _SUFFIXES or not tokens.is_glued(suffix) or not tokens.raw(at).isdecimal():
        return None
    end = suffix + 1
    after = tokens.word(end + 1) if tokens.word(end) == "-" else tokens.word(end)
    if after in _SEATS or tokens.word(end + 1) in _SEATS:
        return None, end
    dated = is_month(tokens, end) or is_month(tokens, at - 1) or (after == "of" and is_month(tokens, end + 1))
    if dated or len(tokens.raw(at)) > 9 or after == "century" or tokens.is_capital(end) or not tokens.is_word(end):
        return None, end
    return _draft(at, end, Decimal(int(tokens.raw(at)))), end


def _in_words(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    word = tokens.word(at)
    if word in ORDINALS:
        return ORDINALS[word], at + 1
    last = at + 2 if tokens.word(at + 1) == "-" else at + 1
    tail = ORDINALS.get(tokens.word(last))
    if word in TENS and tail is not None and tail < 10:
        return TENS[word] + tail, last + 1
    return None, at


def _draft(at: int, end: int, value: Decimal) -> Draft:
    return Draft(at, at, end, end, value, kind=FigureKind.ORDINAL)
