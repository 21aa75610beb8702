"""The TOML files of a story to rows that know where they stand, and all that is wrong with them as problems."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

import tomli

from bot.edtf import read_edtf
from bot.phrase import Phrase, phrase
from bot.record import Problem
from bot.values import PartialDate

E = TypeVar("E", bound=StrEnum)
Row = dict[str, object]
TABLES = ("person", "organisation", "place", "event", "fact", "source", "claim")
KEYS: Mapping[str, frozenset[str]] = {
    "story": frozenset({"id", "title", "language"}),
    "person": frozenset({"id", "name", "aliases", "role"}),
    "organisation": frozenset({"id", "name", "aliases", "role"}),
    "place": frozenset({"id", "name", "aliases", "role"}),
    "event": frozenset({"id", "label", "aliases", "role", "date", "place", "people", "words"}),
    "fact": frozenset(
        {"id", "of", "property", "kind", "unit", "behaviour", "scope", "part_of", "complete", "words"},
    ),
    "source": frozenset(
        {"id", "outlet", "label", "title", "url", "archive", "author", "published", "retrieved", "language", "origin"}
        | {"reliability", "note", "sha256"},
    ),
    "claim": frozenset(
        {"source", "on", "value", "normal", "inferred", "claimant", "as_of", "locator", "quote", "rank", "why", "note"}
        | {"span", "version"},
    ),
    "aliases": frozenset({"name", "kind", "sources"}),
    "people": frozenset({"id", "as"}),
    "date": frozenset({"edtf", "words", "inferred"}),
}
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(slots=True)
class Findings:
    """The problems found so far. `broken` = a file could not be read, so what it defines is not known."""

    problems: list[Problem] = field(default_factory=list)
    broken: bool = False


@dataclass(slots=True)
class _File:
    """A file's name and text, and the lines on which its tables begin, found once something is wrong."""

    name: str
    text: str
    headers: dict[str, list[int]] = field(default_factory=dict)

    def line(self, table: str, number: int) -> int | None:
        if table not in self.headers:
            header = re.compile(rf"^[ \t]*\[\[?[ \t]*{re.escape(table)}[ \t]*\]", re.MULTILINE)
            starts, line, last = [], 1, 0
            for found in header.finditer(self.text):
                line, last = line + self.text.count("\n", last, found.start()), found.start()
                starts.append(line)
            self.headers[table] = starts
        lines = self.headers[table]
        return lines[number - 1] if number <= len(lines) else None


