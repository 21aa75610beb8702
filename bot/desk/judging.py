"""Discrepancies to an editor and the editor's decisions to the record: listed, judged, undone, snoozed, explained."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.answers import (
    AlertsAnswer,
    AlertView,
    ComparedVoices,
    DiscrepanciesAnswer,
    DiscrepancyView,
    JudgeAnswer,
    Voice,
    WhyAnswer,
)
from bot.desk.reviewing import review
from bot.desk.rulings import Decision, Ground, Outcome, check_against, read_ruling, read_until, rule
from bot.errors import BadInput, NotFound, Refused
from bot.phrase import phrase
from bot.record import Claim, Discrepancy, Entity, Fact, Judgement, Level, Source, State
from bot.store import Connection
from bot.store.claims import CLAIMS
from bot.store.comparisons import list_comparisons
from bot.store.discrepancies import (
    add_steps,
    get_discrepancy,
    list_discrepancies,
    list_expired,
    put_discrepancies,
)
from bot.store.entities import ENTITIES
from bot.store.facts import FACTS
from bot.store.judgements import Edit, add_judgement, list_judgements, undo_judgement
from bot.store.lineage import Lineage, Stamp, list_by_keys, list_last
from bot.store.outbox import Message, claim_messages, list_messages, list_unconfirmed, queue
from bot.store.outbox import mark_delivered as mark_messages
from bot.store.outbox import mark_failed as mark_message_failed
from bot.store.sources import SOURCES

if TYPE_CHECKING:
    from bot.desk import Desk

TERMINAL = "terminal"
SETTLING = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which discrepancies: open ones, of any level, unless said otherwise. `age` = open for so many days or more."""

    everything: bool = False
    level: str = ""
    story: str = ""
    person: str = ""
    age: int | None = None


async def list_wanted(desk: Desk, wanted: Wanted) -> DiscrepanciesAnswer:
    """The discrepancies asked for. Raises BadInput for a level that is none, NotFound for an unknown name or story."""
    await wake(desk)
    found = await list_discrepancies(desk.store.reading)
    shown = found if wanted.everything else [one for one in found if one.state is State.OPEN]
    if wanted.level:
        level = _read_level(wanted.level)
        shown = [one for one in shown if one.comparison.level is level]
    if wanted.story:
        story = await _story(desk, wanted.story)
        shown = [one for one in shown if one.story == story]
    if wanted.age is not None:
        before = desk.now() - dt.timedelta(days=wanted.age)
        shown = [one for one in shown if one.opened_at <= before]
    views = await view_discrepancies(desk.store.reading, shown)
    if wanted.person:
        views = await _of_person(desk, wanted.person, views)
    return DiscrepanciesAnswer(tuple(views), sum(one.state is State.OPEN for one in found))


async def get_view(desk: Desk, number: int) -> DiscrepancyView:
    """One discrepancy with its voices. Raises NotFound."""
    await wake(desk)
    return (await view_discrepancies(desk.store.reading, [await get_discrepancy(desk.store.reading, number)]))[0]


async def view_discrepancies(db: Connection, found: Sequence[Discrepancy]) -> list[DiscrepancyView]:
    """Discrepancies with what is needed to show them."""
    keys = {key for one in found for key in (*one.recorded.claims, *one.new.claims)}
    claims = {one.key: one for one in await list_last(db, CLAIMS, keys)}
    facts = {one.key: one for one in await list_last(db, FACTS, {one.fact for one in found})}
    entities = {one.key: one for one in await list_last(db, ENTITIES, {one.of for one in facts.values()})}
    sources = {one.key: one for one in await list_last(db, SOURCES, {one.source for one in claims.values()})}
    return [
        DiscrepancyView(
            one,
            facts[one.fact],
            _label(entities, facts[one.fact].of),
            _voices(one.recorded.claims, claims, sources),
            _voices(one.new.claims, claims, sources),
        )
        for one in found
    ]


