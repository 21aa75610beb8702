"""A question in plain words to its typed answer: what is meant is searched in memory, its rows come from the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import Answer, Choices, FindAnswer, Greeting, Hit, Nothing, SourcesAnswer
from bot.desk.meant import choose
from bot.edtf import read_edtf
from bot.errors import BadInput
from bot.lookup import (
    FIGURES,
    Material,
    answer_figure,
    answer_quote,
    answer_sources,
    answer_timeline,
    answer_when,
    answer_who,
    view_fact,
)
from bot.phrase import Phrase, phrase
from bot.record import Claim, Entity, EntityKind, Fact, FactKind, Source, State, Story, key_of, local_id
from bot.search import Hit as Match
from bot.search import find_clear, list_plausible
from bot.store import Connection
from bot.store.claims import list_claims, list_claims_of_claimant
from bot.store.search import search_text
from bot.store.versions import list_kept

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.indexing import RecordIndex

PEOPLE = frozenset({EntityKind.PERSON.value, EntityKind.ORGANISATION.value, EntityKind.PLACE.value})
DATED = frozenset({EntityKind.EVENT.value, FactKind.DATE.value, FactKind.DURATION.value})
COUNTED = frozenset(kind.value for kind in FIGURES)
QUOTED = frozenset({FactKind.QUOTE.value})
MOST_CHOICES = 8
MOST_FACTS = 25
FACTS_A_VISIT = 100
"""So many facts are read in one visit to the store's thread; others get in between."""
NEAREST = 3
LONGEST_QUERY = 400
SURE = 0.85
_NUMBER = re.compile(r"\d[\d.,\s]*%?")


async def ask(desk: Desk, verb: str, query: str) -> Answer:
    """The answer to one look-up; raises BadInput for an empty question."""
    text = " ".join(query.split())[:LONGEST_QUERY]
    if not text and verb != "timeline":
        raise BadInput("{verb} needs to know what about; type some words after it", verb=verb)
    return await QUESTIONS[verb](desk, await desk.index(), text)


async def greeting(desk: Desk) -> Greeting:
    """What the record holds at this moment."""
    index = await desk.index()
    titles = tuple(story.title or story.key for story in index.stories.values())
    found = await desk.discrepancies_of(list(index.facts))
    unsettled = {one.number for many in found.values() for one in many if one.state is State.OPEN}
    return Greeting(titles, len(index.entities), len(index.facts), len(index.sources), len(unsettled))


async def _who(desk: Desk, index: RecordIndex, query: str) -> Answer:
    key, choices = _meant(index, query, index.names.search(query, MOST_CHOICES, PEOPLE))
    if key is None:
        return choices or _nothing(index, "who", query, phrase("people, organisations and places"))
    entity = index.entities[key]
    facts = index.facts_of.get(key, ())
    said = await _facts_said_by(desk, index, entity)
    events = [one for one in index.list_events(entity.story) if any(p.entity == key for p in one.people)]
    material = await gather(desk, index, [*facts, *said])
    return answer_who(entity, material, events, said)


async def _when(desk: Desk, index: RecordIndex, query: str) -> Answer:
    by_phrase = index.phrases.search(query, 3 * MOST_CHOICES, DATED)
    hits = _merged(index.names.search(query, MOST_CHOICES, frozenset({EntityKind.EVENT.value})), by_phrase)
    subjects = _merged([Match(_subject(index, hit.key), hit.text, hit.score) for hit in hits])
    key, choices = _meant(index, query, subjects)
    if key is None:
        return choices or _nothing(index, "when", query, phrase("events and dates"))
    entity = index.entities[key]
    meant = next((hit.key for hit in hits if _subject(index, hit.key) == key), key)
    material = await gather(desk, index, _asked_first(index.facts_of.get(key, ()), meant))
    return answer_when(entity, material, index.list_events(entity.story))


async def _sources(desk: Desk, index: RecordIndex, query: str) -> Answer:
    if (source := _source(index, query)) and not _NUMBER.fullmatch(query):
        return await _of_source(desk, index, source)
    named = index.names.search(query, MOST_CHOICES)
    phrased = index.phrases.search(query, MOST_FACTS)
    best = find_clear([hit for hit in named if hit.key in index.entities])
    if best and best.score >= SURE and not _NUMBER.fullmatch(query):
        facts: Iterable[Fact] = index.facts_of.get(best.key, ())
        topic = index.entities[best.key].label
        said = await _facts_said_by(desk, index, index.entities[best.key])
        facts = list(dict.fromkeys((*facts, *said)))
    else:
        facts = _facts_of_hits(index, _best(_counting(index, query, phrased)))
        topic = query
    if not facts:
        return _nothing(index, "sources", query, phrase("everything recorded"))
    return await _with_kept(desk, answer_sources(topic, await gather(desk, index, list(facts)[:MOST_FACTS])))


