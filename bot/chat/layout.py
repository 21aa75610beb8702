"""A card to discord.py's Components V2 layout; what its keys mean is decided when they are pressed (router)."""

from __future__ import annotations

import itertools

import discord

from bot.chat.cards import KEYS_IN_ROW, Card, Pressable, shorten

ALARMING = discord.Colour(0xC0392B)
CALM = discord.Colour(0x5D6D7E)
HINT_LIMIT = 150


def layout_of(card: Card) -> discord.ui.LayoutView:
    """A fresh view for one message or one edit.

    The view is stopped before it is sent: discord.py then keeps no state for it, so nothing times out, nothing leaks
    and no other view can unregister its buttons. Presses reach `bot.chat.router` by their custom id alone.
    """
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(_container(card))
    view.stop()
    return view


def _container(card: Card) -> discord.ui.Container[discord.ui.LayoutView]:
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(
        accent_colour=ALARMING if card.alarming else CALM
    )
    for number, text in enumerate(card.texts):
        if number == 1 and len(card.texts) > 2:
            container.add_item(discord.ui.Separator(visible=False))
        container.add_item(discord.ui.TextDisplay(text))
    if card.pick is not None and card.options:
        container.add_item(discord.ui.ActionRow(_select(card)))
    buttons = iter(card.buttons)
    while row := list(itertools.islice(buttons, KEYS_IN_ROW)):
        container.add_item(discord.ui.ActionRow(*map(_button, row)))
    return container


def _select(card: Card) -> discord.ui.Select[discord.ui.LayoutView]:
    assert card.pick is not None
    options = [
        discord.SelectOption(label=one.label, value=one.value, description=one.description or None)
        for one in card.options
    ]
    hint = shorten(card.hint, HINT_LIMIT) or None
    return discord.ui.Select(custom_id=card.pick.custom_id, options=options, placeholder=hint)


def _button(one: Pressable) -> discord.ui.Button[discord.ui.LayoutView]:
    style = discord.ButtonStyle.primary if one.loud else discord.ButtonStyle.secondary
    return discord.ui.Button(label=one.label, custom_id=one.key.custom_id, style=style)
