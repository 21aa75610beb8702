"""A date and a fact to how closely what the fact dates stands to it, and nothing else stands closer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.folding import fold_words
from bot.link.background import is_past_unnamed
from bot.link.date_spans import is_undone_since
from bot.link.index import Index
from bot.link.lexicon import LEXICON
from bot.link.passages import Word
from bot.link.profiles import STATES, Profile
from bot.link.scene import Scene, Stage
from bot.link.stems import stem, word_set
from bot.link.subjects import subject_fit
from bot.record import EntityKind

SPOKEN, BY_THE_WAY = 0.45, 0.6
_ASIDE = frozenset({"after", "before", "following", "since", "amid", "despite", "until"})
_HAPPENING = frozenset({"@begin", "@occur"})
_ACTIONS = (
    STATES | _HAPPENING | {"@end", "@sign", "@announce", "@appointed", "@resigned", "@moved", "@agree", "@vanished"}
)
_JOINTS = frozenset({"of", "on", "in", "at", "from", "the", "late", "early", "a"})
# Verbs that say no more than that it happened: "the sample taken on 15 July", "the results published on 22 October".
_DONE = word_set(
    """
    taken took given gave held made collected carried out conducted played staged delivered passed handed down published
    released issued came fell dated scheduled set recorded drawn laid read presented was were had been which that
    """
)
_OTHER = word_set("a an another other others earlier previous similar different separate second unrelated")
_PARTS_OF_TIME = frozenset(
    """
    night morning afternoon evening day days week weekend month year start beginning end middle eve early hours half
    quarter spring summer autumn fall winter as deadline date
    """.split()
)
_WENT = frozenset("sank went fell broke came blew burst burnt caught gave jumped left ran".split())
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "was", "were", "been"})
_BREATH = 9
# What only says at which hour of a day: "came down at about half past one in the morning of".
_OF_THE_CLOCK = _PARTS_OF_TIME | word_set(
    """
    at about around just shortly before after past to quarter o'clock a.m p.m am pm local time dawn noon midnight early
    late in on of the one two three four five six seven eight nine ten eleven twelve
    """
)
ORDINALS = frozenset({"first", "last", "second", "third", "final", "latest"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A date where it stands: its first and last word in a sentence, and the nearness (0..1) of every key there."""

    number: int
    scene: Scene
    span: tuple[int, int]
    near: Mapping[str, float]


def find_spot(number: int, scene: Scene, span: tuple[int, int]) -> Spot:
    """The spot of a date in the sentence of that number."""
    near = _nearness(span, scene)
    if is_undone_since(span[0], [word.folded for word in scene.sentence.words]):
        near["@lasted"] = 1.0
    return Spot(number, scene, span, near)


def score_date(spot: Spot, profile: Profile, stage: Stage, index: Index) -> float:
    """How closely what happened stands to the date; 0 where somebody else or something else stands closer."""
    scene, span, near = spot.scene, spot.span, spot.near
    if is_past_unnamed(spot.number, profile, stage):
        return 0.0
    subject = subject_fit(scene, span[1], spot.number, profile, stage, index)
    if not subject or not profile.cues or _tells_of_another(profile, scene) or _is_of_noun(span[0], scene, profile):
        return 0.0
    met = total = best = 0.0
    for cue in profile.cues:
        value = max((_related(near, key) for key in cue.keys), default=0.0)
        if cue.need and value < 0.4 and not _by_words(profile, near):
            return 0.0
        met, total = met + cue.weight * min(1.0, value * 1.15), total + cue.weight
        best = max(best, value) if cue.weight >= 0.5 or all(one.weight < 0.5 for one in profile.cues) else best
    by_words = _by_words(profile, near)
    if not by_words and _lacks_the_event(profile, near, index):
        return 0.0
    if not by_words and (not _happens(profile, near, span, scene) or _is_foreign(profile, near, best)):
        return 0.0
    return max(met / total, by_words) * subject


def _lacks_the_event(profile: Profile, near: Mapping[str, float], index: Index) -> bool:
    """ "On Monday Boeing began to raise money" beside the day a strike began: that something began says not what.

    Nor does "the party announced": whoever takes part in the event may have other things to announce.
    """
    is_event = profile.subject is not None and profile.subject.kind is EntityKind.EVENT
    says = [cue for cue in profile.cues if cue.weight >= 0.5]
    is_bare = bool(says) and all(cue.keys <= _HAPPENING | ORDINALS | {"@announce"} for cue in says)
    people = {stem(word) for one in profile.persons for word in fold_words(index.entities[one].label)}
    return is_event and is_bare and not any(key in near for key in profile.context - people - {"@announce"})


def _tells_of_another(profile: Profile, scene: Scene) -> bool:
    """ "Bus drivers won in March after a strike": all that speaks for the fact is said of one the text brings in."""
    words = scene.sentence.words
    keys = profile.keys
    places = {sign.first for sign in scene.sentence.signs if sign.key in keys}
    places |= {at for at, word in enumerate(words) if word.stem in keys}
    return bool(places) and all(at > 0 and words[at - 1].folded in _OTHER for at in places)


