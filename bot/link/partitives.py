"""A number and a fact to the reason why it counts some of a whole: of whom, among them, of its people, or None."""

from __future__ import annotations

import itertools

from bot.link.anchors import Anchor
from bot.link.lexicon import PEOPLE
from bot.link.profiles import PEOPLE_LIKE, STATES, Profile
from bot.phrase import Phrase, phrase

_PARTITIVE = frozenset({"them", "those", "these", "whom", "which", "us-pronoun", "it"})
# "83 percent of those entitled": every share is of something, and these are the whole.
_ALL_OF_THEM = frozenset({"entitled", "eligible", "registered", "who", "able", "allowed", "asked"})
_OWNERS = frozenset({"its", "their", "our", "his", "her"})
_PHRASE_ENDS = frozenset(
    "have has had were was are is who in on at to from went remain remained still stay did do".split()
)


def some_of_them(anchor: Anchor, profile: Profile) -> Phrase | None:
    """Some of those named before: "39 of the dead", "of whom five", "among the 123 were six", "including two"."""
    low, high = anchor.scene.hard_part(anchor.number)
    words = anchor.scene.sentence.words
    end = next((at for at in range(anchor.last + 1, high + 1) if words[at].break_), high + 1)
    after = anchor.words(anchor.last + 1, min(end, anchor.last + 5))
    before = anchor.words(anchor.first - 4, anchor.first)
    opening = anchor.words(low, low + 1)
    if anchor.kind == "percent" and set(after[2:4]) & _ALL_OF_THEM:
        return None
    is_everyone = before[-1:] == ["all"] or (before[-1:] == ["the"] and "@victim" in anchor.noun)
    if is_everyone and after[:1] == ["of"]:
        return None  # "all six of those killed", "the 53 victims of Sarn": nobody is left out
    is_some = (
        (after[:1] == ["of"] and after[1:2] and after[1] in _PARTITIVE)
        or _has_pair(after, ("among", "of"))
        or _has_pair(before, ("of", "among"))
        or "including" in before[-2:]
        or (opening == ["among"] and anchor.first > _phrase_end(anchor, low + 1))
    )
    is_some = is_some or _is_of_other_state(anchor, profile, after)
    is_own = _says_it_anew(anchor, profile, low)
    if (is_some and not is_own) or _is_share(anchor, profile, low, after, opening):
        return phrase("it counts some of those named before")
    return None


def of_its_people(anchor: Anchor, profile: Profile) -> Phrase | None:
    """ "53 of its citizens": those of one country or owner; "14 of its miners" are the miners the fact counts."""
    after = anchor.words(anchor.number + 1, anchor.number + 3)
    if after[:1] != ["of"] or not set(after[1:]) & _OWNERS:
        return None
    noun = {sign.key for sign in anchor.scene.sentence.signs if sign.first == anchor.number + 3}
    is_own = noun & (profile.keys - {PEOPLE})
    return None if is_own else phrase("it counts some of those named before")


def is_out_of(anchor: Anchor, profile: Profile) -> bool:
    """ "Four of the crew of six": the part the fact is about is the whole that this number is taken from."""
    if anchor.words(anchor.last + 1, anchor.last + 2) != ["of"]:
        return False
    high = _phrase_end(anchor, anchor.last + 2)
    inside = {sign.key for sign in anchor.scene.sentence.signs if anchor.last < sign.first <= high}
    needed = [cue for cue in profile.cues if cue.need or cue.scope]
    own = [cue for cue in needed if cue.keys & profile.own] or needed
    return bool(own) and all(cue.keys & inside for cue in own)


def _is_of_other_state(anchor: Anchor, profile: Profile, after: list[str]) -> bool:
    """ "Two of the injured have died": on top of the dead before, and not all of them."""
    if after[:2] != ["of", "the"]:
        return False
    noun = {sign.key for sign in anchor.scene.sentence.signs if anchor.last + 2 < sign.first + 1 <= anchor.last + 4}
    return bool(noun & STATES) and not noun & profile.keys


def _says_it_anew(anchor: Anchor, profile: Profile, low: int) -> bool:
    """ "44 cases, 17 of them fatal": what the fact counts is said of the part alone, so it is the whole."""
    strong = [cue for cue in profile.cues if cue.weight >= 0.8 and not cue.scope]
    if not strong or not all(anchor.near(cue.keys) >= 0.7 for cue in strong):
        return False
    words = anchor.scene.sentence.words
    before = {sign.key for sign in anchor.scene.sentence.signs if low <= sign.last < anchor.first}
    before |= {word.stem for word in words[low : anchor.first]}
    return bool(before & PEOPLE_LIKE or anchor.first > low + 2) and not any(cue.keys & before for cue in strong)


def _has_pair(words: list[str], firsts: tuple[str, ...]) -> bool:
    return any(one in firsts and two in _PARTITIVE for one, two in itertools.pairwise(words))


def _is_share(anchor: Anchor, profile: Profile, low: int, after: list[str], opening: list[str]) -> bool:
    """ "89 of the bodies", "of the bodies, 89": all that speaks for the fact is the whole the number is taken from."""
    if anchor.kind != "count":
        return False
    if is_out_of(anchor, profile) and not profile.keys & STATES:
        return True
    if after[:1] == ["of"] and anchor.mention.figure.number is not None and not _has_pair(after[:2], ("of",)):
        return _only_inside(anchor, profile, anchor.last + 1, _phrase_end(anchor, anchor.last + 2))
    if opening == ["of"] and anchor.first > _phrase_end(anchor, low + 1):
        return _only_inside(anchor, profile, low, _phrase_end(anchor, low + 1))
    return False


def _phrase_end(anchor: Anchor, start: int) -> int:
    """The last word of the noun phrase that begins at `start` (the/that/its allowed)."""
    words = anchor.scene.sentence.words
    end = start
    while end + 1 < len(words) and end - start < 5 and not words[end + 1].break_:
        if words[end + 1].folded in _PHRASE_ENDS:
            break
        end += 1
    return end


def _only_inside(anchor: Anchor, profile: Profile, low: int, high: int) -> bool:
    """True if all that speaks for the fact stands in the of-phrase: "39 of the dead" are not the dead."""
    first, last = anchor.scene.hard_part(anchor.number)
    around = [at for at in range(first, last + 1) if not low <= at <= high]
    outside = {anchor.scene.sentence.words[at].stem for at in around}
    outside |= {sign.key for sign in anchor.scene.sentence.signs if sign.first in around}
    strong = [cue for cue in profile.cues if cue.weight >= 0.8]
    is_direct = anchor.last == anchor.number
    return (bool(strong) or is_direct) and not any(
        cue.keys & outside and anchor.near(cue.keys & outside) >= 0.45 for cue in strong
    )
