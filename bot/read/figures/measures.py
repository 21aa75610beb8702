"""The unit or currency around a number: "$1.3bn", "300,000 rubles", "24-year", "500C", "20 per cent"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.numerals import word_set
from bot.read.currencies import CODES, DOLLARS, LETTERED, NATIONAL, NATIONS, SIGNS, SOFT_WORDS, WORDS
from bot.read.figures.tokens import Tokens
from bot.read.units import GLUED_UNITS, LONGEST_UNIT, UNIT_HEADS, UNITS, Unit
from bot.values import FigureKind

_BETWEEN = word_set("more additional extra further full consecutive straight whole")  # "three more years"
_SPACED_LETTERS = frozenset({"m", "g", "l", "t"})
_WEIGHT_CUES = word_set(
    """
    weigh weighs weighed weighing weight heavy heavier lost gained gain lose baby kilos cargo freight meat
    """
)
_GOODS = word_set("meat rice cocaine marijuana cannabis heroin fentanyl explosives food fish thrust gold waste carbon")
_PAYING = word_set(
    """
    cost costs costing pay pays paid paying price priced prices worth fine fined charge charged bill fee fees salary
    earn earns earned spend spends spent raised wage wages tax rent note bonus debt owed owes sold bought buy loan grant
    """
)
_RACES = frozenset(
    {"50", "60", "100", "200", "400", "800", "1500", "1,500", "3000", "3,000", "5000", "5,000", "10,000"}
)
_RACING = word_set("the men's women's men’s women’s ran run indoor outdoor")
_METRE_CUES = word_set(
    """
    tall long wide high deep away from race races sprint hurdles freestyle butterfly backstroke breaststroke relay
    final title above below apart offshore dash champion gold and
    """
) | {"", ".", ",", ")", ";", "-", "x", "×"}
_SCREENS = frozenset({"144", "240", "360", "480", "720", "1080", "1440", "2160"})  # 1080p is no price
_ENCLOSED_SIGNS = frozenset({"$", "¥", "￥"})


@dataclass(frozen=True, slots=True)
class Prefix:
    """A currency written before the amount, and the token it starts at."""

    currency: str
    start: int


def currency_before(tokens: Tokens, first: int) -> Prefix | None:
    """The currency sign, code or letters right before token `first`."""
    at = first - 1
    word = tokens.word(at)
    if word in SIGNS:
        return _with_letters(tokens, at)
    if word == "." and tokens.is_glued(at) and tokens.word(at - 1) == "rs":
        return Prefix("INR", at - 1)
    if tokens.raw(at) in CODES and not (word == "cop" and len(tokens.raw(first)) < 4):
        return Prefix("CNY" if word == "rmb" else word.upper(), at)
    if word in LETTERED and (tokens.is_capital(at) or tokens.is_glued(first)):
        return Prefix(LETTERED[word], at)
    return None


def _with_letters(tokens: Tokens, at: int) -> Prefix:
    sign = tokens.word(at)
    letters = tokens.word(at - 1)
    near = tokens.is_glued(at) or len(letters) > 1 or letters == "c"
    if sign in _ENCLOSED_SIGNS and near and letters in DOLLARS:
        return Prefix(DOLLARS[letters], at - 1)
    return Prefix(SIGNS[sign], at)


def currency_after(tokens: Tokens, at: int, scale: Decimal) -> tuple[str, int] | None:
    """The currency that follows a number ending before token `at`, and the token after it.

    `scale` is the multiple in the number: words with another everyday meaning ("won") count as money only after one.
    """
    at = at + 1 if tokens.word(at) == "-" and tokens.is_glued(at) and tokens.is_glued(at + 1) else at
    word = tokens.word(at)
    if word in SIGNS and not tokens.word(at + 1)[:1].isdecimal():
        return SIGNS[word], at + 1
    if tokens.raw(at) in CODES:
        return ("CNY" if word == "rmb" else word.upper()), at + 1
    if word in NATIONS:
        return _national(tokens, at)
    if word in LETTERED and tokens.is_glued(at):
        return LETTERED[word], at + 1
    if word == "of" and scale > 1 and tokens.word(at + 1) in WORDS and tokens.word(at + 1) not in SOFT_WORDS:
        return WORDS[tokens.word(at + 1)], at + 2
    if word not in WORDS or (word in SOFT_WORDS and scale < 1000):
        return None
    if word in ("pound", "pounds") and _is_weight(tokens, at, scale):
        return None
    return WORDS[word], at + 1


def _national(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "U.S. dollars", "Hong Kong dollars", "Belarusian rubles"."""
    if [tokens.word(at + step) for step in range(4)] == ["u", ".", "s", "."]:
        nation, end = "us", at + 4
    elif f"{tokens.word(at)} {tokens.word(at + 1)}" in _TWO_WORD_NATIONS:
        nation, end = f"{tokens.word(at)} {tokens.word(at + 1)}", at + 2
    else:
        nation, end = tokens.word(at), at + 1
    money = WORDS.get(tokens.word(end))
    code = NATIONAL.get((nation, money), money) if money else None
    return (code, end + 1) if code else None


