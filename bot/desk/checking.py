"""A text to what the record says about it: read, linked, compared, and the findings worth showing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.desk.comparing import compare_links, find_findings
from bot.desk.live import LiveRows, read_live
from bot.desk.meant import get_source
from bot.desk.toning import Compared
from bot.edtf import read_edtf
from bot.errors import BadInput, NotFound
from bot.link.index import Index, build_index
from bot.link.linking import link_reading
from bot.link.links import Link
from bot.read.dates import find_dates
from bot.read.figures import find_figures
from bot.read.names import find_names
from bot.read.quotes import find_quotes
from bot.read.sentences import find_paragraphs, find_sentences
from bot.reading import Reading
from bot.record import Entity, EntityKind, Finding, Source, Verdict
from bot.search import KnownNames
from bot.values import PartialDate

if TYPE_CHECKING:
    from bot.desk import Desk

__all__ = ["Article", "CheckReport", "Link", "LinkIndex", "build_link_index", "check", "check_text"]

LONGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Article:
    """A text to check and what is known of where it stands; `published` as given, an EDTF date."""

    text: str
    outlet: str = ""
    published: str = ""
    title: str = ""
    url: str = ""
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Every mention of the text with the fact it is linked to (or why not), and the findings, gravest first.

    `text` is what the offsets refer to; `labels` names the subjects of the findings by entity key.
    """

    text: str
    claims: tuple[Link, ...]
    findings: tuple[Finding, ...]
    compared: tuple[Compared, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkIndex:
    """What checking keeps in memory of one revision of the record."""

    revision: int
    index: Index
    sources: Mapping[str, Source]
    names: KnownNames = field(default_factory=lambda: KnownNames({}))
    rows: LiveRows | None = None


async def check(desk: Desk, article: Article) -> CheckReport:
    """The article against the record, nothing saved. Raises BadInput for a date or text that cannot be used."""
    known = await desk.link_index()
    published = read_published(article.published)
    # In a thread: a long text takes seconds, and a client that misses a heartbeat meanwhile is thrown out.
    source = source_of(article, published, await _origin(desk, article.origin))
    links, compared = await asyncio.to_thread(check_text, article.text, known, source)
    findings = find_findings(compared, known.index)
    labels = {one.subject: _label(known.index.entities.get(one.subject), one.subject) for one in findings}
    return CheckReport(article.text, links, findings, compared, labels)


def check_text(text: str, known: LinkIndex, source: Source) -> tuple[tuple[Link, ...], tuple[Compared, ...]]:
    """The links of a text and what comparing them found."""
    if len(text) > LONGEST:
        raise BadInput(
            "the text has {count} characters; more than {most} are not read at once", count=len(text), most=LONGEST
        )
    links = link_reading(read_article(text, source.published, known.names), known.index)
    compared = compare_links(links, known.index, source, known.sources)
    return _worth_keeping(links, compared), compared


def read_article(text: str, published: PartialDate | None, known: KnownNames | None = None) -> Reading:
    """All that the readers find in a text; `known` ties its names to the record."""
    names = find_names(text, known)
    return Reading(
        text,
        published,
        find_figures(text),
        find_dates(text, published),
        names,
        find_quotes(text, names),
        find_sentences(text),
        find_paragraphs(text),
    )


def _worth_keeping(links: tuple[Link, ...], compared: tuple[Compared, ...]) -> tuple[Link, ...]:
    """Statuses and roles are tried on many clauses: only those that said something are claims of the text."""
    told = {id(one.link) for one in compared if one.comparison.verdict is not Verdict.NOT_COMPARABLE}
    tried = ("status", "role", "whole")
    return tuple(link for link in links if link.kind not in tried or not link.fact or id(link) in told)


def source_of(article: Article, published: PartialDate | None, origin: str | None = None) -> Source:
    """The article as a source that is not recorded."""
    return Source("", "", article.outlet, article.title, article.url, published=published, origin=origin)


async def _origin(desk: Desk, asked: str | None) -> str | None:
    """The source of the record that is named as origin, else the words."""
    if not asked:
        return None
    try:
        return get_source(await desk.index(), asked).key
    except (NotFound, BadInput):
        return asked


def read_published(text: str) -> PartialDate | None:
    """The publication date as given; raises BadInput."""
    if not text.strip():
        return None
    try:
        return read_edtf(text)
    except ValueError as error:
        raise BadInput("--published: {error}; give a date such as 2025-12-13", error=error) from None


async def build_link_index(desk: Desk, before: LinkIndex | None = None) -> LinkIndex:
    """The index over the record as it stands now; what has not changed since is taken from the one before."""
    revision = await desk.store.revision()
    rows = await read_live(desk.store.reading, before.rows if before else None)
    return await asyncio.to_thread(_index_rows, revision, rows, before)


def _index_rows(revision: int, rows: LiveRows, before: LinkIndex | None) -> LinkIndex:
    claims = (claim for said in rows.claims.values() for claim in said)
    index = build_index(rows.entities.values(), rows.facts.values(), claims, before.index if before else None)
    is_same = before is not None and before.index.entities == index.entities
    names = before.names if before and is_same else known_names(rows.entities.values())
    return LinkIndex(revision, index, rows.sources, names, rows)


def known_names(entities: Iterable[Entity]) -> KnownNames:
    """Every spelling of the people, organisations and places of the record; an event's label is no name."""
    forms: dict[str, set[str]] = {}
    for one in entities:
        if one.kind is not EntityKind.EVENT:
            for form in (one.label, *(alias.name for alias in one.aliases)):
                forms.setdefault(form, set()).add(one.key)
    return KnownNames(forms)


def _label(entity: Entity | None, key: str) -> str:
    return entity.label if entity else key
