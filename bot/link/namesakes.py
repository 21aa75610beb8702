"""A number and the facts that ask the same of several places, bodies or events to the one whose name stands with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.folding import fold_words
from bot.link.anchors import Anchor
from bot.link.lexicon import PEOPLE
from bot.link.profiles import STATES, Profile, marks_of

BEHIND = 5
_SO_FAR = frozenset({"@sofar"})
# "Killed in the Eaton fire": what the name is of says nothing that its namesakes do not say.
_KINDS = frozenset({"@fire", "@flood", "@storm", "@quake", "@crash", "region", "province", "state", "district", "citi"})


def find_named(anchor: Anchor, profiles: Sequence[Profile]) -> Profile | None:
    """The one of facts alike whose own name is said of the number: right behind it, else last before it."""
    first, *others = profiles
    alike = [first, *(one for one in others if _is_alike(first, one))]
    if len(alike) < 2:
        return None
    behind = [(at, one) for one in alike if (at := _name_behind(anchor, one)) is not None]
    if behind:
        return min(behind, key=lambda pair: pair[0])[1]
    before = [(at, one) for one in alike if (at := _name_before(anchor, one)) is not None]
    nearest = max((at for at, _ in before), default=-1)
    named = [one for at, one in before if at == nearest]
    return named[0] if len(named) == 1 else None


def is_named_part(anchor: Anchor, profile: Profile) -> bool:
    """Whether the place or body that a fact is narrowed to is named right behind the number."""
    return _name_behind(anchor, profile) is not None


def _is_alike(one: Profile, other: Profile) -> bool:
    if one.dimension != other.dimension:
        return False
    if PEOPLE in one.head & other.head:
        return _asked(one) & STATES == _asked(other) & STATES != frozenset()
    return (one.head, _asked(one)) == (other.head, _asked(other))


def _asked(profile: Profile) -> frozenset[str]:
    """What the fact asks, without whom or where: its cues less its own names and the words of its subject."""
    keys = frozenset(key for cue in profile.cues if not cue.scope for key in cue.keys)
    return keys - _names_of(profile) - profile.context - _KINDS - _SO_FAR


@lru_cache(maxsize=16384)
def _names_in(text: str) -> frozenset[str]:
    words = [word for word in text.split() if word[:1].isupper()]
    return frozenset(key for word in words for keys in marks_of(" ".join(fold_words(word))) for key in keys) - _KINDS


def _names_of(profile: Profile) -> frozenset[str]:
    """The proper words by which a fact is narrowed to a place or body; whose people it counts is no such thing."""
    fact = profile.fact
    texts = (" ".join(fact.property.split()[1:]), *(value for _, value in fact.scope))
    folk = frozenset().union(*(cue.keys for cue in profile.cues if cue.folk))
    return frozenset().union(*(_names_in(text) for text in texts)) - folk


def _places(anchor: Anchor, profile: Profile) -> list[int]:
    """Where in the sentence the fact's own names stand, as word numbers."""
    names = _names_of(profile)
    if not names:
        return []
    sentence = anchor.scene.sentence
    found = {sign.first for sign in sentence.signs if sign.key in names}
    return sorted(found | {at for at, word in enumerate(sentence.words) if word.capital and word.stem in names})


def _name_behind(anchor: Anchor, profile: Profile) -> int | None:
    words = anchor.scene.sentence.words
    return next(
        (
            at
            for at in _places(anchor, profile)
            if anchor.first < at <= anchor.last + BEHIND
            and not any(word.break_ for word in words[anchor.number + 1 : at + 1])
            and not any(anchor.number < other < at for other in anchor.scene.numbers)
        ),
        None,
    )


def _name_before(anchor: Anchor, profile: Profile) -> int | None:
    low, _ = anchor.scene.hard_part(anchor.number)
    return max((at for at in _places(anchor, profile) if low <= at < anchor.first), default=None)
