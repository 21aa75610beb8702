"""Screens as cards: limits kept by construction, for the longest and strangest of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.cards import Option, View, fit_options, make_card
from bot.chat.keys import Key, read_key
from bot.chat.layout import layout_of
from bot.screen import Button, Line, Screen, Span, Style, line, strong
from bot.wording.language import ENGLISH
from tests.loopback.rules import broken_in_message
from tests.loopback.wire import COMPONENTS_V2

nasty = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["*" * 5000, "@everyone", "[x](http://y)", "שלום " * 400, "e\u0301" * 3000, "\n" * 50, "a" * 9000]),
)
spans = st.builds(
    Span,
    nasty,
    st.sampled_from(Style),
    st.sampled_from(["", "https://a.example/" + "q" * 480, "javascript:x", "http://["]),
    st.one_of(st.none(), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))),
)
lines: st.SearchStrategy[Line] = st.lists(spans, max_size=4).map(tuple)
blocks = st.lists(lines, max_size=16).map(tuple)
buttons = st.lists(st.builds(Button, nasty, st.sampled_from(["who", "sources"]), nasty), max_size=40).map(tuple)
screens = st.builds(Screen, lines, blocks, blocks, blocks, buttons)


def body_of(screen: Screen, page: int = 1) -> dict[str, object]:
    view = View(ENGLISH, page=page, again=Key("who", "x" * 200))
    components = [one.to_component_dict() for one in layout_of(make_card(screen, view)).children]
    return {"flags": COMPONENTS_V2, "components": components, "allowed_mentions": {"parse": []}}


@settings(max_examples=15)
@given(screens, st.integers(-1, 50))
def test_no_screen_breaks_a_limit(screen: Screen, page: int) -> None:
    assert list(broken_in_message(body_of(screen, page))) == []


def test_every_line_is_on_some_page() -> None:
    screen = Screen(head=line("head"), body=tuple(line(f"entry {number} end") for number in range(200)))
    first = make_card(screen, View(ENGLISH))
    shown = "\n".join(
        text for page in range(1, first.pages + 1) for text in make_card(screen, View(ENGLISH, page=page)).texts
    )
    assert [number for number in range(200) if f"entry {number} end" not in shown] == []


def test_the_answer_stands_first_on_every_page() -> None:
    screen = Screen(head=line(strong("52")), body=tuple(line(f"entry {number}") for number in range(60)))
    assert {make_card(screen, View(ENGLISH, page=page)).texts[0] for page in (1, 2, 3)} == {"**52**"}


def test_pages_turn_by_keys_that_need_no_memory() -> None:
    screen = Screen(head=line("head"), body=tuple(line(f"entry {number}") for number in range(60)))
    card = make_card(screen, View(ENGLISH, page=2, again=Key("timeline", "the 52")))
    turns = {one.label: read_key(one.key.custom_id) for one in card.buttons}
    assert turns == {"Previous": Key("timeline", "the 52", 1), "Next": Key("timeline", "the 52", 3)}


def test_a_long_line_is_cut_between_words_and_nothing_is_lost() -> None:
    words = " ".join(f"word{number}" for number in range(250))
    card = make_card(Screen(head=line("head"), body=(line(words),)), View(ENGLISH))
    assert " ".join("\n".join(card.texts[1:]).split()) == words


def test_dissent_gives_a_red_edge_and_words() -> None:
    card = make_card(Screen(head=line("52"), dissent=(line("! open: month contradicts"),)), View(ENGLISH))
    assert card.alarming
    assert "! open: month contradicts" in card.texts


@given(st.lists(st.builds(Option, st.text(max_size=5), st.text(max_size=130), st.text(max_size=130)), max_size=60))
def test_options_fit_a_select(options: list[Option]) -> None:
    fitted = fit_options(options)
    assert len(fitted) <= 25
    assert len({one.value for one in fitted}) == len(fitted)
    assert all(1 <= len(one.label) <= 100 and len(one.description) <= 100 and len(one.value) <= 100 for one in fitted)
