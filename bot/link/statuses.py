"""Sentences about the subject of a status fact to links: the clause that says how things stand with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.folding import fold_words
from bot.link.anchors import Anchors
from bot.link.awaited import awaited_deeds, told_at
from bot.link.background import is_outside, is_unsure, other_time, time_of
from bot.link.bearers import Offices, noun_of, read_offices
from bot.link.causes import find_cause, find_effect, is_unknown_cause
from bot.link.index import Index
from bot.link.lexicon import Sign
from bot.link.links import Link
from bot.link.passages import Sentence, Word
from bot.link.profiles import PEOPLE_LIKE, Profile
from bot.link.scene import Scene, Stage, plain_dates
from bot.link.stems import stem
from bot.link.subjects import subject_fit
from bot.link.topics import (
    deeds_before,
    find_topic,
    is_anything,
    is_of_another,
    is_of_body,
    is_of_the_law,
    topic_of,
)
from bot.phrase import phrase
from bot.posts import SHORT_POSTS, TAKEN
from bot.record import EntityKind, FactKind
from bot.values import Term

FEWEST_WORDS, CARRIED, NAMED = 2, 0.9, 0.6
BY_NAME, BY_OFFICE = 0.8, 0.75
# How many words may stand between what a clause is about and an aside, after which it goes on.
_ASIDE = 1
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "before", "until", "if", "unless", "or", "as"})
_VAGUE_POSTS = frozenset(
    {"head", "leader", "member", "founder", "chief", "man", "woman", "victim", "relative", "resident"}
)
_AHEAD = frozenset({"until", "till", "by", "to"})
_TERMS, _TERM = frozenset({"until", "till"}), 7
_PERSONAL = frozenset({"he", "she"})
_UNTRUE = frozenset(
    {"false", "untrue", "denied", "denies", "rumour", "rumours", "rumor", "rumors", "hoax", "wrongly", "if"}
)
# Verbs that say of a person alone that a post was left, whatever it is called.
_DEPARTED = frozenset(map(stem, "resigned sacked ousted retired stripped unseated impeached deposed".split()))
_POST_OF = re.compile(r" (?:of|at|for|in|to|with) ")
_RELATIVE = frozenset({"who", "which", "that"})
_AUXILIARIES = frozenset({"was", "is", "has", "had", "were", "are", "have", "will"})
_KINDS = (FactKind.STATUS, FactKind.ROLE)
_OPENING = frozenset({"since", "that", "after", "as", "which", "when", "once", "until", "because", "said", "how"})
_ABSTRACT = frozenset(
    map(
        stem,
        """
        work operation effort situation condition outcome result verdict plea stage progress legal fate case standing
        position procedure decision present current status
        """.split(),
    )
) | {"@plea"}
_ABOUT_OFFENCES = frozenset(
    {"@suspicion", "@charged", "@convicted", "@sentenced", "@arrested", "offenc", "offence", "crim", "@counts"}
)


def link_statuses(stage: Stage, index: Index, anchors: Anchors) -> Iterator[Link]:
    """One link per clause and status fact it may speak of; the comparer drops those that name no state."""
    bearers = _bearers(stage.posts)
    heard = {one.entity for scene in stage.scenes for one in scene.known}
    heard |= {entity for scene in stage.scenes for entity in _called(scene, bearers)}
    for number, scene in enumerate(stage.scenes):
        for profile in _possible(scene, stage, bearers, heard, index):
            yield from _in_scene(profile, number, scene, stage, index, anchors)


def _bearers(posts: Mapping[str, str]) -> dict[str, list[str]]:
    """The noun of a post to whoever has it."""
    found: dict[str, list[str]] = {}
    for entity, post in posts.items():
        if post:
            found.setdefault(post, []).append(entity)
    return found


def _called(scene: Scene, bearers: Mapping[str, list[str]]) -> set[str]:
    """Whom a sentence may mean by a post."""
    called = {entity for word in scene.sentence.words for entity in bearers.get(word.stem, ())}
    return called.union(entity for _, entity in scene.bearers)


def _possible(
    scene: Scene, stage: Stage, bearers: Mapping[str, list[str]], heard: set[str], index: Index
) -> list[Profile]:
    """Status facts that share a word with a sentence, or whose subject it names, by a post or a pronoun too."""
    stories = set(stage.stories)
    keys = {"!" if key[0] == "!" else key for key in scene.sentence.all_keys()}
    keys |= deeds_before(frozenset(keys))
    found = {fact for story in stories for key in keys for fact in index.statuses.get((story, key), ())}
    meant = {one.entity for one in scene.known} | _called(scene, bearers)
    meant |= heard if _PERSONAL & {word.folded for word in scene.sentence.words} else set()
    found |= {fact for entity in meant for fact in index.by_entity.get(entity, ())}
    profiles = (index.profiles[fact] for fact in sorted(found))
    return [one for one in profiles if one.fact.kind in _KINDS and one.fact.story in stories]


def _in_scene(
    profile: Profile, number: int, scene: Scene, stage: Stage, index: Index, anchors: Anchors
) -> Iterator[Link]:
    if _is_offence(profile):
        for sign in scene.sentence.signs:
            if sign.key.startswith("!") and (link := _offence(profile, sign, number, scene, stage, index, anchors)):
                yield link
        return
    for low, high in clauses(scene.sentence):
        if places := _places(profile, (low, high), number, scene, stage, index):
            tried = (
                _clause(profile, (low, high), places, scene, stage),
                _behind_aside(profile, (low, high), scene, stage),
            )
            score = BY_OFFICE if _is_by_office(profile, (low, high), scene) else BY_NAME
            yield from (replace(link, score=score) for link in tried if link)


def _is_by_office(profile: Profile, span: tuple[int, int], scene: Scene) -> bool:
    """Whether a clause means a person by a post alone: less sure than a name or a pronoun."""
    named = any(one.entity == profile.fact.of and span[0] <= one.first <= span[1] for one in scene.known)
    return not named and any(one == profile.fact.of and span[0] <= at <= span[1] for at, one in scene.bearers)


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """The clauses of a sentence as first and last word: parted at full breaks and at ", and"."""
    starts = [0, *(at for at, word in enumerate(sentence.words) if at and word.break_ >= 2)]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(sentence.words)], strict=True)]


def _is_offence(profile: Profile) -> bool:
    return any(key.startswith("!") for key in profile.value_keys) and bool(profile.keys & _ABOUT_OFFENCES)


def _offence(
    profile: Profile, sign: Sign, number: int, scene: Scene, stage: Stage, index: Index, anchors: Anchors
) -> Link | None:
    """An offence somebody is suspected or found guilty of; the number of people beside it must be the fact's."""
    about = [one for one in scene.sentence.signs if one.key in _ABOUT_OFFENCES and _is_close(scene, one, sign)]
    if not about or other_time(scene, sign.first, profile):
        return None
    if not subject_fit(scene, sign.first, number, profile, stage, index) or not _same_people(
        profile, sign, number, scene, anchors
    ):
        return None
    nearest = min(about, key=lambda one: abs(one.first - sign.first))
    words = scene.sentence.words
    low, high = min(nearest.first, sign.first), max(nearest.last, sign.last)
    if high - low > 6:
        low, high = sign.first, sign.last
    return _made(profile, stage, words[low].start, words[high].end, firm=not is_unsure_status(scene, sign.first))


