"""Names: their spans without title, nationality and 's, what they name, and the full name behind a short one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.names import find_names


@dataclass(frozen=True)
class Spellings:
    """A record's names: spelling -> key."""

    keys: dict[str, str]

    def find(self, text: str) -> Iterable[tuple[int, int, str]]:
        for spelling, key in self.keys.items():
            place = text.find(spelling)
            if place >= 0:
                yield place, place + len(spelling), key


def names(text: str) -> list[tuple[str, str]]:
    return [(name.words, name.kind) for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Belarusian President Alexander Lukashenko spoke.", [("Alexander Lukashenko", "person")]),
        ("The talks with Special Envoy Coale ended.", [("Coale", "person")]),
        ("It was said by Ursula von der Leyen.", [("Ursula von der Leyen", "person")]),
        ("They freed lawyer Maxim Znak.", [("Maxim Znak", "person")]),
        ("Putin's ally Vadim N. Krasikov was swapped.", [("Putin", ""), ("Vadim N. Krasikov", "person")]),
        ("The Ministry of Defence said so.", [("Ministry of Defence", "organisation")]),
        ("The European Union agreed.", [("European Union", "organisation")]),
        ("The fire began at Wang Fuk Court in Tai Po.", [("Wang Fuk Court", "place"), ("Tai Po", "place")]),
        ("In November, the talks went on.", []),  # months and sentence openers
        ("Among the freed were Ukrainian citizens.", []),  # a nationality names nobody
        ("Officials said more. Police came on Saturday.", []),
        ("Security Secretary Chris Tang spoke in Hong Kong.", [("Chris Tang", "person"), ("Hong Kong", "place")]),
        ("US Marine Paul Whelan came home.", [("US", "place"), ("Paul Whelan", "person")]),
        ("Journalist Roman Protasevich left.", [("Roman Protasevich", "person")]),  # a first name, not a nationality
        ("The airline Belavia was freed of sanctions.", [("Belavia", "organisation")]),
        ("NEW DELHI: A columnist came.", [("NEW DELHI", "place")]),
        ("MOSCOW, August 2. A plane landed.", [("MOSCOW", "place")]),
        ("", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Maria Kalesnikava was freed. Kalesnikava smiled.", "Kalesnikava", "Maria Kalesnikava"),
        ("The National Intelligence Agency (MIT) ran it. MIT said so.", "MIT", "National Intelligence Agency"),
        ("Xi Jinping spoke. All listened to Xi.", "Xi", "Xi Jinping"),
        ("Coale came first. Later John Coale spoke.", "Coale", "John Coale"),
    ],
)
def test_short_forms_are_tied_to_the_full_name(text: str, short: str, full: str) -> None:
    assert {name.full for name in find_names(text) if name.words == short} == {full}


def test_known_names_carry_their_entity() -> None:
    known = Spellings({"John Coale": "minsk/coale", "Минск": "minsk/minsk"})
    found = {name.words: name.entity for name in find_names("John Coale came to Минск. Coale left.", known)}
    assert found == {"John Coale": "minsk/coale", "Минск": "minsk/minsk", "Coale": "minsk/coale"}


def test_a_known_surname_inside_another_name_is_another_person() -> None:
    found = find_names("The film stars Bruce Lee.", Spellings({"Lee": "fire/lee"}))
    assert [(name.words, name.entity) for name in found] == [("Bruce Lee", None)]


def test_a_headline_names_only_what_the_story_names() -> None:
    text = "Minsk Releases Many Detainees As Sanctions Ease\n\nThe deal was struck in Minsk by John Coale."
    assert names(text) == [("Minsk", "place"), ("Minsk", "place"), ("John Coale", "person")]


@given(st.text(max_size=200))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for name in find_names(text):
        assert end <= name.start < name.end
        assert name.words == text[name.start : name.end]
        end = name.end
