"""Text to figure mentions: goes through the anchors of a text once and tries the ways a figure can be written."""

from __future__ import annotations

from bot.numerals import FRACTION_SIGNS, ORDINALS
from bot.read.figures.ages import read_decade
from bot.read.figures.build import Draft, mention_of
from bot.read.figures.multiples import read_multiple
from bot.read.figures.number import read_figure
from bot.read.figures.ordinals import read_ordinal
from bot.read.figures.times import read_time
from bot.read.figures.tokens import FOLDS, MULTIPLIERS, NOTHING, PERIODS, VAGUE_STARTERS, Tokens, cut
from bot.read.figures.vague import read_nothing, read_period, read_vague
from bot.reading import FigureMention
from bot.values import Limits

_LIMITS = Limits()


def find_figures(text: str, limits: Limits = _LIMITS) -> tuple[FigureMention, ...]:
    """All figures of a text in order, spans apart from each other; linear in the length of the text.

    `limits` says what vague words ("dozens") may mean. Pieces of dates, names and identifiers are left out.
    """
    tokens = cut(text)
    mentions: list[FigureMention] = []
    floor = 0
    for at in tokens.anchors:
        if at < floor:
            continue
        draft, after = _read_at(tokens, at, floor, limits)
        if draft is not None:
            mentions.append(mention_of(tokens, draft))
            floor = max(draft.end, after)
        elif after > at + 1:
            floor = after
    return tuple(mentions)


def _read_at(tokens: Tokens, at: int, floor: int, limits: Limits) -> tuple[Draft | None, int]:
    """The figure at an anchor, or None; and the token at which reading goes on."""
    word = tokens.word(at)
    if word in NOTHING:
        return read_nothing(tokens, at), at + 1
    if word in VAGUE_STARTERS:
        return read_vague(tokens, at, floor, limits), at + 1
    if word in MULTIPLIERS or word in FOLDS:
        return read_multiple(tokens, at, floor), at + 1
    if word in PERIODS:
        return read_period(tokens, at, floor), at + 1
    time = read_time(tokens, at, floor)
    if time is not None:
        return time
    decade = read_decade(tokens, at)
    if decade is not None:
        return decade
    ordinal = read_ordinal(tokens, at)
    if ordinal is not None:
        return ordinal
    if word in ORDINALS and word not in FRACTION_SIGNS and tokens.word(at - 1) not in ("a", "one", "-"):
        return None, at + 1
    return read_figure(tokens, at, floor)
