"""A discrepancy to the card that everybody in the channel sees, with its judgements one press away."""

from __future__ import annotations

import datetime as dt
import hashlib

from bot.answers import DiscrepancyView
from bot.chat.cards import Card, Pressable, View, fit_buttons, make_card
from bot.chat.keys import Key
from bot.record import State
from bot.wording.judging import discrepancy_screen
from bot.wording.language import Language


def alert_card(view: DiscrepancyView, say: Language, zone: dt.tzinfo) -> Card:
    """The card of a discrepancy as it stands now; later pages are told privately."""
    number = view.discrepancy.number
    card = make_card(discrepancy_screen(view, say), View(say, zone, again=Key("discrepancies", str(number))))
    more = [Pressable(say("Discuss"), Key("discuss", str(number)))]
    if view.discrepancy.state is not State.JUDGED:
        more.insert(0, Pressable(say("More ..."), Key("rulings", str(number))))
    return Card(
        texts=card.texts,
        buttons=fit_buttons((*card.buttons, *more)),
        alarming=view.discrepancy.state is State.OPEN,
        private=False,
        page=card.page,
        pages=card.pages,
    )


def digest_of(card: Card) -> str:
    """A short name of what a card shows: another one whenever it shows something else."""
    shown = repr((card.texts, [(one.label, one.key.custom_id) for one in card.buttons], card.alarming))
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:32]


def nonce_of(guild: int, what: str) -> str:
    """The same for the same message of the same server, at most 25 characters: Discord stores it once."""
    return hashlib.sha256(f"{guild}:{what}".encode()).hexdigest()[:25]
