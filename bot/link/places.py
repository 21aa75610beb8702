"""A number and a fact to the other place that the number is counted in, or None."""

from __future__ import annotations

import itertools

from bot.folding import fold_words
from bot.link.anchors import Anchor
from bot.link.lands import Lands
from bot.link.lexicon import PEOPLE, Sign
from bot.link.passages import Word
from bot.link.profiles import GROUPS, Profile
from bot.link.stems import stem, word_set
from bot.phrase import Phrase, phrase
from bot.record import EntityKind

_PARTS = word_set(
    """
    capital countryside north south east west northeast northwest southeast southwest suburbs abroad overseas
    province provinces region regions district districts cities towns rural urban elsewhere neighbouring
    children women men
    """
)
# A place behind one of these is where that many are: "217 dead, nearly all of them in the province".
_SHARES = frozenset({"all", "most", "half", "many", "some", "majority", "none", "others", "several", "few"})
# The strongest gust was measured somewhere: the place of a record is no part of it.
_MOST = word_set("strongest highest lowest deepest largest longest fastest heaviest peak maximum record")
_BESIDE_NAMES = frozenset({"the", "neighbouring", "neighboring", "central", "north", "south", "east", "west"})
_PLACES = frozenset({"place", "area", "region", "city", "town", "district", "country", "province", "site", "state"})
_IN = frozenset({"in", "at", "near", "outside", "from", "on", "throughout", "across"})


def find_other_place(anchor: Anchor, profile: Profile, told: frozenset[str], lands: Lands) -> Phrase | None:
    """Why the number is of another place: a land that it opens with, one part of the country, a place beside it.

    The land or region that the text puts the event's own place in is no other place.
    """
    around = lands.find_around(_own_places(profile), profile.home)
    return _of_land(anchor, profile, told | around) or _elsewhere(anchor, profile, told | around)


