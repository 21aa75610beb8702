"""The record as files, from the terminal: load stories, write them out, keep a copy."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.desk import Desk, LoadReport
from bot.screen import Screen, line
from bot.terminal.output import Output
from bot.terminal.verb import Arguments, Verb
from bot.terminal.verbs.judging import show_and_tell
from bot.wording.language import Language, language
from bot.wording.loading import load_screen, problem_lines


async def _load(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    report = LoadReport()
    for folder in arguments.folder:
        report += await desk.load(Path(folder).expanduser())
    say = _language(desk)
    screen = load_screen(report.stories, report.added, report.changed, report.retracted, say)
    await show_and_tell(desk, output, report, screen)
    for text in problem_lines(report.problems, say):
        print(text, file=sys.stderr)
    return 2 if report.problems else 0


async def _export(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    files = [str(path) for path in await desk.export(Path(arguments.folder).expanduser())]
    say = _language(desk)
    head = line(say("files written: {count}", count=len(files)))
    output.show({"files": files}, Screen(head, body=tuple(line(file) for file in files)))
    return 0


async def _back_up(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    path = Path(arguments.file).expanduser()
    await desk.back_up(path)
    output.show({"file": str(path)}, Screen(line(_language(desk)("the record was copied to {path}", path=path))))
    return 0


def _language(desk: Desk) -> Language:
    return language(desk.settings.desk.language)


def _argument(name: str, help: str, *, many: bool = False) -> Arguments:
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(name, nargs="+" if many else None, help=help)

    return add


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb(
            "load",
            "Load stories from folders of TOML files; loading again changes only what changed in them.",
            _argument("folder", "the folder of a story, or of several stories", many=True),
            _load,
        ),
        Verb(
            "export",
            "Write every story out as TOML files that can be loaded again.",
            _argument("folder", "a new folder to write to"),
            _export,
        ),
        Verb("backup", "Copy the whole record into a new file.", _argument("file", "the new file"), _back_up),
    )
}
