"""Article text and its names to what people are said to have said, word for word or not, and who said it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.read.quotes_attribution import (
    ACCORDING,
    VERB,
    find_after,
    find_before,
    find_credited,
    is_close,
    named_subject,
    subject_of,
)
from bot.read.quotes_marks import Marked, find_marked
from bot.read.quotes_speakers import Speakers, Subject, find_speakers
from bot.read.sentences import Spans, find_paragraphs, find_sentences
from bot.read.speech import JUDGING, WEAK_SAYING
from bot.reading import NameMention, QuoteMention, Speaker

_THAT = re.compile(r"(?:[^\s“\"«:;]+\s+){0,8}?that\s+")
_BARE = re.compile(
    r"\s+(?!(?:in|on|at(?!\s(?:least|most))|during|outside|inside|near|earlier|after|before|to|by|from|of|so|nothing|as|with|about(?!\s\d)|for|and|or|when|while|it\s+all"
    r"|the\s+same|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)(?=[\w“\"])"
)
_WHEN = re.compile(
    r"\s+(?:(?:late|early|earlier|later)\s+)?(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:last|this)\s"
    r"(?:week|month|year))(?:\s(?:morning|afternoon|evening|night))?\s+(?=(?:he|she|it|they|there|the|an?|its|his|her|their|[A-Z])\b)"
)
# What is warned of or announced without "that": a clause with a verb of its own.
_CLAUSE = re.compile(
    r"\s+(?=(?:he|she|it|they|there|this|the|an?|its|his|her|their|some|many|[A-Z][\w’'-]*|\d[\d,.]*)"
    r"(?:\s(?!(?:who|that|which|whose|after|when|because|and|to)\s)[\w’'%-]+){0,6}?"
    r"\s(?:would|could|will|was|were|had|has|have|is|are|may|might|must|can|should)\b)"
)
_TOLD = re.compile(
    r"\s+(?:(?!(?:after|in|on|at|before|during|of|about|to|by|from|how|outside|inside|near)\b)[^\s,“\".;]+\s+){1,4}?"
    r"(?=(?:he|she|they|it|the|there|a|an|[A-Z])\b)"
)
_ASIDE = re.compile(r",\s+(?=\S+\s+\S+\s+\S)")
_CLOSING = re.compile(
    r"\s*(?:[.,;]|\Z)|\s+(?:on|in|to|at|during|after|late|earlier|yesterday|today|this|last|via|by|through|reporters"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|of)\b"
)
_FIT_WITHOUT_THAT = frozenset(["said", "says", "say", "added", "adds", "insisted", "believes", "believed"])
_CLAUSAL = frozenset(
    """
    warned warns announced announces claimed claims argued argues argue admitted admits acknowledged acknowledges
    confirmed confirms predicted predicts fear feared believe estimates estimated alleged alleges suggested suggests
    stressed explained revealed hopes thinks maintains maintained noted notes stated states declared indicated
    """.split()
)
_NAMING = re.compile(r"\b(?:nicknamed|dubbed|titled|entitled|code-?named|known\s+as|so-called)\s+\W?\Z", re.IGNORECASE)
_SHORT = 4
_FEW = 3
_WINDOW = 320


@dataclass(frozen=True, slots=True)
class _Place:
    """A marked span with the stretch of its sentence before and after it that lies outside marks."""

    marked: Marked
    before: tuple[int, int]
    after: tuple[int, int]
    same_sentence: bool


def find_quotes(text: str, names: Sequence[NameMention] = ()) -> tuple[QuoteMention, ...]:
    """Direct and indirect speech in order; scare quotes and titles without a speaker are left out.

    The span of a direct quote lies inside its marks; a split quote is two with the same speaker. Indirect speech spans
    what is said, without "said that". `Speaker.name` is the fullest name in the text, or the words themselves
    ("police"); an attribution that cannot be read leaves the speaker None.
    """
    paragraphs, sentences = find_paragraphs(text), find_sentences(text)
    marked = find_marked(text, paragraphs)
    outer = [one for one in marked if not one.depth]
    speakers = find_speakers(text, names, [(one.start, one.end) for one in outer])
    direct = list(_direct(text, marked, paragraphs, sentences, speakers))
    indirect = list(_indirect(text, sentences, outer, speakers))
    return tuple(sorted((*direct, *indirect), key=lambda one: (one.start, one.end)))


def _direct(
    text: str, marked: Sequence[Marked], paragraphs: Spans, sentences: Spans, speakers: Speakers
) -> Iterator[QuoteMention]:
    outer = [one for one in marked if not one.depth]
    ends = [end for _, end in sentences]
    previous: tuple[Marked, Speaker | None] | None = None
    for index, one in enumerate(outer):
        if not _is_speech(text, one) and _NAMING.search(text, max(0, one.start - 24), one.start):
            continue  # "an operation dubbed “Clean Sweep”"
        place = _placed(text, outer, index, ends, paragraphs)
        speaker = _attributed(text, place, speakers)
        if speaker is None and previous and place.same_sentence:
            speaker = previous[1]
        if speaker is None:
            speaker = _credited(text, place, speakers)
        if speaker is None and previous and _continues(text, previous[0], one, paragraphs):
            speaker = previous[1]
        if speaker is None and _is_speech(text, one):
            speaker = _from_sentence_before(text, place, speakers, paragraphs)
        if speaker is None and not _is_speech(text, one):
            continue
        if speaker is not None:
            speakers.note(speaker)
        previous = one, speaker
        yield QuoteMention(one.start, one.end, text[one.start : one.end], True, speaker)
    for one in marked:
        if one.depth and _is_speech(text, one):
            yield QuoteMention(one.start, one.end, text[one.start : one.end], True, None)


def _placed(text: str, outer: Sequence[Marked], index: int, ends: Sequence[int], paragraphs: Spans) -> _Place:
    """How far the sentence around a quote reaches, not into its neighbours nor out of its paragraph."""
    one = outer[index]
    paragraph = paragraphs[max(0, bisect_right(paragraphs, one.start, key=lambda span: span[0]) - 1)]
    left, right = paragraph
    if index and outer[index - 1].end > left:
        left = outer[index - 1].end + 1
    joined = index > 0 and left > paragraph[0] and text[outer[index - 1].end - 1] not in ".!?"
    stop = bisect_right(ends, one.start) - 1
    if stop >= 0 and ends[stop] > left and not _in_marks(ends[stop], outer):
        left, joined = ends[stop], False
    if index + 1 < len(outer):
        right = min(right, outer[index + 1].start - 1)
    stop = bisect_left(ends, one.end + 2)
    if stop < len(ends):
        right = min(right, ends[stop])
    closes_sentence = text[one.end - 1] in ".…" or text[one.end + 1 : one.end + 2] == "."
    after = (one.end + 1, one.end + 1 if closes_sentence else max(one.end + 1, min(right, one.end + _WINDOW)))
    return _Place(one, (max(left, one.start - _WINDOW), one.start - 1), after, joined)


def _in_marks(place: int, outer: Sequence[Marked]) -> bool:
    index = bisect_right(outer, place, key=lambda one: one.start) - 1
    return index >= 0 and outer[index].start < place < outer[index].end


def _attributed(text: str, place: _Place, speakers: Speakers) -> Speaker | None:
    """The speaker by the words right after the quote, else by those before it."""
    subject = find_after(text, place.after, speakers)
    if subject is None:
        subject = find_before(text, place.before, speakers)
    return speakers.speaker(subject) if subject else None


def _credited(text: str, place: _Place, speakers: Speakers) -> Speaker | None:
    """ "according to X" on either side."""
    subject = find_credited(text, place.before, speakers) or find_credited(text, place.after, speakers)
    return speakers.speaker(subject) if subject else None


def _continues(text: str, previous: Marked, one: Marked, paragraphs: Spans) -> bool:
    """Whether a quote without a speaker goes on with the words of the one before it."""
    gap = text[previous.end : one.start]
    if previous.open or len(gap.strip('”"“«»„ \n.,')) == 0:
        return True
    first = bisect_right(paragraphs, previous.start, key=lambda span: span[0])
    second = bisect_right(paragraphs, one.start, key=lambda span: span[0])
    opens_paragraph = second > first and one.start - paragraphs[second - 1][0] < 2
    return first == second or (opens_paragraph and second - first == 1 and _is_speech(text, one))


def _from_sentence_before(text: str, place: _Place, speakers: Speakers, paragraphs: Spans) -> Speaker | None:
    """ "The widow waited outside. “I want to know why.”": the subject of the sentence before, in the same paragraph."""
    paragraph = paragraphs[max(0, bisect_right(paragraphs, place.marked.start, key=lambda span: span[0]) - 1)]
    before = speakers.between(max(paragraph[0], place.before[0] - _WINDOW), place.before[1])
    people = [one for one in before if one.name is not None and one.name.kind == "person" and not one.governed]
    return speakers.speaker(people[-1]) if people else None


def _is_speech(text: str, one: Marked) -> bool:
    """A sentence somebody can have said, not a title or a word held with tongs."""
    words = text[one.start : one.end]
    count = len(words.split())
    titled = count < 8 and sum(word[:1].isupper() for word in words.split()) > count / 2 and words[-1] not in ".,!?"
    return not titled and (count > _SHORT or (count > 1 and words[-1] in ".,!?…"))


def _indirect(text: str, sentences: Spans, outer: Sequence[Marked], speakers: Speakers) -> Iterator[QuoteMention]:
    for start, end in sentences:
        if _in_marks((start + end) // 2, outer) and _in_marks(start + 1, outer):
            continue
        said = _said_that(text, start, end, outer, speakers) or _trailing(text, start, end, outer, speakers)
        if said is not None:
            yield said
            if said.speaker:
                speakers.note(said.speaker)


def _said_that(text: str, start: int, end: int, outer: Sequence[Marked], speakers: Speakers) -> QuoteMention | None:
    """ "X said on Friday that ...": from after "that" to the end of the sentence."""
    for verb in VERB.finditer(text, start, end):
        if _in_marks(verb.start(), outer):
            continue
        that = _THAT.match(text, verb.end() + 1, end) if verb["verb"] not in JUDGING else None
        begins = that.end() if that and not _in_marks(that.end() - 2, outer) else None
        if begins is None and verb["verb"] in _FIT_WITHOUT_THAT and (bare := _BARE.match(text, verb.end(), end)):
            begins = bare.end()
        if begins is None and verb["verb"] in _FIT_WITHOUT_THAT and (when := _WHEN.match(text, verb.end(), end)):
            begins = when.end()
        if begins is None and verb["verb"] in _CLAUSAL and (clause := _CLAUSE.match(text, verb.end(), end)):
            begins = clause.end()
        if begins is None and verb["verb"] in ("told", "tells") and (told := _TOLD.match(text, verb.end(), end)):
            begins = told.end()
        reach = max(start, verb.start() - _WINDOW)
        subject = subject_of(text, speakers.between(reach, verb.start()), verb.start()) if begins else None
        if begins and subject is None:
            subject = named_subject(text, start, verb.start())
        if begins and subject and end - begins > 12 and _said_plainly(text, begins, end, outer):
            return _reported(text, begins, end, speakers.speaker(subject))
    return None


def _trailing(text: str, start: int, end: int, outer: Sequence[Marked], speakers: Speakers) -> QuoteMention | None:
    """ "..., X said." and "According to X, ..." without marks."""
    opening = ACCORDING.match(text, start, end)
    if opening and (subject := find_credited(text, (start, end), speakers)):
        comma = text.find(",", subject.end, end)
        return _reported(text, comma + 1, end, speakers.speaker(subject)) if comma > 0 else None
    commas = [start + found.start() for found in re.finditer(",", text[start:end])][-4:]
    for find in (_said_after, _credited_after):
        for comma in reversed(commas):
            fits = text[comma - 1] not in '”"»' and not _in_marks(comma, outer) and not _quoted(start, comma, outer)
            if fits and (subject := find(text, comma, end, speakers)):
                if len(text[start:comma].split()) > _SHORT:
                    return _reported(text, start, comma, speakers.speaker(subject))
                if aside := _ASIDE.search(text, subject.end, min(end, subject.end + 40)):  # "The car, police said, had"
                    return _reported(text, aside.end(), end, speakers.speaker(subject))
    return None


def _said_after(text: str, comma: int, end: int, speakers: Speakers) -> Subject | None:
    """ ", police said", ", said Karen Tsang, a chief superintendent": a verb of saying with nothing left to say."""
    verb = VERB.search(text, comma, min(end, comma + 110))
    if verb is None or verb["verb"] in WEAK_SAYING:
        return None
    if verb.start() - comma < 4:
        if verb["verb"] in ("told", "tells"):
            return None
        inverted = [one for one in speakers.between(verb.end(), end) if is_close(text, verb.end(), one.start)]
        return inverted[0] if inverted else None
    subject = subject_of(text, speakers.between(comma + 1, verb.start()), verb.start())
    closes = verb["verb"] == "told" or _CLOSING.match(text, verb.end())
    near = subject is not None and subject.start - comma < 60 and end - verb.end() < 90
    return subject if closes and near else None


def _credited_after(text: str, comma: int, end: int, speakers: Speakers) -> Subject | None:
    if not ACCORDING.match(text, comma + 2, end):
        return None
    subject = find_credited(text, (comma, end), speakers)
    return subject if subject is not None and end - subject.end < 80 else None


def _quoted(start: int, end: int, outer: Sequence[Marked]) -> bool:
    """Whether marks fill most of a stretch, so that it is direct speech already."""
    first = max(0, bisect_left(outer, start, key=lambda one: one.end))
    filled = sum(min(one.end, end) - max(one.start, start) for one in outer[first : first + 8] if one.start < end)
    return filled > (end - start) / 2


def _said_plainly(text: str, start: int, end: int, outer: Sequence[Marked]) -> bool:
    """Whether enough stands outside marks to be reported: "it was “a disgrace”" is all in the quote."""
    first = max(0, bisect_left(outer, start, key=lambda one: one.end))
    plain, here, end = 0, start, min(end, start + _WINDOW)
    for one in outer[first : first + 8]:
        if one.start >= end:
            break
        plain += len(text[here : max(here, one.start - 1)].split())
        here = one.end + 1
    return (here == start or plain + len(text[here:end].split()) > _FEW) and text[start] not in '“"«'


def _reported(text: str, start: int, end: int, speaker: Speaker) -> QuoteMention | None:
    while start < end and (text[start].isspace() or text[start] in ',:“"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;”"'):
        end -= 1
    return QuoteMention(start, end, text[start:end], False, speaker) if end > start else None
