"""A new claim and a recorded one on the same fact to a verdict: value, then time, then who says it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from bot.compare.claimants import Voices, compare_claimants
from bot.compare.dates import find_publication_day
from bot.compare.durations import compare_duration_with_start
from bot.compare.figures import ROUNDING_SHARE, distance
from bot.compare.outcome import alert, note, silence, with_level
from bot.compare.quotes import compare_quotes
from bot.compare.tokens import words
from bot.compare.values import compare_values
from bot.phrase import Phrase, phrase
from bot.record import Behaviour, Claim, Comparison, Fact, FactKind, Level, Source, Verdict
from bot.values import Duration, Figure, Hedge, Money, PartialDate, Quote, figure_of, significant_place, spread

_MEASURED = (Figure, Money, Duration)
_MOVING = frozenset({FactKind.STATUS, FactKind.RELATION, FactKind.ROLE})
_CHANGED = frozenset({Verdict.CONTRADICTS, Verdict.FAR})
_SAID = frozenset({Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST})
_LIMIT = frozenset({"maximum", "limit", "ceiling"})
_SAID_OF_LIMITS = frozenset({Hedge.EXACT, Hedge.AT_MOST})
_OVERLAPPING = frozenset({Verdict.REFINES, Verdict.COMPATIBLE, Verdict.FAR})
_SHIFTED = frozenset({Verdict.HEDGE, Verdict.LOOSE, Verdict.ROUNDING})


class Order(Enum):
    """How the time of the new claim stands to that of the old one."""

    LATER = "later"
    EARLIER = "earlier"
    TOGETHER = "together"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the two claims stand, as far as it is known; publication day and origin play a part."""

    new: Source | None = None
    old: Source | None = None


def compare_claims(new: Claim, old: Claim, fact: Fact, sources: Sources = Sources()) -> Comparison:
    """The verdict on two claims of one fact (design.md, section 3).

    A missing `as_of` should be filled from the publication date, marked inferred, by the caller. Only the verdict
    `updates` looks at which claim is new; everything else is symmetric.
    """
    if isinstance(new.value, Quote) and isinstance(old.value, Quote):
        return compare_quotes(new.value, old.value, new.claimant, old.claimant)
    found = _at_its_time(_values(new, old, fact, sources), new, old, fact)
    if found.verdict is not Verdict.CONTRADICTS or found.level is not Level.ALERT:
        return found
    return _between_voices(found, new, old, sources)


def order_of(new: PartialDate | None, old: PartialDate | None) -> Order:
    """Which of two as-of windows is the later; windows that share a day are together."""
    if new is None or old is None:
        return Order.UNKNOWN
    if new.start and old.end and new.start > old.end:
        return Order.LATER
    if old.start and new.end and old.start > new.end:
        return Order.EARLIER
    return Order.TOGETHER


def _values(new: Claim, old: Claim, fact: Fact, sources: Sources) -> Comparison:
    if isinstance(new.value, PartialDate) and isinstance(old.value, PartialDate):
        if found := _publication_day(new.value, old.value, sources):
            return found
    elif isinstance(new.value, Duration) and isinstance(old.value, PartialDate) and new.as_of:
        return compare_duration_with_start(new.value, old.value, new.as_of)
    elif isinstance(new.value, PartialDate) and isinstance(old.value, Duration) and old.as_of:
        return compare_duration_with_start(old.value, new.value, old.as_of)
    return _limits(new, old, fact) or compare_values(new.value, old.value, fact.kind, fact.property)


def _limits(new: Claim, old: Claim, fact: Fact) -> Comparison | None:
    """Two most values of a fact that asks for a limit: "up to 110 years" names the maximum, and so does "up to 115"."""
    if not _LIMIT & set(words(fact.property)) or fact.behaviour not in (None, Behaviour.FIXED):
        return None
    if not isinstance(new.value, _MEASURED) or not isinstance(old.value, _MEASURED):
        return None
    one, two = figure_of(new.value), figure_of(old.value)
    hedges = {one.hedge, two.hedge}
    if Hedge.AT_MOST not in hedges or hedges - _SAID_OF_LIMITS or one.unit != two.unit or one.number == two.number:
        return None
    if one.number is None or two.number is None or _is_rounded(one.number, two.number):
        return None
    return alert("figure.limit", "“{a}” and “{b}” name two different limits", a=one.words, b=two.words)


