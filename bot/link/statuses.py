"""Sentences about the subject of a status fact to links: the clause that says how things stand with it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.folding import fold_words
from bot.link.anchors import Anchors
from bot.link.background import is_unsure, other_time
from bot.link.index import Index
from bot.link.lexicon import Sign
from bot.link.links import Link
from bot.link.passages import Sentence, Word
from bot.link.profiles import PEOPLE_LIKE, Profile
from bot.link.scene import Scene, Stage
from bot.link.stems import stem
from bot.link.subjects import subject_fit
from bot.phrase import phrase
from bot.record import EntityKind, FactKind
from bot.values import Term

FEWEST_WORDS = 2
_KINDS = (FactKind.STATUS, FactKind.ROLE)
_OPENING = frozenset({"since", "that", "after", "as", "which", "when", "once", "until", "because", "said", "how"})
_ABSTRACT = frozenset(
    {
        "work",
        "operation",
        "effort",
        "situation",
        "condition",
        "outcom",
        "result",
        "verdict",
        "plea",
        "@plea",
        "stag",
        "progress",
    }
    | {"legal", "fate", "cas", "standing", "position", "procedur", "decision", "present", "current", "statu"}
)
_ABOUT_OFFENCES = frozenset(
    {"@suspicion", "@charged", "@convicted", "@sentenced", "@arrested", "offenc", "offence", "crim", "@counts"}
)


def link_statuses(stage: Stage, index: Index, anchors: Anchors) -> Iterator[Link]:
    """One link per clause and status fact it may speak of; the comparer drops those that name no state."""
    stories = set(stage.stories)
    for number, scene in enumerate(stage.scenes):
        for profile in _possible(scene, stories, index):
            yield from _in_scene(profile, number, scene, stage, index, anchors)


def _possible(scene: Scene, stories: set[str], index: Index) -> list[Profile]:
    """Status facts that share a word with a sentence, or whose subject it names."""
    keys = {"!" if key[0] == "!" else key for key in scene.sentence.all_keys()}
    found = {fact for story in stories for key in keys for fact in index.statuses.get((story, key), ())}
    found |= {fact for known in scene.known for fact in index.by_entity.get(known.entity, ())}
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
        if link := _clause(profile, (low, high), number, scene, stage, index):
            yield link


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


def _clause(
    profile: Profile, span: tuple[int, int], number: int, scene: Scene, stage: Stage, index: Index
) -> Link | None:
    """The stretch of a clause around the word for what the status is of."""
    low, high = span
    if not subject_fit(scene, high, number, profile, stage, index):
        return None
    places = _places(profile, span, scene)
    if not places or other_time(scene, places[0], profile):
        return None
    words = scene.sentence.words
    start = next((at for at in range(min(places), low, -1) if _begins(words[at])), low)
    end = _clause_end(scene.sentence, max(places), high)
    if profile.fact.kind is FactKind.ROLE and not _names_role(profile, scene, start, end):
        return None
    return _made(profile, stage, words[start].start, words[end].end, firm=True)


def _clause_end(sentence: Sentence, start: int, high: int) -> int:
    """The last word before the next break, relative clauses between commas passed over."""
    at = start + 1
    while at <= high:
        if sentence.words[at].break_:
            if sentence.words[at].folded not in ("who", "which", "whose"):
                return at - 1
            at = next((end for end in range(at + 1, high + 1) if sentence.words[end].break_), high)
        at += 1
    return high


def _names_role(profile: Profile, scene: Scene, start: int, end: int) -> bool:
    """A clause about a person's post names the post; only then may it say that it ended."""
    stems = {word.stem for word in scene.sentence.words[start : end + 1]}
    wanted = [stem(word) for claim in profile.claims for word in fold_words(claim.written)]
    return bool(wanted) and wanted[-1] in stems


def _begins(word: Word) -> bool:
    return word.break_ > 0 or word.folded in _OPENING


def _places(profile: Profile, span: tuple[int, int], scene: Scene) -> list[int]:
    """Where a clause names what the status is of: every telling word of the property, or the person it belongs to."""
    low, high = span
    subject = profile.subject
    if subject is not None and subject.kind is EntityKind.PERSON:
        named = [one.first for one in scene.known if low <= one.first <= high and one.entity == subject.key]
        return named or _by_property(profile, low, high, scene)
    cues = [cue.keys for cue in profile.cues if not cue.scope]
    telling = [cue for cue in cues if not cue <= _ABSTRACT] or [profile.context]
    found = [_first(scene, low, high, cue) for cue in telling]
    met = [at for at in found if at is not None]
    if met and len(met) * 2 >= len(found):
        return met
    if None in found:
        by_words = [_first(scene, low, high, frozenset({word})) for word in sorted(profile.words)]
        named = sorted(at for at in by_words if at is not None)
        return named if len(set(named)) >= FEWEST_WORDS else []
    return [at for at in found if at is not None] if None not in found else []


def _by_property(profile: Profile, low: int, high: int, scene: Scene) -> list[int]:
    """A clause that does not name the person but the very thing the status is about ("the contract")."""
    own = [_first(scene, low, high, cue.keys) for cue in profile.cues if not cue.scope and not cue.keys <= _ABSTRACT]
    return [at for at in own[:1] if at is not None]


def _first(scene: Scene, low: int, high: int, keys: frozenset[str]) -> int | None:
    places = [sign.first for sign in scene.sentence.signs if sign.key in keys and low <= sign.first <= high]
    places += [at for at in range(low, high + 1) if scene.sentence.words[at].stem in keys]
    return min(places, default=None)


def _made(profile: Profile, stage: Stage, start: int, end: int, *, firm: bool) -> Link:
    words = stage.reading.text[start:end]
    why = phrase("linked by {property}", property=profile.fact.property)
    return Link("status", start, end, words, Term(" ".join(words.split())), profile.fact, 0.8, why, firm=firm)
