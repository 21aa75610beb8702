"""Sources from the web, from the terminal: kept texts, watched feeds, pages read again."""

from __future__ import annotations

import argparse

from bot.desk import Desk
from bot.desk.keeping import ShowAnswer, prune, show
from bot.desk.rereading import RereadReport, reread
from bot.desk.watching import list_watched, pause, poll, unwatch, watch
from bot.errors import BadInput
from bot.record import local_id
from bot.screen import Screen, line
from bot.terminal.arguments import Parser
from bot.terminal.output import Output, jsonable
from bot.terminal.verb import Verb
from bot.terminal.verbs.judging import show_and_tell
from bot.wording.language import Language, language
from bot.wording.watching import (
    Watched,
    polled_screen,
    pruned_screen,
    reread_screen,
    text_screen,
    watch_screen,
)


async def _show(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    answer = await show(desk, " ".join(arguments.source), arguments.version)
    output.show(_shown(answer), text_screen(answer, _language(desk)))
    return 0


def _shown(answer: ShowAnswer) -> dict[str, object]:
    return {
        "source": local_id(answer.source.key),
        "archive": answer.source.archive,
        "version": answer.version.number,
        "versions": [
            {
                "number": one.number,
                "at": one.at,
                "link": one.link,
                "title": one.title,
                "modified": one.modified.edtf if one.modified else None,
                "notice": one.notice,
                "pruned": bool(one.pruned_at),
            }
            for one in answer.versions
        ],
        "text": answer.text,
        "claims": [
            {"start": one.start, "end": one.end, "fact": local_id(one.claim.fact), "value": one.claim.written}
            for one in answer.marks
        ],
        "unavailable_since": answer.reread.unavailable_since if answer.reread else None,
    }


async def _watch(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    say, links = _language(desk), arguments.feed
    if arguments.act not in ("list", "poll") and not links:
        raise BadInput("name the feed: `stet watch {act} LINK`", act=arguments.act)
    match arguments.act:
        case "add":
            told = [await watch(desk, one, arguments.story, arguments.word) for one in links]
            text, data = "watched from now on", told
        case "remove":
            text, data = "watched no longer; its sources stay", [await unwatch(desk, one) for one in links]
        case "pause" | "resume":
            off = arguments.act == "pause"
            text, data = "paused" if off else "watched again", [await pause(desk, one, off=off) for one in links]
        case "poll":
            return await _poll(desk, arguments, output)
        case _:
            answer = await list_watched(desk)
            away = [(source, one.failure, one.unavailable_since) for source, one in answer.unavailable if one.failure]
            output.show(answer, watch_screen([Watched.of(one.feed, one.items) for one in answer.feeds], away, say))
            return 0
    output.show(data, Screen(line(say(text)), body=tuple(line(f"{one.id}  {one.link}") for one in data)))
    return 0


async def _poll(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    report = await poll(desk, arguments.feed)
    await show_and_tell(desk, output, jsonable(report), polled_screen(report, _language(desk)))
    return 0


async def _reread(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    report = await reread(desk, arguments.source)
    await show_and_tell(desk, output, _reread_data(report), reread_screen(report.readings, _language(desk)))
    return 0


def _reread_data(report: RereadReport) -> dict[str, object]:
    return {
        "read": [
            {
                "source": local_id(one.source.key),
                "changed": one.changed,
                "changes": jsonable(one.report.changes if one.report else ()),
                "failure": str(one.failure) if one.failure else None,
            }
            for one in report.readings
        ],
        "opened": list(report.opened),
    }


async def _prune(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    report = await prune(desk)
    removed = [(local_id(one.source), one.number) for one in report.removed]
    data = {"removed": [{"source": one, "version": two} for one, two in removed], "bytes": report.bytes}
    output.show(data, pruned_screen(removed, report.bytes, report.kept, _language(desk)))
    return 0


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="+", help="the source's id, link, outlet or title")
    parser.add_argument("--version", type=int, default=None, metavar="N", help="an older text of it, by its number")


def _watch_arguments(parser: argparse.ArgumentParser) -> None:
    acts = ("list", "add", "remove", "pause", "resume", "poll")
    parser.add_argument("act", nargs="?", default="list", choices=acts, help="what to do; list if left out")
    parser.add_argument("feed", nargs="*", help="the feed's link, or its number in the list")
    parser.add_argument("--story", default="", help="the story it is watched for, if there are several")
    parser.add_argument(
        "--word", action="append", default=[], help="keep only items that hold this word or name; may be repeated"
    )


def _reread_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="*", help="the sources' ids or links; all that are due if left out")


def _no_arguments(parser: Parser | argparse.ArgumentParser) -> None:
    """The verb takes none."""


def _language(desk: Desk) -> Language:
    return language(desk.settings.desk.language)


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb(
            "show", "A source's text as it was read, with the claims marked; older texts too.", _show_arguments, _show
        ),
        Verb(
            "watch", "Feeds that bring new sources: list, add, remove, pause, resume, poll.", _watch_arguments, _watch
        ),
        Verb(
            "reread",
            "Read sources again from their links; what their pages changed is told.",
            _reread_arguments,
            _reread,
        ),
        Verb("prune", "Drop old texts that no live claim rests on, and say which.", _no_arguments, _prune),
    )
}
