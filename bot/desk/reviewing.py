"""New claims to findings, discrepancies and alerts, all in the transaction that brings the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.alert import Act, Draft, Intent, Scene, decide, form_of, soften
from bot.compare.claims import Sources, compare_claims
from bot.compare.neighbours import Stated
from bot.desk.relating import MEASURED, find_conflicts, list_pairs
from bot.lookup import Material, choose_recorded, list_clusters
from bot.phrase import phrase
from bot.record import Claim, Comparison, Discrepancy, Entity, Fact, Level, Pair, Rank, Source, Standing, State, Verdict
from bot.store import Connection
from bot.store.claims import CLAIMS, list_compared
from bot.store.comparisons import add_comparisons, end_comparisons, list_comparisons
from bot.store.discrepancies import add_steps, list_discrepancies, list_of_claims, next_number, put_discrepancies
from bot.store.entities import ENTITIES
from bot.store.facts import list_related_facts
from bot.store.lineage import Stamp, list_by_keys, list_last
from bot.store.outbox import queue
from bot.store.sources import SOURCES
from bot.values import normal_form

PAGE = "page/"  # how the topics begin of what a page did after it was read
BEFORE = "before that it said"

TOLD = frozenset({Act.OPENED, Act.RAISED, Act.REOPENED})


@dataclass(frozen=True, slots=True)
class Review:
    """What a review did to discrepancies, by number."""

    opened: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    reopened: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Changes:
    """What a review is about: see `review`."""

    new: Sequence[Claim]
    facts: Sequence[str]
    gone: Sequence[str]
    settle: Sequence[str]
    pages: Mapping[str, Sequence[Draft]]


@dataclass(frozen=True, slots=True)
class _Known:
    """The part of the record that a review looks at, and no more of it."""

    facts: Mapping[str, Fact]
    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    claims: Mapping[str, Sequence[Claim]]
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    ordered: dict[str, Sequence[Claim]] = field(default_factory=dict)

    def list_recorded_first(self, fact: Fact) -> Sequence[Claim]:
        """The claims of a fact with those of its recorded value in front; chosen once, for it takes a while."""
        if fact.key not in self.ordered:
            self.ordered[fact.key] = recorded_first(fact, self.claims.get(fact.key, ()), self.sources)
        return self.ordered[fact.key]


async def review(
    tx: Connection,
    new: Sequence[Claim],
    stamp: Stamp,
    *,
    facts: Iterable[str] = (),
    gone: Iterable[str] = (),
    settle: Iterable[str] = (),
    pages: Mapping[str, Sequence[Draft]] = MappingProxyType({}),
) -> Review:
    """Compare new claims with every live claim of their facts, and bring the discrepancies of these facts up to date.

    `facts` are facts that have changed themselves and are compared afresh; `gone` are the keys of claims that no
    longer stand; `settle` are facts whose claims only rank otherwise; `pages` is what pages did after they were read,
    by fact. The caller holds the transaction. The cost depends on the facts touched, not on the record.
    """
    changes = _Changes(new, list(facts), list(gone), list(settle), pages)
    return await tx.at_once(lambda db: _review(db, changes, stamp))


async def _review(tx: Connection, changes: _Changes, stamp: Stamp) -> Review:
    new, changed, lost, pages = changes.new, changes.facts, changes.gone, changes.pages
    left = await list_last(tx, CLAIMS, lost) if lost else []
    drawn_in = [one.fact for one in await list_of_claims(tx, lost)] if lost else []
    touched = dict.fromkeys(
        [*(c.fact for c in new), *changed, *(c.fact for c in left), *drawn_in, *changes.settle, *pages]
    )
    if not touched:
        return Review()
    known = await _gather(tx, list(touched), new)
    held: dict[str, list[Discrepancy]] = defaultdict(list)
    for one in await list_discrepancies(tx, known.facts):
        held[one.fact].append(one)
    # A finding between facts is filed under one of them and looked at again when any of them is touched.
    active = [key for key in known.facts if key in touched or any(one.topic for one in held[key])]
    drafts = find_conflicts(active, _stated(known), known.entities)
    for key in active:
        if found := [*_kept_of_pages(held[key]), *pages.get(key, ())]:
            drafts[key] = [*drafts.get(key, ()), *found]
    looked_at = {*active, *drafts}
    settled = [key for key in known.facts if key in looked_at]
    await _compare(tx, new, changed, settled, known, stamp)
    decided = await _decide(tx, settled, drafts, held, known)
    return await _carry_out(tx, decided, {one.number: one for group in held.values() for one in group}, stamp)


async def _gather(tx: Connection, touched: Sequence[str], new: Sequence[Claim]) -> _Known:
    """The facts touched and the measured ones near them, which are all that can contradict them from outside."""
    own = set(touched)
    related = await list_related_facts(tx, touched)
    facts = {one.key: one for one in related if one.key in own or one.kind in MEASURED}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in await list_compared(tx, facts, {one.key: one for one in new}):
        claims[claim.fact].append(claim)
    entities = await list_by_keys(tx, ENTITIES, {one.of for one in facts.values()})
    sources = await list_by_keys(tx, SOURCES, {one.source for group in claims.values() for one in group})
    return _Known(facts, {one.key: one for one in entities}, {one.key: one for one in sources}, claims)


def _kept_of_pages(held: Sequence[Discrepancy]) -> list[Draft]:
    """What a page did stays true whatever its fact's claims become."""
    return [
        Draft(one.kind, one.comparison, one.recorded, one.new, one.topic)
        for one in held
        if one.topic.startswith(PAGE) and one.state is not State.GONE
    ]


