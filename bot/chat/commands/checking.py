"""Drafts against the record in chat: pasted, as a file, or somebody's message; nothing of them enters the record."""

from __future__ import annotations

import dataclasses

import discord
from discord import app_commands

from bot.chat.cards import Pressable
from bot.chat.forms import file_part, open_form, text_part
from bot.chat.keys import Key
from bot.chat.permissions import Role, demand
from bot.chat.replies import show
from bot.chat.suggestions import suggesting
from bot.chat.verbs import Filled, Form, Page, Sheet, Verbs
from bot.chat.visit import Visit, ready, visiting
from bot.desk.checking import Article, CheckReport
from bot.desk.fetching import Paper, fetch_paper, find_link
from bot.desk.newsroom import Draft, get_draft, keep_draft
from bot.desk.papers import find_caution, read_paper
from bot.errors import BadInput, Refused
from bot.screen import Screen, Span, Style, line
from bot.wording.findings import findings_screen
from bot.wording.language import Language

LARGEST = 10_000_000
TITLES = {"check": "Check a text", "add": "Add a source", "read": "Read a text"}


@app_commands.command(name="check", description="Your draft against the record; nothing is saved")
@app_commands.describe(
    file="A text, Markdown or HTML file; leave it out to paste the text",
    outlet="Who publishes it",
    published="When it is published, such as 2025-12-13",
    url="A link to it: fetched if there is no file",
    title="Its headline",
    origin="The agency text or document it derives from",
)
async def check(
    interaction: discord.Interaction[discord.Client],
    file: discord.Attachment | None = None,
    outlet: str = "",
    published: str = "",
    url: str = "",
    title: str = "",
    origin: str = "",
) -> None:
    async with visiting(interaction, announce=file is not None or bool(url)) as visit:
        said = Article("", outlet, published, title, url, origin or None)
        if file is None and url:
            await _answer(visit, (await ready(interaction, fetch_paper(visit.desk, url, said))).article)
        elif file is None:
            await open_check_form(visit, said)
        else:
            await _answer(visit, (await ready(interaction, read_attachment(file, said))).article)


@app_commands.context_menu(name="Check against the record")
async def check_message(interaction: discord.Interaction[discord.Client], message: discord.Message) -> None:
    async with visiting(interaction) as visit:
        await _answer(visit, (await paper_of_message(visit, message)).article)


async def paper_of_message(visit: Visit, message: discord.Message) -> Paper:
    """The article a message links to, else its own text as published when it was sent. Raises BadInput, FetchFailed."""
    if not message.content.strip():
        raise BadInput("that message holds no text; pictures and files are not read, use /check with the file instead")
    if link := find_link(message.content):
        return await ready(visit.interaction, fetch_paper(visit.desk, link))
    day = message.created_at.date().isoformat()
    return Paper(Article(message.content, published=day, url=message.jump_url))


async def open_check_form(visit: Visit, said: Article, verb: str = "check", story: str = "") -> None:
    """The form for pasting a text; Discord takes 4,000 characters an input, so there are two and a file.

    What was said of the text and has no room in the form is kept like a text being checked, under the form's key.
    """
    say, kept = visit.say, ""
    if said.title or said.url or said.origin or story:
        kept = await keep_draft(visit.desk, visit.person, _draft(visit, said, story))
    await open_form(
        visit.interaction,
        say(TITLES[verb]),
        Key(verb, kept),
        text_part("text", say("Text"), say("Paste it here, up to 4,000 characters"), long=True, needed=False),
        text_part("more", say("Text, continued"), long=True, needed=False),
        file_part("file", say("Or a file"), say("Text, Markdown or HTML, up to 10 MB")),
        text_part("outlet", say("Outlet"), needed=False, value=said.outlet),
        text_part("published", say("Published"), say("Such as 2025-12-13"), needed=False, value=said.published),
    )


def _draft(visit: Visit, said: Article, story: str = "") -> Draft:
    named = (said.outlet, said.published, said.title, said.url, said.origin or "", story)
    return Draft("", visit.person, said.text, *named)


def _article(draft: Draft) -> Article:
    return Article(draft.text, draft.outlet, draft.published, draft.title, draft.url, draft.origin or None)