def _is_close(scene: Scene, one: Sign, sign: Sign) -> bool:
    sentence = scene.sentence
    return sentence.breaks(one.last, sign.first) <= 2 and not sentence.has_new_clause(one.last, sign.first)


def is_unsure_status(scene: Scene, at: int) -> bool:
    return is_unsure(scene, at) is not None


def _same_people(profile: Profile, sign: Sign, number: int, scene: Scene, anchors: Anchors) -> bool:
    """The people nearest to the offence are as many as the fact speaks of; a person's own fact needs no number."""
    numbers = anchors.by_sentence.get(number, ())
    here = [one for one in numbers if one.kind == "count" and one.mention.figure.number]
    people = [one for one in here if one.is_elided or one.counts_people or one.noun & PEOPLE_LIKE]
    subject = profile.subject
    if subject is not None and subject.kind is EntityKind.PERSON:
        return True
    if not people:
        return not profile.sizes
    nearest = min(people, key=lambda one: (scene.sentence.breaks(one.number, sign.first), abs(one.number - sign.first)))
    value = nearest.mention.figure.number
    return value is not None and (not profile.sizes or int(value) in profile.sizes)


def _clause(profile: Profile, span: tuple[int, int], places: Sequence[int], scene: Scene, stage: Stage) -> Link | None:
    """The stretch of a clause around the words for what the status is of."""
    low, high = span
    words = scene.sentence.words
    start = next((at for at in range(min(places), low, -1) if _begins(words[at])), low)
    if low < start == min(places) and _is_set_off(scene, start):
        start = next((at for at in range(start - 1, low, -1) if _begins(words[at])), low)
    end = next((at - 1 for at in range(max(places) + 1, high + 1) if words[at].break_), high)
    relative = _relative(scene, end, high)
    last = high
    if relative > end and (profile.fact.kind is not FactKind.ROLE or _names_role(profile, scene, end, relative)):
        end = last = relative
    elif end < high and end - max(places) <= _ASIDE and words[end + 1].folded not in _TURNS:
        end = high
    if _is_of_before(scene, places[0], last, profile):
        return None
    end = _with_term(scene, end)
    if _UNTRUE & {word.folded for word in words} or words[start].folded == "if":
        return None
    if profile.fact.kind is FactKind.ROLE and not _names_role(profile, scene, start, end):
        return None
    return _made(profile, stage, words[start].start, words[end].end, firm=True)


