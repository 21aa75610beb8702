"""Statuses beside statuses: negation, opposites, stages, offences; and silence where words are not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compare.statuses import compare_statuses
from bot.compare.tokens import stem
from bot.record import Level
from bot.values import Term

CASES = [
    ("freed", "not freed", "alert"),  # plain negation
    ("hasn't been released", "was released", "alert"),  # a contraction
    ("yet to be put out", "put the fire out completely", "alert"),  # "yet to" negates; words stand inside the phrase
    ("yet to be put out", "still burning", "silence"),  # both say it burns
    ("no longer missing", "still missing", "alert"),  # "no longer" negates, "still" does not
    ("missing", "found alive", "alert"),  # opposites
    ("killed in the crash", "survived the crash", "alert"),  # dead or alive
    ("injured", "died of injuries", "alert"),  # the injured live
    ("feared dead", "alive", "note"),  # a fear is not a fact
    ("charged with fraud", "convicted of fraud", "alert"),  # a charge is no verdict
    ("found not guilty", "acquitted", "silence"),  # the same verdict
    ("found guilty", "acquitted", "alert"),  # opposite verdicts
    ("pleaded not guilty", "pleaded guilty", "alert"),  # "not guilty" is a plea, not a negation
    ("arrested on suspicion of murder", "charged with murder", "note"),  # stages of one case
    ("suspicion of manslaughter", "suspicion of murder", "alert"),  # another offence
    ("manslaughter", "manslaughter by gross negligence", "silence"),  # the same offence, more fully
    ("suspected of fraud", "suspected of bribery", "alert"),  # another offence
    ("jailed for corruption", "jailed for bribery", "silence"),  # bribery is corruption
    ("released without charge", "charged", "alert"),  # "without" negates
    ("the bill was approved", "parliament voted it down", "alert"),  # decisions
    ("won the election", "conceded defeat", "alert"),  # contests
    ("bridge reopened to traffic", "bridge remains closed", "alert"),  # access
    ("banned for two years", "cleared to compete", "alert"),  # sport
    ("search continues", "search called off", "alert"),  # activity
    ("search suspended", "search called off", "note"),  # a pause may be the end
    ("the fire is contained", "the fire is out", "note"),  # a stage
    ("resigned", "remains in office", "alert"),  # office
    ("lifted sanctions", "eased sanctions", "note"),  # how far is not said
    ("fully lifted sanctions", "partially lifted sanctions", "alert"),  # how far is said
    ("agreed to lift sanctions", "lifted sanctions", "note"),  # agreed and done
    ("has lifted sanctions", "has not yet lifted sanctions", "alert"),  # done and not yet
    ("will be freed on Monday", "still in prison", "silence"),  # a plan fits the present
    ("profit", "loss", "alert"),  # results
    ("rates left unchanged", "rates raised", "alert"),  # direction
    ("imprisoned in Germany", "serving life in Germany", "silence"),  # one is the other
    ("pardoned", "released", "silence"),  # both free
    ("the city's deadliest fire in decades", "worst fire in nearly 80 years", "silence"),  # nothing the rules know
    ("estate-wide maintenance", "cosmetic refurbishment", "silence"),  # unknown words are never judged
    ("freed in May", "not freed", "alert"),  # the month is not "may"
    ("made landfall in Leyte", "still offshore", "alert"),  # a storm
    ("effective", "ineffective against infection", "alert"),  # a study
    ("tested positive", "tested negative", "alert"),  # a test
    ("hospitalised", "discharged from hospital unharmed", "silence"),  # one may follow; no rule sees a clash
    ("the missing boat was recovered", "still missing", "alert"),  # the first only says which boat
    ("not reached because the pass is closed", "closed", "silence"),  # the negation is of the clause before
    ("may stay in jail until then", "held in jail", "silence"),  # leave to stay is no doubt
]


@pytest.mark.parametrize(("a", "b", "level"), CASES)
def test_levels_both_ways(a: str, b: str, level: str) -> None:
    assert compare_statuses(Term(a), Term(b)).level == level
    assert compare_statuses(Term(b), Term(a)).level == level


FORMS = [
    "free freed frees freeing",
    "release released releases releasing",
    "ban banned bans banning",
    "deny denied denies",
    "win won wins winning",
    "die died dies dying",
    "fall fell falls fallen",
    "continue continued continues continuing",
]


@pytest.mark.parametrize("forms", FORMS)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


said = st.lists(
    st.sampled_from(
        ("freed", "not", "yet to", "dead", "alive", "may be", "charged with", "murder", "fraud", "will", "no longer")
    ),
    max_size=8,
).map(" ".join)


@given(said, said)
def test_symmetric(a: str, b: str) -> None:
    one, two = compare_statuses(Term(a), Term(b)), compare_statuses(Term(b), Term(a))
    assert (one.verdict, one.level) == (two.verdict, two.level)


@given(said)
def test_a_status_never_alerts_against_itself(a: str) -> None:
    assert compare_statuses(Term(a), Term(a.upper())).level is Level.SILENCE


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_compare(a: str, b: str) -> None:
    assert compare_statuses(Term(a), Term(b)).why
