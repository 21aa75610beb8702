"""The editor's decisions on a discrepancy, in chat: judged with a reason, taken back, put away, talked about."""

from __future__ import annotations

import dataclasses
import datetime as dt

import discord
from discord import app_commands

from bot.answers import DiscrepancyView
from bot.chat.alerts import alert_card, digest_of
from bot.chat.cards import Option, shorten
from bot.chat.commands.discrepancies import read_number
from bot.chat.forms import Part, open_form, text_part
from bot.chat.hints import spoken
from bot.chat.keys import Key
from bot.chat.layout import layout_of
from bot.chat.permissions import EDITS, Role
from bot.chat.replies import card_of, send
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Filled, Form, Page, Sheet, Step, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.newsroom import CardPlace, find_card, place_card
from bot.desk.rulings import Decision, read_ruling
from bot.errors import Refused
from bot.record import Ruling, State
from bot.screen import Screen, line
from bot.wording.judging import (
    about,
    discrepancy_screen,
    judge_screen,
)

THREAD_EXISTS = 160004
SNOOZES = ((1, "1 day"), (3, "3 days"), (7, "1 week"), (30, "1 month"))
Discord = discord.Interaction[discord.Client]


async def _rulings(visit: Visit, asked: str) -> Sheet:
    view = await visit.desk.get_discrepancy(read_number(asked))
    options = tuple(Option(f"{asked} {one.value}", visit.say(one.value)) for one in Ruling)
    head = line(visit.say("Judge discrepancy {number}", number=view.discrepancy.number), f" · {about(view)}")
    return Sheet(Screen(head), options, "judge", shareable=False)