def _is_set_off(scene: Scene, at: int) -> bool:
    """A name between commas: "the court cleared its former finance chief, Ingrid Solvang, of fraud"."""
    last = next((one.last for one in scene.known if one.first == at), None)
    words = scene.sentence.words
    return last is not None and words[at].break_ == 1 and last + 1 < len(words) and words[last + 1].break_ == 1


def _behind_aside(profile: Profile, span: tuple[int, int], scene: Scene, stage: Stage) -> Link | None:
    """What a sentence goes on to say of a person: "Ruiz, who built the tower in 2006, was given nine years"."""
    low, high = span
    subject, words = profile.subject, scene.sentence.words
    if subject is None or subject.kind is not EntityKind.PERSON or profile.fact.kind is FactKind.ROLE:
        return None
    named = next((one for one in scene.known if one.entity == subject.key and low <= one.first <= high), None)
    if named is None:
        return None
    start = (_relative(scene, named.last, high) + 1) if named.last < high else high + 1
    if start <= named.last + 1:
        start = _behind_commas(scene, named.last, high)
    if start > high or _UNTRUE & {word.folded for word in words}:
        return None
    if _is_of_before(scene, start, high, profile, since=start):
        return None
    return _made(profile, stage, words[start].start, words[high].end, firm=True)


def _behind_commas(scene: Scene, last: int, high: int) -> int:
    """The verb behind a description set off by commas: "Ruiz, found guilty a year ago, was given nine years"."""
    words = scene.sentence.words
    if last + 2 > high or words[last + 1].break_ != 1:
        return high + 1
    close = next((at for at in range(last + 2, high + 1) if words[at].break_), high + 1)
    return close if close <= high and words[close].break_ == 1 and _is_predicate(words[close].folded) else high + 1


def _is_predicate(word: str) -> bool:
    return word in _AUXILIARIES or (word.endswith("ed") and len(word) > len("need"))


def _with_term(scene: Scene, end: int) -> int:
    """The last word of a day that follows and ends the state: "the bridge stays shut until 7 May"."""
    words = scene.sentence.words
    if end + 1 >= len(words) or words[end + 1].folded not in _TERMS:
        return end
    days = (scene.sentence.index_at(day.end - 1) for day in scene.dates if day.start > words[end + 1].start)
    return next((last for last in days if last <= end + _TERM), end)


def _relative(scene: Scene, end: int, high: int) -> int:
    """The last word of a relative clause that follows: "the branches, which reopened"."""
    words = scene.sentence.words
    if end >= high or words[end + 1].folded not in _RELATIVE:
        return end
    return next((at - 1 for at in range(end + 2, high + 1) if words[at].break_), high)


def _is_of_before(scene: Scene, at: int, last: int, profile: Profile, since: int = 0) -> bool:
    """Whether the clause tells of a time before the record's; a day after it is only where things stand now.

    What follows `last`, where a relative clause has closed, is of another matter: "Reed, who resigned, earned 7 million
    last year"; and so is what stands before `since`, where a clause goes on behind an aside.
    """
    if not other_time(scene, at, profile, since):
        return False
    window, words = time_of(profile), scene.sentence.words
    low, high = scene.hard_part(at)
    days = plain_dates(scene, max(low, since), high)
    if any(place > last for place, _, _ in days):
        return any(window and is_outside(day, window) == -1 for place, day, _ in days if place <= last)
    told = [day for place, day, _ in days if not place or words[place - 1].folded not in _AHEAD]
    sides = {is_outside(day, window) for day in told} if window else set()
    return (1 not in sides and len(told) == len(days)) or -1 in sides


