"""Words to stems: the deed in a noun meets the verb, and words that only look alike stay apart."""

from __future__ import annotations

import pytest

from bot.link.stems import stem


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # the noun of a deed and the deed
        ("closure", "closed"),
        ("arrival", "arrived"),
        ("withdrawal", "withdrew"),
        ("payment", "paid"),
        ("agreement", "agreed"),
        ("eruption", "erupted"),
        ("discovery", "discovered"),
        ("presentation", "presented"),
        ("nomination", "nominated"),
        # verbs that bend
        ("dug", "dig"),
        ("broken", "breaks"),
    ],
)
def test_one_deed(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("department", "departed"),
        ("apartment", "apart"),
        ("station", "state"),
        ("statement", "state"),
        ("settlement", "settle"),
        ("million", "mill"),
    ],
)
def test_two_things(one: str, two: str) -> None:
    assert stem(one) != stem(two)
