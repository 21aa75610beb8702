"""A few words per entity and fact to a record, and a text's findings against it: no files, no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.checking import LinkIndex, check_text
from bot.desk.comparing import find_findings
from bot.edtf import read_edtf
from bot.link.index import build_index
from bot.read.value import read_value
from bot.record import Alias, Behaviour, Claim, Entity, EntityKind, Fact, FactKind, Finding, Scope, Source
from bot.values import PartialDate, Quote, Term, Value

STORY = "s"
TOLD = "2031-03-10"


@dataclass(frozen=True, slots=True)
class Told:
    """One recorded claim: the fact's id, whose it is, its property, kind and value."""

    id: str
    of: str
    property: str
    kind: FactKind
    value: str
    claimant: str = ""
    behaviour: Behaviour = Behaviour.LEVEL
    scope: Scope = ()
    unit: str = ""


def person(id: str, name: str, role: str = "", *aliases: str) -> Entity:
    return _entity(id, EntityKind.PERSON, name, role, aliases)


def organisation(id: str, name: str, *aliases: str) -> Entity:
    return _entity(id, EntityKind.ORGANISATION, name, "", aliases)


def place(id: str, name: str) -> Entity:
    return _entity(id, EntityKind.PLACE, name, "", ())


def event(id: str, label: str, date: str, where: str) -> Entity:
    return Entity(f"{STORY}/{id}", STORY, EntityKind.EVENT, label, date=read_edtf(date), place=where)


def _entity(id: str, kind: EntityKind, name: str, role: str, aliases: Sequence[str]) -> Entity:
    return Entity(f"{STORY}/{id}", STORY, kind, name, tuple(Alias(one) for one in aliases), role)


def make_index(entities: Sequence[Entity], told: Sequence[Told]) -> LinkIndex:
    """The index over a record of these rows, all told on one day by one source."""
    facts = [_fact(one) for one in told]
    source = Source(f"{STORY}/base", STORY, "Base", published=read_edtf(TOLD))
    return LinkIndex(1, build_index(entities, facts, [_claim(one) for one in told]), {source.key: source})


def _fact(one: Told) -> Fact:
    key, of = f"{STORY}/{one.id}", f"{STORY}/{one.of}"
    return Fact(key, STORY, of, one.property, one.kind, one.unit, one.behaviour, one.scope)


def _claim(one: Told) -> Claim:
    as_of = read_edtf(TOLD) if one.behaviour is not Behaviour.FIXED else None
    key, fact = f"{STORY}/{one.id}-claim", f"{STORY}/{one.id}"
    return Claim(key, STORY, fact, f"{STORY}/base", one.value, _value(one), one.claimant, as_of)


def _value(one: Told) -> Value:
    match one.kind:
        case FactKind.DATE:
            found = read_edtf(one.value)
            return PartialDate(one.value, found.edtf, found.start, found.end)
        case FactKind.QUOTE:
            return Quote(one.value, True)
        case FactKind.COUNT | FactKind.DURATION | FactKind.MONEY | FactKind.PERCENT:
            return read_value(one.value, _fact(one))
    return Term(one.value)


def find_in(text: str, known: LinkIndex, published: str) -> tuple[Finding, ...]:
    """What checking a text against the record finds."""
    source = Source("", "", "Later", published=read_edtf(published))
    _, compared = check_text(text, known, source)
    return find_findings(compared, known.index)
