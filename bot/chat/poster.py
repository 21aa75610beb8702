"""The outbox to a newsroom's channel: one card a discrepancy, once, however often Discord, the network or we fail."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

import discord

from bot.answers import AlertView
from bot.chat.alerts import alert_card, digest_of, nonce_of
from bot.chat.cards import Card, View, make_card
from bot.chat.hints import spoken
from bot.chat.layout import layout_of
from bot.chat.newsrooms import Newsrooms
from bot.chat.visit import zone_of
from bot.desk import Desk
from bot.desk.judging import Wanted
from bot.desk.newsroom import (
    CardPlace,
    Newsroom,
    count_waiting,
    find_card,
    forget_card,
    get_newsroom,
    give_back,
    list_cards,
    place_card,
    set_newsroom,
)
from bot.errors import Refused, StetError
from bot.phrase import Phrase, phrase
from bot.wording.judging import discrepancies_screen

log = logging.getLogger("stet.chat")

TARGET = "discord"
AT_ONCE = 20
RETRY = dt.timedelta(seconds=5)
REFUSED = dt.timedelta(minutes=10)  # Discord bans who goes on asking for what it has refused
LOOK = 15.0  # seconds between looks at records that another process may have written to
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008
SEARCHED = 50  # messages looked through for a card that may have been sent just before a crash


@dataclass(slots=True)
class Poster:
    """One for all newsrooms; `waiting` says, by server, why alerts wait (None = nothing is in the way)."""

    client: discord.Client
    newsrooms: Newsrooms
    now: Callable[[], dt.datetime]
    waiting: dict[int, Phrase | None] = field(default_factory=dict)
    _due: dict[int, dt.datetime] = field(default_factory=dict)
    _seen: dict[int, float] = field(default_factory=dict)
    _unsure: dict[int, frozenset[int]] = field(default_factory=dict)
    _shut: dict[int, dt.datetime] = field(default_factory=dict)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    def wake(self, guild: int) -> None:
        """Something may wait for a server's channel."""
        self._due[guild] = self.now()
        self._woken.set()

    async def run(self) -> None:
        """Deliver for ever; a server that fails does not keep the others waiting."""
        while True:
            self._look()
            for guild in [one for one, at in self._due.items() if at <= self.now()]:
                del self._due[guild]
                try:
                    async with self._busy:
                        await self.deliver(guild)
                except Exception:  # the loop must never end: nobody would be told
                    log.exception("delivery failed", extra={"guild": guild})
                    self._due.setdefault(guild, self.now() + RETRY)
            self._woken.clear()
            soonest = min(self._due.values(), default=self.now() + dt.timedelta(seconds=LOOK))
            await self._rest(min(LOOK, (soonest - self.now()).total_seconds()))

    async def settle(self) -> None:
        """Wait until nothing is half-sent."""
        async with self._busy:
            return

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), max(0.05, seconds))
        except TimeoutError:
            return

    def _look(self) -> None:
        """Servers whose files another process has changed are due."""
        here = {guild.id for guild in self.client.guilds}
        for guild in self.newsrooms.list_guilds():
            changed = self.newsrooms.changed_at(guild)
            if guild in here and changed != self._seen.get(guild):
                self._due[guild] = min(self.now(), self._due.get(guild, self.now()))
            self._seen[guild] = changed

    async def deliver(self, guild: int) -> None:
        """Post what waits for one server, bring its cards up to date, and note when to look again."""
        async with self.newsrooms.desk(guild, TARGET) as desk:
            room = await get_newsroom(desk)
            if guild not in self._unsure:
                self._unsure[guild] = await give_back(desk, TARGET)
            self.waiting[guild] = reason = self._reason(room)
            if reason is None:
                await self._post_all(guild, desk, room)
                await self._refresh(guild, desk, room)
                await self._try_digest(guild, desk, room)
            if (room.alert_channel or room.story_channels) and await count_waiting(desk, TARGET):
                self._due.setdefault(guild, self.now() + RETRY)
            elif room.alert_channel and room.digest_hour is not None:
                self._due.setdefault(guild, next_hour(self.now(), room, room.digest_hour))
        self._seen[guild] = self.newsrooms.changed_at(guild)

    def _reason(self, room: Newsroom) -> Phrase | None:
        if not room.alert_channel and not room.story_channels:
            return phrase("no alert channel is set: /desk setup channel")
        return phrase("quiet hours") if is_quiet(self.now(), room) else None

    async def _post_all(self, guild: int, desk: Desk, room: Newsroom) -> None:
        for alert in (await desk.claim_alerts(TARGET, AT_ONCE)).alerts:
            try:
                message = await self._post(guild, desk, room, alert)
            except Exception as error:  # whatever it was: an alert that is ours and not marked would be lost
                self.waiting[guild] = reason = _told(error)
                log.warning("alert waits", extra={"guild": guild, "alert": alert.id}, exc_info=error)
                await desk.mark_failed(alert.id, str(reason), TARGET)
            else:
                await desk.mark_delivered([alert.id], TARGET, str(message))

    async def _post(self, guild: int, desk: Desk, room: Newsroom, alert: AlertView) -> int:
        """Edit the discrepancy's card, or post one; returns its message's id."""
        number, zone, say = alert.view.discrepancy.number, zone_of(room), spoken(room.language)
        channel = room.channel_of(alert.view.fact.story)
        if not channel:
            raise Refused("no alert channel is set: /desk setup channel")
        card = alert_card(alert.view, say, zone)
        place = await find_card(desk, number)
        if place is not None and alert.kind != "reopened" and await self._edited(desk, place, card):
            return place.message
        message = await self._found(channel, number) if number in self._unsure[guild] else None
        if message is None:
            message = await self._sent(
                guild, dataclasses.replace(room, alert_channel=channel), card, f"alert-{alert.id}"
            )
        await place_card(desk, CardPlace(number, channel, message, None, digest_of(card)))
        return message

    async def _sent(self, guild: int, room: Newsroom, card: Card, what: str) -> int:
        channel = self.client.get_partial_messageable(room.alert_channel, guild_id=guild)
        roles: list[discord.abc.Snowflake] = [discord.Object(room.ping_role)] if room.ping_role else []
        if roles:
            card = dataclasses.replace(card, texts=(*card.texts, f"<@&{room.ping_role}>"))
        mentions = discord.AllowedMentions(everyone=False, users=False, roles=roles)
        sent = await channel.send(view=layout_of(card), nonce=nonce_of(guild, what), allowed_mentions=mentions)
        return sent.id

    async def _found(self, where: int, number: int) -> int | None:
        """The card of a discrepancy among the last messages: it may have been sent just before a crash."""
        channel = self.client.get_channel(where)
        if not isinstance(channel, discord.TextChannel):
            return None
        try:
            async for message in channel.history(limit=SEARCHED):
                mine = self.client.user is not None and message.author.id == self.client.user.id
                if mine and f":discuss:1:{number}" in " ".join(_custom_ids(message)):
                    return message.id
        except discord.Forbidden:
            return None
        return None

    async def _edited(self, desk: Desk, place: CardPlace, card: Card) -> bool:
        """Whether the card is there and now shows this."""
        channel = self.client.get_partial_messageable(place.channel)
        try:
            await channel.get_partial_message(place.message).edit(view=layout_of(card))
        except discord.NotFound as error:
            if error.code == UNKNOWN_CHANNEL:
                raise
            await forget_card(desk, place.discrepancy)
            return False
        await place_card(desk, dataclasses.replace(place, digest=digest_of(card)))
        return True

    async def _refresh(self, guild: int, desk: Desk, room: Newsroom) -> None:
        """Cards whose discrepancy has another state, ruling or source than they show are edited."""
        zone, say = zone_of(room), spoken(room.language)
        for place in await list_cards(desk) if self._shut.get(guild, self.now()) <= self.now() else ():
            card = alert_card(await desk.get_discrepancy(place.discrepancy), say, zone)
            if digest_of(card) != place.digest:
                try:
                    await self._edited(desk, place, card)
                except discord.HTTPException as error:
                    log.warning("card not edited", extra={"discrepancy": place.discrepancy, "error": str(_told(error))})
                    self._shut[guild] = self.now() + REFUSED
                    return

    async def _try_digest(self, guild: int, desk: Desk, room: Newsroom) -> None:
        try:
            await self._post_digest(guild, desk, room)
        except discord.HTTPException as error:
            self.waiting[guild] = _told(error)
            log.warning("digest waits", extra={"guild": guild, "error": str(self.waiting[guild])})
            self._due.setdefault(guild, self.now() + REFUSED)

    async def _post_digest(self, guild: int, desk: Desk, room: Newsroom) -> None:
        local = self.now().astimezone(zone_of(room))
        today = local.date().isoformat()
        if (
            not room.alert_channel
            or room.digest_hour is None
            or local.hour < room.digest_hour
            or _read_moment(room.digest_at).astimezone(zone_of(room)).date() == local.date()
        ):
            return
        notes = await desk.discrepancies(Wanted(level="note"))
        since = _read_moment(room.digest_at)
        fresh = tuple(one for one in notes.shown if one.discrepancy.opened_at > since)
        if fresh:
            screen = discrepancies_screen(dataclasses.replace(notes, shown=fresh), spoken(room.language))
            card = make_card(screen, View(spoken(room.language), zone_of(room)))
            await self._sent(guild, dataclasses.replace(room, ping_role=0), card, f"digest-{today}")
        await set_newsroom(desk, dataclasses.replace(room, digest_at=self.now().isoformat()))


