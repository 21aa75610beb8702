"""Who a claim is put down to, under one name a voice: the house spelling, a body for whoever speaks for it."""

from __future__ import annotations

from dataclasses import replace

from bot.compare.names import compare_names
from bot.folding import fold_words
from bot.link.index import Index
from bot.link.likeness import is_jumbled
from bot.link.passages import read_sentence
from bot.record import Claim, Entity, EntityKind, key_of
from bot.values import Quote, figure_of

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "of", "for", "and"})


def heard(claim: Claim, index: Index) -> Claim:
    """A recorded quote with its speaker under the house spelling, so that one person is one voice."""
    if isinstance(claim.value, Quote):
        return replace(claim, claimant=_voice(claim.claimant, index))
    return replace(claim, claimant=house_name(claim.claimant, claim.story, index)) if claim.claimant else claim


def house_name(name: str, story: str, index: Index) -> str:
    """Whom a figure is put down to, under the house spelling where the record knows the name."""
    known = index.entities.get(name) or index.entities.get(key_of(story, name))
    return known.label if known else name


def as_said(new: Claim, old: Claim, index: Index) -> Claim:
    """The claim under the voice that counts: none where it only jumbles the digits, for that is no dispute."""
    one, two = figure_of(new.value), figure_of(old.value)
    if one and two and is_jumbled(one.number, two.number):
        return replace(new, claimant="")
    return of_one_house(new, old, index)


def of_one_house(new: Claim, old: Claim, index: Index) -> Claim:
    """A body and whoever speaks for it are one voice: the ministry and its minister, a service and what it is."""
    told = set(fold_words(new.claimant)) - _ARTICLES
    held = set(fold_words(old.claimant)) - _ARTICLES
    roles = (set(fold_words(one.role)) for one in _bearers(old, new.story, index))
    if told and held and any(told <= role for role in roles):
        return replace(new, claimant=old.claimant)
    roles = (set(fold_words(one.role)) for one in _bearers(new, new.story, index))
    return replace(new, claimant=old.claimant) if told and held and any(held <= role for role in roles) else new


def _bearers(claim: Claim, story: str, index: Index) -> list[Entity]:
    """The people and bodies a claimant's words name."""
    words = tuple(fold_words(claim.claimant))
    named = [
        entity
        for at in range(len(words))
        for name, entity in index.names.get(words[at], ())
        if name == words[at : at + len(name)]
    ]
    return [index.entities[one] for one in named if index.entities[one].story == story]


def _voice(name: str, index: Index) -> str:
    """The label of the person a name stands for, as far as the record knows; else the name itself."""
    if name not in index.voices:
        index.voices[name] = _find_voice(name, index)
    return index.voices[name]


def named_voice(name: str, index: Index) -> str:
    """Who says a quote of the text; "the mother" may be anybody, so nobody is told apart by it."""
    voice = _voice(name, index)
    return voice if any(char.isupper() for char in voice) else ""


def _find_voice(name: str, index: Index) -> str:
    sentence = read_sentence(name, 0, len(name))
    if sentence and {at for sign in sentence.signs if sign.key[0] == "^" for at in sign.at} == set(
        range(len(sentence.words))
    ):
        return ""
    known = index.find_known(sentence) if sentence else ()
    people = [one.entity for one in known if index.entities[one.entity].kind is EntityKind.PERSON]
    if known and index.entities[known[0].entity].kind is EntityKind.PLACE and not people:
        return ""
    if people:
        return index.entities[people[0]].label
    persons = [one for one in index.entities.values() if one.kind is EntityKind.PERSON]
    scored = [(compare_names(name, one.label).score, one.label) for one in persons] if name else []
    score, label = max(scored, default=(0.0, ""))
    return label if score >= 0.6 else name