def _names_role(profile: Profile, scene: Scene, start: int, end: int) -> bool:
    """A clause about a person's post names the post, or says that the person left one: only then may it have ended."""
    words = scene.sentence.words[start : end + 1]
    stems = {word.stem for word in words}.union(*(map(stem, SHORT_POSTS.get(word.folded, ())) for word in words))
    if TAKEN & {word.folded for word in words} and "as" in {word.folded for word in words}:
        return True
    if _DEPARTED & stems and not {"from", "as"} & {word.folded for word in words}:
        return True
    posts = (fold_words(_POST_OF.split(claim.written)[0]) for claim in profile.claims)
    wanted = {stem(post[-1]) for post in posts if post}
    return any(one in stems for one in wanted)


def _begins(word: Word) -> bool:
    return word.break_ > 0 or word.folded in _OPENING


def _places(
    profile: Profile, span: tuple[int, int], number: int, scene: Scene, stage: Stage, index: Index
) -> list[int]:
    """Where a clause names what the status is of: the thing itself, or the person or event whose state it is."""
    low, high = span
    if deeds := _undone(profile, span, scene):
        here = [one.first for one in scene.known if low <= one.first <= high and one.entity == profile.fact.of]
        is_event = profile.subject is not None and profile.subject.kind is EntityKind.EVENT
        if here or is_event or subject_fit(scene, high, number, profile, stage, index) >= CARRIED:
            return [*here[:1], *deeds]
    if caused := _caused(profile, span, scene):
        return caused
    subject, topic = profile.subject, topic_of(profile.fact.property)
    fit = subject_fit(scene, high, number, profile, stage, index)
    if subject is not None and subject.kind is EntityKind.PERSON:
        named = _named(subject.key, span, scene, stage, index)
        if profile.fact.kind is FactKind.ROLE or not topic.keys or is_of_the_law(profile.fact.property):
            return named or (_pronoun(span, scene) if fit >= CARRIED else [])
        things = find_topic(profile, scene, low, high)
        return named[:1] + things if things and (named or fit or _is_carried(subject.key, number, stage, index)) else []
    if not fit or (fit < NAMED and subject is not None and subject.kind is EntityKind.ORGANISATION):
        return []
    is_of_itself = not topic.keys or (subject is not None and is_of_body(profile.fact.property, subject.kind))
    if subject is not None and subject.kind is not EntityKind.EVENT and is_of_itself:
        here = [one.first for one in scene.known if low <= one.first <= high and one.entity == subject.key]
        return here or _of_event(profile, span, scene)
    return _of_event(profile, span, scene) or (find_topic(profile, scene, low, high) if topic.keys else [])


def _undone(profile: Profile, span: tuple[int, int], scene: Scene) -> list[int]:
    """Where a clause names all of the deed that the record says has not been done: "not yet licensed", "licensed"."""
    for claim in profile.claims:
        if profile.fact.kind is FactKind.STATUS and (deeds := awaited_deeds(claim.written)):
            found = [told_at(deed, scene.sentence, *span) for deed in deeds]
            places = [at for at in found if at is not None]
            if len(places) == len(found):
                return places
    return []


def _caused(profile: Profile, span: tuple[int, int], scene: Scene) -> list[int]:
    """Where a clause names the cause of what the record knows no cause of."""
    if not any(is_unknown_cause(profile.fact.property, claim.written) for claim in profile.claims):
        return []
    at = find_cause(profile.fact.property, scene.sentence, *span)
    effect = find_effect(profile.fact.property, scene.sentence, *span)
    return [] if at is None or any(is_of_another(place, profile, scene) for place in effect) else [at]


