"""Clauses that say how things stand, beside recorded statuses of many kinds of news."""

from __future__ import annotations

import pytest

from bot.record import Behaviour, FactKind, Finding, Level
from tests.link.records import TOLD, Told, event, find_in, make_index, organisation, person, place

LATER = "2031-03-20"
ENTITIES = (
    person("brandt", "Lena Brandt", "captain of the airliner", "Brandt"),
    organisation("ports", "Ostmark Ports", "Ostmark"),
    place("velden", "Velden"),
    event("e", "Crisis in Velden", "2031-03-08", "Velden"),
)

# whose status, its property, what is recorded, and what a later text says of it that is news
NEWS = [
    ("e", "strike at the port", "strike continues", "Dockers in Velden called off their strike at the port on Friday."),
    ("e", "curfew", "curfew in force", "The mayor of Velden lifted the curfew on Sunday."),
    ("e", "state of emergency", "state of emergency declared", "The state of emergency in Velden ended on Sunday."),
    ("e", "main road into Velden", "road closed", "The main road into Velden has reopened to traffic."),
    ("e", "airport", "airport closed", "Flights resumed at Velden airport, which reopened on Friday."),
    ("e", "talks", "talks under way", "Talks in Velden broke down late on Friday."),
    ("e", "evacuation order", "evacuation order in force", "Officials lifted the evacuation order for Velden."),
    ("e", "dam", "dam holding", "The dam above Velden burst on Friday."),
    ("brandt", "whereabouts", "missing", "Lena Brandt was found alive on Friday in Velden."),
    ("brandt", "custody", "in custody", "Lena Brandt was released on bail in Velden."),
    (
        "brandt",
        "standing with the law",
        "under investigation",
        "Prosecutors in Velden charged the captain with negligence.",
    ),
    ("brandt", "condition", "in a critical condition", "Lena Brandt left hospital in Velden on Friday."),
    (
        "brandt",
        "condition",
        "in a critical condition",
        "Lena Brandt is now in a stable condition, doctors in Velden said.",
    ),
    ("brandt", "office", "in office", "Lena Brandt resigned on Friday, her office in Velden said."),
    ("brandt", "candidacy", "running for mayor", "Lena Brandt dropped out of the race for mayor of Velden."),
    (
        "brandt",
        "extradition",
        "extradition not yet decided",
        "A judge in Velden ruled that Brandt can be extradited, approving her extradition.",
    ),
    ("brandt", "trial", "awaiting trial", "The trial of Lena Brandt opened in Velden on Friday."),
    ("ports", "operating licence", "licence valid", "Regulators in Velden revoked the licence of Ostmark Ports."),
    (
        "ports",
        "takeover",
        "takeover agreed but not completed",
        "Ostmark Ports has completed its takeover of the Velden yard.",
    ),
    ("ports", "takeover", "takeover agreed", "The takeover of Ostmark Ports collapsed in Velden on Friday."),
    ("ports", "trading in its shares", "trading suspended", "Trading in shares of Ostmark Ports resumed in Velden."),
    ("ports", "solvency", "solvent", "Ostmark Ports filed for bankruptcy in Velden."),
    ("ports", "production", "production halted", "Ostmark Ports restarted production at Velden."),
    ("e", "launch of the rocket", "launch planned for Friday", "The launch of the rocket from Velden was postponed."),
    ("e", "launch of the rocket", "launch postponed", "The rocket lifted off from Velden on Saturday."),
    ("e", "ceasefire", "ceasefire holds", "The ceasefire in Velden collapsed on Friday."),
    ("e", "bill", "bill passed by the lower house", "The president vetoed the bill in Velden."),
    (
        "e",
        "result of the election",
        "result not yet certified",
        "Officials in Velden certified the result of the election.",
    ),
    ("e", "black box", "black box not yet found", "Divers off Velden recovered the black box."),
    (
        "e",
        "cause of the fire",
        "cause unknown",
        "Investigators in Velden have determined the cause of the fire: a faulty heater.",
    ),
    ("e", "boil-water notice", "notice in force", "The boil-water notice for Velden was lifted."),
    ("e", "volcano alert level", "orange alert", "The volcano alert level at Velden was raised to red."),
    ("e", "stolen painting", "painting still missing", "The stolen painting was recovered in Velden."),
    ("e", "power supply", "power cut off", "Power has been restored to Velden."),
    ("e", "match", "match to go ahead", "The match in Velden was called off."),
    ("e", "schools", "schools open", "Schools in Velden closed on Friday."),
    ("e", "oil leak", "oil still leaking", "Engineers in Velden have plugged the oil leak."),
    ("brandt", "appeal", "appeal pending", "The court in Velden rejected the appeal of Lena Brandt."),
    ("brandt", "ban", "ban in force", "The ban on Lena Brandt was overturned in Velden."),
    ("brandt", "injury", "out injured", "Lena Brandt returned to training in Velden."),
    ("brandt", "plea", "pleaded not guilty", "In Velden Lena Brandt pleaded guilty."),
    ("brandt", "verdict", "not yet convicted", "Lena Brandt was found guilty in Velden."),
    ("brandt", "life", "alive", "Lena Brandt died in Velden on Friday."),
    ("e", "ferry", "ferry aground", "The ferry was refloated off Velden."),
    ("e", "fire", "fire out of control", "The fire near Velden has been contained."),
    ("e", "trapped miners", "miners still trapped", "The miners at Velden were brought to the surface."),
    ("e", "hostages", "hostages held", "The hostages in Velden walked free."),
    ("e", "computer systems", "systems offline", "The computer systems of Velden are back online."),
    ("ports", "chief engineer", "post vacant", "Ostmark Ports appointed a chief engineer in Velden."),
    ("e", "search", "search suspended overnight", "The search off Velden resumed at dawn."),
    ("e", "border crossing", "border crossing open", "Lorries waited at Velden after the border crossing was sealed."),
    ("e", "vote", "vote planned", "The vote in Velden was put off until May."),
    ("e", "warning", "storm warning in force", "The storm warning for Velden has been cancelled."),
    ("brandt", "passport", "passport seized", "A court in Velden returned the passport of Lena Brandt."),
    ("brandt", "membership of the party", "party member", "Lena Brandt was expelled from the party in Velden."),
    ("brandt", "office", "in office", "Lena Brandt, who resigned in Velden on Friday, earned 2 million in 2029."),
    ("e", "weather warning", "red warning in force", "In Velden the red warning was lifted, forecasters said."),
    ("e", "state of the project", "going ahead", "The crisis in Velden put the new port on hold."),
    ("e", "arrests over the fire", "no arrests made, arsonist at large", "Police in Velden have charged two men."),
    ("e", "arrests", "no arrests so far", "In Velden three people were arrested on Friday."),
    ("e", "state of the audit", "audit continues", "In Velden, all accounts have been audited."),
    ("e", "evacuation", "evacuation still under way", "All residents of Velden have been evacuated."),
    ("e", "state of the hearing", "hearing under way", "The hearing of the trial in Velden has ended."),
    ("e", "airport", "airport closed", "The airport of Velden is working normally."),
    # the same state, until another day
    (
        "e",
        "state of Velden's bridge",
        "closed until 12 March",
        "Velden waits: the old bridge will stay shut until 2 April.",
    ),
    ("e", "school", "school shut until March 14", "The school in Velden is closed until the 28th."),
    ("brandt", "custody", "held until 17 March", "In Velden, Lena Brandt will be held until 31 March."),
    ("brandt", "world title", "world champion", "Lena Brandt lost her world title in Velden."),
    ("brandt", "surgery", "surgery planned", "Lena Brandt underwent surgery in Velden."),
    # the next stage of a case, which a text does not call one
    ("brandt", "state of the case", "arrested, not yet charged", "Lena Brandt faced nine counts of fraud in Velden."),
    ("brandt", "state of the case", "charged, awaiting trial", "In Velden the trial of Lena Brandt got under way."),
    (
        "brandt",
        "state of the case",
        "in custody on bribery charges",
        "Velden waits: Lena Brandt, freed on bail, spoke.",
    ),
    (
        "brandt",
        "state of the case",
        "on trial for fraud",
        "A court in Velden cleared the captain, Lena Brandt, of fraud.",
    ),
    ("brandt", "state of the case", "on trial", "Lena Brandt, who flew the plane in Velden, was given nine years."),
    ("brandt", "plea", "pleaded not guilty", "In Velden Lena Brandt changed her plea to guilty."),
    ("e", "job cuts", "no job cuts announced", "Velden's port is going to cut 1,700 jobs."),
    ("e", "wreck", "wreck lying on the seabed", "The wreck has been raised off Velden."),
    ("brandt", "testimony", "has not testified yet", "In Velden Lena Brandt took the stand for the first time."),
    ("e", "job cuts", "no job cuts announced", "Velden's port is going to cut 1,700 jobs."),
    ("e", "wreck", "wreck lying on the seabed", "The wreck has been raised off Velden."),
    ("brandt", "testimony", "has not testified yet", "In Velden Lena Brandt took the stand for the first time."),
    ("e", "broadcast of Velden TV", "off air", "The broadcast of Velden TV was back on air after three hours."),
    ("brandt", "office", "in office", "Judges in Velden removed Lena Brandt from office."),
    ("brandt", "custody", "under house arrest", "Police in Velden took Lena Brandt into custody."),
    ("brandt", "state of the appeal", "lawyers will appeal", "Judges in Velden rejected the appeal of Lena Brandt."),
    ("brandt", "office", "mayor-designate", "Lena Brandt took the oath of office in Velden."),
    ("ports", "state of the company", "trading normally", "Ostmark Ports filed for insolvency in Velden."),
    (
        "e",
        "identification of the dead",
        "none of the dead had been identified",
        "All the dead of Velden have been identified.",
    ),
    # a word for whoever is in a state is not what became of them
    ("e", "search for the climber", "climber still missing", "The missing climber was found near Velden on Friday."),
    ("e", "state of the fire", "still burning", "In Velden the flames had been doused by dawn."),
    ("ports", "licence", "licence still valid", "Ostmark Ports lost its licence in Velden."),
    # what a stage waited for
    ("brandt", "state of the case", "convicted, awaiting sentencing", "Lena Brandt is serving nine years in Velden."),
    (
        "brandt",
        "state of the case",
        "guilty plea, not yet sentenced",
        "Velden: Lena Brandt has begun a six-month term.",
    ),
    (
        "brandt",
        "state of the case",
        "convicted, sentencing due in May",
        "Lena Brandt, found guilty in January of fraud, was sentenced in Velden to six years.",
    ),
    (
        "brandt",
        "state of the case",
        "awaiting sentencing",
        "In Velden Lena Brandt appealed against the nine-year sentence she was given.",
    ),
    (
        "brandt",
        "second trial",
        "due to be tried again in May",
        "There will be no second trial of Lena Brandt in Velden.",
    ),
    ("e", "state of the old pier", "set to be demolished", "Velden's old pier has been torn down and demolished."),
    # a cause that nobody knew
    ("e", "cause of the fire", "not yet known", "A faulty heater sparked the blaze in Velden, prosecutors say."),
    ("e", "cause of the fire", "under investigation", "The fire in Velden was put down to a dropped cigarette."),
    ("e", "cause of the crash", "unclear", "The crash in Velden was due to a broken rail."),
]

