"""What a desk does by itself while its prompt is open, each round that brought something told in one line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.desk import Desk
from bot.errors import StetError
from bot.wording.language import language
from bot.wording.watching import round_text

ROUND_SECONDS = 60.0


async def tend_quietly(desk: Desk, tell: Callable[[str], None]) -> None:
    """Ask feeds and read sources again, round after round, until cancelled; a round that fails is told and goes by."""
    from bot.desk.tending import tend

    say, last = language(desk.settings.desk.language), ""
    while True:
        await asyncio.sleep(ROUND_SECONDS)
        try:
            done = await tend(desk)
        except StetError as error:
            told = say.phrase(error.reason)
        except Exception as error:  # a round is a chore: its failure must not end the prompt, nor be kept quiet
            told = say("a round of feeds and sources failed ({error}); it is tried again", error=repr(error))
        else:
            told = round_text(done.polled.added, done.changed, done.opened, say)
        if told and told != last:
            tell(told)
        last = told
