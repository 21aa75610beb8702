"""Article text to the people, organisations and places it names, short forms tied to the fullest form in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.read.months import MONTHS, WEEKDAYS
from bot.read.names_kind import GIVEN, is_listed, kind_of
from bot.read.sentences import find_sentences
from bot.read.titles import (
    COMMON_WORDS,
    DEMONYMS,
    NO_NAMES,
    OF_HEADS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    PARTICLES,
    PLACE_WORDS,
    PLACES,
    TITLES,
    WEAK_TITLES,
)
from bot.read.wordlist import words_in
from bot.reading import NameMention


class KnownNames(Protocol):
    """The record's names: `find` yields start, end and entity key of each that stands in a text."""

    def find(self, text: str) -> Iterable[tuple[int, int, str]]: ...


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str
    owns: bool = False

    @property
    def low(self) -> str:
        return self.word.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        return self.word[0].isupper() or bool(_ARTICLED.match(self.word))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that may be a name; `titled` where a title stands before it."""

    tokens: tuple[Token, ...]
    titled: str = ""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,5}|[^\W\d_]\.(?=\s+[^\W\d_])|[^\W\d_]\w*(?:[’'‑-][^\W\d_]\w*)*")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?\Z")
_ARTICLED = re.compile(r"(?:al|el|an|ar|as|at|ash|d|l|o)[-’'][^\W\d_a-z]")
_ELIDED = re.compile(r"[ld][’'](?=[^\W\d_a-z])")
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|of|last|this|next|from|to|during|late|early|mid)[\s-]+\Z", re.IGNORECASE
)
_NAMED_AFTER = re.compile(r"[’']s\s|,\s+(?:who|whose|a|an|the|which|\d\d)\b|\s+(?:said|told|added|also said|says)\b")
_ACRONYM_AFTER = re.compile(r"(?:[’']s)?\s{1,2}\(([^\W\d_a-z]{2,8})\)")
_JOINS = re.compile(r"[ \u00a0]{1,2}|\.[ \u00a0]{1,2}")
_FUNCTION = frozenset(
    words_in(
        """
    the a an this that these those in on at by for from with without and but or as if when while after before
    since until although because during despite under over among between against about into through to of then
    there here it its he she they we i you his her their our my your who what where how why which not no yes
    also however meanwhile both either neither once so yet still only even just now today all some many most
    several last next former late early like unlike said says every each another other such one two three four
    five six seven eight nine ten via per amid
    """
    )
)
_ALSO_NAMES = frozenset({"may", "march", "april", "june", "august", "sun", "jan", "mar"})
_MONTH_NAMES = (frozenset(MONTHS) | frozenset(WEEKDAYS)) - _ALSO_NAMES
_HEADLINE_WORDS = 4
_NEAR = 12  # full names looked at on either side of a short one
_LONGEST = 14  # words of one run: longer ones are shouted text, not names


def find_names(text: str, known: KnownNames | None = None) -> tuple[NameMention, ...]:
    """Every name in a text, in order, none overlapping; titles, nationalities and 's stay outside the span.

    Names of the record carry their key in `entity`; others are only proposed. `full` is the fullest form of the same
    name in this text, for acronyms what they stand for.
    """
    sentences = find_sentences(text)
    tokens = list(_tokens(text))
    pieces = _kept(text, [piece for run in _runs(text, tokens) for piece in _pieces(text, run)], tokens, sentences)
    mentions = [_mention(text, piece) for piece in pieces]
    merged = _with_known(text, mentions, known)
    return tuple(_tied(text, merged))


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        word, end = found[0], found.end()
        owned = _POSSESSIVE.search(word)
        if owned:
            word, end = word[: owned.start()], end - len(owned[0])
        owns = bool(owned) or (text[end : end + 1] in "’'" and text[end : end + 1] != "")
        elided = 2 if _ELIDED.match(word) else 0
        yield Token(found.start() + elided, end, word[elided:], owns)


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Maximal runs of capitalised words, with the small words that names contain."""
    index = 0
    while index < len(tokens):
        if not _can_start(tokens[index]):
            index += 1
            continue
        run, after = [tokens[index]], index + 1
        while len(run) < _LONGEST and (step := _step(text, run, tokens, after)):
            run.extend(tokens[after : after + step])
            after += step
        yield run
        index = after