async def judge(desk: Desk, number: int, decision: Decision) -> JudgeAnswer:
    """Decide a discrepancy and carry it out. Raises BadInput, NotFound or Refused, and then changes nothing."""
    ruling = read_ruling(decision.ruling)
    if not decision.why.strip():
        raise BadInput("a judgement needs a reason: --why TEXT")
    await wake(desk)
    stamp = desk.stamp(decision.why.strip())
    until = read_until(decision.until, stamp.at)
    async with desk.store.transaction() as tx:
        held = await get_discrepancy(tx, number)
        _check_open(held)
        ground = await _ground(tx, held)
        outcome = rule(ruling, decision, ground)
        others = [one for one in await list_discrepancies(tx, [held.fact]) if one.state is State.JUDGED]
        check_against(ruling, outcome, ground, others)
        await _check_new(tx, outcome.edits)
        made = Judgement(
            number=0,
            discrepancy=number,
            ruling=ruling,
            reason=stamp.why,
            by=stamp.by,
            at=stamp.at,
            evidence=decision.evidence,
            loser=outcome.loser,
            scope=ground.fact.scope,
        )
        await add_judgement(tx, made, outcome.edits, stamp)
        await put_discrepancies(tx, [replace(held, state=State.JUDGED, until=until, reopened=None)])
        text = phrase("judged “{ruling}”: {why}", ruling=ruling, why=stamp.why)
        await add_steps(tx, [(number, "judged", text)], stamp)
        done = await _review_edits(tx, ground.fact, outcome, stamp)
    return JudgeAnswer(await get_view(desk, number), outcome.effects, done[0], done[1])


async def undo(desk: Desk, number: int | None, why: str = "") -> JudgeAnswer:
    """Take back the last judgement, or the last one on a discrepancy. Raises BadInput, NotFound or Refused."""
    stamp = desk.stamp(why)
    async with desk.store.transaction() as tx:
        made = await _last_judgement(tx, number)
        held = await get_discrepancy(tx, made.discrepancy)
        touched = await undo_judgement(tx, made.number, stamp)
        left = [one for one in await list_judgements(tx, [held.number]) if not one.undone]
        state = State.JUDGED if left else State.OPEN
        await put_discrepancies(tx, [replace(held, state=state, until=None, judgement=None, reopened=None)])
        text = phrase("the judgement “{ruling}” was taken back", ruling=made.ruling)
        await add_steps(tx, [(held.number, "undone", text)], stamp)
        claims = [one for one in touched if isinstance(one, Claim)]
        live = await list_by_keys(tx, CLAIMS, [one.key for one in claims])
        gone = {one.key for one in claims} - {one.key for one in live}
        done = await review(tx, live, stamp, facts=[held.fact], gone=sorted(gone))
    return JudgeAnswer(await get_view(desk, held.number), (text,), done.reopened, done.gone)


async def snooze(desk: Desk, number: int, until: str) -> DiscrepancyView:
    """Put a discrepancy away until a day. Raises BadInput, NotFound or Refused."""
    stamp = desk.stamp()
    day = read_until(until, stamp.at)
    if day is None:
        raise BadInput("say until when: --until DATE, such as 2026-01-31")
    async with desk.store.transaction() as tx:
        held = await get_discrepancy(tx, number)
        _check_open(held)
        await put_discrepancies(tx, [replace(held, state=State.SNOOZED, until=day)])
        await add_steps(tx, [(number, "snoozed", phrase("put away until {day}", day=day.date()))], stamp)
    return await get_view(desk, number)


async def why(desk: Desk, number: int) -> WhyAnswer:
    """What stands behind a discrepancy: every comparison between its sides, with rule and version. Raises NotFound."""
    view = await get_view(desk, number)
    held, db = view.discrepancy, desk.store.reading
    mine, yours = set(held.recorded.claims), set(held.new.claims)
    voices = {voice.claim.key: voice for voice in (*view.recorded, *view.new)}
    pairs = [
        ComparedVoices(voices[one.new], voices[one.old], one.comparison)
        for one in await list_comparisons(db, [held.fact])
        if one.topic == held.topic and one.new in voices and one.old in voices
        if (one.new in mine) is not (one.old in mine) or (one.new in yours) is not (one.old in yours)
    ]
    return WhyAnswer(view, tuple(pairs))


