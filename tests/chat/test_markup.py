"""Words of articles in Discord's markdown: they show as written and do nothing."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.markup import escape, link_target, markdown, timestamp
from bot.screen import Span, Style, line, strong


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("more than 430", "more than 430"),  # nothing to escape
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),  # markdown in an article
        ("<@123> <#4> <t:1:R>", r"\<@123\> \<\#4\> \<t:1:R\>"),  # mentions and timestamps
        ("@everyone and @Here", "@\u2060everyone and @\u2060Here"),  # pings that need no bracket
        ("[bank](http://evil.example)", "\\[bank\\]\\(http:\\//evil.example\\)"),  # a masked link in a quote
        ("see https://evil.example", "see https:\\//evil.example"),  # nor does a bare one become clickable
        ("a\u202eevil\u2066b", "aevilb"),  # direction overrides
        ("line one\n# line two\r\n> three", r"line one \# line two \> three"),  # one span stays on its line
        ("zero\u200bwidth\ufeff", "zerowidth"),  # invisible characters
        ("\ud800 half a pair", " half a pair"),  # what no JSON could carry
        ("👩‍🚀 ok", "👩‍🚀 ok"),  # joined emoji keep their joiner
        ("by discord:1200000000000000001", "by <@1200000000000000001>"),  # a signature shows as a name
        ("discord:12", "discord:12"),  # no snowflake
        ("back\\slash", r"back\\slash"),  # a backslash cannot undo the next escape
    ],
)
def test_escape(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(st.text())
def test_an_escaped_text_has_no_live_mark(text: str) -> None:
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "", escape(text))
    assert not re.search(r"[*_~`|<>\[\]()#]|@(?=everyone|here)|://", bare, re.IGNORECASE)


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        (("- no list",), r"\- no list"),  # a dash at the start is no bullet
        (("1. no list",), r"1\. no list"),
        ((strong("a "), "b"), "**a** b"),  # blanks stay outside the marks
        ((strong("a"), strong("b")), "**ab**"),  # four stars would show
        ((Span("out", url="https://a.example/x y)"),), "[out](https://a.example/x%20y%29)"),
        ((Span("out", url="javascript:alert(1)"),), "out"),  # only web addresses are links
        ((Span("why", Style.DIM),), "-# why"),
        (("שלום", " x"), "\u2068שלום x\u2069"),  # right to left kept together
        ((Span("x", day=dt.date(2025, 12, 13)),), "<t:1765627200:D>"),
        ((Span("1861", day=dt.date(1861, 1, 1)),), "1861"),  # before Discord's time begins
    ],
)
def test_markdown(spans: tuple[str | Span, ...], shown: str) -> None:
    assert markdown(line(*spans)) == shown


def test_a_day_is_the_same_day_in_the_newsrooms_zone() -> None:
    zone = ZoneInfo("Pacific/Auckland")
    seconds = int(timestamp(dt.date(2026, 1, 5), zone).split(":")[1])
    assert dt.datetime.fromtimestamp(seconds, zone).date() == dt.date(2026, 1, 5)


@pytest.mark.parametrize("url", ["http://[", "ftp://a.example", "https://", "https://a.example/" + "x" * 600, ""])
def test_unusable_addresses_are_no_links(url: str) -> None:
    assert link_target(url) == ""
