"""Who can be speaking in a text: names, pronouns and roles ("the envoy"), each to the full name it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.read.speech import ANY_BODIES, BODIES, SPEAKER_NOUNS
from bot.read.titles import COUNTRIES, FEMALE_TITLES, GIVEN_NAMES, MALE_TITLES
from bot.read.wordlist import words_in
from bot.reading import NameMention, Speaker

_PRONOUN = re.compile(r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)\b(?!\.)")
_NOUNS = "|".join(sorted(SPEAKER_NOUNS, key=len, reverse=True))
_NO_PART = r"(?:the|an?|his|her|their|its|is|was|were|has|had|have|will|said|says|to|that|which|who)\s"
_ROLE = re.compile(
    rf"(?:(?<=[’']s\s)|(?<=s[’']\s)|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Aa]nother)\s+)(?:(?:(?:[^\W\d_]\.){{2,4}}|(?!{_NO_PART})[\w’'-]+)\s){{0,4}}?(?P<noun>{_NOUNS})(?!\w|[’']s|[\s-](?:{_NOUNS})(?!\w))"
    rf"|\b(?P<plural>(?:[Hh]uman\s)?[Rr]ights\s(?:groups|organi[sz]ations|activists|monitors)|[Pp]olice|[Oo]fficials|[Pp]rosecutors|[Aa]uthorities|[Ww]itnesses|[Rr]esidents|[Cc]ritics|[Dd]octors"
    rf"|[Ii]nvestigators|[Rr]esearchers|[Ss]cientists|[Ee]xperts|[Aa]nalysts|[Ll]awyers|[Aa]ctivists|[Rr]escuers|[Ss]ources|[Aa]gencies|[Rr]elatives|[Nn]eighbou?rs|[Cc]ampaigners|[Ss]urvivors|[Ll]awmakers"
    r"|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome)\s(?:people|persons|sources|officials|diplomats|executives)"
    r"(?:\s(?:familiar|briefed|close|with\sknowledge))?)\b|\b(?P<aged>[Tt]he\s\d{1,3}-year-old)\b"
)
_ROLE_WORD = re.compile(rf"\b(?:{_NOUNS})\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:to|of|for|with|from|in|at|by|on|about|against|between|near|under|over|into|via|than|as|like|among|through)\s+"
    r"(?:(?:the|a|an|his|her|its|their)\s+)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sen|Senator|Rep|Gov|Governor|Gen|General|Judge"
    r"|Justice|Sir|(?:Vice\s)?President|(?:[A-Z]\w+\s)?(?:Minister|Secretary)|King|Queen|Prince|Princess|Pope|Col|Capt|Sgt|Rev)"
    r"\.?\s+)?\Z"
)
_CREDITED = re.compile(r"\b[Aa]ccording to [^,.;:“”\"\n]{0,70}\Z")
_LANDS = {
    **{country: country for country in COUNTRIES},
    **{demonym: country for country, demonym in COUNTRIES.items()},
    **dict.fromkeys(("US", "U.S.", "USA", "American", "America"), "United States"),
    **dict.fromkeys(("UK", "U.K.", "British", "Britain"), "United Kingdom"),
}
_OWNED = re.compile(r"(?:[’']s|s[’'])\s\Z")
_APPOSED = re.compile(r",?\s|\s(?:of|for|at|in)\s[^,.;:“”\"]{1,50},\s")
_FORMER = re.compile(r"\b(?:former|ex|then|late)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s")
_COLLECTIVE = frozenset(
    words_in(
        """
    police officials prosecutors authorities company ministry agency group government court department union
    party bank report statement source sources service committee council commission office organisation
    organization opposition critics
    """
    )
)


_BODY_REACH = 700
_SOON = 300
_ONLY_REACH = 1500


@dataclass(frozen=True, slots=True)
class Subject:
    """Words that may be the subject of a verb of saying."""

    start: int
    end: int
    name: NameMention | None = None
    pronoun: str = ""
    noun: str = ""
    governed: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody said to hold a role, and the lands named with it ("US" in "US envoy John Coale")."""

    start: int
    full: str
    lands: frozenset[str]
    former: bool = False