_TWO_WORD_NATIONS = frozenset(nation for nation, _ in NATIONAL if " " in nation)


def _is_weight(tokens: Tokens, at: int, scale: Decimal) -> bool:
    """Whether "pounds" at `at` weigh: money behind a multiple, beside a dollar sum or a word of paying, else weight."""
    following = tokens.word(at + 1)
    if scale > 1:
        return following == "of" and tokens.word(at + 2) in _GOODS
    if tokens.word(at - 1) == "-" or following in ("of", "per", "heavier", "lighter"):
        return True
    if following == "sterling" or (following == "(" and not tokens.is_word(at + 2)):
        return False
    before = {tokens.word(at - back) for back in range(2, 9)}
    return bool(before & _WEIGHT_CUES) or not before & _PAYING


def unit_after(tokens: Tokens, at: int, plain: bool) -> tuple[Unit, int] | None:
    """The unit that follows a number ending before token `at` and the token after it; `plain` = digits alone."""
    if tokens.word(at) == "-" and tokens.is_glued(at) and tokens.is_glued(at + 1):
        at += 1
    word = tokens.word(at)
    if word in _BETWEEN and tokens.word(at + 1) in UNIT_HEADS:
        at, word = at + 1, tokens.word(at + 1)
    special = _powered(tokens, at) or _cased(tokens, at)
    if special:
        return special
    if word in UNIT_HEADS:
        words, ends = _spelled(tokens, at)
        for length in range(len(words), 0, -1):
            unit = UNITS.get(tuple(words[:length]))
            if unit:
                return unit, ends[length - 1]
    if word in ("pound", "pounds"):
        return Unit(FigureKind.MEASURE, "lb"), at + 1
    return _letter(tokens, at) if plain else None


def _spelled(tokens: Tokens, at: int) -> tuple[list[str], list[int]]:
    """The words from token `at` and the token after each, hyphens within them left out: "square-foot"."""
    words, ends = [tokens.word(at)], [at + 1]
    while len(words) < LONGEST_UNIT and ends[-1] < len(tokens.words):
        here = ends[-1]
        if tokens.word(here) == "-" and tokens.is_glued(here) and tokens.is_glued(here + 1):
            here += 1
        words.append(tokens.word(here))
        ends.append(here + 1)
    return words, ends


def _powered(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Squares and cubes written with a digit: km2, m3."""
    power = {"2": "²", "3": "³"}.get(tokens.word(at + 1))
    if power is None or not tokens.is_glued(at + 1) or tokens.word(at) not in ("m", "km", "cm", "mm"):
        return None
    return Unit(FigureKind.MEASURE, f"{tokens.word(at)}{power}"), at + 2


_CASED = {"Nm": "N m", "MP": "MP", "PS": "PS"}  # nm is a nanometre, mp a member of parliament


def _cased(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Units that only their capitals tell from other words."""
    name = _CASED.get(tokens.raw(at))
    return (Unit(FigureKind.MEASURE, name), at + 1) if name else None


def _letter(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """One letter right behind digits: 500C, 48m, 100t, 20p; metres, grams, litres and tons also after a space."""
    raw = tokens.raw(at)
    unit = GLUED_UNITS.get(raw.lower())
    if unit is None or (not tokens.is_glued(at) and raw not in _SPACED_LETTERS):
        return None
    if raw in ("c", "f", "M", "H", "S", "P", "T", "G", "IN") or (raw == "p" and tokens.word(at + 1) == "."):
        return None
    if (raw == "s" and "." not in tokens.raw(at - 1)) or (raw == "p" and tokens.raw(at - 1) in _SCREENS):
        return None
    return unit, at + 1


def is_metres(tokens: Tokens, at: int) -> bool:
    """Whether the "m" at token `at`, right behind digits, is metres and not million: "100m hurdles", "48m"."""
    if tokens.raw(at) != "m":
        return False
    raced = tokens.word(at - 1) in _RACES and tokens.word(at - 2) in _RACING
    return raced or tokens.word(at + 1) in _METRE_CUES
