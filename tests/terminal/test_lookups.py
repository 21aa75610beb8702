"""What a reporter types and reads: the real story, asked in plain words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.terminal.conftest import Stet


@pytest.mark.parametrize(
    ("question", "first_line"),
    [
        ("who coale", "John Coale"),  # the label
        ("who cole", "John Coale"),  # the other spelling
        ("who jon coal", "John Coale"),  # typing errors
        ("who coale john", "John Coale"),  # word order
        ("who Тихановский", "Sergei Tikhanovsky"),  # another script
        ("who bialatski", "Ales Bialiatski"),  # a letter left out
        ("when release of the 52", "September 2025"),  # an event by its words
        ("when was bialiatski sentenced", "March 2023"),  # a date of a person
        ("when belavia relief", "September 2025"),  # where outlets disagree, what most say
        ("sources 123", "123"),  # a number
        ("figure ukrainians freed", "five"),  # what is counted, in plain words
        ("figure 1,300", "1,300 more"),  # a number with its comma
        ("quote baby steps", "“baby steps to more confident steps”"),  # a piece of a quote
        ("find flautist", "flautist"),  # full text
    ],
)
def test_first_line_is_the_answer(stet: Stet, question: str, first_line: str) -> None:
    status, out, err = stet(*question.split())
    assert (status, err) == (0, "")
    assert out.startswith(first_line)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when release of the 52", "“In November”"),  # the date that competes
        ("who coale", "John Cole (Gaya One"),  # who uses which spelling
        ("figure freed since July 2024", "safe to print: "),  # a wording that may be printed
        ("sources 123", "paragraph 3"),  # where to check it
        ("quote baby steps", "Alexander Lukashenko, John Coale"),  # both speakers
    ],
)
def test_answers_say_what_they_rest_on(stet: Stet, question: str, told: str) -> None:
    assert told in stet(*question.split())[1]


def test_several_are_offered_and_not_guessed(stet: Stet) -> None:
    _, out, _ = stet("figure", "potash", "share")
    assert out.startswith("Which one? 3 match potash share")


def test_nothing_found_says_what_was_searched_and_what_is_near(stet: Stet) -> None:
    _, out, _ = stet("who", "Beatrix", "Oyelaran")
    assert out.startswith("Nothing recorded for Beatrix Oyelaran (searched: people, organisations and places)")
    assert "nearest:" in out


def test_an_empty_record_is_told(stet: Stet, tmp_path: Path) -> None:
    _, out, err = stet("who", "coale", "--db", str(tmp_path / "new.sqlite"))
    assert out.startswith("Nothing recorded for coale")
    assert "new.sqlite is empty: `stet load DIR`" in err


def test_timeline_keeps_to_a_period(stet: Stet) -> None:
    _, out, _ = stet("timeline", "2025-09")
    assert "September 2025" in out
    assert "2022" not in out


def test_json_is_the_typed_answer(stet: Stet) -> None:
    _, out, _ = stet("who", "coale", "--json")
    answer = json.loads(out)
    assert answer["entity"]["label"] == "John Coale"
    assert answer["support"]["outlets"] == 5


def test_a_pipe_of_commands(stet: Stet) -> None:
    status, out, err = stet(typed="/who cole\nwhen release of the 52\n\n/figure ukrainians freed\n")
    assert (status, err) == (0, "")
    assert [block.splitlines()[0] for block in out.strip().split("\n\n")] == [
        "John Coale · US Special Envoy",
        "September 2025 · date of the release · Release of the 52" + out.split("Release of the 52")[1].split("\n")[0],
        "five · people freed (Ukrainian) · Release of the 123",
    ]


def test_a_mistake_in_a_pipe_does_not_end_it(stet: Stet) -> None:
    status, out, err = stet(typed="/whoo cole\n/who cole\n")
    assert status == 2
    assert err == "stet: there is no command 'whoo'; did you mean who?\n"
    assert out.startswith("John Coale")


@pytest.mark.parametrize("verb", ["who", "when", "sources", "figure", "quote", "timeline", "find"])
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.large_base_example])
@given(texts=st.lists(st.text(max_size=200), min_size=20, max_size=40))
def test_any_text_gets_an_answer(stet: Stet, verb: str, texts: list[str]) -> None:
    status, out, err = stet(typed="".join(f"/{verb} {' '.join(text.splitlines())}\n" for text in texts))
    assert status in (0, 2)
    assert "Traceback" not in out + err
    assert len([*filter(None, out.split("\n\n")), *err.splitlines()]) >= len(texts)
