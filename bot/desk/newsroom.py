"""What a chat edge keeps with a newsroom's record: settings, places of cards, texts being checked."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.store import newsroom as rows
from bot.store import outbox
from bot.store.newsroom import CardPlace, Draft, Newsroom

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["CardPlace", "Draft", "Newsroom"]

DRAFTS_KEPT = dt.timedelta(days=1)
FORMER = "a former member"


async def get_newsroom(desk: Desk) -> Newsroom:
    """The newsroom's settings; read once, for every question and every letter typed begins with them."""
    if desk.kept.newsroom is None:
        read = await rows.get_newsroom(desk.store.reading)
        desk.kept.newsroom = desk.kept.newsroom or read  # they may have been set meanwhile
    return desk.kept.newsroom


async def set_newsroom(desk: Desk, newsroom: Newsroom) -> None:
    """Replace the newsroom's settings."""
    async with desk.store.transaction(record=False) as tx:
        await rows.put_newsroom(tx, newsroom)
    desk.kept.newsroom = newsroom


async def find_card(desk: Desk, discrepancy: int) -> CardPlace | None:
    """Where the card of a discrepancy stands."""
    return await rows.find_card(desk.store.reading, discrepancy)


async def list_cards(desk: Desk) -> list[CardPlace]:
    """All cards that stand in channels."""
    return await rows.list_cards(desk.store.reading)


async def place_card(desk: Desk, card: CardPlace) -> None:
    """Note where a card stands."""
    async with desk.store.transaction(record=False) as tx:
        await rows.put_card(tx, card)


async def forget_card(desk: Desk, discrepancy: int) -> None:
    """Forget a card that somebody deleted."""
    async with desk.store.transaction(record=False) as tx:
        await rows.remove_card(tx, discrepancy)


async def keep_draft(desk: Desk, person: int, draft: Draft) -> str:
    """Keep a text for a day and drop those that are older; returns its id, the same for the same text."""
    said = (draft.outlet, draft.published, draft.title, draft.url, draft.origin, draft.story)
    parts = "\0".join((str(person), draft.text, *said))
    id = hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:24]
    async with desk.store.transaction(record=False) as tx:
        await rows.drop_drafts(tx, before=desk.now() - DRAFTS_KEPT)
        await rows.add_draft(tx, replace(draft, id=id, person=person), desk.now())
    return id


async def get_draft(desk: Desk, id: str) -> Draft | None:
    """A kept text; None once its day is over."""
    return await rows.get_draft(desk.store.reading, id)


async def count_drafts(desk: Desk, person: int) -> int:
    """How many texts of a person are kept."""
    return await rows.count_drafts(desk.store.reading, person)


async def drop_drafts_of(desk: Desk, person: int) -> None:
    """Drop every text of a person."""
    async with desk.store.transaction(record=False) as tx:
        await rows.drop_drafts(tx, person=person)


async def list_held(desk: Desk, person: int) -> tuple[list[Draft], dict[str, int]]:
    """The texts kept of a person, and how many rows of the record they signed, by table."""
    db = desk.store.reading
    return await rows.list_drafts(db, person), await rows.count_signed(db, desk.by)


async def unsign(desk: Desk) -> None:
    """Take the signature of whoever is at the desk out of the record: what they did stays, by nobody in particular."""
    async with desk.store.transaction() as tx:
        await rows.sign_anew(tx, desk.by, FORMER)


async def give_back(desk: Desk, target: str) -> frozenset[int]:
    """Offer again what a target claimed and never marked, for a deliverer that has just started and is the only one.

    Returns the numbers of their discrepancies: their messages may have been sent.
    """
    held = await outbox.list_unconfirmed(desk.store.reading, target, desk.now())
    if held:
        async with desk.store.transaction(record=False) as tx:
            await outbox.release(tx, target, [one.id for one in held])
    return frozenset(one.discrepancy for one in held)


async def count_waiting(desk: Desk, target: str) -> int:
    """How many alerts the target has not got yet."""
    messages = await outbox.list_messages(desk.store.reading, target)
    return sum(1 for one in messages if one.delivered_at is None)
