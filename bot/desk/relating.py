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
    reach = _Reach(stated, events)
    conflicts = [conflict for one in standing for conflict in _conflicts(one, reach)]
    for comparison, claims in _joined(conflicts):
        fact, draft = _draft(comparison, claims, reach)
        found[fact].setdefault(draft.topic, draft)
    return {fact: list(drafts.values()) for fact, drafts in found.items()}


class _Reach:
    """Stated facts by what brings two of them together, so that each is held against those few and not against all."""

    def __init__(self, stated: Mapping[str, Stated], events: Mapping[str, Entity]) -> None:
        self.stated = stated
        self.events = events
        self.places = {key: place for place, key in enumerate(stated)}
        self._about: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[str, list[str]] = defaultdict(list)
        self._alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for key, one in stated.items():
            self._about[one.fact.of].append(key)
            if one.fact.part_of is not None:
                self._parts[one.fact.part_of].append(key)
            for question in self._questions(one):
                self._alike[question].append(key)

    def list_near(self, new: Stated) -> list[Stated]:
        """Facts about the same, the whole of `new`, its other parts, and the parts of `new`."""
        whole = new.fact.part_of
        siblings = [] if whole is None else [whole, *self._parts.get(whole, ())]
        return self._ordered({*self._about[new.fact.of], *self._parts.get(new.fact.key, ()), *siblings})

    def list_alike(self, new: Stated) -> list[Stated]:
        """The same question about other events with one of the same people."""
        return self._ordered({key for question in self._questions(new) for key in self._alike[question]})

    def _questions(self, one: Stated) -> list[tuple[object, ...]]:
        event = self.events.get(one.fact.of)
        people = event.people if event else ()
        return [(one.fact.property, one.fact.scope, person.entity) for person in people]

    def _ordered(self, keys: Iterable[str]) -> list[Stated]:
        known = (key for key in keys if key in self.places)
        return [self.stated[key] for key in sorted(known, key=self.places.__getitem__)]


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


def _conflicts(new: Stated, reach: _Reach) -> Iterator[_Conflict]:
    near = reach.list_near(new)
    for one in check_neighbours(new, near):
        yield one.comparison, (new.claim, *one.others)
    for other in near:
        if found := _scopes(new, other):
            yield found, (new.claim, other.claim)
    for other in reach.list_alike(new):
        mine, theirs = reach.events[new.fact.of], reach.events[other.fact.of]
        if found := check_same_event(new.claim.value, mine, other.claim.value, theirs):
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


def _draft(comparison: Comparison, claims: Sequence[Claim], reach: _Reach) -> tuple[str, Draft]:
    """The finding under the fact it is about: the whole of parts, the length between dates, else the first by name."""
    stated = reach.stated
    known = sorted({claim.fact: claim for claim in claims}.values(), key=lambda claim: reach.places[claim.fact])
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
