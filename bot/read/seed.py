"""The TOML files of a story (design.md, section 4) to rows of the record, or every problem of all files at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.phrase import Phrase, phrase
from bot.read.seed_files import TABLES, Cells, Findings, nearest, read_files
from bot.read.value import read_value
from bot.record import (
    Alias,
    AliasKind,
    Behaviour,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    FactKind,
    Participant,
    Problem,
    Rank,
    Seed,
    Source,
    Story,
    claim_key,
    key_of,
)
from bot.values import Duration, Figure, Money, Name, PartialDate, Quote, Term, Value

ENTITIES = tuple(kind.value for kind in EntityKind)
Files = Mapping[str, str | bytes]


def read_story(files: Files) -> tuple[Seed | None, tuple[Problem, ...]]:
    """A story from its files (name -> content). With any problem there is no story, only the problems."""
    findings = Findings()
    reader = _StoryReader(list(read_files(files, findings)), findings)
    seed = reader.read()
    problems = tuple(sorted(findings.problems, key=lambda one: (one.file, one.line or 0)))
    return (None if problems else seed), problems


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of the story: which table each stands in, and the names of those that have one."""

    tables: Mapping[str, str]
    labels: Mapping[str, str]

    def ids(self, *tables: str) -> list[str]:
        return [one for one, table in self.tables.items() if table in tables]