def _stated(known: _Known) -> dict[str, Stated]:
    """The recorded claim of every measured fact."""
    stated: dict[str, Stated] = {}
    for key, fact in known.facts.items():
        if fact.kind in MEASURED and known.claims.get(key):
            stated[key] = Stated(fact, _dated(known.list_recorded_first(fact)[0], known.sources))
    return stated


async def _compare(
    tx: Connection,
    new: Sequence[Claim],
    changed: Sequence[str],
    settled: Sequence[str],
    known: _Known,
    stamp: Stamp,
) -> None:
    if changed:
        await end_comparisons(tx, changed, stamp)
    afresh = set(changed)
    fresh = {claim.key for claim in new} | {c.key for key in changed for c in known.claims.get(key, ())}
    others = sorted({claim.fact for claim in new} - afresh)
    if others:
        await end_comparisons(tx, others, stamp, claims=sorted(fresh))
    for one in await list_comparisons(tx, settled):
        if not one.topic:
            known.pairs[one.fact].append(one)
    facts = [known.facts[key] for key in sorted({claim.fact for claim in new} | afresh) if key in known.facts]
    found = _compare_all(facts, fresh, known)
    for one in found:
        known.pairs[one.fact].append(one)
    if found:
        await add_comparisons(tx, found, stamp)


def _compare_all(facts: Sequence[Fact], fresh: set[str], known: _Known) -> list[Pair]:
    return [one for fact in facts for one in compare_fact(fact, known.claims.get(fact.key, ()), fresh, known)]


def compare_fact(fact: Fact, claims: Sequence[Claim], fresh: set[str], known: _Known) -> list[Pair]:
    """Every new claim of a fact beside each claim that was there before it; equal values need no row."""
    found: list[Pair] = []
    dated = [_dated(claim, known.sources) for claim in claims]
    numbers: dict[tuple[object, ...], int] = {}
    said = [numbers.setdefault(_said(claim, known), len(numbers)) for claim in dated]
    forms = [form_of(claim, fact.kind) for claim in claims]
    seen: dict[tuple[int, int], Comparison] = {}
    old = [at for at, claim in enumerate(claims) if claim.key not in fresh]
    for at in (at for at, claim in enumerate(claims) if claim.key in fresh):
        for earlier in old:
            both = said[at], said[earlier]
            if (comparison := seen.get(both)) is None:
                comparison = seen[both] = _compare_two(dated[at], dated[earlier], fact, known)
            if comparison.verdict is not Verdict.AGREES or forms[at] != forms[earlier]:
                found.append(Pair(claims[at].key, claims[earlier].key, comparison, fact.key))
        old.append(at)
    return found


def _compare_two(new: Claim, old: Claim, fact: Fact, known: _Known) -> Comparison:
    found = compare_claims(new, old, fact, Sources(known.sources.get(new.source), known.sources.get(old.source)))
    found = soften(found, new.written, old.written, known.entities.get(fact.of))
    if found.level is not Level.ALERT or not new.note.startswith(BEFORE):
        return found
    source = known.sources.get(new.source)
    text = "{why}; {source} changed its page, {before}"
    return replace(found, why=phrase(text, why=found.why, source=source.label if source else "", before=new.note))


def before_note(old: Claim) -> str:
    """The note of a claim that took the place of another one on the same page."""
    return f"{BEFORE} “{old.written}”"


def _said(claim: Claim, known: _Known) -> tuple[object, ...]:
    """All that a comparison looks at: what is said in the same way need not be compared again."""
    source = known.sources.get(claim.source)
    published, origin = (source.published, source.origin) if source else (None, None)
    edited = claim.note if claim.note.startswith(BEFORE) else ""
    return claim.written, claim.value, claim.claimant, claim.as_of, published, origin, edited


def _dated(claim: Claim, sources: Mapping[str, Source]) -> Claim:
    """Publication time stands in for a missing as-of, marked inferred."""
    source = sources.get(claim.source)
    if claim.as_of is not None or source is None or source.published is None:
        return claim
    return replace(claim, as_of=replace(source.published, inferred=True))


