"""Case files (a record, later reports, what a careful desk would find in them) to story folders and scores."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.record import Finding, Level, local_id

HERE = Path(__file__).parent
Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Expected:
    """Words of a report that must be found, and how grave they are."""

    fact: str
    words: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Report:
    """One later report: its text, what must be found in it, and words on which nothing may be said."""

    name: str
    outlet: str
    published: str
    text: str
    expected: tuple[Expected, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one report's findings were worth."""

    missed: tuple[Expected, ...]
    false_alarms: tuple[Finding, ...]
    needless_notes: tuple[Finding, ...]


def case_files() -> list[Path]:
    """The case files beside this one."""
    return sorted(HERE.glob("*.json"))


def read_reports(path: Path) -> Iterator[Report]:
    """The reports of a case file."""
    case = json.loads(path.read_text(encoding="utf-8"))
    for source in case["sources"]:
        expected = tuple(Expected(kebab(one["fact"]), one["found"], one["verdict"]) for one in source["expected"])
        yield Report(
            f"{path.stem} {source['id']}",
            source["outlet"] or "unnamed",
            source["published"] or case["event"]["date"],
            source["text"],
            expected,
            tuple(one["found"] for one in source["must_not_alert"]),
        )


def write_story(path: Path, folder: Path) -> Path:
    """The record of a case file as a story folder that `load` takes; returns the folder."""
    case = json.loads(path.read_text(encoding="utf-8"))
    event, record = case["event"], case["record"]
    tables = [f'[story]\nid = "{event["slug"]}"\ntitle = {toml(event["name"])}\nlanguage = "en"\n']
    for entity in record["entities"]:
        aliases = [{"name": name, "kind": "other"} for name in entity.get("aliases", ())]
        row = {"id": kebab(entity["id"]), "name": entity["name"], "aliases": aliases, "role": entity.get("role")}
        tables.append(table(entity["kind"], row))
    tables += [table("event", {**one, "id": kebab(one["id"])}) for one in record["events"]]
    for name in sorted({fact["source"] for fact in record["facts"]}):
        row = {"id": kebab(name), "outlet": f"Base report {name}", "published": event["date"], "language": "en"}
        tables.append(table("source", row))
    tables += [text for fact in record["facts"] for text in _fact_tables(fact)]
    story = folder / str(event["slug"])
    story.mkdir()
    (story / "story.toml").write_text("\n".join(tables), encoding="utf-8")
    return story


def _fact_tables(fact: Mapping[str, str]) -> Iterator[str]:
    of = kebab(fact.get("event") or fact.get("entity") or "")
    row: Cells = {name: fact.get(name) for name in ("property", "kind", "unit", "behaviour", "scope")}
    yield table("fact", {"id": kebab(fact["id"]), "of": of, **row})
    value = fact["date"] if fact["kind"] == "date" and fact.get("date") else fact["value"]
    claim: Cells = {"value": value, "claimant": fact.get("claimant"), "as_of": fact.get("as_of")}
    yield table("claim", {"source": kebab(fact["source"]), "on": kebab(fact["id"]), **claim})


def table(name: str, row: Cells) -> str:
    """One TOML table of an array; empty cells are left out."""
    lines = [f"{key} = {toml(value)}" for key, value in row.items() if value not in (None, "", [], {})]
    return "\n".join([f"[[{name}]]", *lines, ""])


def toml(value: object) -> str:
    """A TOML value."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(str(one))}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    return json.dumps(str(value), ensure_ascii=False)


def kebab(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def outcome_of(report: Report, findings: Sequence[Finding]) -> Outcome:
    """What was missed, and what was said that should not have been. A contradiction must be an alert."""
    missed = tuple(one for one in report.expected if not any(_answers(found, one, report) for found in findings))
    spare = [found for found in findings if not _touches(found, [one.words for one in report.expected], report)]
    alarms = tuple(found for found in spare if found.comparison.level is Level.ALERT)
    notes = tuple(
        found for found in spare if found.comparison.level is Level.NOTE and _touches(found, report.silent, report)
    )
    return Outcome(missed, alarms, notes)


def _answers(found: Finding, one: Expected, report: Report) -> bool:
    is_grave = found.comparison.level is Level.ALERT or one.verdict != "contradicts"
    about = one.fact in (local_id(found.fact), local_id(found.subject))
    return is_grave and about and _touches(found, [one.words], report)


def _touches(found: Finding, phrases: Sequence[str], report: Report) -> bool:
    start, end = found.start or 0, found.end or 0
    spots = [match.span() for words in phrases for match in re.finditer(re.escape(words), report.text)]
    return any(start < last and first < end for first, last in spots)
