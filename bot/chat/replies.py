"""Pages to answers of interactions: private at first, within three seconds, turned in place, shared on demand."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace

import aiohttp
import discord

from bot.chat.cards import Card, Pressable, View, fit_buttons, fit_options, make_card
from bot.chat.keys import Key
from bot.chat.layout import layout_of
from bot.chat.verbs import Page, Sheet
from bot.chat.visit import Interaction, Visit, ready
from bot.screen import Screen, line

LONG, MUCH = 100, 10_000  # lines, characters
ONE_PAGE = 10  # lines, the head apart
TRIES, PAUSE = 2, 0.5  # seconds
TOO_MANY = 429


async def show(visit: Visit, page: Page, key: Key, *, shared: bool = False) -> None:
    """Answer with a page: a new message, or in place where a private one is turned."""
    turning = _is_turning(visit, key)
    sheet = await ready(visit.interaction, page.make(visit, key.argument), private=not shared)
    card = await _laid_out(visit, sheet, key, shared=shared)
    if turning and not visit.interaction.response.is_done():
        await visit.interaction.response.edit_message(view=layout_of(card))
    else:
        await send(visit.interaction, card, private=not shared)


async def _laid_out(visit: Visit, sheet: Sheet, key: Key, *, shared: bool) -> Card:
    """The card; a long screen is laid out beside the event loop, which must never be held for long."""
    body = sheet.screen.body
    if len(body) < LONG and sum(len(span.text) for one in body for span in one) < MUCH:
        return card_of(visit, sheet, key, shared=shared)
    return await asyncio.to_thread(card_of, visit, sheet, key, shared=shared)


def _is_turning(visit: Visit, key: Key) -> bool:
    shown = visit.interaction.message
    return shown is not None and shown.flags.ephemeral and key.turning


def card_of(visit: Visit, sheet: Sheet, key: Key, *, shared: bool = False) -> Card:
    """A sheet as a card for this visit, with the buttons to turn, share or remove it."""
    say, again = visit.say, replace(key, turning=True)
    card = make_card(sheet.screen, View(say, visit.zone, key.page, again))
    after = Pressable(say("Remove"), Key("remove", str(visit.person)))
    if not shared:
        after = Pressable(say("Share"), Key("share", key.custom_id))
    more = (after,) if sheet.shareable else ()
    # the steps a card cannot do without stand before those its screen offers
    return replace(
        card,
        buttons=fit_buttons((*sheet.buttons, *card.buttons, *more)),
        options=fit_options(sheet.options),
        pick=Key(sheet.pick) if sheet.pick else None,
        hint=sheet.hint,
    )


async def show_once(visit: Visit, screen: Screen) -> None:
    """Answer with what was done, which cannot be asked for again: on one page, whatever more there is only counted."""
    more = len(screen.body) - ONE_PAGE
    if more > 0:
        told = line(visit.say(" and {count} more", count=more).strip())
        screen = replace(screen, body=(*screen.body[:ONE_PAGE], told))
    await send(visit.interaction, card_of(visit, Sheet(screen, shareable=False), Key("help")))


async def send(interaction: Interaction, card: Card, *, private: bool = True) -> None:
    """Send a card as the answer, in place of the announced one, or after it; tried again where it did not arrive."""
    for left in reversed(range(TRIES)):
        try:
            await _send(interaction, card, private=private)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            if not left or not _is_passing(interaction, error):
                raise
            await asyncio.sleep(PAUSE)
        else:
            return


def _is_passing(interaction: Interaction, error: Exception) -> bool:
    """Whether sending again may help and cannot double: discord.py itself retries only what Discord rate-limits."""
    if isinstance(error, discord.HTTPException):
        return error.status == TOO_MANY
    kind = discord.InteractionResponseType.deferred_channel_message
    return not interaction.response.is_done() or interaction.response.type is kind


async def _send(interaction: Interaction, card: Card, *, private: bool) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(view=layout_of(card), ephemeral=private)
    elif interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(view=layout_of(card))
    else:
        await interaction.followup.send(view=layout_of(card), ephemeral=private)


async def send_file(interaction: Interaction, content: bytes, name: str) -> None:
    """Hand a file to the person alone."""
    file = discord.File(io.BytesIO(content), name)
    if interaction.response.is_done():
        await interaction.followup.send(file=file, ephemeral=True)
    else:
        await interaction.response.send_message(file=file, ephemeral=True)


async def tell(visit: Visit, text: str, *buttons: Pressable, private: bool = True) -> None:
    """Answer with one sentence."""
    await send(visit.interaction, sentence(visit, text, *buttons), private=private)


def sentence(visit: Visit, text: str, *buttons: Pressable) -> Card:
    """A card of one sentence."""
    return make_card(Screen(line(text)), View(visit.say, visit.zone)).with_buttons(*buttons)
