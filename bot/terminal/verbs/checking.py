"""Texts against the record, from the terminal: check a draft or an article without saving it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.desk import Desk
from bot.desk.checking import Article, CheckReport, Link
from bot.errors import BadInput
from bot.record import Finding, Level, local_id
from bot.screen import Screen, line
from bot.terminal.arguments import STATUS_DONE, STATUS_FINDINGS
from bot.terminal.output import Output
from bot.terminal.verb import Verb
from bot.wording.findings import findings_screen, unlinked_line
from bot.wording.language import language

MOST_BYTES = 20_000_000


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="the text to check (a file, or - for standard input)")
    parser.add_argument("--outlet", default="", help="who publishes it")
    parser.add_argument("--published", default="", metavar="DATE", help="when it was published, such as 2025-12-13")
    parser.add_argument("--title", default="", help="its headline")
    parser.add_argument("--url", default="", help="where it stands")
    parser.add_argument("--origin", default=None, help="the agency text or document it derives from")
    parser.add_argument("--all", action="store_true", help="list what could not be linked as well")


async def _check(desk: Desk, arguments: argparse.Namespace, output: Output) -> int:
    article = read_input(arguments)
    report = await desk.check(article)
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


def read_input(arguments: argparse.Namespace) -> Article:
    """The file or standard input as an article. Raises BadInput."""
    data = _read_bytes(arguments.file)
    if len(data) > MOST_BYTES:
        raise BadInput(
            "{file} is larger than {most} MB; give the text alone", file=arguments.file, most=MOST_BYTES // 10**6
        )
    if b"\0" in data:
        raise BadInput("{file} is not a text; give plain text, Markdown or HTML", file=arguments.file)
    return Article(
        data.decode("utf-8-sig", errors="replace"), arguments.outlet, arguments.published, arguments.title, arguments.url, arguments.origin
    )  # fmt: skip


def _read_bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("{file} cannot be read ({error})", file=name, error=error.strerror or error) from None


def report_data(report: CheckReport) -> dict[str, list[dict[str, object]]]:
    """The report as the JSON of design.md section 5, with the bare ids that people see."""
    return {"claims": [_claim(one) for one in report.claims], "findings": [_finding(one) for one in report.findings]}


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
