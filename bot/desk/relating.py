"""Recorded values of neighbouring facts to discrepancies between them: sums, shares, lengths, order, scopes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.alert import Draft
from bot.compare.neighbours import Stated, check_neighbours
from bot.compare.scopes import compare_scoped
from bot.compare.sums import check_same_event
from bot.record import Claim, Comparison, Entity, Fact, FactKind, Level, Rank, Side
from bot.values import Figure, normal_form

SAME_NUMBER = "scope.same_number"
SUMS = ("sum.above", "sum.below")
MEASURED = frozenset({FactKind.COUNT, FactKind.MONEY, FactKind.PERCENT, FactKind.DURATION, FactKind.DATE})

_Conflict = tuple[Comparison, tuple[Claim, ...]]


def find_conflicts(
    active: Iterable[str], stated: Mapping[str, Stated], events: Mapping[str, Entity]
) -> dict[str, list[Draft]]:
    """Discrepancies between facts, by the fact each is filed under, where one of the `active` facts plays a part.

    `stated` is the recorded claim of each fact in reach; `events` the events they are about, by key.
    """
    found: dict[str, dict[str, Draft]] = defaultdict(dict)
    standing = [stated[key] for key in active if key in stated and stated[key].claim.rank is not Rank.DEPRECATED]
    conflicts = [conflict for one in standing for conflict in _conflicts(one, stated, events)]
    for comparison, claims in _joined(conflicts):
        fact, draft = _draft(comparison, claims, stated)
        found[fact].setdefault(draft.topic, draft)
    return {fact: list(drafts.values()) for fact, drafts in found.items()}


def _joined(conflicts: Iterable[_Conflict]) -> list[_Conflict]:
    """One number under several headings is one question, not one for each pair of headings."""
    rest: list[_Conflict] = []
    groups: list[tuple[Comparison, dict[str, Claim]]] = []
    for comparison, claims in conflicts:
        named = {claim.fact: claim for claim in claims}
        if comparison.rule != SAME_NUMBER:
            rest.append((comparison, claims))
        elif group := next((one for _, one in groups if one.keys() & named), None):
            group.update(named)
        else:
            groups.append((comparison, named))
    return [*rest, *((comparison, tuple(group.values())) for comparison, group in groups)]


def _conflicts(new: Stated, stated: Mapping[str, Stated], events: Mapping[str, Entity]) -> Iterator[_Conflict]:
    others = list(stated.values())
    for one in check_neighbours(new, others):
        yield one.comparison, (new.claim, *one.others)
    for other in others:
        if found := _scopes(new, other) or _same_event(new, other, events):
            yield found, (new.claim, other.claim)


def _scopes(new: Stated, other: Stated) -> Comparison | None:
    """Two parts of one thing: the smaller may not exceed the larger, one number is seldom true of both."""
    same = new.fact.of == other.fact.of and new.fact.property == other.fact.property
    if not same or new.fact.key == other.fact.key or new.fact.scope == other.fact.scope:
        return None
    one, two = new.claim.value, other.claim.value
    if not isinstance(one, Figure) or not isinstance(two, Figure) or one.kind is not two.kind:
        return None
    found = compare_scoped(one, new.fact.scope, two, other.fact.scope)
    return None if found.level is Level.SILENCE else found


def _same_event(new: Stated, other: Stated, events: Mapping[str, Entity]) -> Comparison | None:
    if new.fact.property != other.fact.property or new.fact.scope != other.fact.scope:
        return None
    if new.fact.of not in events or other.fact.of not in events:
        return None
    return check_same_event(new.claim.value, events[new.fact.of], other.claim.value, events[other.fact.of])


def _draft(comparison: Comparison, claims: Sequence[Claim], stated: Mapping[str, Stated]) -> tuple[str, Draft]:
    """The finding under the fact it is about: the whole of parts, the length between dates, else the first by name."""
    order = list(stated)
    known = sorted({claim.fact: claim for claim in claims}.values(), key=lambda claim: order.index(claim.fact))
    facts = [stated[claim.fact].fact for claim in known]
    home = _home(facts)
    mine = next(claim for claim in known if claim.fact == home.key)
    rest = [claim for claim in known if claim is not mine]
    sign = " + " if comparison.rule in SUMS else " / "
    forms = tuple(f"{claim.fact} {normal_form(claim.value)}" for claim in rest)
    new = Side(sign.join(claim.written for claim in rest), tuple(claim.key for claim in rest), forms)
    recorded = Side(mine.written, (mine.key,), (f"{mine.fact} {normal_form(mine.value)}",))
    return home.key, Draft(
        comparison.rule.partition(".")[0], comparison, recorded, new, _topic(comparison, rest, stated)
    )


def _topic(comparison: Comparison, rest: Sequence[Claim], stated: Mapping[str, Stated]) -> str:
    """What the finding is about, so that another part of the same sum changes it and does not make a second one."""
    about = " ".join(sorted(claim.fact for claim in rest))
    if comparison.rule == SAME_NUMBER:
        about = ""
    elif comparison.rule in SUMS and len(rest) > 1:
        about = " ".join(name for name, _ in stated[rest[0].fact].fact.scope)
    return f"{comparison.rule}: {about}"


def _home(facts: Sequence[Fact]) -> Fact:
    wholes = {fact.part_of for fact in facts}
    between = [one for one in facts if one.kind in (FactKind.PERCENT, FactKind.DURATION) and len(facts) > 2]
    return next(iter((*(one for one in facts if one.key in wholes), *between, *facts)))


def list_pairs(draft: Draft) -> Iterator[tuple[str, str]]:
    """The claims of a finding between facts, pair by pair, as they are kept."""
    yield from ((one, draft.recorded.claims[0]) for one in draft.new.claims)
