"""Everything that can go wrong with an interaction to one private sentence, and to a line of the log."""

from __future__ import annotations

import logging
import secrets

import aiohttp
import discord
from discord import app_commands

from bot.chat.cards import View, make_card
from bot.chat.replies import send
from bot.chat.visit import Interaction, language_of
from bot.errors import NotFound, StetError
from bot.phrase import Phrase, phrase
from bot.screen import Screen, line, strong

log = logging.getLogger("stet.chat")

UNKNOWN_INTERACTION, ALREADY_ANSWERED = 10062, 40060


async def tell_error(interaction: Interaction, error: BaseException) -> None:
    """Answer an interaction that failed; never raises, for nobody is left to tell."""
    cause = _cause(error)
    if interaction.type is discord.InteractionType.autocomplete:
        await _suggest_nothing(interaction, cause)
        return
    reason, near = _reason(interaction, cause)
    say = language_of(interaction)
    support = (line(say("nearest: "), strong(", ".join(near))),) if near else ()
    card = make_card(Screen(line(say.phrase(reason)), support), View(say))
    try:
        await send(interaction, card)
    except Exception as failed:  # the connection may be gone altogether
        log.warning("answer lost", extra={"interaction": interaction.id, "error": str(failed)})


def _cause(error: BaseException) -> BaseException:
    while isinstance(error, app_commands.CommandInvokeError) and error.__cause__ is not None:
        error = error.__cause__
    return error


def _reason(interaction: Interaction, error: BaseException) -> tuple[Phrase, tuple[str, ...]]:
    if isinstance(error, StetError):
        return error.reason, error.near if isinstance(error, NotFound) else ()
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return phrase("this command has changed since Discord learnt it; reload Discord (Ctrl+R) and type it again"), ()
    if isinstance(error, app_commands.TransformerError):
        return phrase("“{value}” cannot be used there; pick one of the suggestions", value=str(error.value)[:80]), ()
    if isinstance(error, discord.HTTPException) and error.code in (UNKNOWN_INTERACTION, ALREADY_ANSWERED):
        log.warning("answered too late", extra={"interaction": interaction.id, "code": error.code})
        return phrase("that took too long and Discord stopped waiting; ask again"), ()
    if isinstance(error, discord.Forbidden):
        reference = _log(interaction, error)
        return phrase(
            "Discord does not let the desk do that here; check its permissions in this channel (reference {reference})",
            reference=reference,
        ), ()
    if isinstance(error, discord.HTTPException | aiohttp.ClientError):
        return phrase(
            "Discord did not take the answer, and what you asked for may be done: look before you try again (reference "
            "{reference})",
            reference=_log(interaction, error),
        ), ()
    return phrase(
        "something went wrong and nothing was changed; try again, and if it stays so give your admin the reference "
        "{reference}",
        reference=_log(interaction, error),
    ), ()


def _log(interaction: Interaction, error: BaseException) -> str:
    reference = secrets.token_hex(4)
    extra = {"reference": reference, "interaction": interaction.id, "guild": interaction.guild_id}
    log.error("interaction failed", exc_info=error, extra=extra)
    return reference


async def _suggest_nothing(interaction: Interaction, error: BaseException) -> None:
    log.info("no suggestions", extra={"interaction": interaction.id, "error": type(error).__name__})
    try:
        if not interaction.response.is_done():
            await interaction.response.autocomplete([])
    except discord.HTTPException:
        log.info("suggestions lost", extra={"interaction": interaction.id})
