"""A folded English word to its stem, so that killed, kills and killing meet; light, for lexicon and text alike."""

from __future__ import annotations

from functools import lru_cache


def word_set(words: str) -> frozenset[str]:
    """The words of a block of words."""
    return frozenset(words.split())


_DOUBLES = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")
# Endings that make a noun of a verb, and how much of the verb must be left.
_DEED_ENDS = (
    ("val", "al", 5), ("wal", "al", 5), ("sal", "al", 5), ("ment", "ment", 3), ("ture", "ure", 5),
    ("sure", "ure", 4), ("ion", "ion", 5),
)  # fmt: skip
_NO_DEEDS = word_set(
    """
    apartment department government settlement development parliament document million billion trillion station
    nation region question position religion opinion fashion champion mention section portion union function
    condition situation generation population organisation organization institution measure pressure pleasure
    treasure culture nature picture creature future structure temperature literature festival interval carnival
    universal basement element moment statement comment cement torment segment garment pigment figment
    monument instrument
    tournament regiment supplement experiment compliment complement sentiment ligament testament armament parchment
    """
)
_IRREGULAR = {
    form: verb
    for verb, forms in (
        line.split(": ")
        for line in """
dig: dug
sell: sold
buy: bought
pay: paid
build: built
withdraw: withdrew withdrawn
break: broke broken
steal: stole stolen
fly: flew flown
sink: sank sunk sunken
spend: spent
grow: grew grown
fight: fought
swear: swore sworn
write: wrote written
draw: drew drawn
keep: kept
send: sent
rise: rose risen
speak: spoke spoken
tear: tore torn
hide: hid hidden
freeze: froze frozen
choose: chose chosen
catch: caught
seek: sought
agree: agreed
guarantee: guaranteed
decree: decreed
""".strip().splitlines()
    )
    for form in forms.split()
}
_SIBILANT = ("ses", "xes", "zes", "ches", "shes")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without plural, -ed, -ing and a silent e: "injuries" -> "injury", "stopped" -> "stop"."""
    if word in _IRREGULAR:
        return stem(_IRREGULAR[word])
    if len(word) <= 3 or not word.isalpha():
        return word
    bare = _root_of(_verb_of(_bare(_singular(word))))
    return bare[:-1] if bare.endswith("e") and len(bare) > 3 else bare


def _verb_of(word: str) -> str:
    """The deed a noun names, by its ending: closure, arrival, payment, eruption, discovery."""
    if word in _NO_DEEDS:
        return word
    for ending, tail, least in _DEED_ENDS:
        root = word.removesuffix(tail)
        if word.endswith(ending) and len(root) >= least:
            return root
    return word.removesuffix("y") if word.endswith("very") and len(word) >= 7 else word


def _root_of(word: str) -> str:
    """Presentation and present, nomination and nominate: the ending -at(e) of the noun or verb is left out."""
    root = word.removesuffix("e").removesuffix("at")
    return root if word.endswith(("at", "ate")) and len(root) >= 5 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT) and len(word) > 5:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _bare(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending, least in (("ing", 3), ("ed", 3)):
        root = word.removesuffix(ending)
        if root != word and len(root) >= least and any(vowel in root for vowel in "aeiouy"):
            return root[:-1] if root.endswith(_DOUBLES) else root
    if word in ("freed", "freeing"):
        return "free"
    return word