async def wake(desk: Desk) -> None:
    """Open again what was put away, or judged, until a day that has come."""
    if not await list_expired(desk.store.reading, desk.now()):
        return
    stamp = desk.stamp()
    async with desk.store.transaction() as tx:
        due = await list_expired(tx, stamp.at)
        texts = {
            State.SNOOZED: phrase("it was put away until today"),
            State.JUDGED: phrase("the judgement was made until today only"),
        }
        rows = [replace(one, state=State.OPEN, until=None, reopened=texts[one.state]) for one in due]
        await put_discrepancies(tx, rows)
        await add_steps(tx, [(one.number, "reopened", texts[one.state]) for one in due], stamp)
        told = [one for one in due if one.comparison.level is Level.ALERT]
        await queue(tx, [(f"{one.number}/due/{one.until}", "reopened", one.number) for one in told], stamp)


async def claim_alerts(desk: Desk, target: str = TERMINAL, limit: int = 1000) -> AlertsAnswer:
    """The next undelivered alerts of a target, now its own to deliver: follow with `mark_delivered` or `mark_failed`.

    `unsure` are those it claimed a while ago and never marked: whoever delivered them stopped in between.
    """
    await wake(desk)
    now = desk.now()
    unsure = await list_unconfirmed(desk.store.reading, target, now - SETTLING)
    async with desk.store.transaction(record=False) as tx:
        messages = await claim_messages(tx, target, now, limit)
        if unsure and target == TERMINAL:
            await mark_messages(tx, target, [one.id for one in unsure], now)
    return AlertsAnswer(await _alerts(desk, messages), tuple(one.discrepancy for one in unsure))


async def mark_delivered(desk: Desk, ids: Sequence[int], target: str = TERMINAL, message: str | None = None) -> None:
    """The target has these alerts; `message` is the id of what was sent."""
    async with desk.store.transaction(record=False) as tx:
        await mark_messages(tx, target, ids, desk.now(), message)


async def mark_failed(desk: Desk, id: int, error: str, target: str = TERMINAL) -> None:
    """The target could not be reached; the alert is offered again after a wait that doubles each time."""
    async with desk.store.transaction(record=False) as tx:
        await mark_message_failed(tx, target, id, desk.now(), error)


async def list_alerts(desk: Desk, target: str = TERMINAL) -> AlertsAnswer:
    """Every alert there ever was, delivered to the target or not; nothing is claimed."""
    return AlertsAnswer(await _alerts(desk, await list_messages(desk.store.reading, target)))


async def _alerts(desk: Desk, messages: Sequence[Message]) -> tuple[AlertView, ...]:
    wanted = {one.discrepancy for one in messages}
    held = [one for one in await list_discrepancies(desk.store.reading) if one.number in wanted] if wanted else []
    views = {view.discrepancy.number: view for view in await view_discrepancies(desk.store.reading, held)}
    return tuple(
        AlertView(one.id, one.kind, one.created_at, views[one.discrepancy], one.delivered_at, one.message)
        for one in messages
    )


async def _ground(tx: Connection, held: Discrepancy) -> Ground:
    claims = await list_by_keys(tx, CLAIMS, {*held.recorded.claims, *held.new.claims})
    facts = await list_by_keys(tx, FACTS, [held.fact])
    subjects = await list_by_keys(tx, ENTITIES, [fact.of for fact in facts])
    if not facts or not subjects:
        raise Refused("the fact of discrepancy {number} is no longer in the record", number=held.number)
    return Ground(held, facts[0], subjects[0], {one.key: one for one in claims})


