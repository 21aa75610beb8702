"""A few words per source to a story's folder of TOML files, and a desk on it whose clock the test moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.config import Settings
from bot.desk import Desk

BASE = """
[story]
id = "flood"
title = "Flood in Arden"
language = "en"

[[person]]
id = "ann-reed"
name = "Ann Reed"

[[event]]
id = "flood-event"
label = "The flood"
date = "2025-09"

[[fact]]
id = "dead"
of = "flood-event"
property = "people killed"
kind = "count"
behaviour = "{behaviour}"

[[fact]]
id = "month"
of = "flood-event"
property = "date of the flood"
kind = "date"
behaviour = "fixed"

[[fact]]
id = "surname"
of = "ann-reed"
property = "surname"
kind = "name"
"""

SOURCE = """
[[source]]
id = "{id}"
outlet = "{id}"
language = "en"
{more}
"""

CLAIM = """
[[claim]]
source = "{source}"
on = "{fact}"
value = "{value}"
{more}
"""


class Clock:
    """The time of the desk; `pass_days` moves it."""

    def __init__(self) -> None:
        self.at = dt.datetime(2026, 1, 10, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at

    def pass_days(self, days: int) -> None:
        self.at += dt.timedelta(days=days)


def write_base(folder: Path, behaviour: str = "fixed") -> Path:
    """A story about a flood with three facts and no source."""
    folder.mkdir(exist_ok=True)
    (folder / "story.toml").write_text(BASE.format(behaviour=behaviour), encoding="utf-8")
    return folder


def write_source(
    folder: Path, name: str, claims: Iterable[tuple[str, str] | tuple[str, str, str]], more: str = ""
) -> None:
    """One source in a file of its own; each claim is (fact, value) or (fact, value, further lines of TOML)."""
    rows = [CLAIM.format(source=name, fact=one[0], value=one[1], more="".join(one[2:])) for one in claims]
    text = SOURCE.format(id=name, more=more) + "".join(rows)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def month(edtf: str) -> str:
    """The further line that tells a date's normal form."""
    return f'normal = "{edtf}"'


@asynccontextmanager
async def open_desk(path: Path | None = None, clock: Clock | None = None) -> AsyncIterator[Desk]:
    """A desk on an empty record in memory, or on the file at `path`."""
    async with Desk.open(path, Settings(), "editor", clock or Clock()) as desk:
        yield desk