async def _with_kept(desk: Desk, answer: SourcesAnswer) -> SourcesAnswer:
    """The answer with those of its sources whose text can be shown."""
    sources = {voice.source.key: voice.source for view in answer.facts for voice in view.voices}
    kept = await list_kept(desk.store.reading, sources)
    return replace(answer, kept=tuple(one for key, one in sources.items() if key in kept))


async def _figure(desk: Desk, index: RecordIndex, query: str) -> Answer:
    hits = _counting(index, query, index.phrases.search(query, MOST_FACTS, COUNTED))[:MOST_CHOICES]
    key, choices = _meant(index, query, hits, verb="figure")
    if key is None:
        return choices or _nothing(index, "figure", query, phrase("figures"))
    fact = index.facts[key]
    material = await gather(desk, index, [fact])
    if not material.claims[key]:
        return _nothing(index, "figure", query, phrase("figures"))
    return answer_figure(view_fact(fact, material))


async def _quote(desk: Desk, index: RecordIndex, query: str) -> Answer:
    hits = _best(index.phrases.search(query, MOST_CHOICES, QUOTED))
    facts = [index.facts[hit.key] for hit in hits if hit.key in index.facts]
    speaker = find_clear(index.names.search(query, MOST_CHOICES, PEOPLE))
    if speaker and speaker.score >= SURE:
        said = await _facts_said_by(desk, index, index.entities[speaker.key])
        facts = [fact for fact in said if fact.kind is FactKind.QUOTE] or facts
    material = await gather(desk, index, facts)
    if not any(material.claims.values()):
        return _nothing(index, "quote", query, phrase("quotes and speakers"))
    return answer_quote(material)


async def _timeline(desk: Desk, index: RecordIndex, query: str) -> Answer:
    try:
        period = read_edtf(query) if query else None
    except ValueError:
        period = None
    if period or not query:
        dated = [fact for fact in index.facts.values() if fact.kind is FactKind.DATE]
        return answer_timeline(query or "all stories", index.list_events(), await gather(desk, index, dated), period)
    story = _story(index, query)
    if story:
        dated = [f for f in index.facts.values() if f.kind is FactKind.DATE and f.story == story.key]
        return answer_timeline(story.title, index.list_events(story.key), await gather(desk, index, dated))
    key, choices = _meant(index, query, index.names.search(query, MOST_CHOICES), verb="timeline")
    if key is None or key not in index.entities:
        searched = phrase("stories, names, events and periods such as 2025-09")
        return choices or _nothing(index, "timeline", query, searched)
    return await _timeline_of(desk, index, index.entities[key])


async def _timeline_of(desk: Desk, index: RecordIndex, entity: Entity) -> Answer:
    events = [
        one
        for one in index.list_events(entity.story)
        if one.key == entity.key or any(p.entity == entity.key for p in one.people) or one.place == entity.label
    ]
    dated = [fact for fact in index.facts_of.get(entity.key, ()) if fact.kind is FactKind.DATE]
    return answer_timeline(entity.label, events, await gather(desk, index, dated))


async def _find(desk: Desk, index: RecordIndex, query: str) -> Answer:
    found = await search_text(desk.store.reading, query)
    hits = [_hit(index, one.row) for one in found]
    if not hits:
        return _nothing(index, "find", query, phrase("all words of the record"))
    return FindAnswer(query, tuple(hits))


Question = Callable[["Desk", "RecordIndex", str], Awaitable[Answer]]
QUESTIONS: dict[str, Question] = {
    "who": _who,
    "when": _when,
    "sources": _sources,
    "figure": _figure,
    "quote": _quote,
    "timeline": _timeline,
    "find": _find,
}


async def gather(desk: Desk, index: RecordIndex, facts: Sequence[Fact]) -> Material:
    """The facts with their live claims and discrepancies, ready for a look-up."""
    keys = [fact.key for fact in facts]
    claims: dict[str, list[Claim]] = {}
    for start in range(0, len(keys), FACTS_A_VISIT):
        some = keys[start : start + FACTS_A_VISIT]
        claims |= await desk.store.reading.at_once(lambda db, some=some: _claims_on(db, some))  # type: ignore[misc]
    return Material(index.entities, index.sources, tuple(facts), claims, await desk.discrepancies_of(keys))


async def _claims_on(db: Connection, facts: Iterable[str]) -> dict[str, list[Claim]]:
    return {fact: await list_claims(db, fact) for fact in facts}


def _meant(index: RecordIndex, query: str, hits: Sequence[Match], verb: str = "") -> tuple[str | None, Choices | None]:
    """The one key that is meant, else the several that may be, else neither."""
    exact = {hit.key for hit in hits if local_id(hit.key) == query}
    if len(exact) == 1:
        return exact.pop(), None
    if clear := find_clear(hits):
        return clear.key, None
    plausible = list_plausible(hits)
    if not plausible:
        return None, None
    choices = tuple(choose(index, hit) for hit in plausible)
    return None, Choices(verb or _verb(index, plausible[0].key), query, choices)


def _verb(index: RecordIndex, key: str) -> str:
    return "when" if _kind(index, key) in DATED else "who"


