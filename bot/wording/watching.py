"""Kept texts, watched feeds and what reading again found, as screens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from bot.phrase import Phrase
from bot.record import Claim, Source, local_id
from bot.screen import Line, Screen, Span, Style, line, strong
from bot.wording.language import Language

STATES = ("waiting", "read", "passed over", "failed")


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim in the text shown: its span, and what it is about."""

    start: int
    end: int
    claim: Claim
    property: str


class FeedLike(Protocol):
    """What the store knows of a feed, as far as it is shown."""

    @property
    def id(self) -> int: ...
    @property
    def story(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def words(self) -> Sequence[str]: ...
    @property
    def paused(self) -> bool: ...
    @property
    def succeeded_at(self) -> dt.datetime | None: ...
    @property
    def failed_at(self) -> dt.datetime | None: ...
    @property
    def failure(self) -> Phrase | None: ...
    @property
    def next_at(self) -> dt.datetime: ...


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed as a person sees it; `items` counts its articles by state."""

    number: int
    story: str
    link: str
    words: Sequence[str]
    paused: bool
    succeeded_at: dt.datetime | None
    failed_at: dt.datetime | None
    failure: Phrase | None
    next_at: dt.datetime
    items: Mapping[str, int]

    @classmethod
    def of(cls, feed: FeedLike, items: Mapping[str, int]) -> Self:
        """A stored feed as it is shown."""
        times = feed.succeeded_at, feed.failed_at, feed.failure, feed.next_at
        return cls(feed.id, feed.story, feed.link, feed.words, feed.paused, *times, items)


def text_screen(source: Source, versions: tuple[int, int], text: str, marks: Sequence[Marked], say: Language) -> Screen:
    """A kept text with its claims marked; `versions` are the number shown and how many there are."""
    number, count = versions
    head = line(strong(source.label), " · ", say("version {number} of {count}", number=number, count=count))
    about = [part for part in (source.title, source.url) if part]
    support = (line(" · ".join(about)),) if about else ()
    lines = _marked_lines(text, marks)
    told = [line(strong(f"“{text[one.start : one.end]}”"), f" · {one.property}") for one in marks]
    claims = [line(), line(say("{count} claims were read from this text", count=len(marks))), *told]
    return Screen(head, support, body=(line(), *lines, *claims))


def watch_screen(
    feeds: Sequence[Watched], away: Iterable[tuple[Source, Phrase, dt.datetime | None]], say: Language
) -> Screen:
    """Every watched feed with how it goes, then the sources that cannot be had."""
    body = [one for feed in feeds for one in _feed_lines(feed, say)]
    for source, why, since in away:
        text = say("unavailable since {time}", time=_time(since)) if since else say("gone")
        body.append(line(Span(local_id(source.key), Style.STRONG), f" · {text} · ", say.phrase(why)))
    head = say("{count} feeds are watched", count=len(feeds)) if feeds else say("no feed is watched; `watch add LINK`")
    return Screen(line(head), body=tuple(body))


def polled_screen(
    counts: Mapping[str, int], added: Sequence[Source], failed: Sequence[tuple[str, Phrase]], say: Language
) -> Screen:
    """What a round of the feeds brought; `counts` has asked, items, passed_over, put_off."""
    head = say("{asked} feeds asked, {items} new items, {added} sources added", **counts, added=len(added))
    support = []
    if counts["passed_over"] or counts["put_off"]:
        support.append(line(say("{passed_over} passed over, {put_off} put off", **counts)))
    body = [line(strong(source.label), " · ", source.title, " · ", local_id(source.key)) for source in added]
    body += [line(Span(link, Style.NOTE), " · ", say.phrase(why)) for link, why in failed]
    return Screen(line(head), tuple(support), body=tuple(body))


def reread_screen(
    read: int, changed: Sequence[Source], failed: Sequence[tuple[Source, Phrase]], say: Language
) -> Screen:
    """What reading sources again found."""
    head = say("{read} sources read again, {changed} changed", read=read, changed=len(changed))
    body = [line(strong(local_id(one.key)), " · ", say("has a new text")) for one in changed]
    body += [line(strong(local_id(one.key)), " · ", say.phrase(why)) for one, why in failed]
    return Screen(line(head), body=tuple(body))


def pruned_screen(removed: Sequence[tuple[str, int]], freed: int, kept: int, say: Language) -> Screen:
    """What pruning removed: source and number of each text, and the room it gave back."""
    sizes = {"freed": f"{freed / 1_000_000:.1f}", "kept": f"{kept / 1_000_000:.1f}"}
    head = say("{count} texts removed, {freed} MB freed, {kept} MB kept", count=len(removed), **sizes)
    return Screen(
        line(head), body=tuple(line(say("{source}, version {number}", source=one, number=two)) for one, two in removed)
    )


def _marked_lines(text: str, marks: Sequence[Marked]) -> list[Line]:
    """The text's lines with the words of claims strong; of overlapping ones the first counts."""
    lines: list[Line] = []
    start = 0
    for row in text.split("\n"):
        spans: list[Span] = []
        at = start
        for one in marks:
            if at <= one.start and one.end <= start + len(row):
                spans += [Span(text[at : one.start]), Span(text[one.start : one.end], Style.STRONG)]
                at = one.end
        lines.append((*spans, Span(text[at : start + len(row)])))
        start += len(row) + 1
    return lines


def _feed_lines(feed: Watched, say: Language) -> list[Line]:
    state = Span(say("paused"), Style.NOTE) if feed.paused else Span(say("next {time}", time=_time(feed.next_at)))
    words = f" · {', '.join(feed.words)}" if feed.words else ""
    counts = ", ".join(f"{feed.items.get(name, 0)} {say(name)}" for name in STATES if feed.items.get(name))
    lines = [line(strong(f"{feed.number}  {feed.link}"), f" · {feed.story}{words} · ", state)]
    last = say("last success {time}", time=_time(feed.succeeded_at)) if feed.succeeded_at else say("no success yet")
    lines.append(line("   ", " · ".join(filter(None, (last, counts)))))
    if feed.failure:
        lines.append(line("   ", Span(f"{_time(feed.failed_at)}  ", Style.NOTE), say.phrase(feed.failure)))
    return lines


def _time(time: dt.datetime | None) -> str:
    return f"{time:%Y-%m-%d %H:%M}" if time else "—"
