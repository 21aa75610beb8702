"""Texts against the record, from the terminal: check a draft or an article without saving it."""

from __future__ import annotations

import argparse

from bot.desk import Desk
from bot.desk.checking import CheckReport, Link
from bot.record import Finding, Level, local_id
from bot.screen import Screen, line
from bot.terminal.arguments import STATUS_DONE, STATUS_FINDINGS
from bot.terminal.output import Output
from bot.terminal.papers import article_arguments, read_article
from bot.terminal.verb import Verb
from bot.wording.findings import findings_screen, unlinked_line
from bot.wording.language import language


def _arguments(parser: argparse.ArgumentParser) -> None:
    article_arguments(parser)
    parser.add_argument("--all", action="store_true", help="list what could not be linked as well")


async def _check(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    report = await desk.check((await read_article(desk, arguments)).article)
    say = language(desk.settings.desk.language)
    missing = [
        (claim.words, say.phrase(claim.why)) for claim in report.claims if claim.fact is None and not claim.entity
    ]
    screen = findings_screen(report.text, report.findings, report.labels, missing if arguments.all else (), say)
    if missing and not arguments.all:
        screen = Screen(screen.head, body=(*screen.body, line(), line(unlinked_line(len(missing), say))))
    output.show(report_data(report), screen)
    has_alert = any(one.comparison.level is Level.ALERT for one in report.findings)
    return STATUS_FINDINGS if has_alert else STATUS_DONE


def report_data(report: CheckReport) -> dict[str, object]:
    """The report as the JSON of design.md section 5, with the bare ids that people see."""
    return {
        "text": report.text,
        "claims": [_claim(one) for one in report.claims],
        "findings": [_finding(one) for one in report.findings],
    }


def _claim(link: Link) -> dict[str, object]:
    fact = link.fact
    return {
        "start": link.start,
        "end": link.end,
        "words": link.words,
        "kind": link.kind,
        "subject": local_id(fact.of) if fact else local_id(link.entity) or None,
        "property": fact.property if fact else None,
        "fact": local_id(fact.key) if fact else None,
        "value": link.value.words,
        "linked": fact is not None or bool(link.entity),
        "why": link.why,
        "candidates": [local_id(one.fact.key) for one in link.candidates] if fact is None else [],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "level": finding.comparison.level,
        "kind": finding.kind,
        "verdict": finding.comparison.verdict,
        "start": finding.start,
        "end": finding.end,
        "words": finding.words,
        "subject": local_id(finding.subject),
        "property": finding.property,
        "fact": local_id(finding.fact) or None,
        "recorded": finding.recorded,
        "why": finding.comparison.why,
    }


VERBS: dict[str, Verb] = {
    "check": Verb(
        "check",
        "Read a text against the record without saving it: contradictions, news and spellings, each with its place.",
        _arguments,
        _check,
    )
}
