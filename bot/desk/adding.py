"""An article to a recorded source with what it says: planned, chosen from, written in one transaction."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.desk.checking import Article, CheckReport, check, read_published
from bot.desk.confirming import confirm_wordings
from bot.desk.fetching import Paper
from bot.desk.filling import fill_origin
from bot.desk.keeping import note_reading, note_version, put_texts
from bot.desk.known import find_known, find_original, get_newest
from bot.desk.page_findings import Changed, find_new_notices, tell_changes, tell_news_of_itself
from bot.desk.proposing import Proposal, make_proposals, stated_by
from bot.desk.reviewing import Review, before_note, review
from bot.desk.schedule import next_reading
from bot.errors import BadInput
from bot.folding import fold
from bot.read.changes import Edit, find_edits
from bot.record import (
    Claim,
    Rank,
    Source,
    Standing,
    key_of,
)
from bot.store import Connection
from bot.store.claims import CLAIMS, list_claims_of_source, retract_claims
from bot.store.entities import list_stories
from bot.store.lineage import Ended, add_rows
from bot.store.sources import add_sources
from bot.store.versions import add_addresses
from bot.values import normal_form

if TYPE_CHECKING:
    from bot.desk import Desk

WEAK = "read by machine, the link to this fact is not certain"
Along = Callable[[Connection, Source], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What adding an article would do. `known` is the same source with an older text; `unchanged` = this very text.

    `touched` are the claims of the older text that stand no more as they did, by key, with what was edited there.
    """

    article: Article
    report: CheckReport
    source: Source
    proposals: tuple[Proposal, ...]
    known: Source | None = None
    unchanged: bool = False
    paper: Paper | None = None
    before: str | None = None
    touched: Mapping[str, Edit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """A claim of the older text beside what the new text says instead ("" = nothing)."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding did: claims recorded, left as proposed, and what a new version of a known source changed."""

    source: Source
    recorded: tuple[Claim, ...] = ()
    proposed: tuple[Claim, ...] = ()
    changes: tuple[Change, ...] = ()
    opened: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    unchanged: bool = False


async def plan(desk: Desk, given: Article | Paper, story: str = "", known: Source | None = None) -> Plan:
    """Read, link and compare an article as a source to be; nothing is saved. Raises BadInput.

    `known` is the source it is a text of, where the caller knows.
    """
    paper = given if isinstance(given, Paper) else Paper(given)
    article = paper.article
    report = await check(desk, article)
    stories = {one.key: one for one in await list_stories(desk.store.reading)}
    chosen = story or (known.story if known else _story_of(report, stories))
    if chosen not in stories:
        raise BadInput("there is no story {story!r}; stories are {all}", story=chosen, all=", ".join(stories))
    source = replace(_source(article, chosen), author=paper.author, language=paper.language)
    source = replace(source, origin=fill_origin(await desk.index(), source, article.origin or ""))
    found = await find_known(desk, source, paper) if known is None else None
    same = known or (found.source if found else None)
    if same is None:
        original = await find_original(desk, source, paper)
        if original and original.copied:
            return Plan(article, report, original.source, (), original.source, True, paper)
        source = replace(source, origin=source.origin or (original.source.key if original else None))
        return Plan(article, report, source, make_proposals(report, source, await desk.link_index()), paper=paper)
    source = _merged(source, same)
    if same.sha256 == source.sha256:
        return Plan(article, report, source, (), same, True, paper)
    proposals = make_proposals(report, source, await desk.link_index())
    return await _plan_of_known(desk, Plan(article, report, source, proposals, same, paper=paper))


def _merged(source: Source, same: Source) -> Source:
    """The recorded source with its new text; what the page states anew does not undo what the desk has recorded."""
    return replace(
        same,
        outlet=same.outlet or source.outlet,
        title=source.title or same.title,
        url=same.url or source.url,
        published=same.published or source.published,
        origin=same.origin or source.origin,
        author=same.author or source.author,
        language=same.language or source.language,
        sha256=source.sha256,
    )


async def _plan_of_known(desk: Desk, planned: Plan) -> Plan:
    """Of a new text of a known source only what was edited counts: the rest was read before, and perhaps judged."""
    live = await list_claims_of_source(desk.store.reading, planned.source.key)
    stated = {stated_by(one.claim) for one in planned.proposals}
    standing = {stated_by(one) for one in live}
    _, before = await get_newest(desk, planned.source.key)
    fresh = tuple(one for one in planned.proposals if stated_by(one.claim) not in standing)
    if before is None:  # claims that somebody entered by hand are not undone by what a machine reads
        return replace(planned, proposals=fresh)
    edits = await asyncio.to_thread(find_edits, before, planned.article.text)
    edited = tuple(one for one in fresh if any(_lies_in(one.claim, edit.new) for edit in edits))
    touched = {
        one.key: edit
        for one in live
        if stated_by(one) not in stated and (edit := _find_edit(one, before, edits)) is not None
    }
    return replace(planned, proposals=edited, before=before, touched=touched)


def _lies_in(claim: Claim, span: tuple[int, int]) -> bool:
    start = claim.evidence.start
    return start is not None and span[0] <= start < span[1]


def _find_edit(claim: Claim, before: str, edits: Sequence[Edit]) -> Edit | None:
    """The edit that took a claim's words away, None if they still stand; numbers and names count, wording does not."""
    words, start = claim.evidence.words or claim.written, claim.evidence.start
    at = start if start is not None and before.startswith(words, start) else before.find(words)
    if at < 0:
        return None
    hit = next((edit for edit in edits if edit.is_exact and edit.old[0] <= at < edit.old[1]), None)
    still = rf"(?<![\w.,]){re.escape(claim.written)}(?![\w]|[.,]\d)"
    return hit if hit and not re.search(still, hit.after, re.I) else None


async def add(
    desk: Desk,
    planned: Plan,
    chosen: Sequence[Proposal] | None = None,
    along: Sequence[Along] = (),
    *,
    unseen: bool = False,
) -> AddReport:
    """Save a plan: the chosen claims are recorded (those that are sure if None), the others left as proposed.

    `unseen` = no person asked for it: what is sure is only proposed, and what is not is left out.

    Source, text, claims, discrepancies and alerts are written in one transaction, and with them what `along` writes;
    adding the same text again does nothing.
    """
    paper = planned.paper or Paper(planned.article)
    if planned.unchanged:
        same = planned.known or planned.source
        async with desk.store.transaction(record=False) as tx:
            await add_addresses(tx, same.key, paper.addresses)
            for write in along:
                await write(tx, same)
        return AddReport(same, unchanged=True)
    divided = _unseen(planned.proposals) if unseen else _divided(planned.proposals, chosen)
    await put_texts(desk.store, paper)
    async with desk.store.transaction() as tx:
        report = await tx.at_once(lambda db: _write(db, desk, planned, divided))
        doubtful = [one.claim for one in chosen or () if not one.sure]
        await confirm_wordings(tx, doubtful, planned.article.text, desk.stamp("accepted"))
        await note_version(tx, planned.source, paper, desk.stamp())
        await note_reading(
            tx, planned.source, paper, desk.now(), next_reading(planned.source, desk.now(), desk.settings.web)
        )
        for write in along:
            await write(tx, planned.source)
    return report


async def _write(
    tx: Connection, desk: Desk, planned: Plan, divided: tuple[tuple[Claim, ...], tuple[Claim, ...]]
) -> AddReport:
    stamp, source = desk.stamp(f"read in {planned.source.label}"), planned.source
    await add_sources(tx, [source], stamp)
    old = [one for one in await list_claims_of_source(tx, source.key) if one.key in planned.touched]
    recorded, proposed = (tuple(_marked(one, old) for one in group) for group in divided)
    ends, gone, changes = _superseded(old, [*proposed, *recorded])
    await add_rows(tx, CLAIMS, [*recorded, *proposed], stamp, ends)
    await retract_claims(tx, gone, desk.stamp("the new text of the source no longer says so"))
    done = await review(tx, [*recorded, *proposed], stamp, gone=[*gone, *(one.key for one in ends)])
    now = {one.key: one for one in (*recorded, *proposed)}
    after = {one.key: now.get(one.successor) for one in ends}
    notices = find_new_notices(planned.before, planned.article.text)
    said = notices[0].words if notices else ""
    changed = [Changed(one, after.get(one.key), planned.touched[one.key], said) for one in old]
    opened = await tell_changes(tx, source, changed, done, stamp)
    opened += await tell_news_of_itself(tx, source, notices, stamp, changed=bool(changed))
    return _report(source, recorded, proposed, changes, replace(done, opened=(*done.opened, *opened)))


def _marked(claim: Claim, old: Sequence[Claim]) -> Claim:
    """A claim that takes another's place on the same page says so: an alert about it shows before and after."""
    place = next((one for one in old if one.fact == claim.fact and one.claimant == claim.claimant), None)
    return replace(claim, note=before_note(place)) if place else claim


def _story_of(report: CheckReport, stories: Mapping[str, object]) -> str:
    """The story most of the text's linked claims belong to, else the only one there is."""
    counts = Counter(link.fact.story for link in report.claims if link.fact)
    if counts:
        return counts.most_common(1)[0][0]
    if len(stories) == 1:
        return next(iter(stories))
    raise BadInput("the text speaks of no fact of the record; name its story with --story")


def _source(article: Article, story: str) -> Source:
    digest = hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()
    called = f"{article.outlet or article.title or 'text'} {article.published}"
    slug = re.sub(r"[^a-z0-9]+", "-", fold(called))[:60].strip("-")
    key = key_of(story, f"{slug}-{digest[:6]}")
    return Source(
        key=key,
        story=story,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        published=read_published(article.published),
        sha256=digest,
    )


def _unseen(proposals: Sequence[Proposal]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """What a machine brought by itself may contradict, but stays proposed until somebody accepts it."""
    return (), tuple(replace(one.claim, standing=Standing.PROPOSED) for one in proposals if one.sure)


def _divided(
    proposals: Sequence[Proposal], chosen: Sequence[Proposal] | None
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Claims to record, and claims to leave as proposed; what an editor saw and did not choose is dropped."""
    if chosen is not None:
        return tuple(replace(one.claim, standing=Standing.RECORDED) for one in chosen), ()
    recorded = tuple(replace(one.claim, standing=Standing.RECORDED) for one in proposals if one.sure)
    taken = {claim.key for claim in recorded}
    weak = (one.claim for one in proposals if not one.sure and one.claim.key not in taken)
    # Deprecated until accepted: a weak link supports nothing and contradicts nothing.
    return recorded, tuple(replace(c, standing=Standing.PROPOSED, rank=Rank.DEPRECATED, why=WEAK) for c in weak)


def _superseded(old: Sequence[Claim], new: Sequence[Claim]) -> tuple[list[Ended], list[str], list[Change]]:
    """What becomes of the claims of an older text: followed by what the new one says of the fact, or gone.

    Claims without a span were put there by a person or a seed and stay.
    """
    by_fact = {claim.fact: claim for claim in new}
    kept = {claim.key for claim in new}
    ends: list[Ended] = []
    gone: list[str] = []
    changes: list[Change] = []
    for claim in old:
        after = by_fact.get(claim.fact)
        if claim.key in kept or (claim.evidence.start is None and after is None):
            continue
        if after is not None and normal_form(after.value) != normal_form(claim.value):
            ends.append(Ended(claim.key, after.key))
            changes.append(Change(claim.fact, claim.written, after.written))
        elif after is None:
            gone.append(claim.key)
            changes.append(Change(claim.fact, claim.written, ""))
    return ends, gone, changes


def _report(
    source: Source, recorded: Sequence[Claim], proposed: Sequence[Claim], changes: Sequence[Change], done: Review
) -> AddReport:
    return AddReport(source, tuple(recorded), tuple(proposed), tuple(changes), done.opened, done.joined)
