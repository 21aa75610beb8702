"""What somebody is typing to what they may mean: names, events, facts, sources, stories, claims, discrepancies, feeds.

Asked at every letter: all of it is answered from memory or from a few rows; nothing looks through the record.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from bot.answers import Choice
from bot.desk.answering import COUNTED, DATED, PEOPLE, QUOTED
from bot.desk.meant import FACTS, KINDS, MARK, choose, choose_fact, choose_name
from bot.folding import fold
from bot.phrase import phrase
from bot.record import Claim, Standing, key_of, local_id
from bot.search import PLAUSIBLE, Hit
from bot.store.claims import CLAIMS, search_claims
from bot.store.discrepancies import Outline, search_discrepancies
from bot.store.lineage import list_by_keys
from bot.store.watching import list_feeds

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.indexing import RecordIndex

MOST = 25
MEANT = 8
"""So many facts, names and sources that words may mean are asked for their claims or discrepancies."""
MOST_STORIES = 400
LONGEST_NUMBER = 9
SOURCE = frozenset({"source"})
NONE = frozenset[str]()
ASKED: Mapping[str, tuple[frozenset[str] | None, frozenset[str] | None]] = {
    "who": (PEOPLE, NONE),
    "when": (DATED, DATED),
    "figure": (None, COUNTED),
    "quote": (PEOPLE, QUOTED),
    "sources": (None, None),
}
"""A look-up to the kinds of names and of facts it can be asked about; None = any."""

Suggest = Callable[["Desk", "RecordIndex", str, int], Awaitable[tuple[Choice, ...]]]


async def suggest(desk: Desk, what: str, typed: str, limit: int = MOST) -> tuple[Choice, ...]:
    """What half-typed words may become: `what` is a look-up's verb, any other of VERBS, or one of TABLES.

    Best first, at most `limit`; before anything is typed, what is most spoken of or came last. Empty where nothing
    fits.
    """
    index, kind = await desk.index(), VERBS.get(what, what)
    if kind in TABLES:
        return (await TABLES[kind](desk, index, typed.strip(), limit))[:limit]
    return _question(index, kind, typed.strip(), limit)


def _question(index: RecordIndex, verb: str, typed: str, limit: int) -> tuple[Choice, ...]:
    """Names that are meant, then facts asked for in such words, then names that are only near."""
    kinds, asked = ASKED.get(verb, (None, NONE))
    names = index.names.complete(typed, limit, kinds)
    facts = _phrased(index, typed, limit, asked)
    if not typed:  # nobody knows yet what is wanted: some of each
        names = names[: max(limit - len(facts), limit // 2)]
    meant, near = [hit for hit in names if hit.score >= PLAUSIBLE], [hit for hit in names if hit.score < PLAUSIBLE]
    hits = {hit.key: hit for hit in (*meant, *facts, *near)}
    return tuple(choose(index, hit) for hit in islice(hits.values(), limit))


def _phrased(index: RecordIndex, typed: str, limit: int, kinds: frozenset[str] | None) -> list[Hit]:
    if kinds == NONE:
        return []
    return index.phrases.search(typed, limit, kinds) if typed else index.phrases.list_latest(limit, kinds)


async def _timeline(desk: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    return (*await _stories(desk, index, typed, MEANT), *_question(index, "timeline", typed, limit))


async def _stories(_: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    wanted = fold(typed)
    known = islice(reversed(index.stories.values()), MOST_STORIES)
    rows = (one for one in known if wanted in fold(f"{one.key} {one.title}"))
    return tuple(Choice(one.key, one.key, one.title) for one in islice(rows, limit))


async def _facts(_: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    hits = _phrased(index, typed, limit, FACTS) or index.phrases.list_latest(limit, FACTS)
    return tuple(choose_fact(index, index.facts[hit.key]) for hit in hits if hit.key in index.facts)


async def _entities(_: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    return tuple(choose_name(index, hit.key) for hit in index.names.complete(typed, limit, KINDS))


async def _sources(_: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    return tuple(choose_name(index, hit.key) for hit in index.names.complete(typed, limit, SOURCE))


async def _outlets(_: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    """Outlets as they are written already, so that one is not written in two ways."""
    known = (index.sources[hit.key].outlet for hit in index.names.complete(typed, 4 * limit, SOURCE))
    return tuple(Choice(one, one, "") for one in islice(dict.fromkeys(filter(None, known)), limit))


async def _claims(desk: Desk, index: RecordIndex, typed: str, limit: int, *, proposed: bool) -> tuple[Choice, ...]:
    """Claims by their ids, else of the facts, names and sources that are meant."""
    db = desk.store.reading
    named = await list_by_keys(db, CLAIMS, [typed, *(key_of(story, typed) for story in islice(index.stories, MEANT))])
    facts = _meant_facts(index, typed)
    sources = [hit.key for hit in index.names.complete(typed, MEANT, SOURCE)] if typed else []
    found = (*named, *await search_claims(db, facts, sources, limit, proposed=proposed))
    wanted = [one for one in found if one.standing is Standing.PROPOSED or not proposed]
    return tuple(_claim_choice(index, one) for one in {one.key: one for one in wanted}.values())


async def _discrepancies(desk: Desk, index: RecordIndex, typed: str, limit: int, *, judged: bool) -> tuple[Choice, ...]:
    """Discrepancies whose number begins so or which are about what is meant, open or judged ones first."""
    digits = typed.removeprefix("#")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER else None
    facts, db = _meant_facts(index, typed), desk.store.reading
    found = await search_discrepancies(db, facts, number, limit, judged=judged)
    return tuple(_discrepancy_choice(index, one) for one in found)


async def _topics(desk: Desk, index: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    """Whatever has a history: names, facts and sources, and discrepancies by their numbers."""
    if not typed.removeprefix("#").isdigit():
        return _question(index, "sources", typed, limit)
    numbered = await _discrepancies(desk, index, typed, limit, judged=False)
    return (*numbered, *_question(index, "sources", typed, limit))


async def _feeds(desk: Desk, _: RecordIndex, typed: str, limit: int) -> tuple[Choice, ...]:
    feeds = (one for one in await list_feeds(desk.store.reading) if typed.casefold() in f"{one.id} {one.link}")
    return tuple(Choice(str(one.id), str(one.id), one.link) for one in islice(feeds, limit))


def _meant_facts(index: RecordIndex, typed: str) -> list[str]:
    """The facts that are asked for in such words, then those about the names that are meant."""
    if not typed:
        return []
    asked = [hit.key for hit in index.phrases.search(typed, MEANT) if hit.key in index.facts]
    about = [hit.key for hit in index.names.complete(typed, MEANT, KINDS) if hit.score >= PLAUSIBLE]
    held = (fact.key for key in about for fact in islice(index.facts_of.get(key, ()), MEANT))
    return list(dict.fromkeys((*asked, *held)))


def _claim_choice(index: RecordIndex, claim: Claim) -> Choice:
    fact, source = index.facts.get(claim.fact), index.sources.get(claim.source)
    about = fact.property if fact else local_id(claim.fact)
    parts = (claim.written[:30], about[:30], source.label[:20] if source else "", local_id(claim.key))
    return Choice(claim.key, MARK.join(filter(None, parts)), "")


def _discrepancy_choice(index: RecordIndex, one: Outline) -> Choice:
    fact = index.facts.get(one.fact)
    subject = index.entities.get(fact.of) if fact else None
    scope = "".join(f", {value}" for _, value in fact.scope) if fact else ""
    about = f"{fact.property}{scope}" if fact else local_id(one.fact)
    label = phrase(
        "{about}: {recorded} / {new} ({state})",
        about=f"{about}{MARK}{subject.label}" if subject else about,
        recorded=one.recorded,
        new=one.new,
        state=phrase(one.state.value),
    )
    return Choice(str(one.number), str(one.number), label)


TABLES: Mapping[str, Suggest] = {
    "timeline": _timeline,
    "story": _stories,
    "entity": _entities,
    "fact": _facts,
    "source": _sources,
    "outlet": _outlets,
    "claim": partial(_claims, proposed=False),
    "proposal": partial(_claims, proposed=True),
    "discrepancy": partial(_discrepancies, judged=False),
    "judged": partial(_discrepancies, judged=True),
    "topic": _topics,
    "feed": _feeds,
}
VERBS: Mapping[str, str] = {
    **dict.fromkeys(("discrepancies", "judge", "snooze", "why"), "discrepancy"),
    "undo": "judged",
    **dict.fromkeys(("show", "retract", "proposed", "reread"), "source"),
    **dict.fromkeys(("accept", "drop"), "proposal"),
    "history": "topic",
}
"""What the first word after a command is of."""