def _kind(index: RecordIndex, key: str) -> str:
    if entity := index.entities.get(key):
        return entity.kind.value
    fact = index.facts.get(key)
    return fact.kind.value if fact else "source"


def _nothing(index: RecordIndex, verb: str, query: str, searched: Phrase) -> Nothing:
    near = [hit for hit in index.names.search(query, NEAREST) if hit.key in index.entities]
    return Nothing(verb, query, searched, tuple(choose(index, hit) for hit in near))


def _merged(*groups: Sequence[Match]) -> list[Match]:
    """Hits of several searches, each key once with its best score, best first."""
    best: dict[str, Match] = {}
    for hit in (hit for group in groups for hit in group):
        if hit.key not in best or hit.score > best[hit.key].score:
            best[hit.key] = hit
    return sorted(best.values(), key=lambda hit: -hit.score)


def _subject(index: RecordIndex, key: str) -> str:
    return index.facts[key].of if key in index.facts else key


def _asked_first(facts: Sequence[Fact], asked: str) -> list[Fact]:
    return sorted(facts, key=lambda fact: fact.key != asked)


def _best(hits: Sequence[Match]) -> list[Match]:
    """The hits that fit as well as the best one."""
    return [hit for hit in list_plausible(hits) if hit.score >= hits[0].score - 0.01]


def _facts_of_hits(index: RecordIndex, hits: Iterable[Match]) -> list[Fact]:
    facts: dict[str, Fact] = {}
    for hit in hits:
        own = [index.facts[hit.key]] if hit.key in index.facts else index.facts_of.get(hit.key, ())
        facts.update((fact.key, fact) for fact in own)
    return list(facts.values())


def _counting(index: RecordIndex, query: str, hits: Sequence[Match]) -> Sequence[Match]:
    """For a bare number the facts that have it as a value, not all that is known of an event named after it."""
    if not _NUMBER.fullmatch(query):
        return hits
    number = re.sub(r"[,\s]", "", query)
    bare = {hit.key: re.sub(r"(?<=\d)[,\s](?=\d{3})", "", " ".join(index.written.get(hit.key, ()))) for hit in hits}
    return [hit for hit in hits if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", bare[hit.key])]


def _source(index: RecordIndex, query: str) -> Source | None:
    named = query.casefold()
    fitting = [s for s in index.sources.values() if named in (local_id(s.key), s.label.casefold())]
    return fitting[0] if len(fitting) == 1 else None


async def _of_source(desk: Desk, index: RecordIndex, source: Source) -> Answer:
    from bot.store.claims import list_claims_of_source

    own = await list_claims_of_source(desk.store.reading, source.key)
    keys = dict.fromkeys(claim.fact for claim in own)
    facts = [index.facts[key] for key in keys if key in index.facts]
    by_fact: dict[str, list[Claim]] = defaultdict(list)
    for claim in own:
        by_fact[claim.fact].append(claim)
    discrepancies = await desk.discrepancies_of(list(keys))
    material = Material(index.entities, index.sources, facts, by_fact, discrepancies)
    return await _with_kept(desk, answer_sources(source.label, material))


async def _facts_said_by(desk: Desk, index: RecordIndex, entity: Entity) -> list[Fact]:
    """The quotes of a person: facts somebody is the claimant of, under any of their names."""
    names = (entity.key, local_id(entity.key), entity.label, *(alias.name for alias in entity.aliases))
    spoken: dict[str, Fact] = {}
    for claim in await desk.store.reading.at_once(lambda db: _claims_of(db, names)):
        fact = index.facts.get(claim.fact)
        if fact and fact.story == entity.story and fact.kind is FactKind.QUOTE and fact.of != entity.key:
            spoken[fact.key] = fact
    return list(spoken.values())


async def _claims_of(db: Connection, claimants: Iterable[str]) -> list[Claim]:
    return [claim for name in claimants for claim in await list_claims_of_claimant(db, name)]


def _story(index: RecordIndex, query: str) -> Story | None:
    named = query.casefold()
    fitting = [one for one in index.stories.values() if named in (one.key, one.title.casefold())]
    return fitting[0] if fitting else None


def _hit(index: RecordIndex, row: Story | Entity | Fact | Source | Claim) -> Hit:
    match row:
        case Entity():
            return Hit(row.kind.value, row.key, row.label, row.role)
        case Fact():
            subject = index.entities.get(row.of)
            return Hit("fact", row.key, row.property, subject.label if subject else "")
        case Source():
            return Hit("source", row.key, row.label, row.title)
        case Claim():
            return _claim_hit(index, row)
        case Story():
            return Hit("story", key_of(row.key, row.key), row.title, "")


def _claim_hit(index: RecordIndex, claim: Claim) -> Hit:
    fact, source = index.facts.get(claim.fact), index.sources.get(claim.source)
    label = f"{fact.property if fact else local_id(claim.fact)}: {claim.written}"
    excerpt = f"{source.label if source else ''} {claim.evidence.locator} {claim.evidence.words}".strip()
    return Hit("claim", claim.key, label, excerpt)
