"""The words of a claim as a seed gives them, to the value its fact asks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edtf import read_edtf
from bot.read.figures import find_figures
from bot.read.figures.hedges import HEDGES
from bot.read.plain import read_plain
from bot.read.value import read_value
from bot.record import Fact, FactKind
from bot.values import Duration, Figure, FigureKind, Hedge, Money, Name, PartialDate, Quote, Term


def fact(kind: FactKind, unit: str = "", property: str = "people rescued") -> Fact:
    return Fact("s/f", "s", "s/e", property, kind, unit)


COUNTS = [
    ("more than 640", "people", "640", Hedge.MORE_THAN),  # a hedge
    ("Nine sailors, including two cadets", "people", "9", Hedge.EXACT),  # the first counts
    ("thirty of the 33", "people", "30", Hedge.EXACT),  # a part of a whole
    ("four of the five", "bridges", "4", Hedge.EXACT),  # the same in words
    ("a total of six bridges", "bridges", "6", Hedge.EXACT),  # words around
    ("two from Norway", "ships", "2", Hedge.EXACT),  # no noun behind
    ("sailors from eleven countries", "countries", "11", Hedge.EXACT),  # a noun before
    ("12-deck liners", "decks", "12", Hedge.EXACT),  # hyphenated
    ("a lighthouse keeper", "people", "1", Hedge.EXACT),  # one of a kind
    ("the one undamaged pier", "piers", "1", Hedge.EXACT),  # one among others
    ("the only survivor", "people", "1", Hedge.EXACT),  # one alone
    ("both pilots", "people", "2", Hedge.EXACT),  # two
    ("no survivors", "people", "0", Hedge.EXACT),  # none
    ("none", "people", "0", Hedge.EXACT),  # none at all
    ("2000", "people", "2000", Hedge.EXACT),  # no year where people are counted
    ("nearly 2,000", "flats", "2000", Hedge.NEARLY),  # a hedge and a comma
    ("three more", "people", "3", Hedge.EXACT),  # a further few
    ("five crew and 80 passengers", "passengers", "80", Hedge.EXACT),  # the fact's unit picks
    ("category 4", "category", "4", Hedge.EXACT),  # a number that names a class
]


@pytest.mark.parametrize(("written", "unit", "number", "hedge"), COUNTS)
def test_counts(written: str, unit: str, number: str, hedge: Hedge) -> None:
    value = read_value(written, fact(FactKind.COUNT, unit))
    assert isinstance(value, Figure)
    assert (value.words, value.number, value.hedge) == (written, Decimal(number), hedge)


WHOLE = st.one_of(st.integers(0, 3000), st.integers(0, 10**16))
ODD = st.from_regex(r"[0-9]{1,6}([,.][0-9]{1,4})?", fullmatch=True)
DIGITS = st.one_of(WHOLE.map(str), WHOLE.map("{:,}".format), ODD)


@given(st.sampled_from(sorted(HEDGES)), DIGITS)
def test_a_plain_number_is_what_reading_finds(hedge: str, digits: str) -> None:
    written = f"{hedge} {digits}".lstrip()
    plain = read_plain(written)
    if plain is not None:
        (found,) = find_figures(written)
        assert (repr(plain), found.of) == (repr(replace(found.figure, words=written)), "")


@pytest.mark.parametrize(
    ("written", "is_plain"),
    [
        ("52", True),
        ("0", True),
        ("1,038", True),  # grouped
        ("more than 430", True),  # a hedge
        ("no fewer than 12", True),  # one of several words
        ("1994", False),  # maybe a year
        ("up to 1500", False),  # as much
        ("more than 1500", True),  # no year
        ("007", False),  # no count
        ("52 people", False),  # a noun, which is to be read
        ("fewer than one", False),  # in words
    ],
)
def test_what_is_plain(written: str, is_plain: bool) -> None:
    assert (read_plain(written) is not None) is is_plain


AGES = [
    ("41", "41", None),
    ("41-year-old", "41", None),
    ("aged 19 to 77", "19", "77"),
    ("41 years", "41", None),
    ("in her 60s", "60", "69"),
]


@pytest.mark.parametrize(("written", "low", "to"), AGES)
def test_ages(written: str, low: str, to: str | None) -> None:
    for unit, property in (("years old", "age"), ("years", "age of the captain")):
        value = read_value(written, fact(FactKind.COUNT, unit, property))
        assert isinstance(value, Figure)
        assert (value.kind, value.unit) == (FigureKind.AGE, "years")
        assert (value.low, value.to) == (Decimal(low), None if to is None else Decimal(to))


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("about 20%", "18", "22"),
        ("20", "19.5", "20.5"),
        ("over 20 per cent", "20", None),
        ("a quarter", "24.5", "25.5"),
        ("one in five", "19.5", "20.5"),
        ("half", "49.5", "50.5"),
    ],
)
def test_percentages(written: str, low: str, high: str | None) -> None:
    value = read_value(written, fact(FactKind.PERCENT, "%"))
    assert isinstance(value, Figure)
    assert (value.kind, value.unit) == (FigureKind.PERCENT, "%")
    assert (value.low, value.high) == (Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("written", "unit", "number", "currency"),
    [
        ("$1.3 billion", "USD", "1300000000", "$"),
        ("1.3 billion", "USD", "1300000000", "USD"),
        ("€40m in loans", "", "40000000", "EUR"),
        ("300,000 rubles", "rubles", "300000", "RUB"),
    ],
)
def test_money(written: str, unit: str, number: str, currency: str) -> None:
    value = read_value(written, fact(FactKind.MONEY, unit))
    assert isinstance(value, Money)
    assert (value.words, value.amount.number, value.currency) == (written, Decimal(number), currency)


@pytest.mark.parametrize(
    ("written", "unit", "iso"),
    [
        ("16 years in a maximum-security prison", "years", "P16Y"),
        ("a decade in prison", "years", "P10Y"),
        ("12", "months", "P12M"),
        ("two years and six months", "years", "P30M"),
        ("1,613 days", "", "P1613D"),
        ("one day", "", "P1D"),
        ("an hour", "", "PT1H"),
    ],
)
def test_durations(written: str, unit: str, iso: str) -> None:
    value = read_value(written, fact(FactKind.DURATION, unit))
    assert isinstance(value, Duration)
    assert (value.words, value.iso) == (written, iso)


def test_dates_resolve_against_publication() -> None:
    published = read_edtf("2024-08-02")
    value = read_value("Aug. 1", fact(FactKind.DATE), published)
    assert isinstance(value, PartialDate)
    assert (value.start, value.end) == (dt.date(2024, 8, 1), dt.date(2024, 8, 1))
    assert read_value("2022-12", fact(FactKind.DATE)) == read_edtf("2022-12")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        # words around a day or a time that add nothing to it
        ("the night of 28 October 2025", "2025-10-28"),
        ("Wednesday evening, Sept. 3", "2025-09-03"),
        ("shortly after 13:38", "T13:38"),
    ],
)
def test_a_date_among_small_words(written: str, edtf: str) -> None:
    value = read_value(written, fact(FactKind.DATE), read_edtf("2025-11-03"))
    assert isinstance(value, PartialDate)
    assert value.edtf == edtf


def test_words_stay_words() -> None:
    assert read_value("special envoy", fact(FactKind.ROLE)) == Term("special envoy")
    assert read_value("not freed", fact(FactKind.STATUS)) == Term("not freed")
    assert read_value("John Coale", fact(FactKind.NAME)) == Name("John Coale")
    assert read_value("“finally coming home”", fact(FactKind.QUOTE)) == Quote("finally coming home")


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (FactKind.COUNT, "most"),
        (FactKind.COUNT, "single-digit"),
        (FactKind.COUNT, "3:1"),
        (FactKind.COUNT, "twofold"),
        (FactKind.DURATION, "life"),
        (FactKind.DURATION, "overnight"),
        (FactKind.MONEY, "free"),
        (FactKind.PERCENT, "a majority"),
        (FactKind.PERCENT, "doubled"),
    ],
)
def test_quantities_without_a_number_are_never_compared(kind: FactKind, written: str) -> None:
    assert read_value(written, fact(kind)) == Term(written)


@pytest.mark.parametrize(
    ("kind", "written", "wrong"),
    [
        (FactKind.COUNT, "hello there", "holds no count for 'people rescued'"),
        (FactKind.COUNT, "  ", "the value is empty"),
        (FactKind.MONEY, "in prison", "holds no money"),
        (FactKind.DURATION, "for good", "holds no duration"),
        (FactKind.DATE, "soon enough", "is no date"),
    ],
)
def test_what_cannot_be_read_is_told(kind: FactKind, written: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read_value(written, fact(kind))
