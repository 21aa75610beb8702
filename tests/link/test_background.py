"""What a text says of another day, part or thing than the record: no alert, however alike the words."""

from __future__ import annotations

import pytest

from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, organisation, person, place

ENTITIES = (
    event("e", "Cholera outbreak in Velden", "2031-01", "Velden"),
    event("crash", "Crash of Ostmark flight 12", "2031-03-08", "Velden"),
    event("strike", "Strike of the dockers of Velden", "2019", "Velden"),
    organisation("lift", "Velden Lift"),
    place("airport", "Velden airport"),
    place("jail", "Orsk jail"),
    person("p", "Ram Paudel", "president", "Ram Poudel"),
)
DATE, COUNT, LENGTH, STATUS = FactKind.DATE, FactKind.COUNT, FactKind.DURATION, FactKind.STATUS
FIXED, RISES, LEVEL = Behaviour.FIXED, Behaviour.CUMULATIVE, Behaviour.LEVEL


def dated(of: str, property: str, value: str) -> Told:
    return Told("f", of, property, DATE, value, behaviour=FIXED)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        # a weekday does not answer for a year, nor for a month that is long past
        (dated("lift", "year it opened", "1885"), "The Velden Lift opened again on Friday."),
        (
            dated("e", "month the outbreak began", "2031-01"),
            "The minister wrote on Friday that to end the outbreak in Velden came first.",
        ),
        # only digits slip
        (dated("e", "last cholera death before it", "2021"), "Velden has had more cholera deaths this year than ever."),
        # the day belongs to the noun it is tied to
        (
            dated("crash", "date of the crash", "2031-03-08"),
            "After the crash Velden thought of the victims of 9 March 2030.",
        ),
        # a month is vaguer than the recorded day, and nothing else says that the crash is this one
        (dated("crash", "date of the crash", "2031-03-08"), "A crash in February had killed two divers in Tolm."),
        # what comes after "after" did not happen on the day of what came before it
        (dated("e", "date the ban took effect", "2031-03-04"), "Rallies in Velden opened on Monday after the ban."),
        # on top of a count that only rises
        (
            Told("f", "e", "cases of cholera in Velden", COUNT, "124", "", RISES, unit="cases"),
            "Another 41 cases of cholera in Velden did not belong to the outbreak.",
        ),
        # what is said of the ten is not said of the 20
        (
            Told("f", "crash", "children killed", COUNT, "10 children", "", FIXED, unit="people"),
            "Ten of the 20 people killed in the crash of Ostmark flight 12 were children.",
        ),
        # the people of one owner
        (
            Told("f", "crash", "passengers on board", COUNT, "230", "", FIXED, unit="people"),
            "Norway mourned with Velden: 53 of its citizens were on board flight 12.",
        ),
        # the year belongs to the other number
        (
            Told("f", "e", "cases of cholera in 2030", COUNT, "1,274", "", FIXED, (("year", "2030"),), "cases"),
            "Velden put the cases of cholera at 1,288 on Wednesday, above the 1,274 of 2030.",
        ),
        # no word of the jail that the fact is about
        (
            Told("f", "jail", "inmates who fled", COUNT, "about 1,500", "", FIXED, (("prison", "Orsk"),), "people"),
            "Some 5,000 of the inmates who fled in Velden are still free; at Orsk alone 1,500 got out.",
        ),
        # seconds are no days
        (
            Told("f", "crash", "length of the mourning", LENGTH, "one day", "", FIXED),
            "The crash of flight 12 took less than 50 seconds, and Velden is in mourning.",
        ),
        # how old somebody was long ago
        (
            Told("f", "p", "age", COUNT, "71", unit="years old"),
            "In Velden Ram Paudel said that he had been beaten at the age of nine.",
        ),
        # a day tied to a decision, though a slip of the recorded one
        (
            dated("crash", "date of the crash", "2031-03-02"),
            "After the crash of flight 12 the judge in Velden took back a decision of 20 March 2031.",
        ),
        # that something began on Monday says not what
        (dated("crash", "first day of the strike", "2031-03-02"), "On Monday the bank began to raise money in Velden."),
        # the strike of now is not the one before
        (
            Told("f", "strike", "length of the previous strike", LENGTH, "57 days", "", FIXED),
            "The strike in Velden, which began on 2 January 2031, lasted 53 days.",
        ),
        # a weekday is of the week the text was written in
        (
            dated("crash", "date of the crash", "2031-02-03"),
            "Flight 12: the crash in Velden was filmed, it said on Tuesday.",
        ),
        # some of a whole
        (
            Told("f", "crash", "people killed", COUNT, "2,012", "", RISES, unit="people"),
            "After the crash in Velden about 90 of some 200 residents are known to have died.",
        ),
        # others besides those who are counted
        (
            Told("f", "crash", "people killed", COUNT, "59", "", RISES, unit="people"),
            "Four other people who sat in row 9 of flight 12 died too, Velden's mayor said.",
        ),
        # how old some of them were
        (
            Told("f", "crash", "people killed", COUNT, "59", "", RISES, unit="people"),
            "After the crash of flight 12 two of the dead in Velden were 16, too young to fly alone.",
        ),
        # a length of something else, and one that only lies between two things
        (
            Told("f", "e", "time for the court's ruling", LENGTH, "180 days", "", FIXED),
            "In Velden the court ended four months of uncertainty.",
        ),
        (
            Told("f", "e", "time the court has to rule", LENGTH, "180 days", "", FIXED),
            "The ruling of the court in Velden came 111 days after the vote.",
        ),
        # whoever takes part may announce other things too
        (dated("crash", "date of the announcement", "2031-03-06"), "In Velden the party announced it on Wednesday."),
        # the airport of another town
        (
            Told("f", "airport", "state of the airport", STATUS, "closed"),
            "Tolm's airport has reopened for relief planes, while Velden waits.",
        ),
    ],
)
def test_no_alert(told: Told, text: str) -> None:
    found = find_in(text, make_index(ENTITIES, [told]), "2031-03-12")
    assert not [one.comparison.why for one in found if one.comparison.level is Level.ALERT]


