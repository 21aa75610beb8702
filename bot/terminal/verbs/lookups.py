"""The look-ups of the terminal: a question in plain words to an answer."""

from __future__ import annotations

import argparse

from bot.answers import Answer
from bot.desk import Desk
from bot.terminal.output import Output
from bot.terminal.verb import Run, Verb
from bot.wording.language import language
from bot.wording.lookups import answer_screen


def _ask(name: str) -> Run:
    async def run(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
        answer: Answer = await desk.ask(name, " ".join(arguments.query))
        output.show(answer, answer_screen(answer, language(desk.settings.desk.language)))
        return 0

    return run


def _lookup(name: str, help: str, about: str, *, optional: bool = False) -> Verb:
    def arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("query", nargs="*" if optional else "+", help=about)

    return Verb(name, help, arguments, _ask(name))


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        _lookup("who", "Who somebody is: names, roles, facts, events and what is disputed.", "a name, in any spelling"),
        _lookup(
            "when", "When something happened, and which sources say otherwise.", "an event or a date, in plain words"
        ),
        _lookup("sources", "Which sources speak of anything, with their exact words.", "a name, event, fact or figure"),
        _lookup(
            "figure", "A figure with every claim of it, and what is safe to print.", "what is counted, or a number"
        ),
        _lookup("quote", "Who said it, in which wordings.", "words of the quote, or a speaker"),
        _lookup("timeline", "Dates in order.", "a story, a name or a period (2025-09); all if left out", optional=True),
        _lookup("find", "Full text over everything recorded.", "words"),
    )
}