class _StoryReader:
    """The rows of one story on their way to the record; references resolve against the ids of all files."""

    def __init__(self, rows: Sequence[Cells], findings: Findings) -> None:
        self.rows = {table: [row for row in rows if row.table == table] for table in ("story", *TABLES)}
        self.findings = findings
        self.story = ""
        self.known = _Known({}, {})
        self.values: dict[tuple[object, ...], Value] = {}

    def read(self) -> Seed:
        story = self._story()
        self.known = self._ids()
        sources = tuple(self._source(cells) for cells in self.rows["source"])
        entities = tuple(self._entity(cells) for table in ENTITIES for cells in self.rows[table])
        facts = tuple(self._fact(cells) for cells in self.rows["fact"])
        self._check_parts(facts)
        return Seed(story, entities, facts, sources, self._claims(facts, sources))

    def _story(self) -> Story:
        rows = self.rows["story"]
        if not rows and not self.findings.broken:
            todo = phrase('add [story] with id = "..." and title = "..." to one of the files')
            self.findings.problems.append(Problem("story.toml", "story", phrase("no file has a [story]"), todo))
        for cells in rows[1:]:
            cells.wrong("", phrase("the story is described twice"), phrase("keep one [story] in all the files"))
        read = [Story(cells.identity(), cells.text("title"), cells.text("language")) for cells in rows]
        self.story = read[0].key if read else ""
        return read[0] if read else Story("")

    def _ids(self) -> _Known:
        tables: dict[str, str] = {}
        labels: dict[str, str] = {}
        first: dict[str, Cells] = {}
        for table in (*ENTITIES, "fact", "source"):
            for cells in self.rows[table]:
                one = cells.identity()
                if one in first:
                    where = f"{first[one].file.name}, {first[one].prefix}"
                    wrong = phrase("the id {id!r} is taken ({where})", id=one, where=where)
                    cells.wrong("id", wrong, phrase("give one of them another id"))
                elif one:
                    first[one], tables[one] = cells, table
                    name = cells.row.get("label" if table == "event" else "name")
                    labels[one] = name.strip() if isinstance(name, str) else one
        return _Known(tables, labels)

    def _reference(
        self, cells: Cells, key: str, what: str, tables: Iterable[str], *, required: bool = True
    ) -> str | None:
        """The key of the row that an id names; None with a problem noted if there is none."""
        given = cells.text(key, required=required)
        if not given:
            return None
        wanted = tuple(tables)
        table = self.known.tables.get(given)
        if table in wanted:
            return key_of(self.story, given)
        if table is not None:
            wrong = phrase(
                "{id!r} is the id of an entry in [[{table}]] and not of {what}", id=given, table=table, what=what
            )
            cells.wrong(key, wrong, nearest(given, self.known.ids(*wanted), _define(what)))
        elif not self.findings.broken:  # else the file that defines it may be the broken one
            wrong = phrase("{id!r} is not the id of {what}", id=given[:80], what=what)
            cells.wrong(key, wrong, nearest(given, self.known.ids(*wanted), _define(what)))
        return None

    def _named(self, cells: Cells, key: str) -> str:
        """Words, or the id of an entity, which stands for its name."""
        given = cells.text(key)
        return self.known.labels[given] if self.known.tables.get(given) in ENTITIES else given

    def _entity(self, cells: Cells) -> Entity:
        kind = EntityKind(cells.table)
        return Entity(
            key=self._key(cells),
            story=self.story,
            kind=kind,
            label=cells.text("label" if kind is EntityKind.EVENT else "name", required=True),
            aliases=tuple(self._alias(alias) for alias in cells.inner("aliases")),
            role=cells.text("role"),
            date=cells.date("date"),
            place=self._named(cells, "place"),
            people=tuple(self._participant(person) for person in cells.inner("people")),
            words=cells.texts("words"),
        )

    def _alias(self, cells: Cells) -> Alias:
        name, kind = cells.text("name", required=True), cells.choice("kind", AliasKind)
        sources = cells.texts("sources")
        keys = (
            self._reference(replace(cells, row={"sources": one}), "sources", "a source", ["source"]) for one in sources
        )
        return Alias(name, kind or AliasKind.OTHER, tuple(key for key in keys if key))

    def _participant(self, cells: Cells) -> Participant:
        return Participant(self._reference(cells, "id", "a person or entity", ENTITIES) or "", cells.text("as"))

    def _fact(self, cells: Cells) -> Fact:
        return Fact(
            key=self._key(cells),
            story=self.story,
            of=self._reference(cells, "of", "an entity or event", ENTITIES) or "",
            property=cells.text("property", required=True),
            kind=cells.choice("kind", FactKind, required=True) or FactKind.TEXT,
            unit=cells.text("unit"),
            behaviour=cells.choice("behaviour", Behaviour),
            scope=cells.pairs("scope"),
            part_of=self._reference(cells, "part_of", "a fact", ["fact"], required=False),
            complete=cells.flag("complete"),
            words=cells.texts("words"),
        )

    def _check_parts(self, facts: Sequence[Fact]) -> None:
        above = {fact.key: fact.part_of for fact in facts}
        for fact, cells in zip(facts, self.rows["fact"], strict=True):
            seen, at = [fact.key], fact.part_of
            while at is not None and at not in seen:
                seen.append(at)
                at = above.get(at)
            if at == fact.key:
                circle = " in ".join(key.rpartition("/")[2] for key in (*seen, at))
                wrong = phrase("the fact is part of itself ({circle})", circle=circle)
                cells.wrong("part_of", wrong, phrase("let the largest of them be part of nothing"))

    def _source(self, cells: Cells) -> Source:
        origin = cells.text("origin")
        if self.known.tables.get(origin) == "source":
            origin = key_of(self.story, origin)
        return Source(
            key=self._key(cells),
            story=self.story,
            outlet=cells.text("outlet"),
            title=cells.text("title"),
            url=_link(cells, "url"),
            author=cells.text("author"),
            published=cells.date("published"),
            retrieved=cells.date("retrieved"),
            language=cells.text("language"),
            origin=origin or None,
            reliability=_reliability(cells),
            sha256=cells.text("sha256"),
            called=cells.text("label"),
            note=cells.text("note"),
            archive=_link(cells, "archive"),
        )

    def _claims(self, facts: Sequence[Fact], sources: Sequence[Source]) -> tuple[Claim, ...]:
        by_fact = {fact.key: fact for fact, cells in zip(facts, self.rows["fact"], strict=True) if _has_kind(cells)}
        by_source = {source.key: source for source in sources}
        said: Counter[tuple[str, ...]] = Counter()
        return tuple(self._claim(cells, by_fact, by_source, said) for cells in self.rows["claim"])

    def _claim(
        self,
        cells: Cells,
        facts: Mapping[str, Fact],
        sources: Mapping[str, Source],
        said: Counter[tuple[str, ...]],
    ) -> Claim:
        source = self._reference(cells, "source", "a source", ["source"]) or ""
        fact = self._reference(cells, "on", "a fact", ["fact"]) or ""
        written = cells.text("value", required=True)
        as_of = cells.date("as_of")
        claimant = self._named(cells, "claimant")
        content = (source, fact, claimant, as_of.edtf if as_of else "", written)
        said[content] += 1
        published = sources[source].published if source in sources else None
        return Claim(
            key=claim_key(self.story, *content, occurrence=said[content] - 1),
            story=self.story,
            fact=fact,
            source=source,
            written=written,
            value=self._value(cells, facts.get(fact), written, published),
            claimant=claimant,
            as_of=as_of,
            evidence=_evidence(cells),
            rank=cells.choice("rank", Rank) or Rank.NORMAL,
            why=cells.text("why"),
            note=cells.text("note"),
        )

    def _value(self, cells: Cells, fact: Fact | None, written: str, published: PartialDate | None) -> Value:
        normal, inferred = cells.text("normal"), cells.flag("inferred")
        if inferred and (not normal or (fact and fact.kind is not FactKind.DATE)):
            wrong = phrase("inferred says that the date in normal was worked out, and there is none")
            cells.wrong("inferred", wrong, phrase("add normal, or remove inferred"))
        if fact is None or not written:
            return Term(written)
        if fact.kind is FactKind.DATE and normal:
            return cells.read_date("normal", normal, written, inferred=inferred) or Term(written)
        try:
            return _with_words(self._read_once(normal or written, fact, published), written)
        except ValueError as error:
            said, _, advice = str(error).partition("; ")
            cells.wrong("normal" if normal else "value", phrase("{said}", said=said), _what_to_do(advice, fact))
            return Term(written)

    def _read_once(self, text: str, fact: Fact, published: PartialDate | None) -> Value:
        """As `read_value`; what several sources say of a fact in the same words is read once."""
        question = (text, fact.kind, fact.unit, fact.property, published)
        if question not in self.values:
            self.values[question] = read_value(text, fact, published)
        return self.values[question]

    def _key(self, cells: Cells) -> str:
        given = cells.row.get("id")
        return key_of(self.story, given.strip() if isinstance(given, str) else "")