def _is_rounded(one: Decimal, two: Decimal) -> bool:
    """The rounder of the two is nearer to the other than to anything as round: 46 and 46.3, not 110 and 115."""
    return abs(one - two) * 2 < max(significant_place(one), significant_place(two))


def _publication_day(new: PartialDate, old: PartialDate, sources: Sources) -> Comparison | None:
    return find_publication_day(new, sources.new.published if sources.new else None, old) or find_publication_day(
        old, sources.old.published if sources.old else None, new
    )


def _at_its_time(found: Comparison, new: Claim, old: Claim, fact: Fact) -> Comparison:
    behaviour = fact.behaviour or (Behaviour.LEVEL if fact.kind in _MOVING else Behaviour.FIXED)
    if behaviour is Behaviour.FIXED:
        return found
    order = order_of(new.as_of, old.as_of)
    if order is Order.UNKNOWN:
        return _undated(found)
    if order is Order.TOGETHER:
        return _rises(found, new, old) if behaviour is Behaviour.CUMULATIVE else found
    if behaviour is Behaviour.LEVEL:
        return _changed(found, new, old, order, fact)
    return _risen(found, new, old, order)


def _undated(found: Comparison) -> Comparison:
    if found.verdict is not Verdict.CONTRADICTS:
        return found
    why = phrase("{why}; as one of them is undated, it may be older or newer", why=found.why)
    return with_level(found, found.verdict, found.level, why)


def _changed(found: Comparison, new: Claim, old: Claim, order: Order, fact: Fact) -> Comparison:
    """A state of things that is given for two days may simply have changed between them."""
    shifted = found.verdict in _SHIFTED and fact.kind is not FactKind.ROLE
    is_changed = found.verdict in _CHANGED or shifted or _has_moved(found, new, old)
    if not is_changed or _is_other_age(new, old, fact):
        return found
    return _update(new, old, "time.changed") if order is Order.LATER else _earlier(new, old, "time.changed")


def _has_moved(found: Comparison, new: Claim, old: Claim) -> bool:
    """ "More than 9,000" a week after 10,000: both could be right of one day, but who counts 10,000 would say so."""
    if (
        found.verdict not in _OVERLAPPING
        or not isinstance(new.value, _MEASURED)
        or not isinstance(old.value, _MEASURED)
    ):
        return False
    one, two = figure_of(new.value), figure_of(old.value)
    # "One million" may be half of it or more by its last place, yet nobody rounds 500,000 that far.
    rounding = 1 + ROUNDING_SHARE if one.hedge is two.hedge is Hedge.EXACT else Decimal(1)
    return _least(one) > _reach(two) * rounding or _least(two) > _reach(one) * rounding


def _least(figure: Figure) -> Decimal:
    """The least that was meant: the number itself, of a loose one or a range the lower end."""
    return _counted(figure) if figure.hedge in _SAID else figure.low


def _is_other_age(new: Claim, old: Claim, fact: Fact) -> bool:
    """Ages rise by the years that pass and no faster: 44 the day after 49 is another age, 50 may be a birthday."""
    if fact.kind is not FactKind.COUNT or fact.property.split()[:1] not in (["age"], ["Age"]):
        return False
    late, early = (new, old) if order_of(new.as_of, old.as_of) is Order.LATER else (old, new)
    if not isinstance(late.value, Figure) or not isinstance(early.value, Figure):
        return False
    if not (late.as_of and early.as_of and late.as_of.start and early.as_of.end):
        return False
    if late.value.number is None or early.value.number is None:
        return False
    passed = (late.as_of.start - early.as_of.end).days // 366
    return not passed <= late.value.number - early.value.number <= passed + 2