def _read_moment(text: str) -> dt.datetime:
    """When the last digest was; long ago where there was none. Older records hold the day alone."""
    moment = dt.datetime.fromisoformat(text or "1970-01-01")
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def is_quiet(now: dt.datetime, room: Newsroom) -> bool:
    """Whether nothing is posted now; hours may go over midnight."""
    if room.quiet_from is None or room.quiet_to is None or room.quiet_from == room.quiet_to:
        return False
    hour = now.astimezone(zone_of(room)).hour
    if room.quiet_from < room.quiet_to:
        return room.quiet_from <= hour < room.quiet_to
    return hour >= room.quiet_from or hour < room.quiet_to


def next_hour(now: dt.datetime, room: Newsroom, hour: int) -> dt.datetime:
    """The next time it is that hour in the newsroom."""
    local = now.astimezone(zone_of(room))
    at = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return (at if at > local else at + dt.timedelta(days=1)).astimezone(dt.UTC)


def _custom_ids(message: discord.Message) -> list[str]:
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    return [str(getattr(item, "custom_id", "")) for item in view.walk_children()]


def _told(error: BaseException) -> Phrase:
    match error:
        case StetError(reason=reason):
            return reason
        case discord.Forbidden():
            return phrase("the desk may not post in the alert channel; allow it there")
        case discord.NotFound():
            return phrase("the alert channel is gone: /desk setup channel")
        case discord.HTTPException(status=status):
            return phrase("Discord answered {status}; it is tried again", status=status)
    return phrase("Discord cannot be reached; it is tried again")
