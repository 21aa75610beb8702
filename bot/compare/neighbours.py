"""A claim and the claims on neighbouring facts to what cannot be so together: parts, shares, lengths, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.compare.claims import Order, order_of
from bot.compare.order import LENGTHS, rank_of
from bot.compare.scopes import Reach, compare_scopes
from bot.compare.sums import check_course, check_duration, check_parts, check_percent
from bot.compare.tokens import stem, words
from bot.record import Behaviour, Claim, Comparison, Fact, FactKind
from bot.values import Duration, Figure, PartialDate

_COUNTED = frozenset({FactKind.COUNT, FactKind.MONEY})
_DATED = (PartialDate, Duration)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim with the fact it answers."""

    fact: Fact
    claim: Claim


@dataclass(frozen=True, slots=True)
class Conflict:
    """What cannot be so together: the reason, and the neighbours' claims it rests on."""

    comparison: Comparison
    others: tuple[Claim, ...]


def check_neighbours(new: Stated, others: Sequence[Stated]) -> Iterator[Conflict]:
    """Every conflict of a claim with those of neighbouring facts: of the same entity, or parts of one whole.

    `others` holds one live claim a fact, the recorded value; claims of the same fact are the business of
    `compare_claims`. Facts told at different times are left alone: one may have changed.
    """
    near = [one for one in others if one.fact.key != new.fact.key and _is_same_time(new, one)]
    yield from _parts(new, near)
    yield from _percents(new, near)
    yield from _lengths(new, near)
    yield from _courses(new, near)


def _is_same_time(a: Stated, b: Stated) -> bool:
    """Dates and finished events stay as they are; the day a source was published says nothing of them."""
    order = order_of(_moment(a), _moment(b))
    return order in (Order.TOGETHER, Order.UNKNOWN)


def _moment(one: Stated) -> PartialDate | None:
    fixed = one.fact.behaviour in (None, Behaviour.FIXED)
    day = one.claim.as_of
    return None if day is None or (fixed and day.inferred) or isinstance(one.claim.value, _DATED) else day


def _parts(new: Stated, near: Sequence[Stated]) -> Iterator[Conflict]:
    """A fact can be a part of one whole and the whole of other parts."""
    everyone = [new, *near]
    for whole in everyone:
        if whole is not new and whole.fact.key != new.fact.part_of:
            continue
        parts = [one for one in everyone if one.fact.part_of == whole.fact.key and one.fact.kind in _COUNTED]
        for group in _groups(parts):
            if whole is new or any(one is new for one in group):
                yield from _group(whole, group, new)


def _groups(parts: Sequence[Stated]) -> list[list[Stated]]:
    """Parts that exclude each other add up: of different events, or of one with another value of the same scope.
    Every other part stands alone, for parts can overlap."""
    apart: dict[tuple[str, ...], list[Stated]] = {}
    for one in parts:
        apart.setdefault(tuple(name for name, _ in one.fact.scope), []).append(one)
    groups: list[list[Stated]] = []
    for names, members in apart.items():
        complete = all(one.fact.complete for one in members)
        distinct = len({(one.fact.of, one.fact.scope) for one in members}) == len(members)
        of_one_event = len({one.fact.of for one in members}) < len(members)
        adds_up = complete or (distinct and not (len(names) > 1 and of_one_event))
        groups += [members] if adds_up else [[one] for one in members]
    return groups


def _group(whole: Stated, group: Sequence[Stated], new: Stated) -> Iterator[Conflict]:
    figures = [one.claim.value for one in group if isinstance(one.claim.value, Figure)]
    total = whole.claim.value
    complete = len(figures) == len(group) and all(one.fact.complete for one in group)
    if isinstance(total, Figure) and (found := check_parts(total, figures, complete=complete)):
        yield Conflict(found, tuple(one.claim for one in (whole, *group) if one is not new))


def _percents(new: Stated, near: Sequence[Stated]) -> Iterator[Conflict]:
    """A percentage, the count it stands for and their base: the two are parts of one fact with one scope."""
    everyone = [new, *near]
    for share in everyone:
        if share.fact.kind is not FactKind.PERCENT or share.fact.part_of is None:
            continue
        base = next((one for one in everyone if one.fact.key == share.fact.part_of), None)
        count = next((one for one in everyone if _is_count_of(one.fact, share.fact)), None)
        if base is None or count is None or all(one is not new for one in (share, base, count)):
            continue
        values = share.claim.value, count.claim.value, base.claim.value
        percent, number, total = values
        if not (isinstance(percent, Figure) and isinstance(number, Figure) and isinstance(total, Figure)):
            continue
        if found := check_percent(percent, number, total):
            yield Conflict(found, tuple(one.claim for one in (share, count, base) if one is not new))


def _is_count_of(count: Fact, share: Fact) -> bool:
    same = count.part_of == share.part_of and count.kind in _COUNTED
    return same and compare_scopes(count.scope, share.scope) is Reach.SAME


def _lengths(new: Stated, near: Sequence[Stated]) -> Iterator[Conflict]:
    """A length such as "days in prison" beside the dates of the arrest and of the release."""
    everyone = [new, *near]
    for length in everyone:
        course = next((LENGTHS[one] for word in words(length.fact.property) if (one := stem(word)) in LENGTHS), None)
        if course is None or not isinstance(length.claim.value, Duration):
            continue
        start, end = _step(everyone, length, course, 0), _step(everyone, length, course, 1)
        if start is None or end is None or all(one is not new for one in (length, start, end)):
            continue
        if not isinstance(start.claim.value, PartialDate) or not isinstance(end.claim.value, PartialDate):
            continue
        if found := check_duration(length.claim.value, start.claim.value, end.claim.value):
            yield Conflict(found, tuple(one.claim for one in (length, start, end) if one is not new))


def _step(everyone: Sequence[Stated], length: Stated, course: tuple[str, int, int], end: int) -> Stated | None:
    wanted = (course[0], course[1 + end])
    steps = (one for one in everyone if one.fact.of == length.fact.of and one.fact.kind is FactKind.DATE)
    return next((one for one in steps if rank_of(one.fact.property) == wanted), None)


def _courses(new: Stated, near: Sequence[Stated]) -> Iterator[Conflict]:
    if not isinstance(new.claim.value, PartialDate):
        return
    for one in near:
        if one.fact.of == new.fact.of and isinstance(one.claim.value, PartialDate):
            found = check_course(new.claim.value, new.fact.property, one.claim.value, one.fact.property)
            if found:
                yield Conflict(found, (one.claim,))