@dataclass(slots=True)
class Speakers:
    """All subjects of a text outside quote marks, and who spoke last while quotes are read from top to bottom."""

    text: str
    subjects: Sequence[Subject]
    roles: dict[str, list[Holder]]
    people: frozenset[str]
    genders: dict[str, str]
    spoken: list[tuple[int, str]] = field(default_factory=list)

    def between(self, start: int, end: int) -> Sequence[Subject]:
        """The subjects that lie wholly in a stretch of the text."""
        first = bisect_left(self.subjects, start, key=lambda one: one.start)
        last = bisect_left(self.subjects, end, lo=first, key=lambda one: one.start)
        return [one for one in self.subjects[first:last] if one.end <= end]

    def speaker(self, subject: Subject) -> Speaker:
        """The subject as a speaker, by its full name where the text tells it ("the mayor, Anna Novak")."""
        if subject.noun:
            near = self.between(subject.end, subject.end + 90)
            apposed = next((one for one in near if one.name is not None and one.name.kind == "person"), None)
            if apposed and _APPOSED.fullmatch(self.text, subject.end, apposed.start):
                subject = apposed
        words = self.text[subject.start : subject.end]
        return Speaker(subject.start, subject.end, words, self._full(subject) or words)

    def _full(self, subject: Subject) -> str:
        if subject.name is not None:
            return subject.name.full or subject.name.words
        if subject.pronoun in ("i", "we"):
            return ""
        if subject.pronoun:
            return self._by_pronoun(subject)
        if _OWNED.search(self.text, max(0, subject.start - 4), subject.start):
            return ""  # "Mendes' mother" is not whoever spoke last
        if subject.noun in BODIES and not _INDEFINITE.match(self.text, subject.start):
            return self._by_body(subject)
        if subject.noun in _COLLECTIVE or subject.noun.endswith("s") or _INDEFINITE.match(self.text, subject.start):
            return ""
        words = self.text[subject.start : subject.end]
        held = [one for one in self.roles.get(subject.noun, ()) if one.start < subject.start]
        held = [one for one in held if not one.former or "former" in words.lower()]
        if not held:
            after = range(subject.end, subject.end + _SOON)
            held = [one for one in self.roles.get(subject.noun, ()) if one.start in after and not one.former]
        if not subject.noun or not held:
            return self._nearest(subject) or self._first_named(subject) if subject.noun else ""
        land = lands_in(words)
        fitting = [one for one in held if land & one.lands] or [one for one in held if not (land and one.lands)]
        return fitting[-1].full if fitting else ""

    def _nearest(self, subject: Subject) -> str:
        """Who spoke last in the paragraph, else the person of the sentence before, else who spoke last nearby."""
        line = self.text.rfind("\n", max(0, subject.start - 2000), subject.start) + 1
        before = self._sentences_back(subject.start)[1:2]
        people = self.between(max(line, before[0][0]), before[0][1]) if before else []
        named = [one for one in people if one.name is not None and one.name.kind == "person"]
        if here := self._spoke(line, subject.start):
            return here
        return self._full(named[0]) if named else self._recent(subject.start) or self._only_one(subject.start)

    def _only_one(self, place: int) -> str:
        """The one person named so far, where there is only one: "Ndiaye was shown ... the Senegal striker said"."""
        before = self.between(max(0, place - _ONLY_REACH), place)
        named = {self._full(one) for one in before if self._is_person(one)}
        return named.pop() if len(named) == 1 else ""

    def _by_pronoun(self, subject: Subject) -> str:
        if subject.pronoun in ("they", "it"):
            return self._by_group(subject)
        for start, end in self._sentences_back(subject.start):
            named = [
                one for one in self.between(start, end) if one.name is not None and self._fits(one, subject.pronoun)
            ]
            spoke = self._spoke(start, end)
            if spoke in self.people and self.genders.get(spoke, subject.pronoun) in (subject.pronoun, ""):
                return spoke
            if named:
                chosen = next((one for one in named if not one.governed), named[0])
                return self._full(chosen)
        return self._named_later(subject)

    def _named_later(self, subject: Subject) -> str:
        """ "“No one told us,” she said. Anna Kern ...": nobody fits before, so who is named first after it."""
        fits = (one for one in self.between(subject.end, subject.end + 300) if self._fits(one, subject.pronoun))
        return next((self._full(one) for one in fits), "")

    def _first_named(self, subject: Subject) -> str:
        """ "“No,” the tycoon said. Carl Berg ...": nobody is named before, so who opens the sentence after it."""
        stop = self.text.find(". ", subject.end, subject.end + _SOON)
        after = self.between(stop + 2, stop + 40) if stop > 0 else ()
        first = after[0] if after and after[0].start < stop + 30 else None
        earlier = self.between(max(0, subject.start - _ONLY_REACH), subject.start)
        early = any(self._is_person(one) for one in earlier)
        return "" if first is None or early or not self._is_person(first) else self._full(first)

    @staticmethod
    def _is_person(subject: Subject) -> bool:
        return subject.name is not None and subject.name.kind == "person"

    def _by_body(self, subject: Subject) -> str:
        """ "the ministry" is the Defence Ministry named before it, "the group" the one body that came last."""
        before = self.between(max(0, subject.start - _BODY_REACH), subject.start)
        bodies = [one for one in before if one.name is not None and one.name.kind == "organisation"]
        called = [one for one in bodies if subject.noun in (one.name.full if one.name else "").lower().split()]
        if called:
            return self._full(called[-1])
        if subject.noun not in ANY_BODIES or len(self.text[subject.start : subject.end].split()) > 2:
            return ""
        told = {name for place, name in self.spoken if subject.start - _BODY_REACH < place < subject.start}
        speaking = [one for one in bodies if self._full(one) in told]
        leading = [one for one in bodies if not one.governed]
        return self._full((speaking or leading)[-1]) if speaking or leading else ""

    def _by_group(self, subject: Subject) -> str:
        """ "they" and "it": the group or body that came last."""
        for one in reversed(self.between(max(0, subject.start - 300), subject.start)):
            if one.name is not None and one.name.kind == "organisation" and not one.governed:
                return one.name.full
            body = one.noun in BODIES if subject.pronoun == "it" else one.noun.endswith("s")
            if body and not one.governed:
                return self._full(one) or self.text[one.start : one.end]
        return ""

    def _fits(self, subject: Subject, pronoun: str) -> bool:
        name = subject.name
        if name is None or name.kind not in ("person", ""):
            return False
        known = self.genders.get(name.full, "")
        return known == pronoun if known else name.kind == "person"

    def _sentences_back(self, place: int) -> Sequence[tuple[int, int]]:
        """From this place backwards, at most five stretches up to a full stop or line end."""
        spans, end = [], place
        for _ in range(6):
            if end <= 0:
                break
            start = 1 + max(self.text.rfind(stop, max(0, end - 2000), end - 1) for stop in (". ", "\n", ".” ", '." '))
            spans.append((start, end))
            end = start - 1
        return spans

    def _recent(self, place: int, reach: int = 900) -> str:
        return self._spoke(place - reach, place)

    def _spoke(self, start: int, end: int) -> str:
        """Who was last found speaking in a stretch, "" for nobody."""
        index = bisect_left(self.spoken, (end, ""))
        return self.spoken[index - 1][1] if index and self.spoken[index - 1][0] >= start else ""

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke where, for the pronouns that follow."""
        insort(self.spoken, (speaker.start, speaker.name))


def find_speakers(text: str, names: Sequence[NameMention], quoted: Sequence[tuple[int, int]]) -> Speakers:
    """Every possible speaker outside the quoted spans."""
    people = [(name.start, name.end) for name in names if name.kind == "person"]
    roles = [role for role in _ROLE.finditer(text) if not _overlaps(people, role.start(), role.end())]
    held = [role.span() for role in roles]
    found = [
        Subject(
            role.start(), role.end(), noun=role[role.lastgroup or 0].lower(), governed=_is_governed(text, role.start())
        )
        for role in roles
    ]
    found += [Subject(word.start(), word.end(), pronoun=word[0].lower()) for word in _PRONOUN.finditer(text)]
    found += [
        Subject(name.start, name.end, name, governed=_is_governed(text, name.start))
        for name in names
        if not _overlaps(held, name.start, name.end)
    ]
    outside = [one for one in found if not _overlaps(quoted, one.start, one.end)]
    outside.sort(key=lambda one: (one.start, -one.end))
    known = frozenset(name.full for name in names if name.kind == "person")
    return Speakers(text, outside, _roles(text, names), known, _genders(text, names))


def _is_governed(text: str, start: int) -> bool:
    """Behind a preposition, or inside "according to Belarus' state news agency Belta": nobody does anything there."""
    is_object = _PREPOSITION.search(text, max(0, start - 24), start) is not None
    return is_object or _CREDITED.search(text, max(0, start - 90), start) is not None


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, end, key=lambda one: one[0])
    return index > 0 and spans[index - 1][1] > start


def lands_in(words: str) -> frozenset[str]:
    """The lands whose name or nationality stands in a few words."""
    return frozenset(_LANDS[word] for word in re.findall(r"(?:[A-Z]\.){2,3}|[A-Z][\w-]*", words) if word in _LANDS)


def _roles(text: str, names: Sequence[NameMention]) -> dict[str, list[Holder]]:
    """Role noun -> where somebody was said to hold it: "envoy John Coale", "John Coale, Trump's special envoy"."""
    held: dict[str, list[Holder]] = {}
    for name in names:
        if name.kind != "person":
            continue
        before = text[max(0, name.start - 60) : name.start]
        before = re.split(r"[.;:\n]|\b(?:and|with|by|to|that|between)\b|,(?!\s*\Z)", before)[-1]
        after = re.match(r",\s+((?:[^\s,.;]+\s+){0,7}[^\s,.;]+)", text[name.end : name.end + 90])
        for words in (before, after[1] if after else ""):
            for noun in _ROLE_WORD.findall(words):
                held.setdefault(noun.lower(), []).append(
                    Holder(name.start, name.full, lands_in(words), _FORMER.search(words) is not None)
                )
    return held


def _genders(text: str, names: Sequence[NameMention]) -> dict[str, str]:
    """Full name -> "he" or "she" by title or given name, "" where neither tells."""
    known: dict[str, str] = {}
    for name in names:
        title = re.search(r"(\w+)\.?\s+\Z", text[max(0, name.start - 16) : name.start])
        word = title[1].lower() if title else ""
        told = "he" if word in MALE_TITLES else "she" if word in FEMALE_TITLES else ""
        given = "" if name.kind in ("place", "organisation") else GIVEN_NAMES.get(name.full.split()[0].lower(), "")
        known[name.full] = told or known.get(name.full) or given
    return known
