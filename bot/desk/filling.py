"""What an editor typed for the fields of a row to the row, each field checked: None leaves it, "-" empties it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar

from bot.desk.indexing import RecordIndex
from bot.desk.meant import get_entity, get_fact, get_source
from bot.errors import BadInput, NotFound
from bot.folding import fold
from bot.read.dates import read_date
from bot.read.value import read_value
from bot.record import (
    Behaviour,
    Claim,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    FactKind,
    Participant,
    Rank,
    Scope,
    Source,
    claim_key,
    local_id,
)
from bot.values import PartialDate, Value

EMPTY = "-"
LONGEST = 300
LONGEST_VALUE = 2000
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Fields of a person, organisation, place or event; `people` are "name=role", the last four an event's own."""

    name: str | None = None
    role: str | None = None
    date: str | None = None
    place: str | None = None
    people: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class FactWords:
    """Fields of a fact; `scope` is "name=value, ...", `words` are cues apart by commas."""

    of: str | None = None
    property: str | None = None
    kind: str | None = None
    unit: str | None = None
    behaviour: str | None = None
    scope: str | None = None
    part_of: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Fields of a source; `origin` is a source of the record or the name of a wire or document, `archive` a link."""

    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    origin: str | None = None
    reliability: str | None = None
    language: str | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Fields of a claim; `value` is as the source has it, `claimant` who says it apart from the outlet."""

    fact: str | None = None
    value: str | None = None
    source: str | None = None
    claimant: str | None = None
    as_of: str | None = None
    locator: str | None = None
    quote: str | None = None
    rank: str | None = None


def fill_entity(index: RecordIndex, row: Entity, given: EntityWords) -> Entity:
    """The entity with what was given. Raises BadInput, NotFound."""
    label = read_text(given.name, row.label, "name")
    if not any(char.isalnum() for char in label):
        raise BadInput("the name has no letter or figure; write it as the desk spells it")
    own = {"date": given.date, "place": given.place, "people": given.people, "words": given.words}
    if row.kind is not EntityKind.EVENT and (wrong := [name for name, text in own.items() if text is not None]):
        raise BadInput("{label} is no event and has no {field}", label=label, field=wrong[0])
    return replace(
        row,
        label=label,
        role=read_text(given.role, row.role, "role"),
        date=read_day(given.date, row.date, "date"),
        place=_labelled(index, read_text(given.place, row.place, "place"), row.story),
        people=row.people if given.people is None else _people(index, given.people, row.story),
        words=_list(given.words, row.words, "words"),
    )


def fill_fact(index: RecordIndex, row: Fact, given: FactWords) -> Fact:
    """The fact with what was given. Raises BadInput, NotFound."""
    of = get_entity(index, given.of, row.story) if given.of is not None else index.entities.get(row.of)
    asked = read_text(given.property, row.property, "property")
    if not any(char.isalnum() for char in asked):
        raise BadInput("say what the fact tells, such as “people freed”")
    behaviour = read_text(given.behaviour, row.behaviour.value if row.behaviour else "", "behaviour")
    filled = replace(
        row,
        of=of.key if of else row.of,
        property=asked,
        kind=row.kind if given.kind is None else read_choice(given.kind, FactKind, "kind"),
        unit=read_text(given.unit, row.unit, "unit"),
        behaviour=read_choice(behaviour, Behaviour, "behaviour") if behaviour else None,
        scope=row.scope if given.scope is None else _scope(given.scope),
        words=_list(given.words, row.words, "words"),
    )
    return filled if given.part_of is None else replace(filled, part_of=_whole(index, filled, given.part_of))


def fill_source(index: RecordIndex, row: Source, given: SourceWords) -> Source:
    """The source with what was given. Raises BadInput, NotFound."""
    filled = replace(
        row,
        outlet=read_text(given.outlet, row.outlet, "outlet"),
        title=read_text(given.title, row.title, "title"),
        url=_link(read_text(given.url, row.url, "url")),
        author=read_text(given.author, row.author, "author"),
        published=read_day(given.published, row.published, "published"),
        origin=row.origin if given.origin is None else fill_origin(index, row, read_text(given.origin, "", "origin")),
        reliability=_reliability(read_text(given.reliability, row.reliability, "reliability")),
        language=read_text(given.language, row.language, "language"),
        archive=_link(read_text(given.archive, row.archive, "archive")),
    )
    if not (filled.outlet or filled.title or filled.called):
        raise BadInput("a source needs an outlet or a title")
    return filled


def fill_claim(index: RecordIndex, row: Claim, given: ClaimWords) -> Claim:
    """The claim with what was given, its value read again and its key made anew. Raises BadInput, NotFound."""
    fact = get_fact(index, given.fact, row.story) if given.fact is not None else index.facts.get(row.fact)
    if fact is None:
        raise NotFound("there is no fact {asked!r} in the record", asked=local_id(row.fact))
    source = get_source(index, given.source, fact.story) if given.source is not None else index.sources.get(row.source)
    if source is None:
        raise NotFound("there is no source {asked!r} in the record", asked=local_id(row.source))
    written = row.written if given.value is None else read_text(given.value, "", "value", LONGEST_VALUE)
    claimant = read_text(given.claimant, row.claimant, "claimant")
    filled = replace(
        row,
        story=fact.story,
        fact=fact.key,
        source=source.key,
        written=written,
        claimant=_labelled(index, claimant, fact.story),
        as_of=read_day(given.as_of, row.as_of, "as of"),
        evidence=_evidence(row.evidence, given),
        rank=row.rank if given.rank is None else read_choice(given.rank, Rank, "rank"),
    )
    if given.value is not None or filled.fact != row.fact:
        filled = replace(filled, value=_value(written, fact, source))
    return filled if _said(filled) == _said(row) else replace(filled, key=claim_key(filled.story, *_said(filled)))