async def _snoozing(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    number = read_number(key.argument)
    today = visit.desk.now().astimezone(visit.zone).date()
    options = tuple(
        Option(f"{number} {(today + dt.timedelta(days=days)).isoformat()}", visit.say(words)) for days, words in SNOOZES
    )
    head = line(visit.say("Put discrepancy {number} away for", number=number))
    sheet = Sheet(Screen(head), options, "snooze-until", shareable=False)
    await send(visit.interaction, card_of(visit, sheet, key))


async def _snooze_until(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    number, _, day = (picked[0] if picked else key.argument).partition(" ")
    await _put_away(visit, read_number(number), day)


async def _put_away(visit: Visit, number: int, day: str) -> None:
    view = await visit.desk.snooze(number, day)
    await send(
        visit.interaction, card_of(visit, Sheet(discrepancy_screen(view, visit.say), shareable=False), Key("help"))
    )
    host(visit.interaction).wake_poster(visit.guild)


async def _open_judgement(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    number, _, named = (picked[0] if picked else key.argument).partition(" ")
    ruling, say = read_ruling(named), visit.say
    # Checked before somebody writes a reason for nothing.
    view = await visit.desk.get_discrepancy(read_number(number))
    if view.discrepancy.state in (State.JUDGED, State.GONE):
        raise Refused("discrepancy {number} is settled already; /undo takes the judgement back", number=number)
    title = say("{number}: {ruling}", number=number, ruling=say(ruling.value))
    parts = [text_part("why", say("Reason"), say("Why; it stays in the history"), long=True)]
    await open_form(visit.interaction, title, Key("judge", f"{number} {ruling.value}"), *parts, *_needs(visit, ruling))


def _needs(visit: Visit, ruling: Ruling) -> list[Part]:
    """What a ruling asks for beyond its reason; at most four parts."""
    say = visit.say
    evidence = text_part("evidence", say("Evidence"), say("A link, a call, a document"), needed=False)
    match ruling:
        case Ruling.BOTH_OTHER_SCOPE:
            return [text_part("scope", say("Scope of the new one"), "nationality=Ukrainian"), evidence]
        case Ruling.BOTH_OTHER_TIME:
            return [text_part("as_of", say("When the new one holds"), "2025-12-13"), evidence]
        case Ruling.TWO_EVENTS:
            event = text_part("event", say("The second event"), say("What it is called"))
            return [event, text_part("date", say("Its date"), "2025-11", needed=False), evidence]
        case Ruling.COPY_ERROR | Ruling.WITHDREW | Ruling.STYLE_ONLY:
            side = text_part("side", say("Whose: new or recorded"), value="new", needed=False)
            return [side, evidence]
        case Ruling.CANNOT_TELL:
            return [text_part("until", say("Ask again on"), "2026-01-31", needed=False), evidence]
    return [evidence]


async def _judged(visit: Visit, key: Key, filled: Filled) -> None:
    number, _, ruling = key.argument.partition(" ")
    decision = Decision(
        ruling,
        filled["why"],
        filled["evidence"],
        scope=filled["scope"],
        as_of=filled["as_of"],
        event=filled["event"],
        date=filled["date"],
        side=filled["side"] or "new",
        until=filled["until"],
    )
    await _decide(visit, read_number(number), decision)


async def _decide(visit: Visit, number: int, decision: Decision) -> None:
    answer = await ready(visit.interaction, visit.desk.judge(number, decision))
    sheet = Sheet(judge_screen(answer, visit.say), shareable=False)
    await _show_on_card(visit, answer.view)
    await send(visit.interaction, card_of(visit, sheet, Key("discrepancies", str(number))))
    host(visit.interaction).wake_poster(visit.guild)


async def _show_on_card(visit: Visit, view: DiscrepancyView) -> None:
    """Where the press came from the posted card, the card itself shows the decision at once."""
    place = await _place(visit, view.discrepancy.number)
    pressed = visit.interaction.message
    if place is None or pressed is None or pressed.id != place.message or visit.interaction.response.is_done():
        return
    card = alert_card(view, spoken(visit.room.language), visit.zone)
    await visit.interaction.response.edit_message(view=layout_of(card))
    await place_card(visit.desk, dataclasses.replace(place, digest=digest_of(card)))


async def _undo(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    number = read_number(key.argument)
    why = text_part("why", visit.say("Reason"), visit.say("Why the judgement is taken back"), long=True)
    await open_form(visit.interaction, visit.say("Undo the judgement on {number}", number=number), key, why)


async def _undone(visit: Visit, key: Key, filled: Filled) -> None:
    await _take_back(visit, read_number(key.argument) if key.argument else None, filled["why"])


async def _take_back(visit: Visit, number: int | None, why: str) -> None:
    answer = await ready(visit.interaction, visit.desk.undo(number, why))
    await _show_on_card(visit, answer.view)
    await send(visit.interaction, card_of(visit, Sheet(judge_screen(answer, visit.say), shareable=False), Key("help")))
    host(visit.interaction).wake_poster(visit.guild)


async def _discuss(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    number = read_number(key.argument)
    place = await _place(visit, number)
    if place is None:
        raise Refused("discrepancy {number} has no card in a channel yet, so there is nowhere to talk", number=number)
    thread = place.thread or await ready(visit.interaction, _thread(visit, place))
    # A mention of a channel is a link to it and pings nobody.
    card = card_of(visit, Sheet(Screen(line(visit.say("Talk about it here:"))), shareable=False), key)
    await send(visit.interaction, dataclasses.replace(card, texts=(*card.texts, f"<#{thread}>")))


async def _place(visit: Visit, number: int) -> CardPlace | None:
    """Where the card stands; a press may be faster than the note of where it was posted."""
    pressed = visit.interaction.message
    noted = await find_card(visit.desk, number)
    if noted is not None or pressed is None or pressed.flags.ephemeral:
        return noted
    return CardPlace(number, pressed.channel.id, pressed.id)


async def _thread(visit: Visit, place: CardPlace) -> int:
    """The thread on a card, opened if there is none. The message's own thread is public and has the message's id."""
    view = await visit.desk.get_discrepancy(place.discrepancy)
    name = shorten(f"{place.discrepancy} · {about(view)}", 100)
    channel = visit.interaction.client.get_partial_messageable(place.channel, guild_id=visit.guild)
    try:
        thread = (await channel.get_partial_message(place.message).create_thread(name=name)).id
    except discord.HTTPException as error:
        if error.code != THREAD_EXISTS:
            raise
        thread = place.message
    await place_card(visit.desk, dataclasses.replace(place, thread=thread))
    return thread


@app_commands.command(name="judge", description="Settle a discrepancy; a reason is needed")
@app_commands.describe(
    number="Which discrepancy",
    ruling="What is right",
    why="The reason; left out, a form asks for it",
    evidence="A link, a call, a document",
    scope="Both right, other scope: name=value, such as nationality=Ukrainian",
    as_of="Both right, other time: when the new one holds",
    event="Two events: what the second is called",
    date="Two events: its date",
    alias="Style only: what kind of name it is",
    side="Copy error, source withdrew: whose",
    until="Cannot tell: when to ask again",
)
@app_commands.choices(
    ruling=[app_commands.Choice(name=one.value, value=one.value) for one in Ruling],
    side=[app_commands.Choice(name=one, value=one) for one in ("new", "recorded")],
)
@app_commands.default_permissions(EDITS)
async def judge(
    interaction: Discord,
    number: str,
    ruling: str,
    why: str = "",
    evidence: str = "",
    scope: str = "",
    as_of: str = "",
    event: str = "",
    date: str = "",
    alias: str = "",
    side: str = "new",
    until: str = "",
) -> None:
    async with visiting(interaction, Role.EDITOR, announce=bool(why)) as visit:
        if not why:
            await _open_judgement(visit, Key("judge", f"{read_number(number)} {ruling}"), ())
            return
        decision = Decision(ruling, why, evidence, scope, as_of, event, date, alias, side, until)
        await _decide(visit, read_number(number), decision)


@app_commands.command(name="undo", description="Take back the last judgement, or the last one on a discrepancy")
@app_commands.describe(number="Which discrepancy; left out, the last judgement of all", why="The reason")
@app_commands.default_permissions(EDITS)
async def undo(interaction: Discord, number: str = "", why: str = "") -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _take_back(visit, read_number(number) if number else None, why)


@app_commands.command(name="snooze", description="Put a discrepancy away until a day")
@app_commands.describe(number="Which discrepancy", until="The day, such as 2026-01-31")
@app_commands.default_permissions(EDITS)
async def snooze(interaction: Discord, number: str, until: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _put_away(visit, read_number(number), until)


@app_commands.command(name="discuss", description="Open the thread on the card of a discrepancy")
@app_commands.describe(number="Which discrepancy")
@app_commands.default_permissions(EDITS)
async def discuss(interaction: Discord, number: str) -> None:
    async with visiting(interaction, Role.EDITOR) as visit:
        await _discuss(visit, Key("discuss", str(read_number(number))), ())


judge.autocomplete("number")(suggesting("discrepancy"))
undo.autocomplete("number")(suggesting("judged"))
snooze.autocomplete("number")(suggesting("discrepancy"))
discuss.autocomplete("number")(suggesting("discrepancy"))

VERBS = Verbs(
    (judge, undo, snooze, discuss),
    {"rulings": Page(Role.EDITOR, _rulings)},
    {
        "judge": Step(Role.EDITOR, _open_judgement, announce=False),
        "undo": Step(Role.EDITOR, _undo, announce=False),
        "snooze": Step(Role.EDITOR, _snoozing),
        "snooze-until": Step(Role.EDITOR, _snooze_until),
        "discuss": Step(Role.EDITOR, _discuss),
    },
    {"judge": Form(Role.EDITOR, _judged), "undo": Form(Role.EDITOR, _undone)},
)