async def read_filled(visit: Visit, key: Key, filled: Filled) -> tuple[Paper, str]:
    """The article of a filled form, and the story it was said to belong to.

    Raises BadInput where the form holds neither text nor file.
    """
    kept = await get_draft(visit.desk, key.argument)
    if kept is None or kept.person != visit.person:
        kept = Draft("", visit.person, "")
    said = dataclasses.replace(_article(kept), outlet=filled["outlet"], published=filled["published"])
    if filled.files:
        return await ready(visit.interaction, read_attachment(filled.files[0], said)), kept.story
    text = "\n\n".join(part for part in (filled["text"], filled["more"]) if part)
    if not text:
        raise BadInput("there was neither text nor a file in the form; paste the text, or use the file field")
    return Paper(dataclasses.replace(said, text=text)), kept.story


async def read_attachment(file: discord.Attachment, said: Article) -> Paper:
    """The article in an uploaded file. Raises BadInput."""
    if file.size > LARGEST:
        raise BadInput(
            "{name} is {size} MB long, more than an article has (10 MB); give the article alone",
            name=file.filename,
            size=file.size // 1_000_000,
        )
    try:
        raw = await file.read()
    except discord.HTTPException:
        raise BadInput("Discord did not hand out {name}; upload it again", name=file.filename) from None
    return await read_paper(raw, file.filename, file.content_type or "", said)


async def _answer(visit: Visit, article: Article) -> None:
    await show(visit, PAGES["checked"], Key("checked", await keep_article(visit, article)))


async def keep_article(visit: Visit, article: Article) -> str:
    """Keep a text for a day, so that its answer can be turned and shared; returns its id."""
    return await keep_draft(visit.desk, visit.person, _draft(visit, article))


async def _sent(visit: Visit, key: Key, filled: Filled) -> None:
    paper, _ = await read_filled(visit, key, filled)
    await _answer(visit, paper.article)


async def get_article(visit: Visit, id: str) -> Article:
    """A text that is being checked. Raises Refused once its day is over, or where it is another person's."""
    draft = await get_draft(visit.desk, id)
    if draft is None:
        raise Refused("that text is no longer kept (texts are dropped after a day); check it again")
    if draft.person != visit.person:
        demand(visit.role, Role.EDITOR)
    return _article(draft)


async def _report(visit: Visit, id: str) -> CheckReport:
    return await visit.desk.check(await get_article(visit, id))


def with_caution(screen: Screen, text: str, say: Language) -> Screen:
    """The screen with a word on a text that is not in the language the readers know."""
    caution = find_caution(text)
    told = (line(Span(say.phrase(caution), Style.NOTE)),) if caution else ()
    return dataclasses.replace(screen, support=(*screen.support, *told))


async def _checked(visit: Visit, id: str) -> Sheet:
    report, say = await _report(visit, id), visit.say
    screen = with_caution(findings_screen(report.text, report.findings, report.labels, (), say), report.text, say)
    left = sum(1 for claim in report.claims if claim.fact is None and not claim.entity)
    if not left:
        return Sheet(screen)
    told = line(say("{count} more figures, dates, names or quotes are not in the record", count=left))
    return Sheet(
        Screen(screen.head, screen.support, screen.dissent, (*screen.body, line(), told)),
        buttons=(Pressable(say("What was not compared"), Key("unlinked", id)),),
    )


async def _unlinked(visit: Visit, id: str) -> Sheet:
    report, say = await _report(visit, id), visit.say
    left = [(one.words, say.phrase(one.why)) for one in report.claims if one.fact is None and not one.entity]
    screen = findings_screen(report.text, (), {}, left, say)
    head = line(say("{count} could not be compared with the record", count=len(left)))
    return Sheet(Screen(head, body=screen.body), shareable=False)


check.autocomplete("outlet")(suggesting("outlet"))
check.autocomplete("origin")(suggesting("source"))

PAGES = {"checked": Page(Role.READER, _checked), "unlinked": Page(Role.READER, _unlinked)}
VERBS = Verbs((check, check_message), PAGES, forms={"check": Form(Role.READER, _sent)})
