"""The words around a quote to whose they are: behind its closing mark, before its opening one, or credited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.read.quotes_speakers import Speakers, Subject
from bot.read.speech import SAYING, SPEAKER_NOUNS

VERB = re.compile(
    r"(?<![\w-])(?P<verb>puts?\s+it|say|(?<!\bto\s)(?:"
    + "|".join(sorted(set(SAYING), key=len, reverse=True))
    + r"))(?![\w-])"
)
ACCORDING = re.compile(r"\b[Aa]ccording\s+to\b|\bin\s+the\s+words\s+of\b")
_LEADING = re.compile(r"[\s,.—–-]*(?:\s*(?:also|then|later|however|reportedly|once)\s+)?")
# A name of several words that no list knows for one, from a sentence's start up to its verb.
_NAMED_SUBJECT = re.compile(
    r"(?:[“\"]\s*)?(?P<name>(?!(?:Some|Many|Most|Others|Several|Nobody|No|None|All|Both|Few|One|This|That|These|What|He|She|It"
    r"|They|We|I|You|Asked|And|But|When|Who)\b)[A-Z][\w’'&.-]*(?:\s(?:[A-Z][\w’'&.-]*|for|of|and|the|de|du|in)){0,7}"
    r"|[A-Z]\w+(?:\s[a-z]\w+)?s)\s+(?:also\s|later\s|then\s)?"
)
# "said one, Janet Cole", "cried a guard, Tom Baker": what the named one is comes before the name.
_APPOSED_BEFORE = re.compile(r"\s+(?:one|another|an?|the|his|her|their)(?:\s[\w’'-]+){0,5},\s+")
_PLAIN_SUBJECT = re.compile(
    r"[\s,]*((?:the|an?|his|her|their|its|one|another|two|some|many)\s+[\w’'-]+(?:\s[\w’'-]+){0,3}?|[a-z]{3,}s)"
    r"\s+(?:also\s|later\s|then\s)?"
)
_PLAIN_INVERTED = re.compile(
    r"\s+((?:the|an?|one|another|his|her)\s[\w’'-]+(?:\s[\w’'-]+){0,2}?|someone|somebody|another|one)"
    r"(?=[.,;:]|\s(?:in|at|on|from|as|who|to|outside|with|of|near)\b|\s*\Z)"
)
_BY = re.compile(r"\s+by\s+")
_POSSESSED = re.compile(r"[’']")
_ASIDE_CLAUSE = re.compile(r",\s+(?:\w+ing|flanked|accompanied|joined|quoted|asked)\s")
_SHORT_TITLE = re.compile(r"\b(?:[A-Z]\w{0,4}\.\s?)+")  # "Sgt.", "Lt. Col.", "U.S."
_LONG_ROLE = 6
_LONG_NAME = 120


def find_after(text: str, span: tuple[int, int], speakers: Speakers) -> Subject | None:
    """ "said X", "X said", "X, the founder of Y, said" after the closing mark."""
    start, end = span
    verb = VERB.search(text, start, end)
    if verb is None or text[start : verb.start()].endswith((" and ", " but ")):
        return None  # "..., according to Belta, and added": what comes next is said by whoever said this
    lead = _LEADING.match(text, start, end)
    if lead and lead.end() >= verb.start():
        apposed = _APPOSED_BEFORE.match(text, verb.end(), end)
        following = speakers.between(apposed.end() if apposed else verb.end(), min(end, verb.end() + 90))
        if apposed and following and following[0].start == apposed.end() and following[0].name is not None:
            return following[0]
        following = speakers.between(verb.end(), min(end, verb.end() + 90)) if apposed else following
        near = [one for one in following if is_close(text, verb.end(), one.start)]
        near = [one for one in near if not _POSSESSED.match(text, one.end)] or near
        person = [one for one in near if one.name is not None]
        return next(iter(person or near), None) or _plain_inverted(text, verb.end(), end)
    candidates = speakers.between(start, verb.start())
    if candidates and text[start : start + 5].lstrip(", ").startswith("as "):
        candidates = [replace(one, governed=False) for one in candidates]  # "as Anna Novak puts it"
    if not candidates:
        return _plain_subject(text, start, verb.start())
    return subject_of(text, candidates, verb.start()) if candidates[0].start - start < 90 else None


def _plain_subject(text: str, start: int, verb: int) -> Subject | None:
    """ "the defendant", "one neighbour": a few words before the verb that no list knows are their own name."""
    found = _PLAIN_SUBJECT.fullmatch(text, start, verb)
    return Subject(found.start(1), found.end(1)) if found else None


def _plain_inverted(text: str, start: int, end: int) -> Subject | None:
    """ "screamed a guard", "shouted someone in the crowd"."""
    found = _PLAIN_INVERTED.match(text, start, end)
    return Subject(found.start(1), found.end(1)) if found else None


def named_subject(text: str, start: int, verb: int) -> Subject | None:
    """ "Transport for the North said", "Supporters argue": all that stands before the verb, where that is a name."""
    while start < verb and text[start].isspace():
        start += 1
    if verb - start > _LONG_NAME:
        return None
    found = _NAMED_SUBJECT.fullmatch(text, start, verb)
    if found is None and (words := text[start:verb].split()) and len(words) < _LONG_ROLE:
        body = words[-1] in SPEAKER_NOUNS and words[0][:1].isupper() and "," not in text[start:verb]
        return Subject(start, start + len(text[start:verb].rstrip())) if body else None  # "Health ministry says"
    return Subject(found.start("name"), found.end("name")) if found else None


def is_close(text: str, start: int, end: int) -> bool:
    """Whether only titles and nationality stand between a verb and its inverted subject."""
    between = _SHORT_TITLE.sub("", text[start:end])
    return len(between) < 70 and not re.search(r"[,.;:()]|\b(?:that|to|as|in|on)\b", between)


def find_before(text: str, span: tuple[int, int], speakers: Speakers) -> Subject | None:
    """ "X told reporters:", "She added," "X described it as" before the opening mark."""
    verbs = list(VERB.finditer(text, *span))
    for verb in reversed(verbs):
        agent = _BY.match(text, verb.end(), span[1]) if verb["verb"].endswith("ed") else None
        if agent and (agents := speakers.between(agent.end(), span[1])):
            return agents[0]
        candidates = speakers.between(span[0], verb.start())
        if verb["verb"].endswith("ing") and text[verb.start() - 2 : verb.start()] == ", ":
            candidates = [one for one in candidates if not one.governed][:1]  # "He left the party, calling it ..."
        subject = subject_of(text, candidates, verb.start()) or named_subject(text, span[0], verb.start())
        if subject is not None:
            return subject
        inverted = [one for one in speakers.between(verb.end(), span[1]) if is_close(text, verb.end(), one.start)]
        if inverted and inverted[0].name is not None and verb.start() - span[0] < 4:
            return inverted[0]
    return None


def subject_of(text: str, candidates: Sequence[Subject], verb: int) -> Subject | None:
    """The last candidate that no preposition governs; what stands far before the verb is none."""
    free = [one for one in candidates if not one.governed and not _POSSESSED.match(text, one.end)]
    if candidates and text.rfind(" who ", candidates[-1].end - 1, verb) >= 0:
        return _before_who(text, candidates)
    if not free:
        return None
    if aside := _before_aside(text, free, verb):
        return aside
    last = free[-1]
    if last.noun:
        apposed = [one for one in free if one.name is not None and one.end < last.start < one.end + 30]
        inside = [
            one for one in candidates if one.name and not text[last.end : one.start].strip() and one.start > last.start
        ]
        named = [one for one in apposed if re.fullmatch(r",?\s*(?:[\w.’'-]+\s+){0,3},?\s*", text[one.end : last.start])]
        last = (inside or named or [last])[-1]
    person = [one for one in free if one.name is not None and one.name.kind == "person"]
    if (
        person
        and last.name is not None
        and last.name.kind != "person"
        and text[person[-1].end : person[-1].end + 1] == ","
    ):
        last = person[-1]
    return last if verb - last.end < 200 else None


def _before_aside(text: str, free: Sequence[Subject], verb: int) -> Subject | None:
    """ "Anna Novak, speaking beside Carl Berg, said": who stands before the words between commas."""
    if text[max(0, verb - 2) : verb] != ", ":
        return None
    asides = (one for one in free if verb - one.end < 200 and _ASIDE_CLAUSE.match(text, one.end))
    return next((one for one in asides if one.noun or _is_person(one)), None)


def _before_who(text: str, candidates: Sequence[Subject]) -> Subject:
    """Whom "who" means: the words right before it, else the last person, else the last candidate."""
    last = candidates[-1]
    beside = text[last.end : last.end + 6].lstrip(", ").startswith("who")
    people = [one for one in candidates if _is_person(one)]
    return last if not people or (beside and (last.noun or _is_person(last))) else people[-1]


def _is_person(subject: Subject) -> bool:
    return subject.name is not None and subject.name.kind == "person"


def find_credited(text: str, span: tuple[int, int], speakers: Speakers) -> Subject | None:
    """ "According to X", within a stretch of the text."""
    found = ACCORDING.search(text, *span)
    if found is None:
        return None
    following = [
        one
        for one in speakers.between(found.end(), min(span[1], found.end() + 120))
        if not _POSSESSED.match(text, one.end) and "," not in text[found.end() : one.start]
    ]
    named = [one for one in following if one.name is not None]
    return next(iter(named or following), None)
