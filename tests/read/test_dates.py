"""Dates, times, durations and repetitions: what they mean on the day the text was published."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edtf import read_edtf
from bot.read.dates import find_dates, read_date
from bot.reading import DateKind, DateMention
from bot.values import PartialDate

SATURDAY = read_edtf("2025-12-13")


def found(text: str, published: PartialDate | None = SATURDAY) -> list[tuple[str, str]]:
    return [(mention.words, mention.edtf) for mention in find_dates(text, published)]


def only(text: str, published: PartialDate | None = SATURDAY) -> DateMention:
    (mention,) = find_dates(text, published)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It was signed on Saturday, December 13, 2025.", "Saturday, December 13, 2025", "2025-12-13"),
        ("sanctions imposed back in August 2021", "August 2021", "2021-08"),
        ("The law of 13 December 2025 stands.", "13 December 2025", "2025-12-13"),
        ("Filed 13.12.2025 in Riga", "13.12.2025", "2025-12-13"),
        ("Filed 2025-12-13 in Riga", "2025-12-13", "2025-12-13"),
        ("dated 12/13/2025", "12/13/2025", "2025-12-13"),  # the day cannot be a month
        ("dated 03/04/2025", "03/04/2025", "2025-03-04"),  # slashes: the month first, as in English
        ("dated 03.04.2025", "03.04.2025", "2025-04-03"),  # dots: the day first
        ("The 2020 elections were contested.", "2020", "2020"),
        ("born in the 1990s", "the 1990s", "199X"),
        ("built in the 19th century", "the 19th century", "18XX"),
        ("the summer of 2020 was hot", "the summer of 2020", "2020-22"),
        ("Profit rose in the first quarter of 2023.", "the first quarter of 2023", "2023-01-01/2023-03-31"),
        ("Profit rose in Q1 2023.", "Q1 2023", "2023-01-01/2023-03-31"),
        ("between 2019 and 2021", "2019 and 2021", "2019/2021"),
        ("from March to May 2022", "March to May 2022", "2022-03/2022-05"),
        ("talks on December 12-13, 2025", "December 12-13, 2025", "2025-12-12/2025-12-13"),
        ("in the 2019-20 season", "2019-20", "2019-01-01/2020-12-31"),
        ("the award of 2022年3月5日", "2022年3月5日", "2022-03-05"),
    ],
)
def test_written_dates(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.words, mention.edtf, mention.inferred) == (words, edtf, False)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They were freed yesterday.", "yesterday", "2025-12-12"),
        ("She spoke on Friday.", "Friday", "2025-12-12"),
        ("He was released this Saturday.", "this Saturday", "2025-12-13"),
        ("It happened last Saturday.", "last Saturday", "2025-12-06"),  # never the day of publication itself
        ("The court will meet on Monday.", "Monday", "2025-12-15"),  # the sentence looks ahead
        ("On Monday, ministers will vote.", "Monday", "2025-12-15"),
        ("Last September, sanctions fell.", "Last September", "2025-09"),
        ("The group was freed last June.", "last June", "2025-06"),
        ("In November, he pardoned 31.", "November", "2025-11"),
        ("The trial is due to open in March.", "March", "2026-03"),
        ("They freed five on December 10.", "December 10", "2025-12-10"),
        ("It sank on Aug. 1 with all hands.", "Aug. 1", "2025-08-01"),
        ("an amnesty earlier this month", "earlier this month", "2025-12"),
        ("Last month it fell.", "Last month", "2025-11"),
        ("mass amnesties this year", "this year", "2025"),
        ("imprisoned five years ago", "five years ago", "2020"),
        ("arrested 16 months ago", "16 months ago", "2024-08"),
        ("two weeks ago it rained", "two weeks ago", "2025-11-24/2025-11-30"),
        ("It will be signed next week.", "next week", "2025-12-15/2025-12-21"),
        ("Fighting went on over the weekend.", "the weekend", "2025-12-13/2025-12-14"),
        ("Some victims of last week's fire", "last week", "2025-12-01/2025-12-07"),
        ("The bridge fell last night.", "last night", "2025-12-12"),
        ("He fled on 10 December last year.", "10 December last year", "2024-12-10"),
        ("It closed in December last year.", "December last year", "2024-12"),
        ("They met on Tuesday of last week.", "Tuesday of last week", "2025-12-02"),
        ("The year-ago loss was larger.", "year-ago", "2024"),
        ("It rained in the first week of October.", "the first week of October", "2025-10-01/2025-10-07"),
        ("Snow is expected on Christmas Day.", "Christmas Day", "2025-12-25"),
        ("Shops were full on Black Friday.", "Black Friday", "2025-11-28"),
        ("They will gather on Election Day.", "Election Day", "2026-11-03"),
        ("The fair opened on the last Sunday in August.", "the last Sunday in August", "2025-08-31"),
        ("They will vote on the first Tuesday of March.", "the first Tuesday of March", "2026-03-03"),
        ("The fleet met between 3 and 7 October.", "3 and 7 October", "2025-10-03/2025-10-07"),
        ("It snowed from Monday to Thursday.", "Monday to Thursday", "2025-12-08/2025-12-11"),
        ("It snowed from Tuesday to Monday.", "Tuesday to Monday", "2025-12-02/2025-12-08"),  # ends after it begins
        ("They will meet from Thursday to Monday.", "Thursday to Monday", "2025-12-18/2025-12-22"),
        ("Two barns burned overnight.", "overnight", "2025-12-12/2025-12-13"),
        ("The pool shuts on the 20th of this month.", "the 20th of this month", "2025-12-20"),
        ("Sales for January-March fell.", "January-March", "2025-01/2025-03"),
    ],
)
def test_dates_that_count_from_publication(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.words, mention.edtf, mention.inferred) == (words, edtf, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship left on 3 May 2021. Two days later it sank.", "2021-05-05"),
        ("He was jailed in 2020 and freed two years later.", "2022"),
        ("The vote was on June 9, 2024. The following day he resigned.", "2024-06-10"),
        ("She arrived on June 9, 2024, and left on the same day.", "2024-06-09"),
        ("The strike began on 4 March 2022. The previous day police had warned of it.", "2022-03-03"),
    ],
)
def test_dates_that_count_from_the_date_before(text: str, expected: str) -> None:
    assert find_dates(text, SATURDAY)[-1].edtf == expected


@pytest.mark.parametrize(
    ("text", "period", "meant"),
    [
        ("Since July 2024, 430 were freed.", "2024-07", "2024-07/.."),
        ("Bids must come no later than June 30.", "2026-06-30", "../2026-06-30"),
        ("The talks could last until Easter.", "2026-04-05", "../2026-04-05"),  # what can last ends ahead
        ("until March 2023 he led it", "2023-03", "../2023-03"),
        ("the road is closed until 3 March", "2026-03-03", "../2026-03-03"),  # what lasts ends ahead
        ("the road was closed until 3 March", "2025-03-03", "../2025-03-03"),
        ("the pool stays shut until the 29th", "2025-12-29", "../2025-12-29"),
        ("It opened in late November 2024.", "2024-11", "2024-11-15/2024-11-30"),
        ("since the start of 2025", "2025", "2025/.."),
        ("It was founded about 1990 in Riga.", "1990", "1990~"),
    ],
)
def test_words_around_open_or_narrow_the_value(text: str, period: str, meant: str) -> None:
    mention = only(text)
    assert isinstance(mention.value, PartialDate)
    assert (mention.edtf, mention.value.edtf) == (period, meant)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("11 years in prison", "11 years", "P11Y"),
        ("for more than three decades", "more than three decades", "P30Y"),
        ("after a two-day meeting", "two-day", "P2D"),
        ("stay for an hour and a half at most", "an hour and a half", "PT1H30M"),
        ("got eight-and-a-half years for it", "eight-and-a-half years", "P8Y6M"),
        ("needs three to four weeks", "three to four weeks", "P3W/P4W"),
        ("over the past two weeks", "the past two weeks", "P2W"),
        ("He waited for decades.", "decades", "PXY"),
        ("served two years and six months", "two years and six months", "P2Y6M"),
        ("paused for a second", "a second", "PT1S"),
    ],
)
def test_durations(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.words, mention.edtf, mention.kind) == (words, edtf, DateKind.DURATION)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("put out at 10:18 on Friday morning", "10:18 on Friday morning", "2025-12-12T10:18"),
        ("reached 156 by 4pm on Tuesday", "4pm on Tuesday", "2025-12-09T16:00"),
        ("speak on Friday, at 18:30 local time", "Friday, at 18:30 local time", "2025-12-12T18:30"),
        ("struck at 0300 GMT", "0300 GMT", "T03:00+00:00"),
        ("opens at 9.30am", "9.30am", "T09:30"),
        ("on air at 9 p.m. ET on Friday", "9 p.m. ET on Friday", "2025-12-12T21:00-05:00"),  # in December
        ("from 2 p.m. CDT on Monday", "2 p.m. CDT on Monday", "2025-12-08T14:00-05:00"),
    ],
)
def test_times(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.words, mention.edtf, mention.kind) == (words, edtf, DateKind.TIME)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The paper appears weekly.", "weekly", "P1W"),
        ("held every two years", "every two years", "P2Y"),
        ("tested twice a month", "twice a month", "P1M"),
        ("open on weekdays", "weekdays", "XXXX-WXX-1/XXXX-WXX-5"),
    ],
)
def test_repetitions(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.words, mention.edtf, mention.kind) == (words, edtf, DateKind.SET)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("13 декабря 2025 года", "2025-12-13"),
        ("в декабре 2025 года", "2025-12"),
        ("13 грудня 2025", "2025-12-13"),
        ("13 снежня 2025", "2025-12-13"),
        ("13 de diciembre de 2025", "2025-12-13"),
        ("jeudi 1er août 2024", "2024-08-01"),
        ("13. Dezember 2025", "2025-12-13"),
        ("13 grudnia 2025", "2025-12-13"),
        ("13 dicembre 2025", "2025-12-13"),
        ("13 de dezembro de 2025", "2025-12-13"),
    ],
)
def test_months_of_other_languages(text: str, edtf: str) -> None:
    assert only(text).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "This may take longer, and they march on.",  # verbs
        "He came second in the sun.",
        "More than 2,000 people and 2025 soldiers came.",  # counts
        "It cost $2025 in room 2020.",
        "a 37-year-old man aged 52 years",  # ages
        "Version 3.12.2 is on port 8080",
        "She met April Jones and June Smith.",  # people
        "52 people were freed",
        "followed by a second wave of strikes",  # an ordinal
        "led by April Jonsson",  # a person
        "They won 3-2.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_two_days_of_one_month_are_two_dates() -> None:
    days = ["2025-12-02", "2025-12-09"]
    assert [edtf for _, edtf in found("Crews struck on the 2nd and 9th of this month.")] == days


def test_the_winter_of_two_years_is_one_date() -> None:
    assert found("It froze in the winter of 2021-22.") == [("the winter of 2021-22", "2021-24")]


def test_no_year_is_guessed_without_a_publication_date() -> None:
    december, weekday, ago = (only(text, None) for text in ("on December 13", "on Saturday", "two years ago"))
    assert (december.edtf, december.value) == ("XXXX-12-13", None)
    assert (weekday.edtf, weekday.value) == ("", None)
    assert (ago.edtf, ago.value) == ("", None)


def test_a_weekday_is_kept_to_be_checked() -> None:
    value = only("on Friday, December 13, 2025").value
    assert isinstance(value, PartialDate)
    assert value.weekday == 4  # though that day was a Saturday


def test_days_the_calendar_does_not_have_are_not_read_as_dates() -> None:
    assert not [edtf for _, edtf in found("on 31 June 2025") if edtf.startswith("2025-06-31")]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("Aug. 1, 2020", "2020-08-01"), ("2025-09", "2025-09"), ("last September", "2025-09"), ("in 2021", "2021")],
)
def test_read_date(text: str, edtf: str) -> None:
    assert read_date(text, SATURDAY).edtf == edtf


@pytest.mark.parametrize("text", ["", "soon", "the envoy spoke in 2021 and left", "11 years"])
def test_read_date_refuses_what_is_no_single_date(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        read_date(text, SATURDAY)


@given(st.text(max_size=200))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for mention in find_dates(text, SATURDAY):
        assert end <= mention.start < mention.end
        assert mention.words == text[mention.start : mention.end]
        end = mention.end


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_written_out_is_read_back(day: dt.date) -> None:
    for form in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        assert read_date(form).start == day


@given(st.sampled_from(["yesterday", "on Saturday", "last month", "two days later", "in May", "by Friday"]), st.dates())
def test_relative_dates_never_leave_the_calendar(words: str, day: dt.date) -> None:
    find_dates(f"It was signed {words}.", read_edtf(day.isoformat()))