def _can_start(token: Token) -> bool:
    return token.capital and token.low not in _MONTH_NAMES and token.low not in ("i", "i'm", "i’m", "i've", "i’ve")


def _step(text: str, run: Sequence[Token], tokens: Sequence[Token], index: int) -> int:
    """How many tokens from `index` on continue the run: 0 none, 1 a capital, more with small words between."""
    if index >= len(tokens) or run[-1].owns or not _joined(text, run[-1], tokens[index]):
        return 0
    token = tokens[index]
    if token.capital:
        return 0 if token.low in _MONTH_NAMES else 1
    for small in (1, 2):
        after = index + small
        if after >= len(tokens) or not _joined(text, tokens[after - 1], tokens[after]):
            return 0
        if tokens[after].capital and tokens[after].low not in _MONTH_NAMES:
            return small + 1 if _holds_together(run, [one.low for one in tokens[index:after]], tokens[after]) else 0
    return 0


def _joined(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    if gap == " & ":
        return True
    if _JOINS.fullmatch(gap):
        return "." not in gap or left.low in TITLES or left.low in ("st", "jr", "sr")
    if gap != "\n":
        return False
    line = text.rfind("\n", 0, left.end)
    return left.end - line > 60


def _holds_together(run: Sequence[Token], small: Sequence[str], following: Token) -> bool:
    if all(word in PARTICLES for word in small):
        return run[-1].low not in _FUNCTION
    head = run[-1].low
    if small[0] in ("of", "for") and (len(small) == 1 or small[1] == "the"):
        return head in OF_HEADS and (following.low not in TITLES or following.low in ("justice", "attorney"))
    if small == ["and"]:
        governed = any(token.low in ("ministry", "department", "centers", "office", "committee") for token in run)
        return governed and len(run) > 1 and following.low not in TITLES and following.low not in GIVEN
    return False


def _pieces(text: str, run: Sequence[Token]) -> Iterator[Piece]:
    """A run without sentence openers, cut at titles and freed of nationalities."""
    rest = list(run)
    while rest and rest[0].low in _FUNCTION and not _is_listed(text, rest):
        rest = rest[1:]
    if rest and rest[0].low in MONTHS and _MONTH_BEFORE.search(text, max(0, rest[0].start - 8), rest[0].start):
        rest = rest[1:]
    if not rest:
        return
    if _is_listed(text, rest):
        yield Piece(tuple(rest))
        return
    yield from _cut_at_titles(text, rest)


def _is_listed(text: str, tokens: Sequence[Token]) -> bool:
    return is_listed(" ".join(text[tokens[0].start : tokens[-1].end].split()))


def _cut_at_titles(text: str, tokens: list[Token]) -> Iterator[Piece]:
    segment: list[Token] = []
    title = ""
    index = 0
    while index < len(tokens):
        length = _title_length(tokens, index)
        if not length:
            segment.append(tokens[index])
            index += 1
            continue
        ends = index + length == len(tokens)
        yield from _freed(text, segment, title, before_title=True)
        title = " ".join(token.low for token in tokens[index : index + length])
        segment = []
        index += length
        if ends:
            return
    yield from _freed(text, segment, title)


def _title_length(tokens: Sequence[Token], start: int) -> int:
    """How many words of title begin here; a title before "Office" or "Ministry" is part of that name."""
    end = start
    while end < len(tokens) and tokens[end].low.rpartition("-")[2] in TITLES:
        end += 1
    if end == start or (end == len(tokens) and start > 0 and tokens[0].low in GIVEN):
        return 0
    following = tokens[end].low if end < len(tokens) else ""
    if following in ORGANISATION_WORDS or following in PLACE_WORDS or following in ("of", "for", "motors", "street"):
        return 0
    strong = any(token.low not in WEAK_TITLES for token in tokens[start:end])
    alone = end == len(tokens) and start > 0
    return end - start if strong or (start == 0 and not alone) or end - start > 1 else 0


def _freed(text: str, tokens: list[Token], title: str, *, before_title: bool = False) -> Iterator[Piece]:
    """A segment without the nationality before it; before a title only listed or institutional names are kept."""
    if not tokens:
        return
    if before_title and not (_is_listed(text, tokens) or tokens[-1].low in ORGANISATION_WORDS):
        return
    institutional = tokens[-1].low in ORGANISATION_WORDS or any(token.low == "of" for token in tokens)
    while tokens and _nationality(tokens) and not (institutional and len(tokens) > 1):
        tokens = tokens[_nationality(tokens) :]
    if tokens:
        yield Piece(tuple(tokens), title)


def _nationality(tokens: Sequence[Token]) -> int:
    """How many words of nationality begin here; "Roman Protasevich" and "Christian Lindner" have none."""
    if len(tokens) > 1 and tokens[0].low in GIVEN:
        return 0
    if len(tokens) > 1 and f"{tokens[0].word} {tokens[1].word}" in DEMONYMS:
        return 2
    plural = tokens[0].word.removesuffix("s")
    return 1 if tokens[0].word in DEMONYMS or plural in DEMONYMS or tokens[0].word.split("-")[0] in DEMONYMS else 0


def _kept(text: str, pieces: list[Piece], tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Piece]:
    """Without the capitals that only a sentence's beginning or a headline explains."""
    starts = {start + _opening(text, start) for start, _ in sentences}
    headlines = [span for span in sentences if _is_headline(text, span)]
    small = {token.word for token in tokens if token.word.islower()}
    body = [piece for piece in pieces if not _inside(piece.start, headlines)]
    firm = {
        token.word
        for piece in body
        for token in piece.tokens
        if token.capital and (token.start not in starts or (len(piece.tokens) > 1 and token.low not in COMMON_WORDS))
    }
    kept: list[Piece] = []
    for piece in pieces:
        if _inside(piece.start, headlines):
            kept.extend(_from_headline(text, piece, firm))
        elif checked := _checked(text, piece, starts, small, firm):
            kept.append(checked)
    return kept


def _opening(text: str, start: int) -> int:
    length = 0
    while start + length < len(text) and length < 6 and not text[start + length].isalnum():
        length += 1
    return length


def _is_headline(text: str, span: tuple[int, int]) -> bool:
    line = text[span[0] : span[1]]
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    if line.endswith((".", "!", "?", "”", '"')) and not line.endswith("..."):
        return False
    enough = 0.75 if len(words) >= _HEADLINE_WORDS else 1
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= enough * len(words)


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return index >= 0 and position < spans[index][1]


def _from_headline(text: str, piece: Piece, firm: set[str]) -> Iterator[Piece]:
    """In a headline only what the body or the lists know is a name."""
    if piece.tokens[0].low in GIVEN and 1 < len(piece.tokens) < 4:
        yield piece
        return
    group: list[Token] = []
    for token in piece.tokens:
        if token.word in firm or token.word in PLACES or token.word in ORGANISATIONS or token.low in GIVEN:
            group.append(token)
            continue
        if group:
            yield Piece(tuple(group))
        group = []
    if group:
        yield Piece(tuple(group), piece.titled)


def _checked(text: str, piece: Piece, starts: set[int], small: set[str], firm: set[str]) -> Piece | None:
    first, tokens = piece.tokens[0], piece.tokens
    if first.start in starts and not piece.titled and not _is_listed(text, tokens):
        opener = first.low in COMMON_WORDS or (first.word.lower() in small and first.word not in firm)
        if len(tokens) == 1 and (opener or not _is_named(text, first, firm)):
            return None
        if len(tokens) > 1 and opener and tokens[-1].low not in ORGANISATION_WORDS and tokens[1].low not in PARTICLES:
            return _checked(text, replace(piece, tokens=tokens[1:]), set(), small, firm)
    return piece if len(tokens) > 1 or _is_listed(text, tokens) or _can_stand_alone(first, small) else None


def _can_stand_alone(token: Token, small: set[str]) -> bool:
    """Whether one capital word may name something: no title, month, "Agency", nor a word also written small."""
    if len(token.word) < 2 or token.low in NO_NAMES or token.low in TITLES or token.low in MONTHS:
        return False
    return token.low not in ORGANISATION_WORDS and not (token.low in COMMON_WORDS and token.word.lower() in small)


def _is_named(text: str, token: Token, firm: set[str]) -> bool:
    """A capital opening a sentence is a name if it is one elsewhere, owns something or stands in apposition."""
    if token.word in firm or token.low in GIVEN or token.word in PLACES or token.word in ORGANISATIONS:
        return True
    return bool(_NAMED_AFTER.match(text, token.end)) or (len(token.word) > 1 and token.word.isupper())


def _mention(text: str, piece: Piece) -> NameMention:
    words = text[piece.start : piece.end]
    return NameMention(piece.start, piece.end, words, kind_of(text, piece.start, piece.end, piece.titled), full=words)


def _with_known(text: str, mentions: list[NameMention], known: KnownNames | None) -> list[NameMention]:
    """The record's names beside the proposed ones; where they overlap, the record's unless a longer name holds it."""
    if known is None:
        return mentions
    merged: list[NameMention] = []
    waiting = iter(mentions)
    held = next(waiting, None)
    for start, end, key in sorted(known.find(text)):
        while held is not None and held.end <= start:
            merged.append(held)
            held = next(waiting, None)
        if merged and merged[-1].end > start:
            continue
        covering = held if held is not None and held.start < end else None
        if covering and _is_another(covering, start, end, text):
            continue
        kind = covering.kind if covering and covering.kind else kind_of(text, start, end, "")
        merged.append(NameMention(start, end, text[start:end], kind, key, text[start:end]))
        while held is not None and held.start < end:
            held = next(waiting, None)
    merged.extend([held] if held else [])
    merged.extend(waiting)
    return merged


def _is_another(proposed: NameMention, start: int, end: int, text: str) -> bool:
    """ "Lee" inside "Bruce Lee" is somebody else; "Tai Po" inside "Tai Po Residents" is not."""
    inside = proposed.start <= start and end <= proposed.end and (start, end) != (proposed.start, proposed.end)
    return inside and proposed.kind == "person" and " " not in text[start:end] and proposed.words.count(" ") in (1, 2)


def _tied(text: str, mentions: Sequence[NameMention]) -> Iterator[NameMention]:
    """Short forms with the full name, kind and entity of the name they shorten."""
    people = [m for m in mentions if " " in m.words and m.kind == "person"]
    by_word: dict[str, list[NameMention]] = {}
    for person in people:
        for word in person.words.split():
            by_word.setdefault(word.casefold(), []).append(person)
    stands_for = {
        found[1]: mention for mention in mentions if (found := _ACRONYM_AFTER.match(text, mention.end)) is not None
    }
    keys = {m.words: m.entity for m in mentions if m.entity}
    kinds = {m.words: m.kind for m in reversed(mentions) if m.kind}
    for mention in mentions:
        whole = stands_for.get(mention.words) or _whole(mention, by_word)
        entity = mention.entity or keys.get(mention.words)
        if whole is None or (mention.kind == "place" and mention.words in PLACES):
            yield replace(mention, entity=entity, kind=mention.kind or kinds.get(mention.words, ""))
            continue
        kind = "organisation" if mention.words in stands_for and not whole.kind else whole.kind or mention.kind
        yield replace(mention, kind=kind, full=whole.words, entity=entity or keys.get(whole.words))


def _whole(mention: NameMention, by_word: dict[str, list[NameMention]]) -> NameMention | None:
    """The full name whose last word this is, else whose first; the last one mentioned before, else the first after."""
    parts = mention.words.split()
    found = by_word.get(parts[-1].casefold(), [])
    here = bisect_left(found, mention.start, key=lambda one: one.start)
    near = (*reversed(found[max(0, here - _NEAR) : here]), *found[here : here + _NEAR])
    fitting = [m for m in near if len(m.words) > len(mention.words) and _shortens(parts, m.words.split())]
    as_surname = [m for m in fitting if m.words.split()[-1].casefold() == parts[-1].casefold()]
    return next(iter(as_surname or fitting), None)


def _shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    if len(short) == 1:
        return True
    return [word.casefold() for word in short] == [word.casefold() for word in full[-len(short) :]] or (
        short[0].casefold() == full[0].casefold() and short[-1].casefold() == full[-1].casefold()
    )
