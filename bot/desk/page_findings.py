"""What a page did after it was read to alerts: figures changed, corrections printed, pages gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.alert import Draft
from bot.desk.reviewing import PAGE, Review, review
from bot.phrase import Phrase, phrase
from bot.read.changes import Edit
from bot.read.notices import Notice, NoticeKind, find_notices
from bot.record import Claim, Comparison, Discrepancy, Level, Rank, Side, Source, Verdict
from bot.store import Connection
from bot.store.claims import list_claims_of_source
from bot.store.discrepancies import list_discrepancies
from bot.store.lineage import Stamp
from bot.values import normal_form

SHOWN = 160
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that its source no longer makes, what it says instead (None = nothing), and the sentences.

    `notice` is what the page says of its own change; "" = it changed without a word.
    """

    old: Claim
    new: Claim | None
    edit: Edit
    notice: str = ""


def find_new_notices(before: str | None, after: str) -> tuple[Notice, ...]:
    """What a new text of a page says about itself that its text before did not say; nothing where it is the first."""
    if before is None:
        return ()
    seen = {" ".join(one.words.split()) for one in find_notices(before)}
    return tuple(one for one in find_notices(after) if " ".join(one.words.split()) not in seen)


async def tell_changes(
    tx: Connection, source: Source, changed: Sequence[Changed], done: Review, stamp: Stamp
) -> tuple[int, ...]:
    """Alert with before and after for every claim the desk relied on; the numbers of the discrepancies opened.

    A fact on which `done` has alerted already, because other sources still say what this one said, is not told twice.
    """
    told = {one.fact for one in await list_discrepancies(tx, {one.old.fact for one in changed}) if _is_told(one, done)}
    pages: dict[str, list[Draft]] = {}
    for one in changed:
        if one.old.rank is not Rank.DEPRECATED and one.old.fact not in told:
            pages.setdefault(one.old.fact, []).append(_draft_of_change(source, one, stamp.at))
    return (await review(tx, [], stamp, pages=pages)).opened if pages else ()


async def tell_news_of_itself(
    tx: Connection, source: Source, notices: Sequence[Notice], stamp: Stamp, *, changed: bool
) -> tuple[int, ...]:
    """Alert on a correction or withdrawal that a page has printed; `changed` claims tell a correction already."""
    for one in notices:
        if one.kind is NoticeKind.UPDATED or (changed and one.kind is NoticeKind.CORRECTED):
            continue
        why = phrase("{source} was {kind}: “{words}”", source=source.label, kind=one.kind, words=_shown(one.words))
        return await tell_notice(tx, source, f"{one.kind}/{stamp.at.isoformat()}", why, stamp)
    return ()


async def tell_notice(tx: Connection, source: Source, what: str, why: Phrase, stamp: Stamp) -> tuple[int, ...]:
    """Alert once that a source was corrected, withdrawn or taken down, where live claims rest on it.

    `what` tells this notice from others of the source.
    """
    claims = [one for one in await list_claims_of_source(tx, source.key) if one.rank is not Rank.DEPRECATED]
    if not claims:
        return ()
    recorded = Side(claims[0].written, tuple(one.key for one in claims), (normal_form(claims[0].value),))
    found = Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "page.notice")
    draft = Draft("source", found, recorded, Side(NOTHING, (), ()), f"{PAGE}{source.key}/{what}")
    return (await review(tx, [], stamp, pages={claims[0].fact: [draft]})).opened


def _is_told(one: Discrepancy, done: Review) -> bool:
    return one.number in (*done.opened, *done.reopened) and one.comparison.level is Level.ALERT


def _draft_of_change(source: Source, changed: Changed, at: dt.datetime) -> Draft:
    old, new, edit = changed.old, changed.new, changed.edit
    said = {"source": source.label, "before": _shown(edit.before), "after": _shown(edit.after)}
    if changed.notice:
        told = phrase("and says so (“{words}”)", words=_shown(changed.notice))
    else:
        told = phrase("without a word")
    if new is None:
        why = phrase("{source} no longer says so: before “{before}”, now “{after}”", **said)
    else:
        why = phrase("{source} changed its page {told}: before “{before}”, now “{after}”", told=told, **said)
    found = Comparison(Verdict.CONTRADICTS, Level.ALERT, why, "page.edited")
    recorded = Side(old.written, (old.key,), (normal_form(old.value),))
    side = Side(new.written, (new.key,), (normal_form(new.value),)) if new else Side(NOTHING, (), ())
    return Draft("source", found, recorded, side, f"{PAGE}{old.key}/{at.isoformat()}")


def _shown(sentence: str) -> str:
    plain = " ".join(sentence.split()) or NOTHING
    return plain if len(plain) <= SHOWN else f"{plain[:SHOWN].rstrip()}…"