def reread(claims: Sequence[Claim], fact: Fact, sources: Mapping[str, Source]) -> list[Claim]:
    """The claims of a fact whose kind or unit was changed, each value read for it. Raises BadInput naming the first."""
    return [replace(one, value=_value(one.written, fact, sources.get(one.source))) for one in claims]


def read_text(given: str | None, before: str, field: str, most: int = LONGEST) -> str:
    """What was given for a field on one line, "" for the sign that empties it. Raises BadInput if it is too long."""
    if given is None:
        return before
    text = readable(given)
    if len(text) > most:
        raise BadInput(
            "the {field} has {length} characters; at most {most} fit", field=field, length=len(text), most=most
        )
    return "" if text == EMPTY else text


def readable(text: str) -> str:
    """Text on one line, without what no keyboard writes: control characters and halves of characters."""
    return " ".join("".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in text).split())


def read_day(given: str | None, before: PartialDate | None, field: str) -> PartialDate | None:
    """A date as written or in EDTF, None for the sign that empties it. Raises BadInput."""
    text = read_text(given, "", field)
    if given is None or not text:
        return before if given is None else None
    try:
        return read_date(text)
    except ValueError as error:
        raise BadInput("{field}: {error}", field=field, error=error) from None


def read_choice(given: str, choices: type[E], field: str) -> E:
    """The member somebody named. Raises BadInput with all there are."""
    named = fold(given)
    for one in choices:
        if named == fold(str(one.value)):
            return one
    there = ", ".join(str(one.value) for one in choices)
    raise BadInput("{given!r} is no {field}; there are {there}", given=given[:40], field=field, there=there)


def _labelled(index: RecordIndex, text: str, story: str) -> str:
    """Words, or the id of an entity, which stands for its name."""
    found = index.entities.get(f"{story}/{text}")
    return found.label if found else text


def _people(index: RecordIndex, given: str, story: str) -> tuple[Participant, ...]:
    parts = [] if given.strip() == EMPTY else [part for part in given.replace(";", ",").split(",") if part.strip()]
    people = (part.partition("=") for part in parts)
    return tuple(
        Participant(get_entity(index, name, story).key, read_text(role, "", "role")) for name, _, role in people
    )


def _list(given: str | None, before: tuple[str, ...], field: str) -> tuple[str, ...]:
    if given is None:
        return before
    return tuple(dict.fromkeys(filter(None, map(str.strip, read_text(given, "", field).split(",")))))


def _scope(given: str) -> Scope:
    pairs: dict[str, str] = {}
    for part in filter(None, read_text(given, "", "scope").split(",")):
        name, sign, value = (one.strip() for one in part.partition("="))
        if not (name and sign and value):
            raise BadInput("write the scope as NAME=VALUE, such as nationality=Ukrainian")
        pairs[name] = value
    return tuple(sorted(pairs.items()))


def _whole(index: RecordIndex, fact: Fact, given: str) -> str | None:
    text = read_text(given, "", "part of")
    if not text:
        return None
    whole = get_fact(index, text, fact.story)
    above: str | None = whole.key
    while above is not None:
        if above == fact.key:
            raise BadInput("{fact} would be part of itself; name another whole", fact=local_id(fact.key))
        above = index.facts[above].part_of if above in index.facts else None
    return whole.key


def fill_origin(index: RecordIndex, source: Source, text: str) -> str | None:
    """A source of the record where one is named, else the words; a circle of copies has no origin."""
    try:
        above: str | None = get_source(index, text, source.story).key if text else None
    except NotFound:
        return text
    origin = above
    while above is not None:
        if above == source.key:
            raise BadInput("{source} cannot derive from itself", source=source.label)
        above = index.sources[above].origin if above in index.sources else None
    return origin


def _link(text: str) -> str:
    if text and not text.startswith(("https://", "http://")):
        raise BadInput("{text!r} is not a link; write the whole address, from https:// on", text=text[:80])
    return text


def _reliability(text: str) -> str:
    letter, figure = text[:1], text[1:]
    if text and not (letter in "ABCDEF" and (not figure or figure in tuple("123456"))):
        raise BadInput(
            "{text!r} is not a reliability; write a letter from A to F and a figure from 1 to 6, such as B2",
            text=text[:20],
        )
    return text


def _evidence(before: Evidence, given: ClaimWords) -> Evidence:
    """Other words or another value are no longer those read at the old place in the text."""
    moved = any(text is not None for text in (given.quote, given.value, given.source))
    kept = Evidence(before.locator, words=before.words) if moved else before
    return replace(
        kept,
        locator=read_text(given.locator, before.locator, "locator"),
        words=read_text(given.quote, before.words, "quote"),
    )


def _value(written: str, fact: Fact, source: Source | None) -> Value:
    try:
        return read_value(written, fact, source.published if source else None)
    except ValueError as error:
        raise BadInput("{error}; type the value as the source has it", error=error) from None


def _said(claim: Claim) -> tuple[str, str, str, str, str]:
    return claim.source, claim.fact, claim.claimant, claim.as_of.edtf if claim.as_of else "", claim.written
