"""Cards made public and taken away again."""

from __future__ import annotations

from bot.chat.keys import Key, read_key
from bot.chat.permissions import Role, demand
from bot.chat.replies import show
from bot.chat.verbs import Page, Step, Verbs
from bot.chat.visit import Visit
from bot.errors import Refused


def make_verbs(pages: dict[str, Page]) -> Verbs:
    """Share any of these pages with the channel; remove what was shared."""

    async def share(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
        shown = read_key(key.argument)
        if shown is None or shown.verb not in pages:
            raise Refused("this button is from another version of the desk; type the command and share that")
        demand(visit.role, pages[shown.verb].role)
        await show(visit, pages[shown.verb], shown, shared=True)

    return Verbs(
        steps={"share": Step(Role.READER, share, private=False), "remove": Step(Role.READER, _remove, announce=False)}
    )


async def _remove(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    if str(visit.person) != key.argument:
        demand(visit.role, Role.EDITOR)
    await visit.interaction.response.defer()
    await visit.interaction.delete_original_response()
