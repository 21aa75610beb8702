"""Figures in news prose: what is found, with which kind, hedge, number and unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.read.figures import find_figures
from bot.reading import FigureMention
from bot.values import Duration, FigureKind, Hedge, Money

Short = tuple[str, str, str]
"""The words found, the number as decimal text, and what is asked for in the table (kind, hedge, unit, noun)."""


def found(text: str) -> list[FigureMention]:
    return list(find_figures(text))


def number(mention: FigureMention) -> str:
    value = mention.figure.number
    return "" if value is None else f"{value:f}"


NUMBERS = [
    ("The court heard 38 witnesses.", "38", "38"),  # digits
    ("Some of the 1,214 ballots were spoilt.", "1,214", "1214"),  # thousands with a comma
    ("Plus de 2 450 maisons.", "2 450", "2450"),  # thousands with a space
    ("Unos 12.000 votos.", "12.000", "12000"),  # European thousands
    ("Sales of 1.250.000 cars.", "1.250.000", "1250000"),  # European millions
    ("Turnover of 2.7bn for the group.", "2.7bn", "2700000000"),  # short multiple
    ("It shed 14k jobs.", "14k", "14000"),  # glued letter
    ("Reached 3M downloads.", "3M", "3000000"),  # glued capital
    ("Some 6m people watched.", "Some 6m", "6000000"),  # "m" before people is million
    ("Three dozen goats escaped.", "Three dozen", "36"),  # dozens counted
    ("Half a dozen buses burned.", "Half a dozen", "6"),  # part of a dozen
    ("It sold half a million copies.", "half a million", "500000"),  # part of a million
    ("a quarter of a million pupils", "a quarter of a million", "250000"),  # another part
    ("Sixty-three miners were underground.", "Sixty-three", "63"),  # hyphenated words
    ("A hundred and seven ships waited.", "A hundred and seven", "107"),  # "and" inside a number
    ("Four hundred thousand hens were culled.", "Four hundred thousand", "400000"),  # stacked multiples
    ("3 million 500 thousand ballots", "3 million 500 thousand", "3500000"),  # groups in digits
    ("two and a half million tourists", "two and a half million", "2500000"),  # fraction inside
    ("1.6 million doses", "1.6 million", "1600000"),  # mixed
    ("one woman was hurt", "one", "1"),  # one that counts
    ("minus four was the low", "minus four", "-4"),  # negative in words
    ("2½ lengths clear", "2½", "2.5"),  # fraction sign
    ("1,00,000 farmers marched", "1,00,000", "100000"),  # Indian grouping
    ("5 crore voters", "5 crore", "50000000"),  # Indian multiple
    ("sales fell from 14m cars to 12.1m in May", "14m", "14000000"),  # millions by what they count
    ("12 of 3.4m boats", "12", "12"),
    ("a fourfold rise in exports", "fourfold", "4"),  # multiples count times
    ("rents more than doubled", "more than doubled", "2"),
    ("nearly twice the price", "nearly twice", "2"),
    ("the output was halved", "halved", "0.5"),
    ("3 hours, 5 minutes and 10 seconds", "3 hours, 5 minutes and 10 seconds", "11110"),  # three units
    ("between a quarter and a third of farms", "between a quarter and a third", "0.25"),  # a range of fractions
]


@pytest.mark.parametrize(("text", "words", "value"), NUMBERS)
def test_numbers(text: str, words: str, value: str) -> None:
    mentions = found(text)
    assert [(mention.words, number(mention)) for mention in mentions][:1] == [(words, value)]


HEDGES = [
    ("at least 19 boats", Hedge.AT_LEAST, "19", None),
    ("no fewer than 19 boats", Hedge.AT_LEAST, "19", None),
    ("19 boats or more", Hedge.AT_LEAST, "19", None),
    ("19-plus boats", Hedge.AT_LEAST, "19", None),
    ("90 and counting", Hedge.AT_LEAST, "90", None),
    ("the injured at 79 at least, said the clinic", Hedge.AT_LEAST, "79", None),
    ("more than 300 boats", Hedge.MORE_THAN, "301", None),
    ("well over 300 boats", Hedge.MORE_THAN, "301", None),
    ("the fleet surpassed 300 boats", Hedge.MORE_THAN, "301", None),
    ("upwards of 300 boats", Hedge.MORE_THAN, "301", None),
    ("in excess of 300 boats", Hedge.MORE_THAN, "301", None),
    ("up to 12 boats", Hedge.AT_MOST, "0", "12"),
    ("no more than 12 boats", Hedge.AT_MOST, "0", "12"),
    ("as many as 12 boats", Hedge.AT_MOST, "0", "12"),
    ("an hour and a half at most", Hedge.AT_MOST, "0", "1.5"),
    ("fewer than 12 boats", Hedge.UNDER, "0", "11"),
    ("under 12 boats", Hedge.UNDER, "0", "11"),
    ("nearly 500 boats", Hedge.NEARLY, "450", "499"),
    ("close to 500 boats", Hedge.NEARLY, "450", "499"),
    ("about 52 boats", Hedge.ABOUT, "49.4", "54.6"),
    ("an estimated 52 boats", Hedge.ABOUT, "49.4", "54.6"),
    ("52 or so boats", Hedge.ABOUT, "49.4", "54.6"),
    ("~52 boats", Hedge.ABOUT, "49.4", "54.6"),
    ("between 40 and 50 boats", Hedge.RANGE, "40", "50"),
    ("40 to 50 boats", Hedge.RANGE, "40", "50"),
    ("40–50 boats", Hedge.RANGE, "40", "50"),
    ("three or four boats", Hedge.RANGE, "3", "4"),
    ("between two and three million boats", Hedge.RANGE, "2000000", "3000000"),
    ("ages run from 52 to 68", Hedge.RANGE, "52", "68"),
    ("dozens of boats", Hedge.VAGUE, "24", "99"),
    ("several boats", Hedge.VAGUE, "3", "9"),
    ("several hundred boats", Hedge.VAGUE, "300", "999"),
    ("tens of thousands of boats", Hedge.VAGUE, "20000", "99999"),
    ("under the age of 30", Hedge.UNDER, "0", "29"),  # "under" reaches past "the age of"
    ("the over-65s", Hedge.MORE_THAN, "66", None),
    ("12 farms over 40 days", Hedge.EXACT, "12", "12"),
    ("the 707 MAX jets", Hedge.EXACT, "707", "707"),  # a name's capitals are no hedge
    ("pushed the death toll up to 161", Hedge.EXACT, "161", "161"),  # a verb's "up to", not a hedge
    ("Seven more than 161 others", Hedge.EXACT, "7", "7"),  # a difference, not a hedge
    ("no survivors were found", Hedge.EXACT, "0", "0"),
    ("nobody was hurt", Hedge.EXACT, "0", "0"),
    ("none of the sailors", Hedge.EXACT, "0", "0"),
]


@pytest.mark.parametrize(("text", "hedge", "low", "high"), HEDGES)
def test_hedges(text: str, hedge: Hedge, low: str, high: str | None) -> None:
    figure = found(text)[0].figure
    assert (figure.hedge, figure.low, figure.high) == (hedge, Decimal(low), None if high is None else Decimal(high))


MEASURES = [
    ("turnout was 61.5 per cent", FigureKind.PERCENT, "%", "61.5"),
    ("up 3 percentage points", FigureKind.POINTS, "points", "3"),
    ("cut by 25 basis points", FigureKind.POINTS, "basis points", "25"),
    ("one in five adults", FigureKind.SHARE, "", "0.2"),
    ("nine out of ten adults", FigureKind.SHARE, "", "0.9"),
    ("three-quarters of the crop", FigureKind.SHARE, "", "0.75"),
    ("more than half of them", FigureKind.SHARE, "", "0.5"),
    ("a fine of $2.4m", FigureKind.MONEY, "$", "2400000"),
    ("€8.4bn in sales", FigureKind.MONEY, "EUR", "8400000000"),
    ("HK$300 million for the fund", FigureKind.MONEY, "HKD", "300000000"),
    ("750,000 rubles", FigureKind.MONEY, "RUB", "750000"),
    ("6 million Swiss francs", FigureKind.MONEY, "CHF", "6000000"),
    ("40 million U.S. dollars", FigureKind.MONEY, "USD", "40000000"),
    ("USD 15,000", FigureKind.MONEY, "USD", "15000"),
    ("a stamp costs 85p", FigureKind.MONEY, "GBX", "85"),
    ("he paid 20 pounds", FigureKind.MONEY, "GBP", "20"),
    ("he weighed 200 pounds", FigureKind.MEASURE, "lb", "200"),
    ("aged 37", FigureKind.AGE, "years", "37"),
    ("a 19-year-old", FigureKind.AGE, "years", "19"),
    ("Maria Lopez, 45, of Leeds", FigureKind.AGE, "years", "45"),
    ("the oldest was 91", FigureKind.AGE, "years", "91"),
    ("a child of six months of age", FigureKind.AGE, "months", "6"),
    ("children under 5", FigureKind.AGE, "years", "5"),
    ("in his 50s", FigureKind.AGE, "years", "50"),
    ("a 24-year sentence", FigureKind.DURATION, "years", "24"),
    ("for two years and three months", FigureKind.DURATION, "months", "27"),
    ("sentenced to a decade in prison", FigureKind.DURATION, "decades", "1"),
    ("he faces ten more years", FigureKind.DURATION, "years", "10"),
    ("an hour and 45 minutes", FigureKind.DURATION, "minutes", "105"),
    ("half an hour", FigureKind.DURATION, "hours", "0.5"),
    ("17.9 km deep", FigureKind.DISTANCE, "km", "17.9"),
    ("six feet two inches", FigureKind.DISTANCE, "feet", "6.166666666667"),
    ("winds of 145 mph", FigureKind.MEASURE, "mph", "145"),
    ("12,000 square kilometres", FigureKind.MEASURE, "km²", "12000"),
    ("a 5,000-square-foot hall", FigureKind.MEASURE, "sq ft", "5000"),
    ("it reached 41C", FigureKind.MEASURE, "°C", "41"),
    ("a magnitude 7.1 quake", FigureKind.MEASURE, "magnitude", "7.1"),
    ("the 100m hurdles", FigureKind.DISTANCE, "m", "100"),
    ("at 14:30", FigureKind.TIME, "h", "14.5"),
    ("at 9am", FigureKind.TIME, "h", "9"),
    ("by 4 p.m. local time", FigureKind.TIME, "h", "16"),
    ("a 3-1 win", FigureKind.SCORE, "", "3"),
    ("they lost 1-2", FigureKind.SCORE, "", "1"),
    ("for the third time", FigureKind.ORDINAL, "", "3"),
    ("the country's third-largest port", FigureKind.ORDINAL, "", "3"),
    ("third straight loss", FigureKind.ORDINAL, "", "3"),
    ("the club's fourth coach", FigureKind.ORDINAL, "", "4"),
    ("the world number two", FigureKind.ORDINAL, "", "2"),
    ("the Senate passed the bill 52 to 47", FigureKind.SCORE, "", "52"),
    ("a cut of a quarter point", FigureKind.POINTS, "points", "0.25"),
    ("a 6.4 earthquake", FigureKind.MEASURE, "magnitude", "6.4"),
    ("gained 3 percent to 128", FigureKind.PERCENT, "%", "3"),  # the level it rose to is no second end
    ("the 42nd match", FigureKind.ORDINAL, "", "42"),
]


@pytest.mark.parametrize(("text", "kind", "unit", "value"), MEASURES)
def test_measures(text: str, kind: FigureKind, unit: str, value: str) -> None:
    mention = found(text)[0]
    assert (mention.figure.kind, mention.figure.unit, number(mention)) == (kind, unit, value)


COUNTED = [
    ("61 people including four children drowned", ["people", "children"]),
    ("Nineteen of them were charged", ["them"]),
    ("The death toll has climbed to 212", ["death toll"]),
    ("the number of deaths reached 156", ["deaths"]),
    ("33 of the dead were miners", ["dead"]),
    ("Of the eight ferries, six sailed", ["ferries", "ferries"]),
    ("five of the company's nine plants", ["plants", "plants"]),
    ("127 sets of remains", ["sets of remains"]),
    ("a 31-story tower", ["story"]),
    ("six unjustly detained U.S. citizens", ["unjustly detained U.S. citizens"]),
    ("12 injured were flown out", ["injured"]),
    ("84 of 120 seats", ["seats", "seats"]),
    ("38.7% of the vote", ["vote"]),
    ("inflation rose to 5.2 percent", ["inflation"]),
    ("thousands of farmers", ["farmers"]),
    ("450 freed on Saturday", [""]),
]


@pytest.mark.parametrize(("text", "nouns"), COUNTED)
def test_what_is_counted(text: str, nouns: list[str]) -> None:
    assert [mention.of for mention in found(text)] == nouns


NO_FIGURES = [
    "he lives at 12 Orchard Street",  # the number of a house
    "the Gang of Four, the Hundred, Twenty20",  # names of number words
    "the 7th congressional district, the 14th Amendment, the tower's first floor",  # seats and laws
    "think twice, once or twice, twice a year, doubled down on it",  # no multiples
    "on December 13, 2025",  # a date
    "13 December and 2 January",  # days before months
    "from December 12 to 13",  # a span of days
    "the 2020 elections, since 1994, in the 1990s",  # years and decades
    "on 13/12/2025 or 2025-12-13 or 13.12.2025",  # numeric dates
    "le 1er août",  # a French date
    "the alarm was raised to level 5",  # a grade
    "No. 10, Article 5, Room 101, Chapter Eleven",  # labels
    "an Il-96, an F-16, MH370, Covid-19, G20, a Boeing 737",  # names with digits
    "call 555-1234, +1 202 555 0147 or 0800 123 456",  # telephones
    "the S&P 500, the FTSE 100, COP29, a Boeing 737-800, Apollo 11, see [12]",  # more names
    "version 3.11.4 at 10.0.0.1",  # versions and addresses
    "https://example.org/2024/12/5?id=77 and a12@b3.com",  # links
    "one of the largest, the one who left, no one knew, one day",  # "one" that counts nothing
    "BBC Two and the Big Three",  # names
    "in the first half, the second quarter, 21st century, 5th Avenue",  # no ranks
    "open 24/7 since 9/11",  # sayings
    "a year ago, twice a day",  # no lengths
    "nobody knows",  # no nought
    "a 5G phone and a 3D film",  # letters behind digits
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert [mention.words for mention in found(text)] == []


def test_years_that_count() -> None:
    assert [number(mention) for mention in found("about 2000 people, 1300 prisoners and 2,020 more")] == [
        "2000",
        "1300",
        "2020",
    ]


def test_a_hedge_of_the_next_number_is_left_to_it() -> None:
    fine, term = found("a fine of up to 900 euros and up to two years in jail")
    assert (fine.figure.hedge, term.figure.hedge) == (Hedge.AT_MOST, Hedge.AT_MOST)


def test_over_a_time_is_no_hedge_behind_what_happened_in_it() -> None:
    for text in ("12 farms over 40 days", "300 marches over two summers"):
        assert found(text)[1].figure.hedge is Hedge.EXACT
    assert found("the siege lasted over 40 days")[0].figure.hedge is Hedge.MORE_THAN


def test_millions_are_carried_to_the_bare_number_beside_them() -> None:
    assert [number(mention) for mention in found("18.2m riders in May, down from 19.4m in June")] == [
        "18200000",
        "19400000",
    ]


def test_ages_in_a_row() -> None:
    mentions = found("Three sisters, aged 4, 7 and 12, were found")[1:]
    assert [(number(mention), mention.figure.kind) for mention in mentions] == [
        (age, FigureKind.AGE) for age in ("4", "7", "12")
    ]


def test_change_is_two_figures() -> None:
    mentions = found("The toll rose from 52 to 68 overnight")
    assert [(number(mention), mention.figure.hedge) for mention in mentions] == [
        ("52", Hedge.EXACT),
        ("68", Hedge.EXACT),
    ]


def test_values_have_their_types() -> None:
    money, length = found("fined $1.3bn after 16 months")
    assert isinstance(money.value, Money)
    assert money.value.currency == "$"
    assert (money.figure.low, money.figure.high) == (Decimal("1250000000"), Decimal("1350000000"))
    assert isinstance(length.value, Duration)
    assert (length.value.iso, length.value.low_days, length.value.high_days) == ("P16M", Decimal(448), Decimal(496))
