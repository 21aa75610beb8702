"""What checking a text found, as a screen: each place quoted with its finding under it, most serious first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.record import Finding, Level
from bot.screen import Line, Screen, Span, Style, line, strong
from bot.wording.language import Language

AROUND = 40
_STYLES = {Level.ALERT: Style.ALERT, Level.NOTE: Style.NOTE}


def findings_screen(
    text: str,
    findings: Sequence[Finding],
    labels: Mapping[str, str],
    unlinked: Sequence[tuple[str, str]],
    say: Language,
) -> Screen:
    """The screen of a check; `unlinked` are words and reason of what could not be compared (empty = not listed)."""
    alerts = sum(1 for one in findings if one.comparison.level is Level.ALERT)
    notes = len(findings) - alerts
    if not findings:
        head = line(say("nothing in this text contradicts the record"))
    else:
        head = line(strong(say("{alerts} to decide, {notes} to note", alerts=alerts, notes=notes)))
    body: list[Line] = []
    for finding in findings:
        body += [line(), *_finding_lines(text, finding, labels, say)]
    for words, why in unlinked:
        body.append(line(say("not compared: “{words}”: {why}", words=words, why=why)))
    return Screen(head, body=tuple(body))


def unlinked_line(count: int, say: Language) -> str:
    """How much could not be compared, and how to see it."""
    return say("{count} mentions could not be linked to the record (--all lists them)", count=count)


def _finding_lines(text: str, finding: Finding, labels: Mapping[str, str], say: Language) -> list[Line]:
    level = Span(say(finding.comparison.level.value).upper(), _STYLES.get(finding.comparison.level, Style.PLAIN))
    subject = labels.get(finding.subject, "")
    about = " · ".join(part for part in (subject, finding.property) if part)
    lines = [line(level, "  ", _quoted(text, finding)), line("  ", strong(about))]
    if finding.recorded:
        lines.append(line("  ", say("recorded: {value}", value=finding.recorded)))
    lines.append(line("  ", say("why: {reason}", reason=say.phrase(finding.comparison.why))))
    return lines


def _quoted(text: str, finding: Finding) -> str:
    if finding.start is None or finding.end is None:
        return f"“{finding.words}”"
    start, end = max(0, finding.start - AROUND), min(len(text), finding.end + AROUND)
    after = text[finding.end : end] + ("…" if end < len(text) else "")
    around = f"{'…' if start else ''}{text[start : finding.start]}[{text[finding.start : finding.end]}]{after}"
    return " ".join(around.split())
