"""An interaction to a visit: who asks, at which newsroom's desk, in which language, with which rights."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import discord

from bot.chat.hints import spoken
from bot.chat.newsrooms import Newsrooms
from bot.chat.permissions import Role, demand, role_of
from bot.config import Settings
from bot.desk import Desk
from bot.desk.newsroom import Newsroom, get_newsroom
from bot.errors import Refused
from bot.phrase import Phrase
from bot.wording.language import Language

Interaction = discord.Interaction[discord.Client]
T = TypeVar("T")

PATIENCE = 0.15  # seconds until an answer that is not ready is announced: nobody wonders whether the desk has heard


class Host(Protocol):
    """What a visit needs of the client."""

    newsrooms: Newsrooms
    settings: Settings

    def waiting_reason(self, guild: int) -> Phrase | None: ...

    def wake_poster(self, guild: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Visit:
    """`desk` signs what is written with the person's id; `say` speaks the person's language."""

    interaction: Interaction
    desk: Desk
    room: Newsroom
    role: Role
    say: Language

    @property
    def guild(self) -> int:
        assert self.interaction.guild_id is not None
        return self.interaction.guild_id

    @property
    def person(self) -> int:
        return self.interaction.user.id

    @property
    def zone(self) -> ZoneInfo:
        return zone_of(self.room)


def host(interaction: Interaction) -> Host:
    """The client as what it offers to visits."""
    return cast(Host, interaction.client)


def language_of(interaction: Interaction) -> Language:
    """The language of the person's Discord; English where there is no catalogue for it."""
    return spoken(str(interaction.locale.value))


def zone_of(room: Newsroom) -> ZoneInfo:
    """The newsroom's time zone, UTC where the machine does not know it."""
    try:
        return ZoneInfo(room.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def signature(person: int) -> str:
    """How a person stands in the record: a snowflake, never a name."""
    return f"discord:{person}"


@asynccontextmanager
async def visiting(
    interaction: Interaction, needed: Role = Role.READER, *, announce: bool = True, private: bool = True
) -> AsyncIterator[Visit]:
    """The visit an interaction is; raises Refused in private messages and where the role is not enough.

    `announce` False = the answer will be a form or a suggestion, which cannot be announced. `private` False = the
    answer is for the channel: who sees an answer is fixed by its announcement.
    """
    if interaction.guild_id is None:
        raise Refused("Stet answers in servers only: use the command in a channel of your newsroom")
    async with AsyncExitStack() as leaving:
        opening = host(interaction).newsrooms.desk(interaction.guild_id, signature(interaction.user.id))
        entering = leaving.enter_async_context(opening)
        # a file that must be opened first may take its time where many are opened at once: announced right away
        patient = host(interaction).newsrooms.is_open(interaction.guild_id)
        desk = await (ready(interaction, entering, private=private, patient=patient) if announce else entering)
        room = await get_newsroom(desk)
        role = role_of(interaction.permissions, _roles(interaction.user), room)
        demand(role, needed)
        yield Visit(interaction, desk, room, role, language_of(interaction))


async def ready(
    interaction: Interaction, work: Coroutine[Any, Any, T], *, private: bool = True, patient: bool = True
) -> T:
    """The result of the work; if it takes long, Discord is told in time that an answer will come."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=PATIENCE if patient else 0)
        if not task.done() and not interaction.response.is_done():
            await interaction.response.defer(ephemeral=private, thinking=True)
        return await task
    finally:
        task.cancel()


def _roles(person: discord.Member | discord.User) -> set[int]:
    return {role.id for role in person.roles} if isinstance(person, discord.Member) else set()
