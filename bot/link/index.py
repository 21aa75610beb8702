"""The record's facts to an index that finds, for the words of a text, the few facts it can be about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from bot.folding import find_words, fold_words
from bot.link.lexicon import PEOPLE
from bot.link.passages import Passage, Sentence
from bot.link.profiles import STATES, Profile, Surroundings, context_of, make_profile, marks_of
from bot.link.slips import keys_of
from bot.link.stems import stem
from bot.record import Claim, Entity, EntityKind, Fact, FactKind
from bot.values import PartialDate

MOST_STORIES, MOST_TWINS = 8, 12
COMMON = 400
LONG_AGO = timedelta(days=300)
"""A text that fits more stories than this equally well says too little to be held against any."""
FIGURE_KINDS = frozenset({FactKind.COUNT, FactKind.PERCENT, FactKind.MONEY, FactKind.DURATION})


@dataclass(frozen=True, slots=True)
class Known:
    """A known entity where a sentence names it: word positions (inclusive)."""

    entity: str
    first: int
    last: int


@dataclass(frozen=True)
class Index:
    """Built once per revision of the record. `names`: first folded word -> (all words, entity, capitals required).

    `voices` remembers, as it is asked, whom a speaker's name stands for.
    """

    profiles: Mapping[str, Profile]
    entities: Mapping[str, Entity]
    by_key: Mapping[tuple[str, str], tuple[str, ...]]
    statuses: Mapping[tuple[str, str], tuple[str, ...]]
    by_entity: Mapping[str, tuple[str, ...]]
    by_story: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    label_words: Mapping[str, frozenset[str]]
    offences: Mapping[str, frozenset[str]]
    parts: Mapping[str, tuple[str, ...]]
    days: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    voices: dict[str, str] = field(default_factory=dict, compare=False)

    def find_known(self, sentence: Sentence) -> tuple[Known, ...]:
        """The entities a sentence names by label or alias, longest name first where they overlap."""
        found: list[Known] = []
        at = 0
        while at < len(sentence.words):
            known = self._known_at(sentence, at)
            found += known
            at = known[0].last + 1 if known else at + 1
        return tuple(found)

    def _known_at(self, sentence: Sentence, at: int) -> list[Known]:
        word = sentence.words[at]
        if not word.capital:
            return []
        for words, _entity in self.names.get(word.folded, ()):
            here = sentence.words[at : at + len(words)]
            if tuple(one.folded for one in here) == words:
                last = at + len(words) - 1
                return [Known(other, at, last) for same, other in self.names[word.folded] if same == words]
        return []

    def find_facts(self, keys: Iterable[str], stories: Iterable[str], known: Iterable[Known] = ()) -> Counter[str]:
        """The facts of some stories that share a key with a sentence or are of whom it names, and how much they share.

        Telling keys first: what a thousand facts share only adds to those that are found by something rarer.
        """
        found = Counter(fact for one in known for fact in self.by_entity.get(one.entity, ()))
        wanted = [(story, key) for key in keys for story in stories if (story, key) in self.by_key]
        for story, key in sorted(wanted, key=lambda one: (len(self.by_key[one]), one)):
            posting = self.by_key[story, key]
            if len(posting) <= COMMON or not found:
                found.update(posting)
            else:
                found.update(fact for fact in found if self._has_key(fact, story, key))
        return found

    def _has_key(self, fact: str, story: str, key: str) -> bool:
        profile = self.profiles[fact]
        return profile.fact.story == story and (key in profile.words or key in profile.keys)

    def list_stories(self, passage: Passage, named: Iterable[str]) -> tuple[str, ...]:
        """The stories a text can belong to, by the entities it names and the proper names in labels of events."""
        weight: Counter[str] = Counter()
        for entity in set(named):
            weight[self.entities[entity].story] += 2
        seen = {word.stem for sentence in passage.sentences for word in sentence.words if word.capital}
        for capital in seen:
            for story in self.label_words.get(capital, ()):
                weight[story] += 1
        best = max(weight.values(), default=0)
        likely = [story for story, found in weight.items() if found * 2 >= best]
        return tuple(sorted(likely)) if len(likely) <= MOST_STORIES else ()


def build_index(
    entities: Iterable[Entity], facts: Iterable[Fact], claims: Iterable[Claim], before: Index | None = None
) -> Index:
    """The index over a record's rows; a fact without a claim stays out, unless it is the whole of others.

    `before` = an earlier one of the same record: what has not changed since is taken from it.
    """
    facts = list(facts)
    known = {entity.key: entity for entity in entities}
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said[claim.fact].append(claim)
    around = Surroundings(known, _story_words(known.values()), _persons(known))
    latest = _latest(known.values())
    parts = _postings((fact.part_of, fact.key) for fact in facts if fact.part_of and fact.key in said)
    drafts = _Drafts(around, before)
    drawn = [drafts.get(fact, said[fact.key]) for fact in facts if fact.key in said or fact.key in parts]
    own, mine, twins = _own_nouns(drawn), _own_nouns(drawn, of_subject=True), _twins(drawn)
    bodies = _bodies(drawn)
    past, of = _past(drawn, known), {one.fact.key: one.fact.of for one in drawn}
    news = {key: [twin for twin in others if of[twin] not in past] for key, others in twins.items()}
    fates = {(one.fact.story, key) for one in drawn if one.fact.of not in past for key in one.keys & STATES}
    alone = Counter((one.fact.of, one.dimension) for one in drawn)
    profiles = {
        one.fact.key: _placed(
            one,
            own[one.fact.key],
            mine[one.fact.key],
            twins[one.fact.key],
            latest.get(one.fact.story),
            is_only=alone[one.fact.of, one.dimension] == 1,
            past=past.get(one.fact.of) if _is_asked_anew(one, news.get(one.fact.key, ()), fates) else None,
            body=bodies.get(one.fact.key, frozenset()),
        )
        for one in drawn
    }
    return Index(
        profiles,
        known,
        _postings(((one.fact.story, key), one.fact.key) for one in profiles.values() for key in one.keys | one.words),
        _postings(
            ((one.fact.story, key), one.fact.key)
            for one in profiles.values()
            if one.fact.kind is FactKind.STATUS
            for key in _all_keys(one)
        ),
        _postings((profile.fact.of, profile.fact.key) for profile in profiles.values()),
        _postings((profile.fact.story, profile.fact.key) for profile in profiles.values()),
        _names(known.values()),
        _label_words(known.values()),
        _offences(profiles.values()),
        parts,
        _postings(_days(profiles.values(), known.values())),
        _postings((one.fact.story, key) for key, one in profiles.items() if one.fact.kind is FactKind.ROLE),
    )


def _days(profiles: Iterable[Profile], entities: Iterable[Entity]) -> Iterator[tuple[tuple[str, str], str]]:
    """Story and day -> the facts that give it; a slip of it finds them by what it shares. Events give their own day."""
    for one in profiles:
        days = [claim.value for claim in one.claims if one.fact.kind is FactKind.DATE]
        for day in days:
            if isinstance(day, PartialDate):
                yield from (((one.fact.story, key), one.fact.key) for key in keys_of(day))
    for entity in entities:
        if entity.date is not None:
            yield from (((entity.story, key), "") for key in keys_of(entity.date)[:1])


class _Drafts:
    """Profiles as one fact alone makes them: those of an earlier index where nothing they rest on has changed."""

    def __init__(self, around: Surroundings, before: Index | None) -> None:
        self.around = around
        self.before = before.profiles if before else {}
        self.changed = _changed_stories(before.entities, around.entities) if before else frozenset()

    def get(self, fact: Fact, claims: Sequence[Claim]) -> Profile:
        known = self.before.get(fact.key)
        if known and fact.story not in self.changed and known.fact == fact and known.claims == tuple(claims):
            return known
        return make_profile(fact, claims, self.around)


def _changed_stories(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> frozenset[str]:
    """The stories that have other entities than before: all that their facts are known by may be another."""
    differing = (key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return frozenset(one.story for key in differing for one in (before.get(key), after.get(key)) if one)


def _placed(
    profile: Profile,
    own: frozenset[str],
    mine: frozenset[str],
    twins: tuple[str, ...],
    latest: date | None,
    *,
    is_only: bool,
    past: frozenset[str] | None,
    body: frozenset[str],
) -> Profile:
    """A profile among those of all other facts."""
    before = (profile.own, profile.mine, profile.twins, profile.latest, profile.is_only, profile.past, profile.body)
    if before == (own, mine, twins, latest, is_only, past, body):
        return profile
    return replace(profile, own=own, mine=mine, twins=twins, latest=latest, is_only=is_only, past=past, body=body)


def _is_asked_anew(profile: Profile, news: Iterable[str], fates: set[tuple[str, str]]) -> bool:
    """Whether a fact of the news asks what a fact of long ago does: a twin, or another count of the dead."""
    return any(news) or any((profile.fact.story, key) in fates for key in profile.keys & STATES)


def _past(profiles: Sequence[Profile], entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """Events long before the one that most facts of their story are of, each to the words that only it is told by."""
    found: dict[str, frozenset[str]] = {}
    events = Counter(one.fact.of for one in profiles if one.subject and one.subject.kind is EntityKind.EVENT)
    stories: dict[str, list[str]] = defaultdict(list)
    for key in events:
        stories[entities[key].story].append(key)
    for keys in stories.values():
        days = {key: end for key in keys if (day := entities[key].date) and (end := day.end or day.start)}
        main = max(days, key=lambda key: (events[key], days[key]), default=None)
        if main is None:
            continue
        old = {key for key in days if days[key] < days[main] - LONG_AGO}
        if not old:
            continue
        news = frozenset().union(*(context_of(entities[key]) for key in keys if key not in old))
        found.update((key, context_of(entities[key]) - news) for key in old)
    return found


Key = TypeVar("Key", str, tuple[str, str])


def _postings(pairs: Iterable[tuple[Key, str]]) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _names(entities: Iterable[Entity]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = defaultdict(dict)
    for entity in entities:
        if entity.kind is EntityKind.EVENT:
            continue
        for name in _spellings(entity):
            for words in {tuple(fold_words(name)), tuple(_as_in_text(name))} - {()}:
                found[words[0]][(words, entity.key)] = None
    return {first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in found.items()}


def _as_in_text(name: str) -> list[str]:
    """The words of a name as a sentence parts them: the People's Union has a people there."""
    return [part for word in find_words(name) for part in word.folded.split()]


