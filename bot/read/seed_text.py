"""A story of the record to the text of its TOML file; reading that text gives the same rows again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.read.seed import normal_form
from bot.read.value import read_value
from bot.record import Claim, Entity, EntityKind, Fact, Rank, Seed, Source, Story, claim_key, local_id
from bot.values import PartialDate

Cell = str | bool | int | None | Sequence["Cell"] | Mapping[str, "Cell"]


def story_text(seed: Seed) -> str:
    """One TOML file that says all a story holds."""
    facts = {fact.key: fact for fact in seed.facts}
    published = {source.key: source.published for source in seed.sources}
    tables = [
        _story(seed.story),
        *(_source(source) for source in seed.sources),
        *(_entity(entity) for entity in seed.entities),
        *(_fact(fact) for fact in seed.facts),
        *(_claim(claim, facts[claim.fact], published[claim.source]) for claim in _in_order(seed)),
    ]
    return "\n".join(tables)


def _in_order(seed: Seed) -> Iterator[Claim]:
    """The claims so that of those which say the same, each is read back as the one it was."""
    claims = {claim.key: claim for claim in seed.claims}
    given: set[str] = set()
    for claim in seed.claims:
        as_of = claim.as_of.edtf if claim.as_of else ""
        said = (claim.source, claim.fact, claim.claimant, as_of, claim.written)
        turn = 0
        while (key := claim_key(claim.story, *said, occurrence=turn)) in claims and key in given:
            turn += 1
        first = claims.get(key, claim)
        given.add(first.key)
        yield first


def _story(story: Story) -> str:
    return _table("[story]", {"id": story.key, "title": story.title, "language": story.language})


def _entity(entity: Entity) -> str:
    aliases = [
        {"name": alias.name, "kind": alias.kind.value} | _some("sources", [local_id(key) for key in alias.sources])
        for alias in entity.aliases
    ]
    people = [{"id": local_id(one.entity)} | _some("as", one.role) for one in entity.people]
    cells: dict[str, Cell] = {
        "id": local_id(entity.key),
        "label" if entity.kind is EntityKind.EVENT else "name": entity.label,
        "aliases": aliases,
        "role": entity.role,
    }
    if entity.kind is EntityKind.EVENT:
        cells |= {"date": _date(entity.date), "place": entity.place, "people": people, "words": entity.words}
    return _table(f"[[{entity.kind.value}]]", cells)


def _fact(fact: Fact) -> str:
    cells: dict[str, Cell] = {
        "id": local_id(fact.key),
        "of": local_id(fact.of),
        "property": fact.property,
        "kind": fact.kind.value,
        "unit": fact.unit,
        "behaviour": fact.behaviour.value if fact.behaviour else None,
        "scope": dict(fact.scope),
        "part_of": local_id(fact.part_of) if fact.part_of else None,
        "complete": fact.complete,
        "words": fact.words,
    }
    return _table("[[fact]]", cells)


def _source(source: Source) -> str:
    origin = source.origin or ""
    cells: dict[str, Cell] = {
        "id": local_id(source.key),
        "outlet": source.outlet,
        "label": source.called,
        "title": source.title,
        "url": source.url,
        "archive": source.archive,
        "author": source.author,
        "published": _date(source.published),
        "retrieved": _date(source.retrieved),
        "language": source.language,
        "origin": local_id(origin) if origin.startswith(f"{source.story}/") else origin,
        "reliability": source.reliability,
        "sha256": source.sha256,
        "note": source.note,
    }
    return _table("[[source]]", cells)


def _claim(claim: Claim, fact: Fact, published: PartialDate | None) -> str:
    evidence = claim.evidence
    span = None if evidence.start is None or evidence.end is None else [evidence.start, evidence.end]
    cells: dict[str, Cell] = {
        "source": local_id(claim.source),
        "on": local_id(claim.fact),
        "value": claim.written,
        **_normal(claim, fact, published),
        "claimant": claim.claimant,
        "as_of": _date(claim.as_of),
        "locator": evidence.locator,
        "quote": evidence.words,
        "span": span,
        "version": evidence.version,
        "rank": None if claim.rank is Rank.NORMAL else claim.rank.value,
        "why": claim.why,
        "note": claim.note,
    }
    return _table("[[claim]]", cells)


def _normal(claim: Claim, fact: Fact, published: PartialDate | None) -> dict[str, Cell]:
    """`normal` and `inferred`, where the words alone do not give the value."""
    try:
        if read_value(claim.written, fact, published) == claim.value:
            return {}
    except ValueError:
        pass
    normal, inferred = normal_form(claim.value)
    return {"normal": normal, "inferred": inferred}


def _date(date: PartialDate | None) -> Cell:
    if date is None or (date.words == date.edtf and not date.inferred):
        return date.edtf if date else None
    words = {} if date.words == date.edtf else {"words": date.words}
    return {"edtf": date.edtf, **words, "inferred": date.inferred}


def _some(key: str, cell: Cell) -> dict[str, Cell]:
    return {key: cell} if cell else {}


def _table(header: str, cells: Mapping[str, Cell]) -> str:
    lines = (f"{key} = {_toml(cell)}" for key, cell in cells.items() if cell not in (None, "", False, [], (), {}))
    return "\n".join((header, *lines, ""))


def _toml(cell: Cell) -> str:
    match cell:
        case str():
            # JSON's strings are TOML's, but for DEL, which TOML wants escaped.
            return json.dumps(cell, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return "true" if cell else "false"
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in cell.items()) + " }"
        case Sequence():
            return "[" + ", ".join(_toml(item) for item in cell) + "]"
    return str(cell)


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _toml(key)
