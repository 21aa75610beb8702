"""Clauses linked to status facts to those that speak of the fact itself: what may be recorded without a second look.

A clause that names no state the record disputes is silent in a check whatever it is linked to; recorded, it would be
counted as a source.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.link.index import Index
from bot.link.links import Link
from bot.link.passages import read_sentence
from bot.link.profiles import Profile, marks_of
from bot.record import EntityKind, FactKind

OF_PERSON, OF_OTHERS = 1, 2  # how many of the fact's own words a clause must have


def find_telling(links: Sequence[Link], index: Index) -> frozenset[int]:
    """The places in `links` of clauses that name the fact's subject and words of its own."""
    return frozenset(
        at
        for at, link in enumerate(links)
        if link.kind == "status" and link.fact and link.fact.kind is FactKind.STATUS and _is_telling(link, index)
    )


def _is_telling(link: Link, index: Index) -> bool:
    assert link.fact is not None
    profile = index.profiles[link.fact.key]
    kind = profile.subject.kind if profile.subject else None
    shared = _shared(link.words, profile)
    if kind is EntityKind.PERSON:
        return len(shared) >= OF_PERSON
    if len(shared) < OF_OTHERS:
        return False
    if kind is EntityKind.EVENT:
        return any(_is_its_own(key, profile, index) for keys in shared for key in keys)
    return _is_named(link, index)


def _shared(clause: str, profile: Profile) -> list[frozenset[str]]:
    """For each word of the clause that the fact or its event has too, the keys they have in common."""
    own = profile.words | profile.context | {key for keys in marks_of(profile.fact.property) for key in keys}
    return [common for keys in marks_of(clause) if (common := own & set(keys))]


def _is_its_own(key: str, profile: Profile, index: Index) -> bool:
    """Whether no status fact about another event has the word."""
    facts = index.statuses.get((profile.fact.story, key), ())
    return {index.profiles[fact].fact.of for fact in facts} <= {profile.fact.of}


def _is_named(link: Link, index: Index) -> bool:
    """A place or an organisation is named in the clause itself."""
    sentence = read_sentence(link.words, 0, len(link.words))
    return (
        sentence is not None
        and link.fact is not None
        and any(one.entity == link.fact.of for one in index.find_known(sentence))
    )
