"""Who holds a post: given to another of the record's people, or to the same person as quite another."""

from __future__ import annotations

import pytest

from bot.record import Behaviour, FactKind, Level
from tests.link.records import Told, event, find_in, make_index, organisation, person, place

SOON, LATER = "2031-03-20", "2031-11-20"
ENTITIES = (
    person("kern", "Otto Kern", "harbour master"),
    person("brandt", "Lena Brandt", "health minister", "Brandt"),
    person("diallo", "Mariam Diallo", "surgeon", "Diallo"),
    place("velden", "Velden"),
    event("e", "Outbreak in Velden", "2031-03-08", "Velden"),
)
KNOWN = make_index(
    ENTITIES,
    [
        Told("minister", "brandt", "office", FactKind.ROLE, "health minister"),
        Told("lead", "diallo", "part in the trial", FactKind.ROLE, "principal investigator"),
        Told("mayor", "kern", "office", FactKind.ROLE, "mayor of Velden"),
    ],
)

# what the text says, and on which fact that bears
TAKEN = [
    ("In Velden the health minister, Mariam Diallo, spoke of a second wave.", "s/minister"),
    ("In Velden Otto Kern, who is the health minister, spoke of a second wave.", "s/minister"),
    ("Principal investigator Otto Kern showed a chart in Velden.", "s/lead"),
    ("Lena Brandt, the mayor of Velden, called for calm.", "s/mayor"),
]
# the post is another, was another's, or somebody else has it
QUIET = [
    "In Velden the former health minister, Otto Kern, spoke of a second wave.",
    "In Velden the deputy health minister, Otto Kern, spoke of a second wave.",
    "In Velden the transport minister, Otto Kern, spoke of a second wave.",
    "In Velden the health minister, Lena Brandt, spoke of a second wave.",
    "In Velden the health minister, Brandt Olsen, spoke of a second wave.",
    "Otto Kern, an investigator, was in Velden.",
    "Lena Brandt, the mayor of Tarnow, was in Velden.",
]


@pytest.mark.parametrize(("text", "fact"), TAKEN)
def test_a_post_given_to_another(text: str, fact: str) -> None:
    levels = [one.comparison.level for one in find_in(text, KNOWN, SOON) if one.fact == fact]
    assert levels == [Level.ALERT]


@pytest.mark.parametrize("text", QUIET)
def test_another_post_is_no_matter(text: str) -> None:
    assert not [one for one in find_in(text, KNOWN, SOON) if one.comparison.rule == "role.holder"]


def test_after_months_the_post_may_have_changed_hands() -> None:
    (found,) = find_in("In Velden the health minister, Mariam Diallo, spoke of a second wave.", KNOWN, LATER)
    assert found.comparison.level is Level.NOTE


@pytest.mark.parametrize(
    ("recorded", "text", "is_wrong"),
    [
        # another portfolio, another body or place that the record knows too
        ("minister of health in the north", "Otto Kern, the transport minister in the north, was in Velden.", True),
        ("mayor of Velden", "Otto Kern, the mayor of Sarn, called for calm in Velden.", True),
        ("chief executive of Velden Lines", "The Halden chief executive, Otto Kern, spoke in Velden.", True),
        ("former chief executive of Velden Lines", "In Velden Otto Kern, the former Halden CEO, spoke.", True),
        # the same, less of it, or nothing that the record could tell apart
        ("minister of health in the north", "Otto Kern, the health minister in the north, was in Velden.", False),
        ("minister of health in the north", "Otto Kern, the northern minister, was in Velden.", False),
        ("foreign secretary", "Otto Kern, the new defense secretary, was in Velden.", True),
        ("defence secretary", "Otto Kern, the defense secretary, was in Velden.", False),
        ("foreign secretary", "Otto Kern, the party secretary, was in Velden.", False),
        ("mayor of Velden", "Its mayor, Otto Kern, called for calm in Velden.", False),
        ("mayor of Velden", "Embattled mayor Otto Kern called for calm in Velden.", False),
        ("mayor of Velden", "Otto Kern, the mayor of the town, called for calm in Velden.", False),
        ("mayor of Velden", "Otto Kern, the mayor of Tarnow, called for calm in Velden.", False),
        ("chief executive of Velden Lines", "In Velden CEO Otto Kern spoke.", False),
        ("chief executive of Velden Lines", "In Velden Otto Kern, the former chief executive of Halden, spoke.", False),
        ("former chief executive of Velden Lines", "In Velden Otto Kern, the chief executive of Halden, spoke.", False),
    ],
)
def test_one_post_of_two_bodies(recorded: str, text: str, is_wrong: bool) -> None:
    entities = (
        *ENTITIES,
        place("sarn", "Sarn"),
        organisation("halden", "Halden"),
        organisation("lines", "Velden Lines"),
    )
    asked = "former position" if recorded.startswith("former") else "office"
    told = Told("f", "kern", asked, FactKind.ROLE, recorded, behaviour=Behaviour.FIXED)
    found = [one for one in find_in(text, make_index(entities, [told]), SOON) if one.comparison.rule == "role.post"]
    assert [one.comparison.level for one in found] == ([Level.ALERT] if is_wrong else [])


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Velden's former mayor, Otto Kern, was held.", True),
        ("The former mayor, Otto Kern, was held in Velden.", True),
        ("Velden's mayor, Otto Kern, was held.", False),
    ],
)
def test_a_post_that_a_later_text_calls_former(text: str, is_told: bool) -> None:
    levels = [one.comparison.level for one in find_in(text, KNOWN, SOON) if one.fact == "s/mayor"]
    assert levels == ([Level.NOTE] if is_told else [])