def _of_event(profile: Profile, span: tuple[int, int], scene: Scene) -> list[int]:
    """Half of the telling words of the property at least, or enough of the cue words an editor gave."""
    low, high = span
    if topic_of(profile.fact.property).keys and not find_topic(profile, scene, low, high):
        return _by_words(profile, scene, low, high, FEWEST_WORDS + 1)
    cues = [cue.keys for cue in profile.cues if not cue.scope]
    telling = [cue for cue in cues if not cue <= _ABSTRACT] or [profile.context]
    found = [_first(scene, low, high, cue) for cue in telling]
    met = [at for at in found if at is not None]
    if is_anything(profile.fact.property):
        met = [at for key in sorted(profile.context) if (at := _first(scene, low, high, frozenset({key}))) is not None]
        return met if len(set(met)) >= min(FEWEST_WORDS, len(profile.context)) else []
    if met and len(met) * 2 >= len(found):
        return met
    return _by_words(profile, scene, low, high, FEWEST_WORDS)


def _by_words(profile: Profile, scene: Scene, low: int, high: int, fewest: int) -> list[int]:
    """The cue words an editor gave the fact, if enough of them stand here."""
    found = [_first(scene, low, high, frozenset({word})) for word in sorted(profile.words)]
    named = sorted(at for at in found if at is not None)
    return named if len(set(named)) >= fewest else []


def _named(key: str, span: tuple[int, int], scene: Scene, stage: Stage, index: Index) -> list[int]:
    """The person by name, or by a post that nobody else of the story and no stranger in the sentence has."""
    low, high = span
    named = [one.first for one in scene.known if low <= one.first <= high and one.entity == key]
    named = named or [at for at, one in scene.bearers if one == key and low <= at <= high]
    post = "" if named else stage.posts.get(key, "")
    if named or not post:
        return named
    words = scene.sentence.words
    return [
        at
        for at in range(max(low, 1), high + 1)
        if words[at].stem == post
        and any(word.folded == "the" for word in words[max(0, at - 2) : at])
        and not (at + 1 < len(words) and words[at + 1].capital and not words[at + 1].break_)
        and not (at + 1 < len(words) and not words[at + 1].break_ and words[at + 1].start - words[at].end > 1)
    ][:1]


def find_posts(stage: Stage, index: Index) -> dict[str, str]:
    """Persons to the noun of their post where it is telling and theirs alone ("captain of the ferry" -> captain)."""
    people = [one for one in index.entities.values() if one.kind is EntityKind.PERSON and one.story in stage.stories]
    nouns = {one.key: _noun_of(one.role) for one in people}
    used = Counter(noun_of(one.role) or nouns[one.key] for one in people)
    return {key: noun if used[noun] == 1 else "" for key, noun in nouns.items()}


def find_offices(stage: Stage, index: Index) -> Offices:
    """The posts that one person alone has, with whose these are ("founder of Halden")."""
    people = (one for one in index.entities.values() if one.kind is EntityKind.PERSON and one.story in stage.stories)
    return read_offices(people)


def _noun_of(role: str) -> str:
    noun = next(iter(sorted(topic_of(role).keys, key=lambda one: one.startswith(("@", "^", "!")))), "")
    return "" if noun in _VAGUE_POSTS else noun


def _pronoun(span: tuple[int, int], scene: Scene) -> list[int]:
    """ "He was released": a pronoun opens the clause."""
    low, high = span
    words = scene.sentence.words[low : min(low + 3, high + 1)]
    return [at for at, word in enumerate(words, low) if word.folded in ("he", "she")][:1]


def _is_carried(key: str, number: int, stage: Stage, index: Index) -> bool:
    """No person is named here, and the last one of the text who was is the one."""
    for scene in reversed(stage.scenes[: number + 1]):
        people = [one.entity for one in scene.known if index.entities[one.entity].kind is EntityKind.PERSON]
        if people or scene.strangers:
            return scene is not stage.scenes[number] and people == [key] and not scene.strangers
    return False


def _first(scene: Scene, low: int, high: int, keys: frozenset[str]) -> int | None:
    places = [sign.first for sign in scene.sentence.signs if sign.key in keys and low <= sign.first <= high]
    places += [at for at in range(low, high + 1) if scene.sentence.words[at].stem in keys]
    return min(places, default=None)


def _made(profile: Profile, stage: Stage, start: int, end: int, *, firm: bool) -> Link:
    words = stage.reading.text[start:end]
    why = phrase("linked by {property}", property=profile.fact.property)
    return Link("status", start, end, words, Term(" ".join(words.split())), profile.fact, BY_NAME, why, firm=firm)
