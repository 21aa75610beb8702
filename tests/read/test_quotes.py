"""Quotes: what was said, word for word or not, and by whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.read.names import find_names
from bot.read.quotes import find_quotes
from bot.reading import QuoteMention


def quotes(text: str) -> list[QuoteMention]:
    return list(find_quotes(text, find_names(text)))


def direct(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.speaker.name if one.speaker else "") for one in quotes(text) if one.direct]


def indirect(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.speaker.name if one.speaker else "") for one in quotes(text) if not one.direct]


SPEAKER = "The mayor is Anna Novak. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # after the quote, subject first
        ("“We will rebuild the bridge,” Anna Novak said.", [("We will rebuild the bridge,", "Anna Novak")]),
        # after the quote, verb first, with an apposition
        ("“We will rebuild it,” said Anna Novak, the mayor.", [("We will rebuild it,", "Anna Novak")]),
        ("“We will rebuild it,” said the city's mayor, Anna Novak.", [("We will rebuild it,", "Anna Novak")]),
        # an agency only passes it on, and what follows "and" is said by the same person
        (
            "Anna Novak called the talks “very useful,” according to the news agency Ostro, and added that they go on.",
            [("very useful,", "Anna Novak")],
        ),
        # before the quote, colon style
        ("Anna Novak told reporters: “We will rebuild it.”", [("We will rebuild it.", "Anna Novak")]),
        # straight marks, guillemets, German and single marks
        ('"We will rebuild it," Anna Novak said.', [("We will rebuild it,", "Anna Novak")]),
        ("«We will rebuild it», Anna Novak said.", [("We will rebuild it", "Anna Novak")]),
        ("„We will rebuild it“, Anna Novak said.", [("We will rebuild it", "Anna Novak")]),
        ("‘We’ll rebuild what’s gone,’ Anna Novak said.", [("We’ll rebuild what’s gone,", "Anna Novak")]),
        ("'We'll rebuild what's gone,' Anna Novak said.", [("We'll rebuild what's gone,", "Anna Novak")]),
        # split in two
        (
            "“We will rebuild,” Anna Novak said, “and we will do it soon.”",
            [("We will rebuild,", "Anna Novak"), ("and we will do it soon.", "Anna Novak")],
        ),
        # fragments of speech inside a sentence
        ("Anna Novak called the plan a “very bold step” for the town.", [("very bold step", "Anna Novak")]),
        # a pronoun
        (SPEAKER + "“The water came at night,” she said.", [("The water came at night,", "Anna Novak")]),
        # a role
        (SPEAKER + "“The water came at night,” the mayor added.", [("The water came at night,", "Anna Novak")]),
        # a role nobody was given stays the words
        ("“I did not do it,” the defendant told Judge Mary Ortiz.", [("I did not do it,", "the defendant")]),
        # a relative clause
        (
            "Rosa Lind, a doctor at the clinic in Berlin who was not there, cautioned: “We must wait and see.”",
            [("We must wait and see.", "Rosa Lind")],
        ),
        # who holds the office now, not who held it
        (
            "Ex-president Carl Berg was jailed. Anna Novak came. “The courts are free,” the president said.",
            [("The courts are free,", "Anna Novak")],
        ),
        # a title and a group of people stay the words they are
        ("“The road is closed until noon,” police said.", [("The road is closed until noon,", "police")]),
        # an object of the verb is not the speaker
        ("Anna Novak, speaking to the AP, warned, “The dam may break.”", [("The dam may break.", "Anna Novak")]),
        # second sentence of the same speaker
        (
            "“It is late,” Anna Novak said. “We must go home now.”",
            [("It is late,", "Anna Novak"), ("We must go home now.", "Anna Novak")],
        ),
        # a role or a pronoun whose holder is named only after it
        ("“Stay calm,” the mayor said. Mayor Anna Novak was on the quay.", [("Stay calm,", "Anna Novak")]),
        ("“I see no way back,” she sighed. Anna Novak has run it since May.", [("I see no way back,", "Anna Novak")]),
        ("“It is a lie,” the tycoon said. Carl Berg denies it all.", [("It is a lie,", "Carl Berg")]),
        # the one person named so far
        (
            "Carl Berg signed on Friday. He came late. “I am so glad,” the striker said.",
            [("I am so glad,", "Carl Berg")],
        ),
        (
            "“We won it!” Carl Berg said. “What a day,” the 31-year-old added.",
            [("We won it!", "Carl Berg"), ("What a day,", "Carl Berg")],
        ),
        # a body by what it is, and "it"
        (
            "The Defence Ministry denied it. “No jet was lost,” the ministry said.",
            [("No jet was lost,", "Defence Ministry")],
        ),
        (
            "Human Rights Watch saw the camp. “It is a crime,” the group said.",
            [("It is a crime,", "Human Rights Watch")],
        ),
        ("The airline blamed the fog. “We are truly sorry,” it said.", [("We are truly sorry,", "The airline")]),
        # a name behind what its bearer is, nobody's name, no name at all
        ("“Quiet people,” said one, Rosa Lind, on Friday.", [("Quiet people,", "Rosa Lind")]),
        ("“The roof is gone,” grumbled a guard, Carl Berg.", [("The roof is gone,", "Carl Berg")]),
        ("“Get out of here!” screamed a porter.", [("Get out of here!", "a porter")]),
        ("“The dam will hold,” engineers insisted.", [("The dam will hold,", "engineers")]),
        ("Fans chanted “We want our money back” at the gate.", [("We want our money back", "Fans")]),
        # a manner of saying
        ("“It tastes of home,” laughed Anna Novak.", [("It tastes of home,", "Anna Novak")]),
        ("“Water finds a way,” as the potter Carl Berg likes to put it.", [("Water finds a way,", "Carl Berg")]),
        # a few words after a verb of appealing or judging
        (
            SPEAKER + "The mayor appealed to the crowd to “go home in peace”.",
            [("go home in peace", "Anna Novak")],
        ),
        ("Carl Berg left the party on Friday, calling it “a lost cause”.", [("a lost cause", "Carl Berg")]),
        # who speaks beside somebody
        ("Anna Novak, speaking beside Carl Berg, said the town “must wake up”.", [("must wake up", "Anna Novak")]),
        # words in tongs and titles are no speech
        ("The film “Gone With the Wind” won.", []),
        ("The so-called “peace” held.", []),
        ("He was nicknamed “the Butcher” in jail, Anna Novak said.", []),
        ("The dogs' owners and the boys' school.", []),
        ("", []),
    ],
)
def test_direct_quotes(text: str, expected: list[tuple[str, str]]) -> None:
    assert direct(text) == expected


def test_a_quote_over_several_paragraphs_keeps_its_speaker() -> None:
    text = "Anna Novak said: “The water came at night and we ran.\n\n“Nobody had warned us of it.”"
    assert [speaker for _, speaker in direct(text)] == ["Anna Novak", "Anna Novak"]


def test_a_quote_in_a_quote_is_found_with_the_outer_one() -> None:
    text = "“He told me ‘the dam will hold for years’ and left,” Anna Novak said."
    assert direct(text)[0] == ("He told me ‘the dam will hold for years’ and left,", "Anna Novak")
    assert direct(text)[1][0] == "the dam will hold for years"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Novak said on Friday that 128 people died.", [("128 people died", "Anna Novak")]),
        ("Anna Novak said 128 people had died.", [("128 people had died", "Anna Novak")]),
        ("At least 128 people have died, Anna Novak said.", [("At least 128 people have died", "Anna Novak")]),
        ("According to Viasna, several were freed.", [("several were freed", "Viasna")]),
        (
            "The alarms had not worked properly, according to Anna Novak.",
            [("The alarms had not worked properly", "Anna Novak")],
        ),
        (SPEAKER + "She added that the dam would hold.", [("the dam would hold", "Anna Novak")]),
        ("Anna Novak told reporters the dam would hold.", [("the dam would hold", "Anna Novak")]),
        ("A bus fell into the river at dawn, police said.", [("A bus fell into the river at dawn", "police")]),
        ("The dam held and the town slept.", []),
        ("Anna Novak said at least six sheds had burned.", [("at least six sheds had burned", "Anna Novak")]),
        ("Anna Novak said about 40 sheds had burned.", [("about 40 sheds had burned", "Anna Novak")]),
        ("Anna Novak said on Monday she would sue.", [("she would sue", "Anna Novak")]),
        ("Anna Novak warned the dam could burst.", [("the dam could burst", "Anna Novak")]),
        ("Anna Novak announced a plan on Friday.", []),  # a thing, not a clause
        ("Health ministry says three towns were hit.", [("three towns were hit", "Health ministry")]),
        ("Friends of the River said a pipe had burst.", [("a pipe had burst", "Friends of the River")]),
        ("The van, police said, had been stolen.", [("had been stolen", "police")]),
        (
            "The plant will close in May, according to two people familiar with the plan.",
            [("The plant will close in May", "two people familiar")],
        ),
        ("Anna Novak condemned the raid that killed two.", []),  # "that" tells of the raid
        ("Anna Novak said it was “a disgrace”.", []),  # all of it stands in marks
        ("Anna Novak spoke outside court.", []),
        ("“It is over,” Anna Novak said outside court.", []),
    ],
)
def test_indirect_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert indirect(text) == expected


def test_the_speaker_has_a_span_and_the_full_name() -> None:
    text = "Anna Novak came. “The water came at night,” Novak said."
    (quote,) = [one for one in quotes(text) if one.direct]
    assert quote.speaker is not None
    assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.words == "Novak"
    assert quote.speaker.name == "Anna Novak"


def test_a_role_of_another_country_is_another_speaker() -> None:
    text = (
        "Belarusian President Alexander Lukashenko met the US president. “It was a good talk,” the US president said."
    )
    assert direct(text) == [("It was a good talk,", "the US president")]


@given(st.text(alphabet=st.sampled_from("“”\"'‘’«»„ \nAbc.,said"), max_size=120) | st.text(max_size=120))
def test_any_text_gives_valid_spans(text: str) -> None:
    for quote in quotes(text):
        assert quote.words == text[quote.start : quote.end]
        assert quote.speaker is None or quote.speaker.words == text[quote.speaker.start : quote.speaker.end]
