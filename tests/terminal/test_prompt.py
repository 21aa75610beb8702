"""The prompt of the desk: questions answered, names completed, and what happens by itself told meanwhile."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output import Output as Screen
from prompt_toolkit.output.plain_text import PlainTextOutput

from bot.desk import Desk
from bot.desk.fetching import fetch_paper
from bot.terminal import tending
from bot.terminal.output import Output
from bot.terminal.prompt import DeskCompleter, converse
from tests.web.pages import Clock, article, load_story, open_desk, open_outlet


@asynccontextmanager
async def at_prompt(desk: Desk, folder: Path, screen: Screen | None = None) -> AsyncIterator[PipeInput]:
    """The keys of somebody who sits at the desk's prompt until the end of the block."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=screen or DummyOutput()):
        talking = asyncio.ensure_future(converse(desk, Output(sys.stdout, interactive=True), folder))
        yield keys
        keys.send_text("quit\n")
        assert await asyncio.wait_for(talking, 120) == 0


async def until(told: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(120):
        while not await told():
            await asyncio.sleep(0.01)


async def test_a_typed_question_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with open_desk(None, Clock()) as desk:
        await load_story(desk, tmp_path)
        async with at_prompt(desk, tmp_path) as keys:
            keys.send_text("when fire at calder mill\n")
    assert "2 May 2031" in capsys.readouterr().out


async def test_names_are_completed(tmp_path: Path) -> None:
    async with open_desk(None, Clock()) as desk:
        await load_story(desk, tmp_path)
        found = [
            one.text async for one in DeskCompleter(desk).get_completions_async(Document("when fire"), CompleteEvent())
        ]
        assert "Fire at Calder Mill" in found


async def test_while_the_prompt_is_open_feeds_are_asked_and_sources_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tending, "ROUND_SECONDS", 0.01)
    async with open_outlet() as outlet, open_desk(None, clock := Clock()) as desk:
        await load_story(desk, tmp_path)
        link = outlet.publish("/fire", article())
        await desk.add(await desk.plan(await fetch_paper(desk, link)))
        outlet.publish("/fire", article(injured="34"))
        clock.pass_hours(48)
        async with at_prompt(desk, tmp_path, PlainTextOutput(seen := io.StringIO())):

            async def is_opened() -> bool:
                return bool((await desk.discrepancies()).shown)

            await until(is_opened)
            await asyncio.sleep(0.05)
    told = seen.getvalue()
    assert "pages that changed: herald" in told
    assert told.count("discrepancies opened: 1") == 1
