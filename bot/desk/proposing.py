"""What a text was read to say, as claims proposed to an editor, and the editor's decision on each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.compare.claims import compare_claims
from bot.desk.comparing import make_claim
from bot.desk.confirming import confirm_wordings
from bot.desk.known import get_newest
from bot.desk.reviewing import review
from bot.desk.toning import Compared
from bot.errors import BadInput, NotFound
from bot.folding import fold
from bot.link.telling import find_telling
from bot.read.sentences import find_paragraphs
from bot.read.value import read_value
from bot.record import (
    Claim,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Level,
    Rank,
    Source,
    Standing,
    Verdict,
    claim_key,
    local_id,
)
from bot.store import Connection
from bot.store.claims import CLAIMS, get_claim, list_claims_proposed, retract_claims
from bot.store.lineage import Ended, add_rows
from bot.values import normal_form

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.desk.checking import CheckReport, LinkIndex
    from bot.link.links import Link

QUOTED_WORDS = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim read in the text; `sure` = linked well enough to be recorded without a second look."""

    claim: Claim
    words: str
    property: str
    sure: bool
    comparison: Comparison | None


def make_proposals(report: CheckReport, source: Source, known: LinkIndex) -> tuple[Proposal, ...]:
    """The claims of a source that checking its text has read, each once, the surest of those that state the same."""
    compared = {id(one.link): one for one in report.compared}
    paragraphs = find_paragraphs(report.text)
    telling = find_telling(report.claims, known.index)
    best: dict[tuple[str, str, str], Proposal] = {}
    for place, link in enumerate(report.claims):
        if link.fact is None or link.fact.story != source.story or link.adds:
            continue
        seen = compared.get(id(link))
        # A post given to another, or a deed done to all, is news of the fact but no value of it.
        is_value = not link.holder and link.kind != "whole"
        told = is_value and (link.fact.kind is not FactKind.STATUS or place in telling)
        if not told and (seen is None or seen.comparison.level is Level.SILENCE):
            continue
        number = next((n for n, (start, end) in enumerate(paragraphs, 1) if start <= link.start < end), 1)
        claim = _read_claim(link, link.fact, source, known, f"paragraph {number}")
        sure = told and link.firm and not link.part and not _is_softened(link, seen)
        proposal = Proposal(claim, link.words, link.fact.property, sure, seen.comparison if seen else None)
        same = stated_by(proposal.claim)
        if same not in best or (proposal.sure and not best[same].sure):
            best[same] = proposal
    return tuple(best.values())


def _read_claim(link: Link, fact: Fact, source: Source, known: LinkIndex, locator: str) -> Claim:
    words = " ".join(link.words.split()[:QUOTED_WORDS])
    evidence = Evidence(locator, link.start, link.end, words, source.sha256)
    claim = make_claim(link, fact, source, known.index)
    return _keyed(replace(claim, source=source.key, story=source.story, evidence=evidence, as_of=None))


def _is_softened(link: Link, compared: Compared | None) -> bool:
    """Whether the text itself explains away a contradiction: then the bare number must not be recorded unseen.

    A value of which the record is divided already is no such thing: it sides with one of the two.
    """
    if link.fact is None or compared is None or compared.old is None or compared.comparison.level is Level.ALERT:
        return False
    if compared.comparison.verdict is Verdict.DISPUTED:
        return False
    bare = replace(compared.old, key="", value=link.value, written=link.words, source="", claimant=link.claimant)
    return compare_claims(bare, compared.old, link.fact).level is Level.ALERT


def _keyed(claim: Claim) -> Claim:
    as_of = claim.as_of.edtf if claim.as_of else None
    key = claim_key(claim.story, claim.source, claim.fact, claim.claimant, as_of, claim.written)
    return replace(claim, key=key)


def stated_by(claim: Claim) -> tuple[str, str, str]:
    """What a claim states: two of one source that state the same are one."""
    return claim.fact, normal_form(claim.value), claim.claimant


async def list_proposed(desk: Desk, source: str = "") -> list[Claim]:
    """Claims that a machine read and nobody has accepted yet; of one source (id or label) if named."""
    claims = await list_claims_proposed(desk.store.reading)
    if not source:
        return claims
    sources = (await desk.index()).sources
    named = fold(source)
    keys = {key for key, one in sources.items() if named in (fold(local_id(key)), fold(one.label))}
    if not keys:
        raise NotFound("there is no source {source!r}", source=source, near=tuple(map(local_id, list(sources)[:3])))
    return [claim for claim in claims if claim.source in keys]


async def accept(desk: Desk, key: str, correction: str = "") -> Claim:
    """Record a proposed claim, in other words if corrected. Raises NotFound, BadInput."""
    async with desk.store.transaction() as tx:
        claim = await _get_proposed(tx, key)
        taken = replace(claim, rank=Rank.NORMAL, standing=Standing.RECORDED, why="")
        if correction:
            taken = await _corrected(desk, taken, correction)
        stamp = desk.stamp("accepted")
        _, text = await get_newest(desk, claim.source)
        if text is not None:
            await confirm_wordings(tx, [claim], text, stamp)
        await add_rows(tx, CLAIMS, [taken], stamp, [] if taken.key == claim.key else [Ended(claim.key, taken.key)])
        await review(tx, [taken], stamp, gone=[] if taken.key == claim.key else [claim.key])
    return taken


async def drop(desk: Desk, key: str, why: str) -> Claim:
    """Take a proposed claim out; it stays in the history with the reason. Raises NotFound."""
    async with desk.store.transaction() as tx:
        claim = await _get_proposed(tx, key)
        stamp = desk.stamp(why or "dropped")
        await retract_claims(tx, [claim.key], stamp)
        await review(tx, [], stamp, gone=[claim.key])
    return claim


async def corrected(desk: Desk, proposal: Proposal, written: str) -> Proposal:
    """The proposal with the value an editor typed instead. Raises BadInput if it cannot be read for that fact."""
    return replace(proposal, claim=await _corrected(desk, proposal.claim, written), sure=True)


async def _corrected(desk: Desk, claim: Claim, written: str) -> Claim:
    index = await desk.index()
    fact, source = index.facts[claim.fact], index.sources.get(claim.source)
    try:
        value = read_value(written, fact, source.published if source else None)
    except ValueError as error:
        raise BadInput("{error}; type the value as the source has it", error=error) from None
    return _keyed(replace(claim, written=written, value=value))


async def _get_proposed(tx: Connection, key: str) -> Claim:
    claim = await get_claim(tx, key)
    if claim.standing is not Standing.PROPOSED:
        raise BadInput("the claim {key} is recorded already", key=local_id(key))
    return claim