@dataclass(slots=True)
class Cells:
    """One table of a file. Each reader returns a usable value and notes what was wrong with the one that was given."""

    row: Row
    table: str
    number: int
    file: _File
    findings: Findings
    prefix: str

    def wrong(self, key: str, wrong: Phrase, todo: Phrase) -> None:
        """Note a problem with one key ("" = with the whole table)."""
        path = f"{self.prefix}.{key}" if key else self.prefix
        line = self.file.line(self.table, self.number)
        self.findings.problems.append(Problem(self.file.name, path, wrong, todo, line))

    def text(self, key: str, *, required: bool = False) -> str:
        """A text, without white space around it."""
        value = self.row.get(key)
        if value is None and not required:
            return ""
        if isinstance(value, str):
            if "\0" in value:
                self.wrong(key, phrase("the text holds a NUL character"), phrase("remove it"))
            if (stripped := value.strip()) or not required:
                return stripped
        if value is None or value == "" or (isinstance(value, str) and required):
            if required:
                self.wrong(key, phrase("{key} is missing", key=key), _MISSING_TODO.get(key, _GIVE))
            return ""
        self.wrong(key, phrase("{key} is {got} and not text", key=key, got=_kind(value)), _QUOTE_IT)
        return ""

    def identity(self, key: str = "id") -> str:
        """An id in kebab-case."""
        given = self.text(key, required=True)
        if given and not _KEBAB.fullmatch(given):
            kebab = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
            todo = phrase("write it as {kebab!r}", kebab=kebab) if kebab else _KEBAB_TODO
            self.wrong(key, phrase("the id {given!r} is not in kebab-case", given=given[:80]), todo)
        return given

    def date(self, key: str) -> PartialDate | None:
        """An EDTF date, or a table of it with its `words` and `inferred`; TOML's own dates and whole years will do."""
        value = self.row.get(key)
        if isinstance(value, dict):
            inner = Cells(value, self.table, self.number, self.file, self.findings, f"{self.prefix}.{key}")
            inner.check_keys(KEYS["date"])
            given = inner.text("edtf", required=True)
            return (
                inner.read_date("edtf", given, inner.text("words"), inferred=inner.flag("inferred")) if given else None
            )
        if isinstance(value, dt.datetime):
            value = value.isoformat(timespec="minutes")
        elif isinstance(value, dt.date) or (isinstance(value, int) and not isinstance(value, bool)):
            value = str(value)
        elif value is not None and not isinstance(value, str):
            self.wrong(key, phrase("{key} is {got} and not a date", key=key, got=_kind(value)), _DATE_TODO)
            return None
        return self.read_date(key, value) if value and value.strip() else None

    def read_date(self, key: str, text: str, words: str = "", *, inferred: bool = False) -> PartialDate | None:
        """The date that `text` writes in EDTF."""
        try:
            return _edtf(text, words, inferred)
        except ValueError as error:
            self.wrong(key, phrase("{error}", error=error), _DATE_TODO)
            return None

    def choice(self, key: str, kinds: type[E], *, required: bool = False) -> E | None:
        """One of the words of an enumeration."""
        given = self.text(key, required=required)
        if not given:
            return None
        try:
            return kinds(given)
        except ValueError:
            self.wrong(
                key,
                phrase("{given!r} is no {key}", given=given[:80], key=key),
                phrase("use one of: {all}", all=", ".join(kinds)),
            )
            return None

    def flag(self, key: str) -> bool:
        """true or false; false if left out."""
        value = self.row.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, phrase("{key} is {got}", key=key, got=_kind(value)), phrase("write true or false"))
        return value is True

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.row.get(key, [])
        if isinstance(value, list):
            texts = [item.strip() for item in value if isinstance(item, str) and item.strip() and "\0" not in item]
            if len(texts) == len(value):
                return tuple(texts)
        self.wrong(
            key,
            phrase("{key} is not a list of texts", key=key),
            phrase('write {key} = ["first", "second"]', key=key),
        )
        return ()

    def span(self, key: str) -> tuple[int, int] | None:
        """Where something begins and ends in a text, in characters."""
        value = self.row.get(key)
        match value:
            case None:
                return None
            case [int(start), int(end)] if 0 <= start <= end < 2**31 and bool not in map(type, value):
                return start, end
        self.wrong(key, phrase("{key} is not a pair of character offsets", key=key), phrase("write it as [120, 134]"))
        return None

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts as sorted pairs."""
        value = self.row.get(key, {})
        if not isinstance(value, dict):
            self.wrong(
                key,
                phrase("{key} is {got} and not a table", key=key, got=_kind(value)),
                phrase('write {key} = {{ nationality = "Ukrainian" }}', key=key),
            )
            return ()
        inner = Cells(value, self.table, self.number, self.file, self.findings, f"{self.prefix}.{key}")
        return tuple(sorted((name, inner.text(name, required=True)) for name in value))

    def inner(self, key: str) -> Iterator[Cells]:
        """The tables in a list, with their unknown keys noted."""
        value = self.row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(key, phrase("{key} is not a list of tables", key=key), _INNER_TODO[key])
            return
        for place, item in enumerate(value, start=1):
            prefix = f"{self.prefix}.{key}[{place}]"
            cells = Cells(item, self.table, self.number, self.file, self.findings, prefix)
            cells.check_keys(KEYS[key])
            yield cells

    def check_keys(self, known: frozenset[str]) -> None:
        """Note every key that means nothing here."""
        if self.row.keys() <= known:
            return
        for key in self.row:
            if key not in known:
                self.wrong(_shown(key), phrase("{key!r} is not a key here", key=key[:80]), nearest(key, known))


@lru_cache(maxsize=4096)
def _edtf(text: str, words: str, inferred: bool) -> PartialDate:
    """As `read_edtf`; thousands of claims share a few dates."""
    return read_edtf(text, words, inferred=inferred)


def read_files(files: Mapping[str, str | bytes], findings: Findings) -> Iterator[Cells]:
    """Every table of every file, in the order of the files' names."""
    for name in sorted(files):
        text = _decoded(name, files[name], findings)
        tables = None if text is None else _parsed(name, text, findings)
        if text is None or tables is None:
            findings.broken = True
        else:
            yield from _rows(_File(name, text), tables, findings)


