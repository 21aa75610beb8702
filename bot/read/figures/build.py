"""A number with all that stands around it to the value of a mention: figure, money or duration."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bot.read.figures.tokens import Tokens
from bot.read.units import DAYS, ISO_TIME
from bot.reading import FigureMention
from bot.values import Duration, Figure, FigureKind, Hedge, Money, interval

_ABOUT_TIME = Decimal("0.5")  # "about 14:51", "just after 9am": within half an hour


@dataclass(slots=True)
class Draft:
    """A figure while it is read: tokens [start, end) with hedge and unit, the number in [first, last)."""

    start: int
    first: int
    last: int
    end: int
    number: Decimal | None
    place: Decimal = Decimal(1)
    to: Decimal | None = None
    hedge: Hedge = Hedge.EXACT
    kind: FigureKind = FigureKind.COUNT
    unit: str = ""
    of: str = ""
    plain: bool = False
    limits: tuple[Decimal, Decimal | None] | None = None


def mention_of(tokens: Tokens, draft: Draft) -> FigureMention:
    """The finished mention of a draft, words exactly as in the text."""
    start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
    words = tokens.text[start:end]
    return FigureMention(start, end, words, value_of(draft, words), draft.of)


def value_of(draft: Draft, words: str) -> Figure | Money | Duration:
    """The value a draft stands for."""
    figure = _figure(draft, words)
    if draft.kind is FigureKind.MONEY:
        return Money(figure, draft.unit)
    if draft.kind is FigureKind.DURATION and draft.unit in DAYS:
        return duration_of(figure)
    return figure


def _figure(draft: Draft, words: str) -> Figure:
    low, high = draft.limits or _interval(draft)
    if high is not None and high < low:
        low = high  # "fewer than one": nothing below nought can be counted
    number, to = _plain(draft.number), _plain(draft.to)
    low, high = _plain(low) or Decimal(0), _plain(high)
    return Figure(words, number, draft.hedge, low, high, to, draft.kind, draft.unit, draft.of, draft.place)


def _plain(number: Decimal | None) -> Decimal | None:
    """Without the noughts and exponents of its making: 1300000000, not 1300000000.0."""
    return number if number is None else Decimal(f"{number.normalize():f}") + 0


def _interval(draft: Draft) -> tuple[Decimal, Decimal | None]:
    number = draft.number if draft.number is not None else Decimal(0)
    if draft.kind is FigureKind.SCORE and draft.to is not None:
        return min(number, draft.to), max(number, draft.to)
    if draft.kind is FigureKind.TIME:
        slack = _ABOUT_TIME if draft.hedge is not Hedge.EXACT else Decimal(0)
        return max(number - slack, Decimal(0)), number + slack
    return interval(number, draft.hedge, to=draft.to, kind=draft.kind, place=draft.place)


def duration_of(length: Figure) -> Duration:
    """A length of time in days and ISO 8601; months and years are as short or long as the calendar makes them."""
    shortest, longest = DAYS[length.unit]
    low, top = _flowing(length)
    high = None if top is None else _round(top * longest)
    return Duration(length, _round(low * shortest), high, _iso(length))


def _flowing(length: Figure) -> tuple[Decimal, Decimal | None]:
    """The interval in units; time does not step by whole ones: over a year may be 13 months."""
    match length.number, length.hedge:
        case Decimal() as number, Hedge.MORE_THAN:
            return number, None
        case Decimal() as number, Hedge.UNDER | Hedge.NEARLY:
            return min(length.low, number), number
    return length.low, length.high


def _iso(length: Figure) -> str:
    prefix, letter, factor = ISO_TIME[length.unit]
    amount = (length.number if length.number is not None else length.low) * factor
    return f"{prefix}{amount.normalize():f}{letter}"


def _round(days: Decimal) -> Decimal:
    return days.quantize(Decimal("0.0001")).normalize() + 0