def _spellings(entity: Entity) -> list[str]:
    """Label and aliases, and a person's surname alone when the label has several words."""
    names = [entity.label, *(alias.name for alias in entity.aliases)]
    if entity.kind is EntityKind.PERSON:
        names += [name.split()[-1] for name in names if len(name.split()) > 1]
    return names


def _label_words(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Proper words in labels and places -> the stories they speak for."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for word in f"{entity.label} {entity.place}".split():
            if word[:1].isupper():
                for folded in fold_words(word):
                    found[stem(folded)].add(entity.story)
    return {word: frozenset(stories) for word, stories in found.items()}


def _story_words(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Story -> the stems of proper words in its names and places: what is no foreign place to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, stories in _label_words(entities).items():
        for story in stories:
            found[story].add(word)
    return {story: frozenset(words) for story, words in found.items()}


def _persons(entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """Event -> the persons its label names ("Arrest of Paul Whelan")."""
    by_label: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for entity in entities.values():
        if entity.kind is EntityKind.PERSON:
            by_label[entity.story][tuple(fold_words(entity.label))] = entity.key
    return {
        event.key: frozenset(
            by_label[event.story][part] for part in _parts(fold_words(event.label)) if part in by_label[event.story]
        )
        for event in entities.values()
        if event.kind is EntityKind.EVENT
    }


def _parts(words: list[str]) -> set[tuple[str, ...]]:
    """Every row of words that stands in a longer one."""
    return {tuple(words[at:end]) for at in range(len(words)) for end in range(at, len(words) + 1)}


def _offences(profiles: Iterable[Profile]) -> dict[str, frozenset[str]]:
    """Subject -> the offences its facts speak of: a count of people held for another one is another count."""
    found: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        found[profile.fact.of] |= {key for key in profile.keys | profile.value_keys if key.startswith("!")}
    return {subject: frozenset(keys) for subject, keys in found.items()}


def _latest(entities: Iterable[Entity]) -> dict[str, date]:
    """Story -> the last day any of its events began."""
    found: dict[str, date] = {}
    for entity in entities:
        if entity.date and entity.date.start:
            found[entity.story] = max(entity.date.start, found.get(entity.story, entity.date.start))
    return found


def _own_nouns(profiles: list[Profile], *, of_subject: bool = False) -> dict[str, frozenset[str]]:
    """Fact -> the telling words that no other figure of its story, or of its subject, has: they say which is meant."""
    users: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in profiles:
        for key in one.keys if one.fact.kind in FIGURE_KINDS else ():
            users[one.fact.of if of_subject else one.fact.story, one.dimension, key].add(one.fact.key)
    return {
        one.fact.key: frozenset(
            key
            for key in _nouns(one)
            if len(users[one.fact.of if of_subject else one.fact.story, one.dimension, key]) == 1
            and key[0] not in "^!"
            and key not in STATES
        )
        for one in profiles
    }


def _twins(profiles: list[Profile]) -> dict[str, tuple[str, ...]]:
    """Fact -> the other figures of its story that have the same property."""
    asked: dict[tuple[object, ...], list[str]] = defaultdict(list)
    questions = {one.fact.key: _question(one) for one in profiles if one.fact.kind in FIGURE_KINDS}
    for key, question in questions.items():
        asked[question].append(key)
    same = {key: asked[question] for key, question in questions.items()}
    few = {key: tuple(one for one in keys if one != key) for key, keys in same.items() if len(keys) <= MOST_TWINS}
    return defaultdict(tuple, few)


def _bodies(profiles: list[Profile]) -> dict[str, frozenset[str]]:
    """Fact -> the first word of the name in its property and scope, where others ask the same of other names.

    "Seats won by Labour" beside "seats won by the Liberals": a number is of the one that is named with it.
    """
    named: dict[tuple[object, ...], dict[str, frozenset[str]]] = defaultdict(dict)
    for one in profiles:
        asked = {key for keys in marks_of(one.fact.property) for key in keys}
        for name, value in one.fact.scope if one.fact.kind in FIGURE_KINDS else ():
            first = next(iter(marks_of(value)), ())
            if asked & set(first) - one.context and value[:1].isupper():
                named[one.fact.story, one.dimension, one.head, name][one.fact.key] = frozenset(first)
    found: dict[str, frozenset[str]] = {}
    for group in named.values():
        shared = frozenset.intersection(*group.values()) if len(group) > 1 else frozenset().union(*group.values())
        found.update((key, name - shared) for key, name in group.items() if name - shared)
    return found


def _question(profile: Profile) -> tuple[object, ...]:
    asked = frozenset(key for cue in profile.cues if not cue.scope for key in cue.keys)
    return profile.fact.story, profile.dimension, profile.head, asked


def _nouns(profile: Profile) -> frozenset[str]:
    """The counted noun, unless it is people at large, and the telling words of the property."""
    head = frozenset() if PEOPLE in profile.head else profile.head
    return head.union(*(cue.keys for cue in profile.cues if cue.weight >= 0.8 and not cue.scope))


def _all_keys(profile: Profile) -> frozenset[str]:
    """What may bring up a status: its property, its cue words, offences of its value, and its event's own words."""
    offences = frozenset("!" for key in profile.value_keys if key[0] == "!")
    return profile.keys | profile.words | profile.value_keys | profile.context | offences