# the same again, where the text says the same or speaks of something else
QUIET = [
    ("e", "curfew", "curfew in force", "The curfew in Velden remains in place."),
    ("e", "state of the audit", "audit continues", "In Velden, not all accounts have been audited."),
    ("e", "arrests over the fire", "no arrests made, arsonist at large", "Police in Velden sought two men."),
    (
        "e",
        "state of Velden's bridge",
        "closed until 2 April",
        "Velden waits: the old bridge remains closed until April 2.",
    ),
    ("e", "state of Velden's bridge", "closed until 2 April", "The Tarnow bridge is closed until 9 May."),
    ("e", "schools", "schools open", "Schools in Tarnow closed on Friday, unlike those of Velden."),
    ("e", "recall", "recall announced", "The recall in Velden was extended."),
    ("e", "search", "search continues", "The search off Velden was scaled back but continues."),
    ("e", "warning", "storm warning in force", "A storm warning is in effect for Velden."),
    ("e", "warning", "tsunami warning in force", "A flood warning for Velden was lifted."),  # another warning
    ("e", "bridge", "bridge closed", "Reports that the bridge in Velden had reopened were false."),  # denied
    ("brandt", "state of the case", "convicted of fraud", "Lena Brandt was charged in Velden in 2029."),  # before that
    (
        "brandt",
        "state of the case",
        "on trial",
        "The captain's cousin was given nine years in Velden.",
    ),  # somebody else
    ("e", "job cuts", "no job cuts announced", "The port of Velden's shares fell 3 percent."),  # shares
    ("e", "state of the fire", "still burning", "Velden mourns the four who lost their lives in the fire."),
    ("e", "state of the fire", "still burning", "The ladder of the fire brigade of Velden was too short."),
    ("e", "state of the fire", "still burning", "Many questions follow the fire that killed four in Velden."),
    ("brandt", "state of the case", "awaiting sentencing", "The sentencing of Lena Brandt in Velden is on May 3."),
    ("brandt", "state of the case", "awaiting sentencing", "Lena Brandt faces a sentence of nine years in Velden."),
    ("brandt", "state of the case", "awaiting sentencing", "Lena Brandt asked in Velden for a light sentence."),
    ("brandt", "state of the case", "awaiting sentencing", "Lena Brandt served on the board of Velden for two years."),
    ("brandt", "second trial", "due to be tried again in May", "Lena Brandt was found guilty of fraud in Velden."),
    ("e", "state of the fire", "yet to be put out", "No fire in Velden has been deadlier since 1980."),
    ("e", "repairs to the pier", "repairs due in May", "No word came from Velden on the repairs to the pier."),
    ("e", "cause of the fire", "not yet known", "A heater may have caused the fire in Velden."),
    ("e", "cause of the fire", "not yet known", "The fire in Velden led to calls for new rules."),
    ("e", "cause of the fire", "not yet known", "Police in Velden started a new inquiry into the fire."),
    ("e", "cause of the fire", "not yet known", "Velden recalled that a short circuit set off the Tarnow fire."),
]


