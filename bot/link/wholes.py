"""Sentences that say of all what a count says of some to links: "all of the dead have been identified"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.link.background import other_time
from bot.link.index import Index
from bot.link.lexicon import PEOPLE
from bot.link.links import Link
from bot.link.profiles import PEOPLE_LIKE, STATES, Profile
from bot.link.scene import Scene, Stage
from bot.link.stems import word_set
from bot.link.subjects import subject_fit
from bot.phrase import phrase
from bot.record import Behaviour, FactKind
from bot.values import Term

FIT, LONGEST = 0.7, 9
_ALL = frozenset({"all", "both", "every"})
_PASSIVES = frozenset({"been", "were", "was"})
_ADVERBS = word_set("now since also finally all already meanwhile then")
_DOUBTS = word_set("not never if whether until before unless hope hopes hoped once nearly almost no will would when")
_PERSONS = STATES | PEOPLE_LIKE | {PEOPLE}


def link_wholes(stage: Stage, index: Index) -> Iterator[Link]:
    """One link per count that rises or stands, and clause that says its deed has been done to all."""
    for number, scene in enumerate(stage.scenes):
        for at, word in enumerate(scene.sentence.words):
            if word.folded in _ALL and (done := _deed(scene, at)) is not None:
                yield from _of_clause(scene, (at, done), number, stage, index)


def _deed(scene: Scene, at: int) -> int | None:
    """The participle of the passive clause that "all" opens: "all of the bags have now been searched"."""
    words = scene.sentence.words
    if _DOUBTS & {word.folded for word in words[max(0, at - 4) : at]}:
        return None
    for place in range(at + 1, min(at + LONGEST, len(words) - 1)):
        is_bar = words[place].break_ and words[place].folded != "but"
        if is_bar or words[place].folded in _DOUBTS:
            return None
        if words[place].folded in _PASSIVES:
            done = place + 1
            while done < len(words) - 1 and words[done].folded in _ADVERBS:
                done += 1
            return done if words[done].folded not in _DOUBTS else None
    return None


def _of_clause(scene: Scene, span: tuple[int, int], number: int, stage: Stage, index: Index) -> Iterator[Link]:
    words = scene.sentence.words
    found = index.find_facts(scene.sentence.all_keys(), stage.stories)
    for key in sorted(found):
        profile = index.profiles[key]
        is_moving = profile.fact.behaviour in (Behaviour.CUMULATIVE, Behaviour.LEVEL)
        if profile.fact.kind is not FactKind.COUNT or not is_moving or not _is_said(profile, scene, span):
            continue
        if other_time(scene, span[1], profile) or subject_fit(scene, span[1], number, profile, stage, index) < FIT:
            continue
        start, end = words[span[0]].start, words[span[1]].end
        said = stage.reading.text[start:end]
        why = phrase("all are said to be {property}", property=profile.fact.property)
        yield Link("whole", start, end, said, Term(said), profile.fact, FIT, why, firm=True)


def _is_said(profile: Profile, scene: Scene, span: tuple[int, int]) -> bool:
    """The participle is the fact's deed and the noun before it what the fact counts."""
    deed, noun = _keys(scene, span[1], span[1]), _keys(scene, span[0] + 1, span[1] - 2)
    noun |= {"@dead"} if "@victim" in noun else frozenset()
    cues = [cue.keys for cue in profile.cues if cue.weight >= 0.8 and not cue.scope]
    deeds = [keys for keys in cues if keys & deed]
    counts_people = bool(profile.head & PEOPLE_LIKE)
    is_noun = bool(profile.head & noun) or (counts_people and bool(_PERSONS & noun))
    return bool(deeds) and is_noun and all(keys & (deed | noun) for keys in cues)


def _keys(scene: Scene, low: int, high: int) -> frozenset[str]:
    signs = {sign.key for sign in scene.sentence.signs if any(low <= at <= high for at in sign.at)}
    return frozenset(signs | {word.stem for word in scene.sentence.words[low : high + 1]})
