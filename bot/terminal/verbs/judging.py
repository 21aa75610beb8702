"""What the sources disagree on, and the editor's decisions, from the terminal."""

from __future__ import annotations

import argparse

from bot.answers import AlertsAnswer
from bot.desk import Desk
from bot.errors import BadInput
from bot.screen import Screen
from bot.terminal.output import Output, jsonable
from bot.terminal.verb import Verb
from bot.wording.judging import (
    alerts_screen,
    discrepancies_screen,
    discrepancy_screen,
    history_screen,
    judge_screen,
    outbox_screen,
    retract_screen,
    why_screen,
)
from bot.wording.language import Language, language


async def tell_alerts(desk: Desk, output: Output) -> None:
    """Print the alerts nobody has been told yet, each once."""
    told = await desk.claim_alerts()
    if told.alerts or told.unsure:
        output.show(told, alerts_screen(told, _language(desk)))
    await _mark(desk, output, told)


async def show_and_tell(desk: Desk, output: Output, answer: object, screen: Screen) -> None:
    """Print an answer and then the alerts it gave rise to; with --json both are one object."""
    if not output.as_json:
        output.show(answer, screen)
        await tell_alerts(desk, output)
        return
    told = await desk.claim_alerts()
    data = jsonable(answer)
    output.data({**data, "alerts": told.alerts} if isinstance(data, dict) else data)
    await _mark(desk, output, told)


async def _mark(desk: Desk, output: Output, told: AlertsAnswer) -> None:
    # Marked once they are out of our hands: stopped in between, the next run says which may not have been seen.
    output.stream.flush()
    if told.alerts:
        await desk.mark_delivered([alert.id for alert in told.alerts])


async def _discrepancies(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.judging import Wanted

    say = _language(desk)
    if arguments.number is not None:
        view = await desk.get_discrepancy(_number(arguments.number))
        output.show(view, discrepancy_screen(view, say))
        return 0
    wanted = Wanted(arguments.all, arguments.level, arguments.story, arguments.person, arguments.age)
    answer = await desk.discrepancies(wanted)
    output.show(answer, discrepancies_screen(answer, say))
    return 0


async def _digest(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.judging import Wanted

    answer = await desk.discrepancies(Wanted(level="note", story=arguments.story))
    output.show(answer, discrepancies_screen(answer, _language(desk)))
    return 0


async def _alerts(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    answer = await desk.alerts()
    output.show(answer, outbox_screen(answer, _language(desk)))
    return 0


async def _judge(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.rulings import Decision

    decision = Decision(
        ruling=" ".join(arguments.verdict),
        why=arguments.why,
        evidence=arguments.evidence,
        scope=arguments.scope,
        as_of=arguments.as_of,
        event=arguments.event,
        date=arguments.date,
        alias=arguments.alias,
        side=arguments.side,
        until=arguments.until,
    )
    answer = await desk.judge(_number(arguments.number), decision)
    await show_and_tell(desk, output, answer, judge_screen(answer, _language(desk)))
    return 0


async def _undo(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    number = None if arguments.number is None else _number(arguments.number)
    answer = await desk.undo(number, arguments.why)
    await show_and_tell(desk, output, answer, judge_screen(answer, _language(desk)))
    return 0


async def _snooze(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    view = await desk.snooze(_number(arguments.number), arguments.until)
    output.show(view, discrepancy_screen(view, _language(desk)))
    return 0


async def _history(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    answer = await desk.history(" ".join(arguments.subject))
    output.show(answer, history_screen(answer, _language(desk)))
    return 0


async def _why(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    answer = await desk.why(_number(arguments.number))
    output.show(answer, why_screen(answer, _language(desk)))
    return 0


async def _retract(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    answer = await desk.retract(" ".join(arguments.source), arguments.why)
    await show_and_tell(desk, output, answer, retract_screen(answer, _language(desk)))
    return 0


def _number(text: str) -> int:
    digits = text.removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise BadInput("{text!r} is no number of a discrepancy; `stet discrepancies` lists them", text=text)
    return int(digits)


def _language(desk: Desk) -> Language:
    return language(desk.settings.desk.language)


def _listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="?", help="show this one whole")
    parser.add_argument("--all", action="store_true", help="judged, snoozed and closed ones too")
    parser.add_argument("--level", default="", help="only alert or note")
    parser.add_argument("--story", default="", help="only of this story")
    parser.add_argument("--person", default="", help="only about, or citing, this person or body")
    parser.add_argument("--age", type=int, metavar="DAYS", help="only those open for so many days or longer")


def _judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", help="the discrepancy's number")
    parser.add_argument("verdict", nargs="+", help="the judgement, such as recorded-right, new-right, two-events")
    parser.add_argument("--why", default="", help="the reason; required")
    parser.add_argument("--evidence", default="", help="what it rests on: a link, a document, a call")
    parser.add_argument("--scope", default="", metavar="NAME=VALUE", help="both right, other scope: of the other value")
    parser.add_argument("--as-of", default="", metavar="DATE", help="both right, other time: when the other value held")
    parser.add_argument("--event", default="", metavar="LABEL", help="two events: the name of the second")
    parser.add_argument("--date", default="", help="two events: when the second happened")
    parser.add_argument("--alias", default="", metavar="KIND", help="style only: misspelling, transliteration, ...")
    parser.add_argument("--side", default="new", help="which side erred, withdrew or is split off: new or recorded")
    parser.add_argument("--until", default="", metavar="DATE", help="ask again on that day")


def _numbered(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", help="the discrepancy's number")


def _undoing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="?", help="the discrepancy's number; the last judgement of all if left out")
    parser.add_argument("--why", default="", help="the reason")


def _snoozing(parser: argparse.ArgumentParser) -> None:
    _numbered(parser)
    parser.add_argument("--until", default="", metavar="DATE", help="when to ask again")


def _tracing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("subject", nargs="+", help="a discrepancy's number, or a fact, name or source")


def _retracting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="+", help="the source: its id, outlet or address")
    parser.add_argument("--why", default="", help="the reason; required")


def _digesting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", default="", help="only of this story")


def _nothing(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb(
            "discrepancies", "What the sources disagree on; with a number, one of them whole.", _listing, _discrepancies
        ),
        Verb(
            "judge", "Decide a discrepancy; the record follows, and the question is not asked again.", _judging, _judge
        ),
        Verb("undo", "Take back the last judgement, or the last one on a discrepancy.", _undoing, _undo),
        Verb("snooze", "Put a discrepancy away until a day.", _snoozing, _snooze),
        Verb("why", "Why a discrepancy was raised: rule, version, and every pair of claims.", _numbered, _why),
        Verb("history", "What happened to a discrepancy, fact, name or source, and who did it.", _tracing, _history),
        Verb("retract", "Take a source back; says which facts lost support.", _retracting, _retract),
        Verb("digest", "The open notes, a line each.", _digesting, _digest),
        Verb("alerts", "Every alert there has been, delivered or not.", _nothing, _alerts),
    )
}