def _risen(found: Comparison, new: Claim, old: Claim, order: Order) -> Comparison:
    """A count that never falls: later and higher is news, later and lower cannot be."""
    late, early = (new, old) if order is Order.LATER else (old, new)
    if not isinstance(late.value, _MEASURED) or not isinstance(early.value, _MEASURED):
        return found
    after, before = figure_of(late.value), figure_of(early.value)
    if _counted(after) > _reach(before):
        return _update(new, old, "time.risen") if order is Order.LATER else _earlier(new, old, "time.risen")
    if found.verdict is not Verdict.CONTRADICTS or distance(after, before) <= 0:
        return found
    text = "“{late}” ({day}) is lower than the earlier “{early}” ({before}), though this count can only rise"
    args = {"late": late.written, "early": early.written, "day": _day(late), "before": _day(early)}
    return alert("time.fallen", text, **args)


def _rises(found: Comparison, new: Claim, old: Claim) -> Comparison:
    """ "At least 177" at noon, 179 in the evening: both can be right, and a count that rises has risen."""
    if found.level is not Level.SILENCE or not isinstance(new.value, _MEASURED) or not isinstance(old.value, _MEASURED):
        return found
    is_higher = _counted(figure_of(new.value)) > _reach(figure_of(old.value))
    return _update(new, old, "time.risen") if is_higher else found


def _update(new: Claim, old: Claim, rule: str) -> Comparison:
    text = "“{new}” ({day}) is later than the recorded “{old}” ({before}) and may replace it"
    return note(Verdict.UPDATES, rule, text, new=new.written, old=old.written, day=_day(new), before=_day(old))


def _earlier(new: Claim, old: Claim, rule: str) -> Comparison:
    text = "“{new}” ({day}) is older than the recorded “{old}” ({before})"
    return silence(Verdict.COMPATIBLE, rule, text, new=new.written, old=old.written, day=_day(new), before=_day(old))


def _day(claim: Claim) -> str:
    if claim.as_of is None:
        return ""
    if claim.as_of.start == claim.as_of.end:
        return f"{claim.as_of.start}"
    return claim.as_of.edtf


def _counted(figure: Figure) -> Decimal:
    """What had been counted when it was said: the number itself, or the least a vague word means."""
    return figure.low if figure.number is None else figure.number


def _reach(figure: Figure) -> Decimal:
    """The most that was counted when it was said: "at least 44" had 44 dead in mind, "over 50" a few above 50."""
    if figure.high is not None and figure.hedge is not Hedge.AT_MOST:
        return figure.high
    number = _counted(figure)
    few = min(spread(number), significant_place(number))
    return number + few if figure.hedge is Hedge.MORE_THAN else number


def _between_voices(found: Comparison, new: Claim, old: Claim, sources: Sources) -> Comparison:
    if copied := _copied(found.why, sources):
        return with_level(found, found.verdict, found.level, copied)
    voices = compare_claimants(new.claimant, old.claimant)
    args = {"why": found.why, "one": new.claimant, "two": old.claimant}
    if voices is Voices.TWO:
        why = phrase("{one} and {two} disagree: “{new}”, “{old}”", new=new.written, old=old.written, **args)
        return with_level(found, Verdict.DISPUTED, Level.NOTE, why)
    if voices is Voices.SAME:
        return with_level(found, found.verdict, found.level, phrase("{why}; both are put down to {one}", **args))
    return found


def _copied(why: Phrase, sources: Sources) -> Phrase | None:
    """That one of two sources was copied wrongly: both derive from a third, or one from the other."""
    new, old = sources.new, sources.old
    if new is None or old is None:
        return None
    for copy, original in ((new, old), (old, new)):
        if original.key and copy.origin == original.key:
            text = "{why}; {copy} derives from {origin}, so it was copied wrongly"
            return phrase(text, why=why, copy=copy.label or phrase("this text"), origin=original.label)
    if new.origin is None or new.origin != old.origin:
        return None
    text = "{why}; both sources derive from {origin}, so one of them copied it wrongly"
    return phrase(text, why=why, origin=new.origin.removeprefix(f"{new.story}/"))