def _of_land(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    """ "Kenya took part with 1,950": a country the sentence opens with, which the fact does not speak of as a whole."""
    sentence = anchor.scene.sentence
    if PEOPLE not in profile.head and not GROUPS & profile.head:
        return None
    if _is_placed(anchor, profile):
        return None
    nations = {key for key in told if key[0] == "^"}
    for sign in sentence.signs:
        after = sentence.words[min(sign.last + 1, len(sentence.words) - 1)]
        is_owner = after.start - sentence.words[sign.last].end > 1 and not after.break_
        if (
            is_owner
            or sign.first > 1
            or sign.key[0] != "^"
            or sign.key not in _written(anchor, sign)
            or sign.last >= anchor.first
        ):
            continue
        is_known = len(nations) == 1 if sign.key in told else sign.key in profile.home
        if not is_known and sentence.words[sign.first].stem not in _titles(profile):
            return phrase("it is counted in another place ({place})", place=sign.key.strip("^"))
    return None


def _elsewhere(anchor: Anchor, profile: Profile, told: frozenset[str]) -> Phrase | None:
    """A place named right beside the number that neither the fact nor its event knows."""
    if _is_placed(anchor, profile):
        return None
    if _MOST & set(fold_words(profile.fact.property)):
        return None
    if reason := _in_a_part(anchor, told) or _abroad(anchor, told, profile):
        return reason
    words = anchor.scene.sentence.words
    low, high = anchor.scene.hard_part(anchor.number)
    for at in range(max(low, anchor.number - 6) + 1, min(high, anchor.last + 10) + 1):
        word = words[at]
        if word.folded == "than" and at > anchor.number:
            return None
        if not word.capital or (words[at - 1].folded not in _IN and words[at - 1].folded not in ("the",)):
            continue
        if words[at - 1].folded == "the" and (at < 2 or words[at - 2].folded not in _IN):
            continue
        if at > anchor.last + 2 and words[at - 2].stem in profile.keys - anchor.noun:
            continue
        if (
            any(one.start <= word.start < one.end for one in anchor.scene.dates)
            or anchor.scene.attach(anchor.number, at) < 0.6
            or _is_of_others(anchor, at)
        ):
            continue
        keys = {word.stem} | {sign.key for sign in anchor.scene.sentence.signs if at in sign.at}
        if any(key[0] == "^" for key in keys) and _is_list_of_nations(anchor):
            continue
        known = told if _is_of_a_place(profile) else told | profile.story_words
        if not keys & known:
            return phrase("it is counted in another place ({place})", place=anchor.scene.sentence.words[at].folded)
    return None


def _is_of_a_place(profile: Profile) -> bool:
    """The fact is recorded of one place: the story's other places are not it."""
    return any(name.lower() in _PLACES for name, _ in profile.fact.scope)


def _in_a_part(anchor: Anchor, told: frozenset[str]) -> Phrase | None:
    """ "In the capital turnout was 75 percent": one part of the country or one kind of people."""
    words = anchor.scene.sentence.words
    low, high = anchor.scene.hard_part(anchor.number)
    for at in range(low + 1, high + 1):
        place = words[at]
        before = {word.folded for word in words[max(low, at - 3) : at]}
        is_part = place.folded in _PARTS and bool(before & {"in", "among", "across", "for"})
        is_own = words[at - 1].capital and words[at - 1].stem in told
        is_here = is_part and not is_own and place.stem not in told and anchor.scene.attach(anchor.number, at) >= 0.6
        if is_here and not _is_of_others(anchor, at) and not _is_by_the_way(anchor, at, low):
            return phrase("it is counted in a part only ({place})", place=place.folded)
    return None


def _is_by_the_way(anchor: Anchor, at: int, low: int) -> bool:
    """ "According to the minister in the east, a third of the city": the place is the speaker's, a break away."""
    words = anchor.scene.sentence.words
    if at > anchor.first or not anchor.scene.sentence.breaks(at, anchor.first):
        return False
    opening = next((place for place in range(at, low, -1) if words[place].break_), low)
    return words[opening].folded not in _IN | {"among", "across", "for", "and", "but"}


def _abroad(anchor: Anchor, told: frozenset[str], profile: Profile) -> Phrase | None:
    """A country the story does not know, named as a place shortly before: "Vietnam, where 50,000 are evacuated"."""
    sentence = anchor.scene.sentence
    for sign in sentence.signs:
        is_country = sign.key[0] == "^" and sign.key in {
            "^" + sentence.words[sign.first].folded,
            *_written(anchor, sign),
        }
        between = {word.folded for word in sentence.words[sign.last + 1 : anchor.first]}
        if is_country and "where" in between and sign.key not in told and sign.first < anchor.first:
            return phrase("it is counted in another place ({place})", place=sign.key.strip("^"))
    return None


def _is_placed(anchor: Anchor, profile: Profile) -> bool:
    """The event's own place stands with the number: what else is named says where that place lies, not another one."""
    words = anchor.scene.sentence.words
    low, high = anchor.scene.hard_part(anchor.number)
    place = profile.subject.place if profile.subject else ""
    scope = " ".join(value for _, value in profile.fact.scope)
    own = {stem(word) for word in fold_words(f"{place} {scope}")} | _titles(profile)
    return any(
        words[at].capital
        and words[at].stem in own
        and _has_in(words, at)
        and not anchor.scene.sentence.breaks(anchor.number, at)
        for at in range(low + 1, high + 1)
    )


def _has_in(words: tuple[Word, ...], at: int) -> bool:
    """Whether "in", "at", "near the" and their like stand before a word, adjectives of place allowed."""
    before = [word.folded for word in words[max(0, at - 2) : at]]
    return before[-1:] != [] and (before[-1] in _IN or (before[0] in _IN and before[-1] in _BESIDE_NAMES))


def _is_of_others(anchor: Anchor, at: int) -> bool:
    """Whether a word between the number and a later one says how many of them the later one is about."""
    return any(
        word.folded in _SHARES and word.break_ for word in anchor.scene.sentence.words[anchor.last + 1 : at + 1]
    ) or any(
        word.folded in _SHARES and before.break_
        for before, word in itertools.pairwise(anchor.scene.sentence.words[anchor.last + 1 : at + 1])
    )


def _is_list_of_nations(anchor: Anchor) -> bool:
    return len({sign.key for sign in anchor.scene.sentence.signs if sign.key[0] == "^"}) > 2


def _written(anchor: Anchor, sign: Sign) -> set[str]:
    return {"^" + " ".join(word.folded for word in anchor.scene.sentence.words[sign.first : sign.last + 1])}


def _own_places(profile: Profile) -> frozenset[str]:
    """The proper words of the place of the fact's event, or of the place it is a fact of."""
    subject = profile.subject
    if subject is None:
        return frozenset()
    name = subject.label if subject.kind is EntityKind.PLACE else subject.place
    return frozenset(stem(word) for part in name.split() if part[:1].isupper() for word in fold_words(part))


def _titles(profile: Profile) -> frozenset[str]:
    """The proper words in the name of what the fact is about."""
    label = profile.subject.label if profile.subject else ""
    return frozenset(stem(word) for word in fold_words(label))
