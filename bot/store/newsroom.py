"""A newsroom's settings, the cards it was shown and the texts its people are checking, to rows and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What an admin set: snowflakes (0 = none), hours 0-23 in the newsroom's zone (None = never), codes of language.

    `story_channels` are channels of their own for the alerts of some stories, by the story's id.
    """

    alert_channel: int = 0
    editor_role: int = 0
    admin_role: int = 0
    ping_role: int = 0
    language: str = "en"
    zone: str = "UTC"
    quiet_from: int | None = None
    quiet_to: int | None = None
    digest_hour: int | None = 9
    digest_at: str = ""
    story_channels: Mapping[str, int] = field(default_factory=dict)

    def channel_of(self, story: str) -> int:
        """Where alerts of a story are posted; 0 = nowhere."""
        return self.story_channels.get(story) or self.alert_channel


@dataclass(frozen=True, slots=True)
class CardPlace:
    """Where the one card of a discrepancy stands, its thread if it has one, and a digest of what it shows."""

    discrepancy: int
    channel: int
    message: int
    thread: int | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text somebody is checking or adding, and what they said about it."""

    id: str
    person: int
    text: str
    outlet: str = ""
    published: str = ""
    title: str = ""
    url: str = ""
    origin: str = ""
    story: str = ""


async def get_newsroom(db: Connection) -> Newsroom:
    """The settings; the defaults where nothing was set."""
    rows = await db.fetch("SELECT name, value FROM setting")
    known = {one.name for one in dataclasses.fields(Newsroom)}
    return Newsroom(**{row["name"]: json.loads(row["value"]) for row in rows if row["name"] in known})


async def put_newsroom(db: Connection, newsroom: Newsroom) -> None:
    """Write all settings."""
    await db.run_many(
        "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        ((name, json.dumps(value)) for name, value in dataclasses.asdict(newsroom).items()),
    )


async def find_card(db: Connection, discrepancy: int) -> CardPlace | None:
    """Where the card of a discrepancy stands, if it was posted."""
    row = await db.fetch_one("SELECT * FROM card WHERE discrepancy = :number", number=discrepancy)
    return CardPlace(**dict(zip(row.keys(), row, strict=True))) if row else None


async def list_cards(db: Connection) -> list[CardPlace]:
    """All cards that stand somewhere."""
    return [CardPlace(**dict(zip(row.keys(), row, strict=True))) for row in await db.fetch("SELECT * FROM card")]


async def put_card(db: Connection, card: CardPlace) -> None:
    """Note where a card stands; a later one takes its place."""
    await db.run(
        "INSERT INTO card VALUES (:discrepancy, :channel, :message, :thread, :digest) ON CONFLICT (discrepancy) "
        "DO UPDATE SET channel = excluded.channel, message = excluded.message, thread = excluded.thread, "
        "digest = excluded.digest",
        **dataclasses.asdict(card),
    )


async def remove_card(db: Connection, discrepancy: int) -> None:
    """Forget a card that is no longer there."""
    await db.run("DELETE FROM card WHERE discrepancy = :number", number=discrepancy)


async def get_draft(db: Connection, id: str) -> Draft | None:
    """A kept text, None once it was dropped."""
    row = await db.fetch_one("SELECT * FROM draft WHERE id = :id", id=id)
    return Draft(row["id"], row["person"], **json.loads(row["content"])) if row else None


async def add_draft(db: Connection, draft: Draft, now: dt.datetime) -> None:
    """Keep a text."""
    content = {key: value for key, value in dataclasses.asdict(draft).items() if key not in ("id", "person")}
    await db.run(
        "INSERT OR REPLACE INTO draft VALUES (:id, :person, :content, :at)",
        id=draft.id,
        person=draft.person,
        content=json.dumps(content),
        at=now.isoformat(),
    )


async def list_drafts(db: Connection, person: int) -> list[Draft]:
    """The texts that are kept of a person."""
    rows = await db.fetch("SELECT * FROM draft WHERE person = :person ORDER BY at", person=person)
    return [Draft(row["id"], row["person"], **json.loads(row["content"])) for row in rows]


async def count_signed(db: Connection, by: str) -> dict[str, int]:
    """How many rows somebody signed, by table; those that have been taken back or replaced too."""
    counts: dict[str, int] = {}
    for table, column in await _signatures(db):
        row = await db.fetch_one(f"SELECT count(*) AS count FROM {table} WHERE {column} = :by", by=by)
        if row and row["count"]:
            counts[table] = counts.get(table, 0) + int(row["count"])
    return counts


async def sign_anew(db: Connection, by: str, instead: str) -> None:
    """Put another signature in the place of somebody's, wherever it stands: the rows themselves stay as they are."""
    for table, column in await _signatures(db):
        await db.run(f"UPDATE {table} SET {column} = :instead WHERE {column} = :by", by=by, instead=instead)


async def _signatures(db: Connection) -> list[tuple[str, str]]:
    """Every table and column that says who did something."""
    rows = await db.fetch(
        "SELECT m.name AS held, c.name AS signed FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND (c.name = 'by' OR c.name LIKE '%\\_by' ESCAPE '\\')"
    )
    return [(row["held"], row["signed"]) for row in rows]


async def count_drafts(db: Connection, person: int) -> int:
    """How many texts of a person are kept."""
    row = await db.fetch_one("SELECT count(*) AS count FROM draft WHERE person = :person", person=person)
    return int(row["count"]) if row else 0


async def drop_drafts(db: Connection, *, before: dt.datetime | None = None, person: int | None = None) -> None:
    """Drop the texts kept before then, or all of one person."""
    await db.run(
        "DELETE FROM draft WHERE at < :before OR person = :person",
        before=before.isoformat() if before else "",
        person=person,
    )
