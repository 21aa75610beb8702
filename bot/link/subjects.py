"""A sentence and a fact to how well they speak of the same person, organisation or event."""

from __future__ import annotations

import itertools

from bot.link.index import Index
from bot.link.profiles import Profile
from bot.link.scene import Scene, Stage
from bot.record import EntityKind

FAR, LISTED, GOES_ON, BY_POST = 15, 0.9, 0.75, 0.95
_LISTING = frozenset({"including", "among", "includes", "included"})
_AMONG = (["among", "them"], ["among", "those"], ["they", "included"], ["they", "include"])
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_TIES = frozenset({"in", "at", "of", "from", "near", "to", "on", "by", "for", "with", "and", "the"})
_OWN = frozenset({"it", "its", "they", "their", "company", "firm", "group", "party", "club", "team", "bank", "agency"})


def subject_fit(scene: Scene, at: int, number: int, profile: Profile, stage: Stage, index: Index) -> float:
    """0 where the words are about somebody else, 1 where they name the fact's subject, between where they name none."""
    subject = profile.subject
    if subject is None:
        return 0.9
    if subject.kind is EntityKind.PERSON and subject.key in _listed(scene, at, number, stage):
        return LISTED
    if subject.kind is EntityKind.PERSON:
        return _person(frozenset({subject.key}), scene, at, number, stage, index)
    if subject.kind is EntityKind.EVENT:
        return _event_of(profile.persons, scene, at, number, stage, index) if profile.persons else 1.0
    return _thing(subject.key, subject.kind, scene, at, number, stage, index)


def _listed(scene: Scene, at: int, number: int, stage: Stage) -> frozenset[str]:
    """Whom the text lists after the word: "a group freed last June, including X"; "among them was X" right after."""
    words = scene.sentence.words
    opens = next((place for place in range(at + 1, len(words)) if words[place].folded in _LISTING), len(words))
    found = {one.entity for one in scene.known if one.first > opens}
    if number + 1 < len(stage.scenes):
        following = stage.scenes[number + 1]
        if [word.folded for word in following.sentence.words[:2]] in _AMONG:
            found |= {one.entity for one in following.known}
    return frozenset(found)


def _event_of(persons: frozenset[str], scene: Scene, at: int, number: int, stage: Stage, index: Index) -> float:
    """An event that bears a name: a sentence that names nobody may go on about it, once the text has told of it."""
    fit = _person(persons, scene, at, number, stage, index)
    if fit or _people_in(scene, index):
        return fit
    before = stage.scenes[max(0, number - FAR) : number]
    return GOES_ON if any(one.entity in persons for earlier in before for one in earlier.known) else 0.0


def _people_in(scene: Scene, index: Index) -> list[tuple[int, str]]:
    known = [(one.first, one.entity) for one in scene.known if index.entities[one.entity].kind is EntityKind.PERSON]
    return sorted(known + [(at, "") for at in scene.strangers])


def _person(keys: frozenset[str], scene: Scene, at: int, number: int, stage: Stage, index: Index) -> float:
    """The nearest person named before the word must be the one; a pronoun carries over from the sentence before."""
    people = _people_in(scene, index)
    before = [entity for place, entity in people if place <= at]
    if before:
        return 1.0 if before[-1] in keys else 0.55 if keys & set(before) and _is_main(scene, before) else 0.0
    if not people and keys & _by_post(scene, at, stage):
        return BY_POST
    after = [entity for _, entity in people]
    words = {word.folded for word in scene.sentence.words[: at + 1]}
    if number and words & _PRONOUNS and (earlier := _last_people(number, stage, index)):
        return 0.9 if earlier[0][1] in keys else 0.5 if earlier[-1][1] in keys else 0.0
    if after:
        return 0.8 if after[0] in keys else 0.0
    return _carried(keys, number, stage, index)


def _by_post(scene: Scene, at: int, stage: Stage) -> frozenset[str]:
    """Whom a sentence means by a post that one person of the story has: "the captain had 11,400 hours"."""
    words = scene.sentence.words
    named = {words[place].stem for place in range(1, at + 1) if words[place - 1].folded == "the"}
    meant = {entity for entity, post in stage.posts.items() if post in named} if named else set()
    return frozenset(meant.union(entity for place, entity in scene.bearers if place <= at))


def _last_people(number: int, stage: Stage, index: Index) -> list[tuple[int, str]]:
    """The people of the nearest sentence before that names any."""
    for scene in reversed(stage.scenes[max(0, number - FAR) : number]):
        if people := _people_in(scene, index):
            return people
    return []


def _carried(keys: frozenset[str], number: int, stage: Stage, index: Index) -> float:
    """A sentence that names nobody goes on about the one named before it, if the record knows but one of them."""
    people = {entity for _, entity in _people_in(stage.scenes[number - 1], index)} if number else set()
    if people and people <= keys:
        return 0.75
    return 0.7 if people - {""} and people - {""} <= keys else 0.0


def _is_main(scene: Scene, before: list[str]) -> bool:
    return len(set(before)) <= 1


def _is_subject(scene: Scene, at: int) -> bool:
    """A name that may be what the clause is about: nothing that only says where or whose stands before it."""
    return not at or scene.sentence.words[at - 1].folded not in _TIES


def _is_meant_again(scene: Scene, low: int, high: int) -> bool:
    """ "Washington trimmed the company's award": the one the text is about comes back without its name."""
    words = [word.folded for word in scene.sentence.words[low + 1 : high]]
    return any(one == "the" and two in _OWN for one, two in itertools.pairwise(words))


def _thing(key: str, kind: EntityKind, scene: Scene, at: int, number: int, stage: Stage, index: Index) -> float:
    """An organisation or place: named here, carried over, or left out where the text is about no other of its kind."""
    here = [(one.first, one.entity) for one in scene.known if index.entities[one.entity].kind is kind]
    if here:
        before = [entity for place, entity in here if place <= at]
        if (before or [here[0][1]])[-1] == key:
            return 1.0
        if key in {entity for _, entity in here}:
            return 0.85
        return 0.8 if kind is EntityKind.PLACE else 0.4
    others = [place for place in scene.unknown if place < at and _is_subject(scene, place)]
    if kind is EntityKind.ORGANISATION and others and not _is_meant_again(scene, others[-1], at):
        return 0.4
    for earlier in reversed(stage.scenes[max(0, number - FAR) : number]):
        named = [one.entity for one in earlier.known if index.entities[one.entity].kind is kind]
        if named:
            return 0.97 if key in named else 0.85 if kind is EntityKind.PLACE else 0.6
    return 0.85