def _is_of_noun(first: int, scene: Scene, profile: Profile) -> bool:
    """ "The attack of 8 January", "the victims of 3 September": the day belongs to the noun it is tied to."""
    words = scene.sentence.words
    tie = first - 1 if first and words[first - 1].folded == "of" else -1
    if tie < 1 or words[tie - 1].capital or words[tie - 1].folded in _PARTS_OF_TIME:
        return False
    keys = {words[tie - 1].stem} | {sign.key for sign in scene.sentence.signs if tie - 1 in sign.at}
    return not keys & (profile.keys | profile.context | _HAPPENING)


def _nearness(span: tuple[int, int], scene: Scene) -> dict[str, float]:
    words = scene.sentence.words
    aside = next((at for at in range(span[1] + 1, len(words)) if words[at].folded in _ASIDE), len(words))
    spots = [(sign.key, sign.first, sign.last) for sign in scene.sentence.signs]
    spots += [(word.stem, at, at) for at, word in enumerate(words)]
    found: dict[str, float] = {}
    for key, start, end in spots:
        low, high = (span[1], start) if start > span[1] else (end, span[0])
        value = 0.72 ** scene.sentence.breaks(low, high) * 0.975 ** max(0, high - low - 1)
        value *= BY_THE_WAY if start > aside else 1.0
        found[key] = max(found.get(key, 0.0), value)
    return found


def is_spoken_of(profile: Profile, spot: Spot) -> bool:
    """Whether the property's own word, or two words of the event's name, stand close to the date and mean this one."""
    if _tells_of_another(profile, spot.scene) or _is_of_noun(spot.span[0], spot.scene, profile):
        return False
    near = spot.near
    telling = [cue for cue in profile.cues if cue.weight >= 0.8 or len(profile.cues) == 1]
    by_property = any(_related(near, key) >= SPOKEN for cue in telling for key in cue.keys)
    by_name = sum(near.get(key, 0.0) >= SPOKEN for key in profile.context)
    return by_property or by_name >= 2


def _by_words(profile: Profile, near: Mapping[str, float]) -> float:
    """Cue words that editors gave the fact can stand for those of its property: three of them close by are enough."""
    met = [key for key in profile.words if near.get(key, 0.0) >= 0.35]
    return 0.75 if len(met) >= 3 else 0.0


def _related(near: Mapping[str, float], key: str) -> float:
    others = (much * near.get(other, 0.0) for other, much in LEXICON.related.get(key, {}).items())
    return max(near.get(key, 0.0), *others, 0.0)


def _happens(profile: Profile, near: Mapping[str, float], span: tuple[int, int], scene: Scene) -> bool:
    """A bare noun ("the fire") needs a word that says it happened, or a tie to the date: "the fire of May 2"."""
    if profile.keys & _ACTIONS or any(cue.weight >= 0.8 for cue in profile.cues):
        return True
    if any(near.get(key, 0.0) >= 0.6 for key in _HAPPENING):
        return True
    words = scene.sentence.words
    spots = [(sign.first, sign.last) for sign in scene.sentence.signs if sign.key in profile.keys]
    spots += [(at, at) for at, word in enumerate(words) if word.stem in profile.keys]
    for first, last in spots:
        if _is_told(scene, first, span):
            return True
        if _is_another(words[max(0, first - 3) : first]):
            continue
        between = words[last + 1 : span[0]] if last < span[0] else words[span[1] + 1 : first]
        if (
            len(between) <= (2 if last > span[1] else 4)
            and not any(word.break_ for word in between)
            and (last > span[1] or all(w.folded in _JOINTS | _DONE for w in between))
        ):
            return True
    return False


def _is_told(scene: Scene, at: int, span: tuple[int, int]) -> bool:
    """A verb in the past says that it happened: "the yacht went down before dawn on Tuesday"."""
    words = scene.sentence.words
    is_past = words[at].folded.endswith("ed") or words[at].folded in _WENT
    is_verb = is_past and not (at and words[at - 1].folded in _ARTICLES)
    low, high = sorted((at, span[0]))
    apart = sum(word.folded not in _OF_THE_CLOCK for word in words[low + 1 : high])
    return is_verb and at < span[0] and apart < _BREATH and not scene.sentence.breaks(low, high)


def _is_another(before: Sequence[Word]) -> bool:
    """Whether the words before a noun make it one of several: "a warning", "another missed test"."""
    near = [word.folded for word in before]
    if "the" in near or "this" in near:
        return bool({"other", "previous", "earlier"} & set(near))
    return bool(_OTHER & set(near))


def _is_foreign(profile: Profile, near: Mapping[str, float], best: float) -> bool:
    """Another action stands closer to the date than the one the fact dates."""
    own = profile.keys | {other for key in profile.keys for other in LEXICON.related.get(key, {})}
    foreign = max(
        (value for key, value in near.items() if key in _ACTIONS and key not in own and key not in _HAPPENING),
        default=0.0,
    )
    return best < 0.85 * foreign