def normal_form(value: Value) -> tuple[str, bool]:
    """What `normal` and `inferred` of a claim must say for `read_story` to give this value whatever its words."""
    match value:
        case PartialDate():
            return value.edtf, value.inferred
        case Figure():
            return _figure_words(value), False
        case Money():
            return f"{value.currency} {_figure_words(value.amount)}", False
        case Duration():
            return f"{_figure_words(value.length)} {value.length.unit}".strip(), False
        case Term() | Name() | Quote():
            return value.words, False


def _figure_words(figure: Figure) -> str:
    if figure.number is None:
        return figure.words
    hedge = "" if figure.hedge.value in ("exact", "range", "vague") else f"{figure.hedge.value} "
    top = "" if figure.to is None else f" to {_digits(figure.to)}"
    return f"{hedge}{_digits(figure.number)}{top}{'%' if figure.kind.value == 'percent' else ''}"


def _digits(number: Decimal) -> str:
    return f"{number:f}"


def _with_words(value: Value, written: str) -> Value:
    """The value with the words as the claim has them: a normal form stands for them, it does not replace them."""
    if value.words == written:
        return value
    match value:
        case Money(amount=figure):
            return replace(value, amount=replace(figure, words=written))
        case Duration(length=figure):
            return replace(value, length=replace(figure, words=written))
        case Figure() | PartialDate():
            return replace(value, words=written)
    return value


def _has_kind(cells: Cells) -> bool:
    return cells.row.get("kind") in list(FactKind)


def _evidence(cells: Cells) -> Evidence:
    start, end = cells.span("span") or (None, None)
    return Evidence(cells.text("locator"), start, end, cells.text("quote"), cells.text("version"))


def _link(cells: Cells, key: str) -> str:
    given = cells.text(key)
    if given and not given.startswith(("https://", "http://")):
        wrong = phrase("{given!r} is not a link", given=given[:80])
        cells.wrong(key, wrong, phrase("write the whole address, from https:// on"))
    return given


def _reliability(cells: Cells) -> str:
    given = cells.text("reliability")
    letter, digit = given[:1], given[1:]
    if given and not (letter in "ABCDEF" and (not digit or digit in "123456")):
        wrong = phrase("{given!r} is not a reliability", given=given[:80])
        cells.wrong("reliability", wrong, phrase("write a letter from A to F and a figure from 1 to 6, such as B2"))
    return given


def _define(what: str) -> Phrase:
    return phrase("define {what} of that id, or use another", what=what)


def _what_to_do(advice: str, fact: Fact) -> Phrase:
    if fact.kind is FactKind.DATE:
        return phrase('give the date in normal = "2025-12-13", with inferred = true if it was worked out')
    return phrase('{advice}, or give it in normal = "..."', advice=advice or "write it as a source would")