async def _check_new(tx: Connection, edits: Iterable[Edit]) -> None:
    """A second event or scope must not take the id of something that is there."""
    made = [edit.after for edit in edits if edit.before is None and isinstance(edit.after, (Entity, Fact))]
    kinds: tuple[tuple[Lineage[Any], list[str]], ...] = (
        (ENTITIES, [one.key for one in made if isinstance(one, Entity)]),
        (FACTS, [one.key for one in made if isinstance(one, Fact)]),
    )
    for kind, keys in kinds:
        for taken in await list_last(tx, kind, keys):
            raise BadInput("there is already a {kind} {key}; choose another name", kind=kind.name, key=taken.key)


async def _review_edits(
    tx: Connection, fact: Fact, outcome: Outcome, stamp: Stamp
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Bring everything up to date that the judgement's changes touch; the numbers reopened and gone."""
    moved = [e.after for e in outcome.edits if isinstance(e.after, Claim) and e.before and e.before.key != e.after.key]
    gone = [
        e.before.key
        for e in outcome.edits
        if isinstance(e.before, Claim) and (e.after is None or e.before.key != e.after.key)
    ]
    renamed = any(isinstance(edit.after, Entity) for edit in outcome.edits if edit.before)
    touched = {edit.after.fact for edit in outcome.edits if isinstance(edit.after, Claim)} | {fact.key}
    done = await review(tx, moved, stamp, facts=[fact.key] if renamed else [], gone=gone, settle=sorted(touched))
    return done.reopened, done.gone


async def _last_judgement(tx: Connection, number: int | None) -> Judgement:
    if number is not None:
        await get_discrepancy(tx, number)
    made = [one for one in await list_judgements(tx, None if number is None else [number]) if not one.undone]
    if made:
        return made[-1]
    if number is None:
        raise Refused("there is no judgement to take back")
    raise Refused("discrepancy {number} has no judgement to take back", number=number)


def _check_open(held: Discrepancy) -> None:
    if held.state is State.JUDGED and held.judgement:
        raise Refused(
            "discrepancy {number} was judged “{ruling}” by {by} on {day}; `stet undo {number}` takes that back",
            number=held.number,
            ruling=held.judgement.ruling,
            by=held.judgement.by,
            day=held.judgement.at.date(),
        )
    if held.state is State.GONE:
        raise Refused("discrepancy {number} is closed: its sources differ no more", number=held.number)


def _read_level(text: str) -> Level:
    if text not in (Level.ALERT, Level.NOTE):
        raise BadInput("--level is alert or note, not {level!r}", level=text)
    return Level(text)


async def _story(desk: Desk, asked: str) -> str:
    stories = (await desk.index()).stories
    for story in stories.values():
        if asked.casefold() in (story.key.casefold(), story.title.casefold()):
            return story.key
    raise NotFound("there is no story {story!r}", story=asked, near=tuple(stories)[:3])


async def _of_person(desk: Desk, asked: str, views: Sequence[DiscrepancyView]) -> list[DiscrepancyView]:
    """Those about somebody, about an event they take part in, or in which they are cited."""
    from bot.search import find_clear

    index = await desk.index()
    hit = find_clear(index.names.search(asked, 8))
    entity = index.entities.get(hit.key) if hit else None
    if entity is None:
        raise NotFound("there is nobody and nothing named {name!r} in the record", name=asked)
    names = {entity.label, *(alias.name for alias in entity.aliases)}
    events = {one.key for one in index.list_events() if any(part.entity == entity.key for part in one.people)}
    return [
        view
        for view in views
        if view.fact.of == entity.key
        or view.fact.of in events
        or any(voice.claim.claimant in names for voice in (*view.recorded, *view.new))
    ]


def _voices(keys: Iterable[str], claims: Mapping[str, Claim], sources: Mapping[str, Source]) -> tuple[Voice, ...]:
    known = [claims[key] for key in keys if key in claims]
    return tuple(Voice(one, sources[one.source], one.claimant) for one in known)


def _label(entities: Mapping[str, Entity], key: str) -> str:
    return entities[key].label if key in entities else key