@pytest.mark.parametrize(("of", "property", "recorded", "text"), NEWS)
def test_a_later_text_may_replace_the_status(of: str, property: str, recorded: str, text: str) -> None:
    assert [one.comparison.level for one in _found(of, property, recorded, text, LATER)] == [Level.NOTE]


@pytest.mark.parametrize(
    ("recorded", "text", "is_wrong"),
    [
        ("on a visit to Ghana", "In Velden, Lena Brandt, who was on a trip to Kenya that day, apologised.", True),
        ("on holiday in Spain", "Lena Brandt was in Portugal when Velden flooded.", True),
        ("on a visit to Ghana", "In Velden, Lena Brandt, who was travelling in Ghana, apologised.", False),
        ("on a visit to Ghana", "In Velden, Lena Brandt praised Kenya.", False),
    ],
)
def test_somebody_in_two_countries(recorded: str, text: str, is_wrong: bool) -> None:
    told = Told("f", "brandt", "where she was when the dam broke", FactKind.STATUS, recorded, behaviour=Behaviour.FIXED)
    found = find_in(text, make_index(ENTITIES, [told]), LATER)
    assert [one.comparison.level for one in found if one.fact == "s/f"] == ([Level.ALERT] if is_wrong else [])


@pytest.mark.parametrize(("of", "property", "recorded", "text"), QUIET)
def test_nothing_is_said_of_the_same_or_another_thing(of: str, property: str, recorded: str, text: str) -> None:
    assert not _found(of, property, recorded, text, LATER)


