"""Kept texts, watched feeds and what reading again found, as screens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from bot.phrase import Phrase
from bot.record import Source, local_id
from bot.screen import Button, Line, Screen, Span, Style, line, strong
from bot.values import PartialDate
from bot.wording.language import Language

SOURCES_NAMED = 5
STATES = ("waiting", "read", "passed over", "failed")


class MarkLike(Protocol):
    """A claim in the text shown: its span, and what it is about."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def property(self) -> str: ...


class VersionLike(Protocol):
    """One text of a source: number, headline, when it was read, what it says of its own correction and last change."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def at(self) -> dt.datetime | None: ...
    @property
    def notice(self) -> str: ...
    @property
    def modified(self) -> PartialDate | None: ...
    @property
    def pruned_at(self) -> dt.datetime | None: ...


class TextLike(Protocol):
    """A kept text of a source with its claims, and which others are kept."""

    @property
    def source(self) -> Source: ...
    @property
    def version(self) -> VersionLike: ...
    @property
    def versions(self) -> Sequence[VersionLike]: ...
    @property
    def text(self) -> str: ...
    @property
    def marks(self) -> Sequence[MarkLike]: ...


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


class PollLike(Protocol):
    """What a round of the feeds brought."""

    @property
    def asked(self) -> int: ...
    @property
    def failed(self) -> Sequence[FeedLike]: ...
    @property
    def items(self) -> int: ...
    @property
    def added(self) -> Sequence[Source]: ...
    @property
    def passed_over(self) -> int: ...
    @property
    def put_off(self) -> int: ...


class ReadingLike(Protocol):
    """What became of reading one source again."""

    @property
    def source(self) -> Source: ...
    @property
    def changed(self) -> bool: ...
    @property
    def failure(self) -> Phrase | None: ...


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


def text_screen(shown: TextLike, say: Language) -> Screen:
    """A kept text with its claims marked and numbered, and the way to its other versions."""
    source, version, key = shown.source, shown.version, local_id(shown.source.key)
    number = say("version {number} of {count}", number=version.number, count=len(shown.versions))
    archive = f"{say('archived copy')} {source.archive}" if source.archive else ""
    about = filter(None, (version.title or source.title, source.url, archive))
    read = line(Span(say("read {time}", time=_time(version.at)) + _modified(version, say), Style.DIM))
    told = [
        line(f"[{at}] ", strong(f"“{shown.text[one.start : one.end]}”"), f" · {one.property}")
        for at, one in enumerate(shown.marks, 1)
    ]
    claims = [line(), line(say("{count} claims were read from this text", count=len(told))), *told]
    others = [one for one in shown.versions if one.number != version.number and not one.pruned_at]
    commands = ", ".join(_command_of(key, one, say) for one in others)
    tail = [line(), line(Span(say("other versions: {commands}", commands=commands), Style.DIM))] if others else []
    near = [one for one in others if abs(one.number - version.number) == 1]
    return Screen(
        line(strong(source.label), f" · {number}"),
        (*(line(one) for one in about), read),
        (line(Span(version.notice, Style.NOTE)),) if version.notice else (),
        (line(), *_marked_lines(shown.text, shown.marks), *claims, *tail),
        tuple(Button(say("Version {number}", number=one.number), "show", f"{key} #{one.number}") for one in near),
    )


def _command_of(key: str, version: VersionLike, say: Language) -> str:
    command = say("`show {source} --version {number}`", source=key, number=version.number)
    return command + _modified(version, say)


def _modified(version: VersionLike, say: Language) -> str:
    """What the page said of its own last change when it was read."""
    return say(" (the page says: changed {day})", day=say.date(version.modified)) if version.modified else ""


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


def polled_screen(report: PollLike, say: Language) -> Screen:
    """What a round of the feeds brought."""
    added = {"asked": report.asked, "items": report.items, "added": len(report.added)}
    support = []
    if report.passed_over or report.put_off:
        left = {"passed_over": report.passed_over, "put_off": report.put_off}
        support.append(line(say("{passed_over} passed over, {put_off} put off", **left)))
    body = [line(strong(source.label), " · ", source.title, " · ", local_id(source.key)) for source in report.added]
    body += [line(Span(one.link, Style.NOTE), " · ", say.phrase(one.failure)) for one in report.failed if one.failure]
    head = say("{asked} feeds asked, {items} new items, {added} sources added", **added)
    return Screen(line(head), tuple(support), body=tuple(body))


def reread_screen(readings: Sequence[ReadingLike], say: Language) -> Screen:
    """What reading sources again found."""
    changed = [one for one in readings if one.changed]
    head = say("{read} sources read again, {changed} changed", read=len(readings), changed=len(changed))
    body = [line(strong(local_id(one.source.key)), " · ", say("has a new text")) for one in changed]
    body += [line(strong(local_id(one.source.key)), " · ", say.phrase(one.failure)) for one in readings if one.failure]
    return Screen(line(head), body=tuple(body))


def round_text(added: Sequence[Source], changed: Sequence[Source], opened: Sequence[int], say: Language) -> str:
    """What the desk found by itself, in one line; "" where it found nothing."""
    parts = (
        say("new from feeds: {sources}", sources=_named(added)) if added else "",
        say("pages that changed: {sources}", sources=_named(changed)) if changed else "",
        say("discrepancies opened: {numbers}", numbers=", ".join(map(str, opened))) if opened else "",
    )
    return " · ".join(filter(None, parts))


def _named(sources: Sequence[Source]) -> str:
    more = f" + {len(sources) - SOURCES_NAMED}" if len(sources) > SOURCES_NAMED else ""
    return ", ".join(local_id(one.key) for one in sources[:SOURCES_NAMED]) + more


def pruned_screen(removed: Sequence[tuple[str, int]], freed: int, kept: int, say: Language) -> Screen:
    """What pruning removed: source and number of each text, and the room it gave back."""
    sizes = {"freed": f"{freed / 1_000_000:.1f}", "kept": f"{kept / 1_000_000:.1f}"}
    head = say("{count} texts removed, {freed} MB freed, {kept} MB kept", count=len(removed), **sizes)
    return Screen(
        line(head), body=tuple(line(say("{source}, version {number}", source=one, number=two)) for one, two in removed)
    )


def _marked_lines(text: str, marks: Sequence[MarkLike]) -> list[Line]:
    """The text's lines with the words of claims strong and numbered; of overlapping ones the first counts."""
    lines: list[Line] = []
    start = 0
    for row in text.split("\n"):
        spans: list[Span] = []
        at = start
        for number, one in enumerate(marks, 1):
            if at <= one.start and one.end <= start + len(row):
                spans += [Span(text[at : one.start]), strong(text[one.start : one.end]), Span(f"[{number}]")]
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
