"""What the desk can do, on one card, and what it holds about the person asking."""

from __future__ import annotations

import json

import discord
from discord import app_commands

from bot.chat.cards import Pressable
from bot.chat.keys import Key
from bot.chat.permissions import Role
from bot.chat.replies import send_file, show, tell
from bot.chat.verbs import Page, Sheet, Step, Verbs
from bot.chat.visit import Visit, visiting
from bot.desk.newsroom import count_drafts, drop_drafts_of, list_held, unsign
from bot.screen import Line, Screen, Span, Style, line, strong

READERS = (
    ("/who", "a person, organisation or place: names, roles, facts, what is disputed"),
    ("/when", "the date of an event, and which sources say otherwise"),
    ("/figure", "a number, every claim of it, and what is safe to print"),
    ("/quote", "who said it, in which wordings"),
    ("/sources", "every source that speaks of something, with its words"),
    ("/show", "a source's text as it was read, with the claims marked"),
    ("/timeline", "dates in order"),
    ("/find", "full text over everything recorded"),
    ("/check", "your draft against the record; nothing is saved"),
    ("/read", "what is read in a text: figures, dates, names, quotes"),
    ("/compare", "whether two names, figures or dates can both be right"),
    ("/why", "why a discrepancy was raised: the rule and what went into it"),
    ("/privacy", "what is held about you, and to delete it"),
)
EDITORS = (
    ("/add", "save an article as a source and compare it with the record"),
    ("/proposed", "what was read without certainty and waits for a decision"),
    ("/accept", "record a claim that waits, corrected if need be"),
    ("/drop", "take out a claim that waits"),
    ("/record", "add, edit and retract by hand; names merged and kept apart"),
    ("/retract", "take a source back"),
    ("/watch", "feeds that bring new sources, and how each goes"),
    ("/reread", "read a source again from its link"),
    ("/discrepancies", "what is open, one card each"),
    ("/digest", "the open notes"),
    ("/alerts", "every alert there has been, posted or not"),
    ("/judge", "settle one, with a reason"),
    ("/snooze", "put one away until a day"),
    ("/discuss", "open the thread on its card"),
    ("/undo", "take the last judgement back"),
    ("/history", "how something came to stand as it does"),
)
ADMINS = (("/desk", "set up, status, seeds, export, backup, prune, forget"),)


def _lines(visit: Visit, commands: tuple[tuple[str, str], ...]) -> tuple[Line, ...]:
    say = visit.say
    return tuple(line(strong(f"/{say(name).removeprefix('/')}"), " · ", say(text)) for name, text in commands)


async def _help(visit: Visit, _: str) -> Sheet:
    say = visit.say
    body = _lines(visit, READERS)
    if visit.role >= Role.EDITOR:
        body = (*body, line(Span(say("For editors"), Style.DIM)), *_lines(visit, EDITORS))
    if visit.role >= Role.ADMIN:
        body = (*body, line(Span(say("For admins"), Style.DIM)), *_lines(visit, ADMINS))
    support = line(say("Answers are private until you press Share. On a message: Apps, Check against the record."))
    return Sheet(Screen(line(strong(say("What the desk can do"))), (support,), body=body), shareable=False)


async def _privacy(visit: Visit, _: str) -> Sheet:
    say, drafts = visit.say, await count_drafts(visit.desk, visit.person)
    days = visit.desk.settings.discord.purge_days
    body = (
        line(say("Your Discord id stands with what you added, recorded or judged, and nowhere else; no name is kept.")),
        line(say("Texts you check are kept for one day, so that their answer can be turned: {count}.", count=drafts)),
        line(say("Messages are read only when you use a menu on one. Nothing leaves the newsroom's own machine.")),
        line(say("When the bot is removed, the newsroom's data is deleted after {days} days.", days=days)),
    )
    buttons = (
        Pressable(say("Show what is held"), Key("privacy-export")),
        Pressable(say("Delete my texts"), Key("privacy-delete")),
        Pressable(say("Take my id out"), Key("privacy-unsign")),
    )
    screen = Screen(line(strong(say("What the desk holds about you"))), body=body)
    return Sheet(screen, buttons=buttons, shareable=False)


async def _export(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    drafts, signed = await list_held(visit.desk, visit.person)
    held = {
        "id": str(visit.person),
        "signed as": visit.desk.by,
        "rows signed": signed,
        "texts being checked": [{"text": one.text, "outlet": one.outlet, "link": one.url} for one in drafts],
    }
    await send_file(visit.interaction, json.dumps(held, ensure_ascii=False, indent=2).encode(), "stet-privacy.json")


async def _ask_unsign(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    text = visit.say("What you added and judged stays, signed by “a former member”. This cannot be taken back.")
    await tell(visit, text, Pressable(visit.say("Take my id out"), Key("privacy-unsigned"), loud=True))


async def _unsign(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    await drop_drafts_of(visit.desk, visit.person)
    await unsign(visit.desk)
    await tell(visit, visit.say("Your id is out of the record, and the texts you were checking are deleted."))


async def _delete(visit: Visit, key: Key, picked: tuple[str, ...]) -> None:
    await drop_drafts_of(visit.desk, visit.person)
    await tell(visit, visit.say("The texts you were checking are deleted."))


@app_commands.command(name="help", description="What the desk can do")
async def show_help(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction) as visit:
        await show(visit, PAGES["help"], Key("help"))


@app_commands.command(name="privacy", description="What is held about you, and to delete it")
async def privacy(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction) as visit:
        await show(visit, PAGES["privacy"], Key("privacy"))


PAGES = {"help": Page(Role.READER, _help), "privacy": Page(Role.READER, _privacy)}
VERBS = Verbs(
    (show_help, privacy),
    PAGES,
    {
        "privacy-export": Step(Role.READER, _export),
        "privacy-delete": Step(Role.READER, _delete),
        "privacy-unsign": Step(Role.READER, _ask_unsign),
        "privacy-unsigned": Step(Role.READER, _unsign),
    },
)