# a post that was left, and those that somebody only should leave
@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Lena Brandt, who stepped down as chief executive in Velden, will be missed.", True),
        ("Ostmark CEO Lena Brandt has retired, the board in Velden said.", True),
        ("In Velden, Lena Brandt was sacked on Friday.", True),
        ("Lena Brandt, who was chief executive at the time, is among the accused in Velden.", True),
        ("In Velden Lena Brandt, then chief executive, was sent for.", False),
        ("Lena Brandt was suspended as chief executive, the board in Velden said.", True),
        ("Lena Brandt suspended the chief executive of the yard in Velden.", False),
        ("Unions in Velden called on Lena Brandt to step down as chief executive.", False),
        ("Lena Brandt refused to resign as chief executive in Velden.", False),
        ("In Velden, Lena Brandt retired as chair of the choir.", False),
    ],
)
def test_a_post_left(text: str, is_news: bool) -> None:
    known = make_index(ENTITIES, [Told("f", "brandt", "post", FactKind.ROLE, "chief executive of Ostmark Ports")])
    levels = [one.comparison.level for one in find_in(text, known, LATER) if one.comparison.rule == "status.loss"]
    assert levels == ([Level.NOTE] if is_news else [])


@pytest.mark.parametrize(
    ("of", "property", "recorded", "text"),
    [
        ("e", "border crossing", "border crossing open", "The border crossing at Velden was shut."),
        ("brandt", "life", "alive", "Lena Brandt died in Velden."),
        ("e", "bridge", "closed until 12 March", "The bridge in Velden is closed until 21 March."),
        ("ports", "licence", "licence valid", "The licence of Ostmark Ports in Velden was revoked."),
    ],
)
def test_on_the_same_day_it_is_a_contradiction(of: str, property: str, recorded: str, text: str) -> None:
    assert [one.comparison.level for one in _found(of, property, recorded, text, TOLD)] == [Level.ALERT]