@pytest.mark.parametrize(
    ("told", "text", "level"),
    [
        # a land named at the opening of a sentence holds for all of it
        (
            Told("f", "e", "people missing in Norway", COUNT, "18", "", LEVEL, unit="people"),
            "Velden looks on. In Norway the agency put the dead at 31 and said that 21 people are missing.",
            Level.NOTE,
        ),
        # victims are identified where a desk wrote bodies
        (
            Told("f", "crash", "bodies identified", COUNT, "six", "", RISES, unit="bodies"),
            "After the crash of flight 12 in Velden 135 victims had been identified by Tuesday.",
            Level.NOTE,
        ),
        # homes are counted where the unit is who lives in them
        (
            Told("f", "e", "homes and shops without power", COUNT, "4,000", "", LEVEL, unit="customers"),
            "In Velden 3,500 homes and shops were still in the dark.",
            Level.NOTE,
        ),
        # others were hurt besides the dead, not besides those hurt
        (
            Told("f", "crash", "people injured", COUNT, "18", "", RISES, unit="people"),
            "The crash of flight 12 in Velden killed 17 people. Another 21 people were hurt.",
            Level.NOTE,
        ),
        # the scope's own words right behind the number
        (
            Told("f", "e", "pay rise offered to nurses", FactKind.PERCENT, "25%", "", LEVEL, (("over", "four years"),)),
            "Velden's nurses have a new offer on the table. Pay would go up 30% over four years.",
            Level.NOTE,
        ),
        # an aside between the people and what befell them
        (
            Told("f", "e", "people indicted", COUNT, "ten", "", RISES, unit="people"),
            "In Velden 18 people, soldiers and policemen for the most part, have been indicted.",
            Level.NOTE,
        ),
        # a verb in the past says that it happened
        (
            dated("crash", "date of the sinking", "2031-03-05"),
            "The ferry went down in Velden before dawn on 8 March 2031.",
            Level.ALERT,
        ),
        # a share is always of some whole
        (
            Told("f", "e", "turnout", FactKind.PERCENT, "82.5%", "", FIXED),
            "More voted in Velden than ever: turnout was 83.5 percent of those entitled to.",
            Level.ALERT,
        ),
    ],
)
def test_what_is_meant_all_the_same(told: Told, text: str, level: Level) -> None:
    assert [one.comparison.level for one in find_in(text, make_index(ENTITIES, [told]), "2031-03-12")] == [level]


def test_a_recorded_other_name_is_no_misspelling() -> None:
    assert not find_in("President Ram Poudel spoke in Velden.", make_index(ENTITIES, []), "2031-03-12")


OLD = event("old", "Crash of Borealis flight 7 at Tolm", "2009-02-12", "Tolm")
KILLED = [
    Told(id, of, "people killed", COUNT, value, "", RISES, unit="people")
    for id, of, value in (("dead", "crash", "40"), ("then", "old", "50"))
]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # nothing names the crash of years ago, so the dead are those of the news
        ("The crash in Velden has now killed 67 people.", ["s/dead"]),
        # it is named, or the sentence goes on about its year
        ("The crash of Borealis flight 7 at Tolm killed 49 people.", ["s/then"]),
        ("The last crash was in February 2009; the whole crew of 49 was killed.", []),
    ],
)
def test_an_event_of_years_ago_must_be_named(text: str, facts: list[str]) -> None:
    known = make_index([*ENTITIES, OLD], KILLED)
    assert [one.fact for one in find_in(text, known, "2031-03-12")] == facts


def test_a_misspelt_place_is_a_note() -> None:
    found = find_in("Rescuers came to Sant Orlav.", make_index([place("g", "Sant Orslav")], []), "2031-03-12")
    assert [one.comparison.level for one in found] == [Level.NOTE]
