"""The sentences of a text to the lands and regions its places lie in: "Derna, Libya", "Turkey's Bolu province"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.link.passages import Word
from bot.link.scene import Scene
from bot.link.stems import word_set

_FEW = 4  # words between a land and a place in it: "the Libyan port city of Derna"
_IN = frozenset({"in", "on"})
_SIDES = word_set(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern central
    """
)
_KINDS = word_set(
    """
    city town port village resort province region district prefecture state county municipality island capital suburb
    peninsula valley coast governorate oblast
    """
)
_BETWEEN = _SIDES | _KINDS | word_set("the of coastal ski seaside mountain border industrial provincial small")


@dataclass(frozen=True, slots=True)
class Lands:
    """`around`: a place's stem -> the nations and regions it is said to lie in; `named`: all nations of the text."""

    around: Mapping[str, frozenset[str]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def find_around(self, places: frozenset[str], home: frozenset[str]) -> frozenset[str]:
        """The keys of what lies around any of the places; the only land of a text that names one of them is theirs."""
        found = frozenset().union(*(self.around.get(place, frozenset()) for place in places))
        is_told = bool(home) or any(key[0] == "^" for key in found)
        return found if is_told or len(self.named) != 1 or not places & self.places else found | self.named


def find_lands(scenes: Sequence[Scene]) -> Lands:
    """What the text says of where its places lie."""
    around: dict[str, set[str]] = {}
    for scene in scenes:
        for place, keys in _pairs(scene):
            around.setdefault(place, set()).update(keys)
    words = [word for scene in scenes for word in scene.sentence.words if word.capital]
    named = frozenset(sign.key for scene in scenes for sign in scene.sentence.signs if sign.key[0] == "^")
    return Lands({key: frozenset(found) for key, found in around.items()}, named, frozenset(w.stem for w in words))


def _pairs(scene: Scene) -> Iterator[tuple[str, frozenset[str]]]:
    """Each place with what it is said to lie in."""
    words = scene.sentence.words
    nations = {at: sign.key for sign in scene.sentence.signs if sign.key[0] == "^" for at in sign.at}
    for at, word in enumerate(words):
        if not word.capital or at in nations:
            continue
        for other in _ties(words, at):
            is_land = other in nations
            if is_land or _is_region(words, other):
                keys = {nations[other]} if is_land else set()
                yield word.stem, frozenset(keys | {words[other].stem})


def _ties(words: Sequence[Word], at: int) -> Iterator[int]:
    """The capital words that a place is tied to: "X, Y", "X in eastern Y", "Y's X", "the Y city of X"."""
    following = at + 1
    if following < len(words) and words[following].capital and words[following].break_ == 1:
        yield following
    if following < len(words) and words[following].folded in _IN and not words[following].break_:
        ahead = range(following + 1, min(len(words), following + _FEW + 1))
        after = next((to for to in ahead if words[to].folded not in _BETWEEN), at)
        if after != at and words[after].capital:
            yield after
    behind = range(at - 1, max(-1, at - _FEW - 2), -1)
    before = next((to for to in behind if words[to].folded not in _BETWEEN), at)
    if before != at and words[before].capital and not any(word.break_ for word in words[before + 1 : at + 1]):
        yield before


def _is_region(words: Sequence[Word], at: int) -> bool:
    """ "In Ishikawa prefecture": named as what places lie in."""
    return words[at].capital and at + 1 < len(words) and words[at + 1].folded in _KINDS and not words[at + 1].break_
