"""Articles into the record, from the terminal: what was read is shown, and an editor decides."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bot.desk import Desk
from bot.desk.adding import AddReport, Plan
from bot.desk.proposing import Proposal
from bot.errors import StetError
from bot.terminal.arguments import tell
from bot.terminal.output import Output, jsonable
from bot.terminal.papers import article_arguments, read_article
from bot.terminal.verb import Verb
from bot.terminal.verbs.checking import report_data
from bot.terminal.verbs.judging import show_and_tell
from bot.wording.adding import added_screen, proposal_screen, proposed_screen, settled_screen, unchanged_screen
from bot.wording.findings import findings_screen
from bot.wording.language import Language, language

KEYS = "[a]ccept, [c]orrect, [d]rop, accept a[l]l that are sure, [q]uit without adding"


def _arguments(parser: argparse.ArgumentParser) -> None:
    article_arguments(parser)
    parser.add_argument("--story", default="", help="the story it belongs to, if the text does not tell")
    parser.add_argument("--yes", action="store_true", help="record what is sure without asking; the rest waits")


async def _add(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    plan = await desk.plan(await read_article(desk, arguments), arguments.story)
    say = language(desk.settings.desk.language)
    if plan.unchanged:
        done = await desk.add(plan)
        await show_and_tell(desk, output, _data(plan, done), unchanged_screen(done.source, say))
        return 0
    chosen: Sequence[Proposal] | None = None
    if output.interactive and not arguments.yes and not output.as_json and arguments.file != "-":
        output.show(None, findings_screen(plan.report.text, plan.report.findings, plan.report.labels, (), say))
        chosen = await _choose(desk, plan, output, say)
        if chosen is None:
            output.text(say("nothing was added"))
            return 0
    done = await desk.add(plan, chosen)
    facts = (await desk.index()).facts
    changes = [(one.fact, one.before, one.after) for one in done.changes]
    screen = added_screen(done.source, done.recorded, done.proposed, changes, facts, say)
    await show_and_tell(desk, output, _data(plan, done), screen)
    return 0


async def _choose(desk: Desk, plan: Plan, output: Output, say: Language) -> list[Proposal] | None:
    """Ask about each proposal in turn; None = the editor left."""
    facts = (await desk.index()).facts
    chosen: list[Proposal] = []
    for place, one in enumerate(plan.proposals):
        reason = one.comparison.why if one.comparison else None
        words = f"{one.claim.evidence.locator}: {one.claim.evidence.words}"
        output.text("")
        output.show(None, proposal_screen(one.claim, facts.get(one.claim.fact), reason, words, say, sure=one.sure))
        match await _key(output):
            case "a":
                chosen.append(one)
            case "c":
                chosen.append(await _correct(desk, one, output))
            case "l":
                return [*chosen, *(rest for rest in plan.proposals[place:] if rest.sure)]
            case "q":
                return None
            case _:
                continue
    return chosen


async def _key(output: Output) -> str:
    from prompt_toolkit import PromptSession

    output.text(KEYS)
    session: PromptSession[str] = PromptSession()
    while True:
        try:
            typed = (await session.prompt_async("? ")).strip().lower()[:1]
        except (EOFError, KeyboardInterrupt):
            return "q"
        if typed in ("a", "c", "d", "l", "q"):
            return typed


async def _correct(desk: Desk, one: Proposal, output: Output) -> Proposal:
    from prompt_toolkit import PromptSession

    from bot.desk.proposing import corrected

    session: PromptSession[str] = PromptSession()
    while True:
        typed = await session.prompt_async("value: ", default=one.claim.written)
        try:
            return await corrected(desk, one, typed.strip())
        except StetError as error:
            tell(error, language(desk.settings.desk.language))


def _data(plan: Plan, done: AddReport) -> dict[str, object]:
    """The JSON of `check` with what was saved."""
    return {
        **report_data(plan.report),
        "source": jsonable(done.source),
        "recorded": [_claim(plan, claim.key, claim.fact, claim.written) for claim in done.recorded],
        "proposed": [_claim(plan, claim.key, claim.fact, claim.written) for claim in done.proposed],
        "changes": jsonable(done.changes),
        "unchanged": done.unchanged,
    }


def _claim(plan: Plan, key: str, fact: str, written: str) -> dict[str, str]:
    return {"claim": key.rpartition("/")[2], "fact": fact.rpartition("/")[2], "value": written}


async def _proposed(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.proposing import list_proposed

    claims = await list_proposed(desk, " ".join(arguments.source))
    facts = (await desk.index()).facts
    output.show(claims, proposed_screen(claims, facts, language(desk.settings.desk.language)))
    return 0


async def _accept(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.proposing import accept

    claim = await accept(desk, arguments.claim, arguments.value)
    facts = (await desk.index()).facts
    screen = settled_screen(claim, facts, language(desk.settings.desk.language), accepted=True)
    await show_and_tell(desk, output, claim, screen)
    return 0


async def _drop(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    from bot.desk.proposing import drop

    claim = await drop(desk, arguments.claim, arguments.why)
    facts = (await desk.index()).facts
    output.show(claim, settled_screen(claim, facts, language(desk.settings.desk.language), accepted=False))
    return 0


def _source_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="*", help="a source's id or outlet; all if left out")


def _accept_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", help="the id `proposed` shows")
    parser.add_argument("--value", default="", help="the value as the source has it, if it was read wrongly")


def _drop_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", help="the id `proposed` shows")
    parser.add_argument("--why", default="", help="why it is not recorded")


VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb("add", "Record an article as a source: what it says is read, linked and compared.", _arguments, _add),
        Verb("proposed", "List claims read by machine that wait for a decision.", _source_argument, _proposed),
        Verb("accept", "Record a proposed claim, corrected if need be.", _accept_arguments, _accept),
        Verb("drop", "Take out a proposed claim; it stays in the history.", _drop_arguments, _drop),
    )
}
