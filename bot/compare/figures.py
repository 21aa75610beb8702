"""Two figures to a verdict by their intervals, hedges and rounding (design.md, section 3)."""

from __future__ import annotations

from decimal import Decimal

from bot.compare.measures import same_measure
from bot.compare.outcome import alert, note, silence, unlike
from bot.record import Comparison, Verdict
from bot.values import CONTINUOUS, Figure, FigureKind, Hedge, significant_place, spread

ROUNDING_SHARE = Decimal("0.05")
FAR_FACTOR = Decimal("1.5")
FAR_GAP = Decimal(10)
VAGUE_REACH = 2

_STRICT = (Hedge.MORE_THAN, Hedge.UNDER, Hedge.NEARLY)
_LOOSE = (Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE)
_PLAIN = frozenset({FigureKind.COUNT, FigureKind.AGE, FigureKind.DURATION, FigureKind.TIME})
_SLIPS = tuple(Decimal(10) ** power for power in (3, 6, 9, 2, 1))


def compare_figures(a: Figure, b: Figure) -> Comparison:
    """The verdict on two figures for the same thing, counted the same way; symmetric.

    The words counted ("prisoners", "people") are the link's business and play no part here.
    """
    if a.kind is b.kind is FigureKind.SCORE:
        return _scores(a, b)
    pair = same_measure(a, b)
    if pair is None:
        return _other_unit(a, b)
    one, two = pair
    if (one.low, one.high) == (two.low, two.high):
        return silence(Verdict.AGREES, "figure.same", "“{a}” and “{b}” are the same figure", a=a.words, b=b.words)
    gap = distance(one, two)
    if gap > 0:
        return _apart(one, two, gap)
    return _overlapping(one, two)


def distance(a: Figure, b: Figure) -> Decimal:
    """How far apart two intervals lie; 0 or less when they meet."""
    upper, lower = (a, b) if a.low >= b.low else (b, a)
    return Decimal(-1) if lower.high is None else upper.low - lower.high


def _scores(a: Figure, b: Figure) -> Comparison:
    """A score has two ends and either side may be named first; no other score is near it."""
    words = {"a": a.words, "b": b.words}
    if (a.low, a.high) == (b.low, b.high):
        return silence(Verdict.AGREES, "figure.same", "“{a}” and “{b}” are the same score", **words)
    return alert("figure.score", "“{a}” and “{b}” are different scores", **words)


def _apart(a: Figure, b: Figure, gap: Decimal) -> Comparison:
    words = {"a": a.words, "b": b.words}
    if _bound_touches(a, b) or _bound_touches(b, a):
        return note(Verdict.HEDGE, "figure.hedge", "“{a}” and “{b}” give the same number with another hedge", **words)
    if _is_rounding(a, b):
        return note(Verdict.ROUNDING, "figure.rounding", "one of “{a}” and “{b}” may be the other, rounded", **words)
    if _is_close(a, b, gap) or _is_close(b, a, gap):
        return note(
            Verdict.LOOSE, "figure.loose", "“{a}” and “{b}” do not meet, but one is loose and close by", **words
        )
    if slip := _slip(a, b):
        text = "“{a}” and “{b}” have the same digits but differ by a factor of {factor}"
        return alert("figure.magnitude", text, factor=f"{slip:,f}", **words)
    return alert("figure.apart", _cannot_both(a, b), **words)


def _cannot_both(a: Figure, b: Figure) -> str:
    if Hedge.EXACT == a.hedge == b.hedge:
        return "“{a}” and “{b}” are both given as exact; they cannot both be right"
    return "“{a}” and “{b}” cannot both be right: no number fits both"


def _bound_touches(a: Figure, b: Figure) -> bool:
    """Whether the number that `a` stays just above or below is the edge of `b` that faces it."""
    if a.hedge not in _STRICT or a.number is None:
        return False
    facing = b.high if a.low > b.low else b.low
    return a.number == facing or (b.hedge in _STRICT and a.number == b.number)


def _is_rounding(a: Figure, b: Figure) -> bool:
    if a.hedge is not Hedge.EXACT or b.hedge is not Hedge.EXACT or a.number is None or b.number is None:
        return False
    places = (significant_place(a.number), significant_place(b.number))
    gap = abs(a.number - b.number)
    largest = max(abs(a.number), abs(b.number))
    return places[0] != places[1] and gap * 2 <= max(places) and gap <= largest * ROUNDING_SHARE


def _is_close(loose: Figure, other: Figure, gap: Decimal) -> bool:
    """Close by: a vague word within a factor of two of its limits (a dozen is not "dozens", yet near it);
    about and nearly within once more their own spread."""
    if loose.hedge not in _LOOSE:
        return False
    if loose.number is not None:
        return gap <= spread(loose.number)
    if loose.low > other.low:
        return other.high is not None and loose.low <= other.high * VAGUE_REACH
    return loose.high is not None and other.low <= loose.high * VAGUE_REACH


def _slip(a: Figure, b: Figure) -> Decimal | None:
    if not a.number or not b.number:
        return None
    large, small = max(a.number, b.number), min(a.number, b.number)
    return next((factor for factor in _SLIPS if small * factor == large), None)


def _overlapping(a: Figure, b: Figure) -> Comparison:
    words = {"a": a.words, "b": b.words}
    if _is_far(a, b) or _is_far(b, a):
        return note(Verdict.FAR, "figure.far", "“{a}” and “{b}” can both be right, but lie far apart", **words)
    if is_inside(a, b) or is_inside(b, a):
        return silence(
            Verdict.REFINES, "figure.refines", "one of “{a}” and “{b}” is the finer form of the other", **words
        )
    return silence(Verdict.COMPATIBLE, "figure.compatible", "“{a}” and “{b}” can both be right", **words)


def _is_far(open_ended: Figure, other: Figure) -> bool:
    bound = open_ended.low
    return open_ended.high is None and other.low >= bound * FAR_FACTOR and other.low - bound >= FAR_GAP


def is_inside(a: Figure, b: Figure) -> bool:
    """Whether all that `a` can mean lies within `b`."""
    return a.low >= b.low and (b.high is None or (a.high is not None and a.high <= b.high))


def _other_unit(a: Figure, b: Figure) -> Comparison:
    """Same digits under another unit are a slip of the pen; other digits are another measure."""
    comparable = a.kind in CONTINUOUS or b.kind in CONTINUOUS
    if comparable and a.number is not None and a.number == b.number and a.number != 0 and _has_unit(a) and _has_unit(b):
        text = "“{a}” and “{b}” have the same digits in another unit"
        return alert("figure.unit", text, a=a.words, b=b.words)
    return unlike(a.words, b.words)


def _has_unit(figure: Figure) -> bool:
    return figure.kind not in _PLAIN or bool(figure.unit)
