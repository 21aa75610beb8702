"""A reporter's typing to answers: the desk's prompt with completion, history and colour."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.desk import Desk
from bot.screen import printable
from bot.terminal.help import overview
from bot.terminal.lines import run_line
from bot.terminal.output import Output
from bot.terminal.tending import tend_quietly
from bot.terminal.verbs import all_verbs
from bot.terminal.verbs.judging import tell_alerts
from bot.wording.language import language
from bot.wording.lookups import greeting_screen

LEAVE = ("quit", "exit", "bye")


class DeskCompleter(Completer):
    """Verbs for the first word, names of the record for the rest."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.say = language(desk.settings.desk.language)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """prompt_toolkit's abstract method; names come only through the asynchronous one."""
        return ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Completions for what stands before the cursor."""
        typed = document.text_before_cursor.lstrip()
        verb, space, rest = typed.partition(" ")
        if not space:
            for name, one in all_verbs().items():
                if name.startswith(verb.removeprefix("/")):
                    slash = "/" if verb.startswith("/") else ""
                    yield Completion(slash + name, start_position=-len(verb), display_meta=one.help)
        else:
            for choice in await self.desk.complete(verb.removeprefix("/"), rest.strip()):
                yield Completion(choice.text, start_position=-len(rest), display_meta=self.say.phrase(choice.label))


async def converse(desk: Desk, output: Output, folder: Path) -> int:
    """Answer typed lines until the reporter leaves (Ctrl-D, quit)."""
    hello = await desk.greeting()
    output.show(hello, greeting_screen(hello, language(desk.settings.desk.language)))
    output.text("help lists the commands; Tab completes names")
    session: PromptSession[str] = PromptSession(
        history=_history(folder), completer=DeskCompleter(desk), complete_while_typing=False
    )
    tending = asyncio.ensure_future(tend_quietly(desk, lambda text: print(printable(text))))
    try:
        return await _answer_lines(desk, output, session)
    finally:
        tending.cancel()
        await asyncio.gather(tending, return_exceptions=True)


async def _answer_lines(desk: Desk, output: Output, session: PromptSession[str]) -> int:
    while True:
        try:
            await tell_alerts(desk, output)
            with patch_stdout(raw=True):
                line = (await session.prompt_async("stet> ")).strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return 0
        if line.removeprefix("/") in LEAVE:
            return 0
        if line.removeprefix("/").split(" ")[0] == "help":
            output.text(overview(line.split()[1:]))
        elif line:
            await run_line(desk, line, output)


def _history(folder: Path) -> History:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "history"
        path.touch(mode=0o600)
        return FileHistory(str(path))
    except OSError:  # a data folder that cannot be written costs the history, not the desk
        return InMemoryHistory()
