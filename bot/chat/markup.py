"""Lines of spans to Discord's markdown, with every text escaped so that it shows as it was written and does nothing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import groupby
from urllib.parse import quote, urlsplit

from bot.screen import Line, Span, Style

LINK_LIMIT = 512
MARKS = re.compile(r"([\\*_~`|<>\[\]()#])")
LINE_START = re.compile(r"^(\s*\d*)([-+.])")
SPACES = re.compile(r" {2,}")
SIGNED = re.compile(r"\bdiscord:(\d{17,20})\b")
PINGS = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
JOINERS = "\u200c\u200d"  # spelling and emoji need them; every other invisible character is dropped
ISOLATE, POP = "\u2068", "\u2069"
WORD_JOINER = "\u2060"
FIRST_INSTANT = dt.date(1970, 1, 2)


def escape(text: str) -> str:
    """Text that Discord shows literally: no markdown, mention, masked or bare link, control or direction override.

    Line breaks become blanks: one span stays on its line. Discord drops a backslash before any mark, so the
    reader sees and copies the words as they stand in the source.
    """
    marked = MARKS.sub(r"\\\1", clean(text)).replace("://", ":\\//")
    # a signature of the record shows as its bearer's name and pings nobody: see allowed_mentions in the client
    return SIGNED.sub(r"<@\1>", PINGS.sub(f"@{WORD_JOINER}", marked))


def clean(text: str) -> str:
    """Text on one line, without control characters, bidi overrides and other invisible ones."""
    # most text is plain; looking at each of its characters would hold up everybody who asks meanwhile
    kept = text if text.isascii() and text.isprintable() else "".join(map(_kept, text))
    return SPACES.sub(" ", kept)


def _kept(char: str) -> str:
    if char.isspace():
        return " "
    invisible = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co")
    return char if char in JOINERS or not invisible else ""


def markdown(line: Line, zone: dt.tzinfo = dt.UTC) -> str:
    """One line as Discord markdown; days show in the reader's own way of writing dates."""
    merged = [_merged(list(spans)) for _, spans in groupby(line, key=_look)]
    text = "".join(_span(span, zone) for span in merged)
    text = LINE_START.sub(r"\1\\\2", text) if line and _is_plain(line[0]) else text
    if line and all(span.style is Style.DIM for span in line if span.text.strip()) and text.strip():
        return "-# " + text.strip()
    return text


def _is_plain(span: Span) -> bool:
    return not span.url and span.day is None


def _look(span: Span) -> tuple[Style, str, dt.date | None]:
    return span.style, span.url, span.day


def _merged(spans: list[Span]) -> Span:
    first = spans[0]
    return Span("".join(span.text for span in spans), first.style, first.url, first.day)


def _span(span: Span, zone: dt.tzinfo) -> str:
    if span.day is not None and span.day >= FIRST_INSTANT:
        return timestamp(span.day, zone)
    text = escape(span.text)
    core = text.strip(" ")
    if not core:
        return text
    lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    url = link_target(span.url)
    shown = f"[{_isolated(core)}]({url})" if url else _isolated(core)
    if span.style in (Style.STRONG, Style.ALERT):
        shown = f"**{shown}**"
    return f"{lead}{shown}{tail}"


def timestamp(day: dt.date, zone: dt.tzinfo) -> str:
    """A day as Discord's timestamp: noon in the newsroom's zone, the same day for readers up to 11 hours away."""
    noon = dt.datetime.combine(day, dt.time(12), tzinfo=zone)
    return f"<t:{int(noon.timestamp())}:D>"


def link_target(url: str) -> str:
    """The address of a link as it may stand in markdown; "" where it is no web address or too long for one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    safe = quote(url, safe="/:?#@!$&*+,;=%~-._")
    return safe if len(safe) <= LINK_LIMIT else ""


def _isolated(text: str) -> str:
    """Right-to-left words kept together, so that they cannot reorder the words around them."""
    mixed = not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)
    return f"{ISOLATE}{text}{POP}" if mixed else text
