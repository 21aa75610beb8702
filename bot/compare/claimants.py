"""Who says it: whether two claims rest on the same voice, on two named voices, or on an outlet's own word."""

from __future__ import annotations

from enum import StrEnum

from bot.compare.tokens import fold

# Voices that could be anybody: what they say is the outlet's own word as far as anyone can check.
_NOBODY = frozenset(
    {
        "official", "officials", "authority", "authorities", "source", "sources", "report", "reports", "media",
        "outlet", "outlets", "observers", "many", "some", "local", "regional", "national", "state",
        "people", "insiders", "experts", "analysts", "press", "unnamed", "unknown", "various", "several",
    }
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "of", "for", "and", "in", "s"})
# One speaks for the other: "the police" and "a police spokesman" are one voice.
_SPEAKERS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "chief", "statement", "head", "department", "office"}
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir", "president", "minister", "prime", "mayor", "general", "judge"})


class Voices(StrEnum):
    """How the voices behind two claims stand to each other."""

    SAME = "same"
    TWO = "two named"
    OWN = "own word"


def compare_claimants(a: str, b: str) -> Voices:
    """Two claimants as written ("" = the outlet's own word).

    TWO needs both to be somebody in particular and different; a claim nobody in particular stands for is the
    outlet's own word, so "officials" beside "police" is no dispute between two voices.
    """
    if a == b:
        return Voices.SAME if _voice(a) else Voices.OWN
    one, two = _voice(a), _voice(b)
    if not one or not two:
        return Voices.OWN
    return Voices.SAME if one <= two or two <= one else Voices.TWO


def _voice(claimant: str) -> frozenset[str]:
    said = frozenset(fold(claimant).split()) - _ARTICLES
    core = said - _SPEAKERS - _TITLES or said
    return frozenset() if core <= _NOBODY else core