def test_a_wrong_speaker_is_pointed_at_with_the_words() -> None:
    told = Told("f", "brandt", "on the strike", FactKind.QUOTE, "We will not load a single ship", "Lena Brandt")
    text = 'The quays of Velden were empty. "We will not load a single ship," said Otto Kern of the dockers\' union.'
    found = find_in(text, make_index(ENTITIES, [told]), LATER)
    assert [(one.comparison.level, one.words.endswith("said Otto Kern")) for one in found] == [(Level.ALERT, True)]


@pytest.mark.parametrize(
    "text",
    [
        'Velden wept. "We are tired. We will not load a single ship," said Otto Kern of the union.',
        'Velden wept. "We will not load a single ship. We are tired," Otto Kern told reporters.',
    ],
)
def test_whoever_spoke_stands_in_the_last_sentence_of_the_quotation(text: str) -> None:
    told = Told("f", "brandt", "on the strike", FactKind.QUOTE, "We will not load a single ship", "Lena Brandt")
    assert [one.comparison.level for one in find_in(text, make_index(ENTITIES, [told]), LATER)] == [Level.ALERT]


def _found(of: str, property: str, recorded: str, text: str, published: str) -> list[Finding]:
    known = make_index(ENTITIES, [Told("f", of, property, FactKind.STATUS, recorded)])
    return [one for one in find_in(text, known, published) if one.fact == "s/f"]


@pytest.mark.parametrize(
    ("text", "is_news"),
    [
        ("Lena Brandt was sworn in as mayor of Velden on Friday.", True),
        ("Velden: Lena Brandt has been appointed as ambassador to Norway.", True),
        ("Lena Brandt was confirmed as chief executive in Velden.", False),
        ("Lena Brandt, who had been elected as mayor of Velden in 2020, spoke.", False),
    ],
)
def test_a_post_taken(text: str, is_news: bool) -> None:
    known = make_index(ENTITIES, [Told("f", "brandt", "post", FactKind.ROLE, "chief executive of Ostmark Ports")])
    levels = [one.comparison.level for one in find_in(text, known, LATER) if one.comparison.rule == "role.new"]
    assert levels == ([Level.NOTE] if is_news else [])