async def _decide(
    tx: Connection,
    settled: Sequence[str],
    drafts: Mapping[str, Sequence[Draft]],
    held: Mapping[str, Sequence[Discrepancy]],
    known: _Known,
) -> list[tuple[Fact, Intent]]:
    past = await _gather_past(tx, held, known)
    decided: list[tuple[Fact, Intent]] = []
    for key in settled:
        fact = known.facts[key]
        told = any(pair.comparison.level is not Level.SILENCE for pair in known.pairs[key])
        if told or held[key] or drafts.get(key):
            scene = Scene(
                fact,
                known.list_recorded_first(fact),
                known.pairs[key],
                held[key],
                known.sources,
                past,
                drafts.get(key, ()),
            )
            decided += [(fact, intent) for intent in decide(scene)]
    return decided


async def _gather_past(tx: Connection, held: Mapping[str, Sequence[Discrepancy]], known: _Known) -> Mapping[str, Claim]:
    """The claims of stored discrepancies as they last stood: also of facts not touched, and those that are gone."""
    live = {claim.key for group in known.claims.values() for claim in group}
    keys = {key for group in held.values() for one in group for key in (*one.recorded.claims, *one.new.claims)}
    return {claim.key: claim for claim in await list_last(tx, CLAIMS, sorted(keys - live))} if keys - live else {}


def recorded_first(fact: Fact, claims: Sequence[Claim], sources: Mapping[str, Source]) -> Sequence[Claim]:
    """The claims with those of the value the desk stands by in front."""
    plain = all(claim.rank is Rank.NORMAL and claim.standing is Standing.RECORDED for claim in claims)
    if plain and len({normal_form(claim.value) for claim in claims}) < 2:
        return claims
    recorded, _ = choose_recorded(fact, list_clusters(fact, Material({}, sources, (fact,), {fact.key: claims})))
    first = {voice.claim.key for voice in recorded.voices}
    return sorted(claims, key=lambda claim: claim.key not in first)


async def _carry_out(
    tx: Connection, decided: Sequence[tuple[Fact, Intent]], held: Mapping[int, Discrepancy], stamp: Stamp
) -> Review:
    if not decided:
        return Review()
    number = await next_number(tx)
    rows: list[Discrepancy] = []
    for fact, intent in decided:
        rows.append(_row(fact, intent, held.get(intent.number or 0), number, stamp))
        number += intent.number is None
    await put_discrepancies(tx, rows)
    await _keep_inputs(tx, decided, stamp)
    acts = [intent.act for _, intent in decided]
    await add_steps(
        tx, [(row.number, intent.act, intent.why) for row, (_, intent) in zip(rows, decided, strict=True)], stamp
    )
    told = [
        (_occasion(row, act, stamp), act.value, row.number)
        for row, act in zip(rows, acts, strict=True)
        if act in TOLD and row.comparison.level is Level.ALERT
    ]
    await queue(tx, told, stamp)
    numbers = {act: tuple(row.number for row, one in zip(rows, acts, strict=True) if one is act) for act in Act}
    return Review(
        numbers[Act.OPENED], numbers[Act.JOINED], numbers[Act.REOPENED] + numbers[Act.RAISED], numbers[Act.GONE]
    )


async def _keep_inputs(tx: Connection, decided: Sequence[tuple[Fact, Intent]], stamp: Stamp) -> None:
    """What findings between facts rest on now, so that it can be asked why."""
    told = [(fact, intent.draft) for fact, intent in decided if intent.draft.topic and intent.act is not Act.GONE]
    for fact, draft in told:
        await end_comparisons(tx, [fact.key], stamp, topic=draft.topic)
    pairs = ((fact, draft, pair) for fact, draft in told for pair in list_pairs(draft))
    rows = [Pair(*pair, draft.comparison, fact.key, draft.topic) for fact, draft, pair in pairs]
    if rows:
        await add_comparisons(tx, rows, stamp)


def _occasion(row: Discrepancy, act: Act, stamp: Stamp) -> str:
    """What an alert is about: opening happens once to a number, the rest may happen again at another time."""
    return f"{row.number}/opened" if act is Act.OPENED else f"{row.number}/{act}/{stamp.at.isoformat()}"


def _row(fact: Fact, intent: Intent, held: Discrepancy | None, number: int, stamp: Stamp) -> Discrepancy:
    draft = intent.draft
    opened = Discrepancy(
        number=number,
        story=fact.story,
        fact=fact.key,
        kind=draft.kind,
        comparison=draft.comparison,
        recorded=draft.recorded,
        new=draft.new,
        state=State.OPEN,
        opened_at=stamp.at,
        topic=draft.topic,
    )
    if held is None:
        return opened
    again = intent.act is Act.REOPENED
    state = State.OPEN if again else State.GONE if intent.act is Act.GONE else held.state
    return replace(
        opened,
        number=held.number,
        state=state,
        opened_at=held.opened_at,
        judgement=held.judgement,
        reopened=intent.why if again else held.reopened,
        until=None if again or intent.act is Act.GONE else held.until,
    )
