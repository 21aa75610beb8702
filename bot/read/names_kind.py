"""A name in its place to what it names: person, organisation, place, or "" where nothing tells."""

from __future__ import annotations

import re

from bot.read.speech import SAYING
from bot.read.titles import (
    COMMON_WORDS,
    EVENT_WORDS,
    GIVEN_NAMES,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    ROLE_NOUNS,
)
from bot.read.wordlist import words_in

GIVEN = GIVEN_NAMES
PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", ""

_SURNAME = re.compile(
    r"(?:ov|ova|ev|eva|ski|sky|skaya|ska|enko|vich|vić|ić|yan|ian|sson|sen|escu|shvili|dze|chuk|czyk|iuk|oğlu|oglu)\Z"
)
_INITIAL = re.compile(r"(?:\s|^)[^\W\d_a-z]\.\s")
_AGE_AFTER = re.compile(r",\s+(?:aged\s+)?\d{2}\b")
_WHO_AFTER = re.compile(
    r"(?:,?\s+(?:who|whose)\b|,\s+(?:the|a|an|his|her|[A-Z][\w.’'-]*[’']s?|former|then)\s+(?:[\w’'-]+\s+){0,4}?(?P<role>[a-z]+)\b)"
)
_SPEAKS_AFTER = re.compile(r"\s+(?:also\s+|later\s+|then\s+)?(" + "|".join(sorted(set(SAYING))) + r")\b")
_WORD_BEFORE = re.compile(r"(\w[\w’'-]*)(,?)\s+\Z")
_BODIES = frozenset(
    words_in(
        """
    firm airline newspaper broadcaster outlet daily website retailer carmaker channel carrier startup
    """
    )
)
_BODY_AFTER = re.compile(
    r"\s+(?:news\s+)?(?:agency|airline|newspaper|organi[sz]ation)\b"
    r"|,\s+(?:the|a|an)\s+(?:[\w’'-]+\s+){0,3}?(?:agency|company|group|organi[sz]ation|firm|airline|newspaper|party|union)\b"
)
_TOWN_BEFORE = re.compile(
    r"\b(?:city|town|village|port|capital|province|region|district|island|suburb|neighbou?rhood)\s+(?:of\s+)?\Z"
)
_BUILDINGS = frozenset(["court", "house", "center", "centre", "bank"])
_PLACE_BEFORE = frozenset(["in", "near", "at", "across", "outside", "around", "throughout", "inside"])
_PLACE_FIRST = frozenset(
    words_in(
        """
    lake mount river cape port fort gulf bay isle mt saint
    """
    )
)


def is_listed(words: str) -> bool:
    """Whether the lists hold these words, also shouted as in a dateline ("NEW DELHI")."""
    return _listed(words) != UNKNOWN


def _listed(words: str) -> str:
    spelt = words if words in PLACES or words in ORGANISATIONS or not words.isupper() else words.title()
    return PLACE if spelt in PLACES else ORGANISATION if spelt in ORGANISATIONS else UNKNOWN


def kind_of(text: str, start: int, end: int, title: str) -> str:
    """What the name at a span names; `title` is the title that stood before it, lower case."""
    words = " ".join(text[start:end].split())
    if listed := _listed(words):
        return listed
    parts = [part.lower().strip(".") for part in words.split()]
    if title:
        return PERSON
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = before[1].lower() if before else ""
    if parts[-1] in _BUILDINGS and word in _PLACE_BEFORE:
        return PLACE
    told = _by_words(words, parts)
    return _by_place(text, start, end, words, parts) if told is None else told


def _by_words(words: str, parts: list[str]) -> str | None:
    """What the words themselves tell; None where the words around must."""
    head = parts[: parts.index("of")] if "of" in parts[1:] else parts
    several = len(parts) > 1
    if several and (head[-1] in ORGANISATION_WORDS or ("of" in parts and head[-1] == "house")):
        return ORGANISATION
    if several and (head[-1] in PLACE_WORDS or parts[0] in _PLACE_FIRST):
        return PLACE
    if not several:
        return ORGANISATION if words.isupper() and 1 < len(words) < 8 else None
    if parts[0].split("-")[0] in GIVEN or _INITIAL.search(words):
        return PERSON
    if any(part in ORGANISATION_WORDS for part in parts) or "&" in words:
        return ORGANISATION
    if any(part in EVENT_WORDS for part in parts):
        return UNKNOWN
    return PERSON if any(part in PARTICLES for part in parts[1:-1]) else None


def _by_place(text: str, start: int, end: int, words: str, parts: list[str]) -> str:
    """What the words around say: a role before, an age or apposition after, a verb of saying, a preposition."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = before[1].lower() if before else ""
    if _AGE_AFTER.match(text, end) or (word in ROLE_NOUNS and before and before[1].islower()):
        return PERSON
    if before and not before[2] and before[1].islower() and (word in ORGANISATION_WORDS or word in _BODIES):
        return ORGANISATION
    if _BODY_AFTER.match(text, end):
        return ORGANISATION
    if _TOWN_BEFORE.search(text, max(0, start - 24), start):
        return PLACE
    who = _WHO_AFTER.match(text, end, end + 90)
    if who and (who["role"] is None or who["role"] in ROLE_NOUNS):
        return PERSON
    if word in _PLACE_BEFORE and not _SURNAME.search(words):
        return PLACE
    several = 1 < len(parts) < 5
    plain = not any(part in COMMON_WORDS for part in parts)
    if several and (_SURNAME.search(words) or (_SPEAKS_AFTER.match(text, end) and plain)):
        return PERSON
    return PERSON if several and plain and word != "the" and len(parts) < 4 else UNKNOWN