def nearest(given: str, known: Iterable[str], otherwise: Phrase | None = None) -> Phrase:
    """What to do about an unknown name: the names most like it."""
    from rapidfuzz import process

    choices = sorted(known)
    near = [name for name, score, _ in process.extract(given, choices, limit=3) if score >= 60]
    if near:
        return phrase("did you mean {near}?", near=" or ".join(near))
    return otherwise or phrase("use one of: {all}", all=", ".join(choices[:20]))


def _decoded(name: str, content: str | bytes, findings: Findings) -> str | None:
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = phrase("the file is not UTF-8 text (byte {byte} of the file)", byte=error.start + 1)
        findings.problems.append(Problem(name, "", wrong, phrase("save it as UTF-8"), line))
        return None


def _parsed(name: str, text: str, findings: Findings) -> Row | None:
    try:
        parsed: dict[str, Any] = tomli.loads(text)
        return parsed
    except RecursionError:
        wrong, line = phrase("the file is nested too deeply"), None
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else None
        wrong = phrase("the file is not TOML: {error}", error=_AT_LINE.sub("", str(error)).strip())
        if "\0" in text:
            wrong, line = phrase("the file holds a NUL character"), text.count("\n", 0, text.index("\0")) + 1
    todo = phrase("mend that line; https://toml.io shows the format")
    findings.problems.append(Problem(name, "", wrong, todo, line))
    return None


def _rows(file: _File, tables: Row, findings: Findings) -> Iterator[Cells]:
    for table, value in tables.items():
        whole = Cells({}, table, 1, file, findings, _shown(table))
        if table not in ("story", *TABLES):
            whole.wrong("", phrase("there is no table {table!r}", table=table[:80]), nearest(table, (*TABLES, "story")))
            continue
        if table == "story":
            rows = [value]
            form = phrase("write one [story]")
        else:
            rows = value if isinstance(value, list) else [None]
            form = phrase("write [[{table}]], with two brackets", table=table)
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict):
                whole.wrong("", phrase("{table} is {got}", table=table, got=_kind(value)), form)
                continue
            prefix = table if table == "story" else f"{table}[{number}]"
            cells = Cells(row, table, number, file, findings, prefix)
            cells.check_keys(KEYS[table])
            yield cells


def _shown(key: str) -> str:
    return key[:40] if key.isprintable() else repr(key[:40])


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a bare number"
        case dict():
            return "a table"
        case list():
            return "a list"
        case dt.date() | dt.time():
            return "a bare date"
    return "text"


_GIVE = phrase("add it")
_QUOTE_IT = phrase("put it in quotes, just as the source has it")
_KEBAB_TODO = phrase("use small letters, digits and single hyphens")
_DATE_TODO = phrase("write it as 2025-12-13, 2025-12, 2025 or 2025-12-12/2025-12-13, in quotes")
_INNER_TODO = {
    "aliases": phrase('write aliases = [{ name = "...", kind = "nickname" }]'),
    "people": phrase('write people = [{ id = "...", as = "freed" }]'),
}
_MISSING_TODO = {
    "id": phrase("give it an id in kebab-case"),
    "of": phrase("name the entity or event it is about by its id"),
    "on": phrase("name the fact it is about by its id"),
    "source": phrase("name the source that says so by its id"),
    "value": phrase("write the value as the source has it"),
    "property": phrase('say what is asked, such as "people freed"'),
}
