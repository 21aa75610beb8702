"""Judging at the desk: what is asked, asked once, decided, taken back, and asked again when something new comes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import FigureAnswer, WhenAnswer, WhoAnswer
from bot.desk import Desk
from bot.desk.judging import Wanted
from bot.desk.rulings import Decision, read_ruling
from bot.errors import BadInput, NotFound, Refused, StetError
from bot.record import AliasKind, Rank, Ruling, State
from tests.desk.stories import Clock, month, open_desk, write_base, write_source

SEPTEMBER = ("month", "September 2025", month("2025-09"))
NOVEMBER = ("month", "In November", month("2025-11"))


async def load(desk: Desk, folder: Path) -> list[str]:
    """Load and be told the alerts: "opened 1", "reopened 1"."""
    report = await desk.load(folder)
    assert not report.problems, list(map(str, report.problems))
    return await told(desk)


async def told(desk: Desk) -> list[str]:
    alerts = (await desk.claim_alerts()).alerts
    await desk.mark_delivered([alert.id for alert in alerts])
    return [f"{alert.kind} {alert.view.discrepancy.number}" for alert in alerts]


async def states(desk: Desk) -> dict[int, State]:
    shown = (await desk.discrepancies(Wanted(everything=True))).shown
    return {view.discrepancy.number: view.discrepancy.state for view in shown}


def two_months(folder: Path) -> Path:
    write_base(folder)
    write_source(folder, "alpha", [SEPTEMBER])
    write_source(folder, "beta", [NOVEMBER])
    return folder


async def recorded_month(desk: Desk) -> str:
    answer = await desk.ask("when", "flood-event")
    assert isinstance(answer, WhenAnswer)
    return answer.dates[0].recorded.written


async def test_one_new_source_raises_one_alert_and_later_ones_join(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    write_source(folder, "alpha", [SEPTEMBER])
    write_source(folder, "gamma", [SEPTEMBER])
    async with open_desk() as desk:
        assert await load(desk, folder) == []
        write_source(folder, "beta", [NOVEMBER])
        assert await load(desk, folder) == ["opened 1"]
        write_source(folder, "delta", [NOVEMBER])
        assert await load(desk, folder) == []
        held = (await desk.get_discrepancy(1)).discrepancy
        assert (len(held.recorded.claims), len(held.new.claims)) == (2, 2)
        assert await load(desk, folder) == []


async def test_values_that_can_stand_together_are_one_side(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    for name, value in (("a", "52"), ("b", "more than 50"), ("c", "40"), ("d", "about 40"), ("e", "over 50")):
        write_source(folder, name, [("dead", value)])
    async with open_desk() as desk:
        assert await load(desk, folder) == ["opened 1"]
        held = (await desk.get_discrepancy(1)).discrepancy
        assert (len(held.recorded.claims), len(held.new.claims)) == (3, 2)


async def test_a_value_against_two_others_is_asked_once_for_each(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    for name, value in (("a", "10"), ("b", "14"), ("c", "29")):
        write_source(folder, name, [("dead", value)])
    async with open_desk() as desk:
        assert await load(desk, folder) == ["opened 1", "opened 2"]


# ruling, what the desk stands by after it
RIGHT = [("recorded right", "September 2025"), ("new-right", "In November"), ("both wrong", "September 2025")]


@pytest.mark.parametrize(("ruling", "after"), RIGHT)
async def test_the_recorded_value_follows_the_judgement_and_undo(tmp_path: Path, ruling: str, after: str) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision(ruling, "rang the ministry"))
        assert await recorded_month(desk) == after
        assert await states(desk) == {1: State.JUDGED}
        await desk.undo()
        assert await recorded_month(desk) == "September 2025"
        assert await states(desk) == {1: State.OPEN}
        ranks = {
            voice.claim.rank for view in (await desk.discrepancies()).shown for voice in (*view.recorded, *view.new)
        }
        assert ranks == {Rank.NORMAL}


async def test_a_judged_pair_is_quiet_until_a_new_voice_for_the_loser(tmp_path: Path) -> None:
    folder = two_months(tmp_path / "story")
    async with open_desk() as desk:
        await load(desk, folder)
        await desk.judge(1, Decision("recorded right", "rang the ministry"))
        assert await load(desk, folder) == []
        write_source(folder, "gamma", [SEPTEMBER])  # another voice for the winner
        assert await load(desk, folder) == []
        write_source(folder, "copy", [NOVEMBER], 'origin = "beta"')  # a copy of the loser
        assert await load(desk, folder) == []
        write_source(folder, "delta", [NOVEMBER])
        assert await load(desk, folder) == ["reopened 1"]
        view = await desk.get_discrepancy(1)
        assert str(view.discrepancy.reopened) == "delta says “In November” too"
        assert await load(desk, folder) == []


async def test_a_judged_pair_opens_again_when_the_winner_is_retracted(tmp_path: Path) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision("recorded right", "rang the ministry"))
        answer = await desk.retract("alpha", "withdrawn by its editor")
        assert [(loss.before, loss.after) for loss in answer.losses] == [("September 2025", "In November")]
        assert answer.reopened == (1,)
        assert await told(desk) == ["reopened 1"]


async def test_a_newer_as_of_opens_a_judged_pair_again(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story", "cumulative")
    write_source(folder, "a", [("dead", "40", 'as_of = "2025-09-03"')])
    write_source(folder, "b", [("dead", "36", 'as_of = "2025-09-04"')])
    async with open_desk() as desk:
        assert await load(desk, folder) == ["opened 1"]
        await desk.judge(1, Decision("recorded right", "the list was recounted"))
        write_source(folder, "b2", [("dead", "36", 'as_of = "2025-09-06"')], 'origin = "b"')
        assert await load(desk, folder) == ["reopened 1"]


async def test_a_term_and_a_snooze_end(tmp_path: Path) -> None:
    clock = Clock()
    async with open_desk(clock=clock) as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.snooze(1, "2026-01-20")
        assert await states(desk) == {1: State.SNOOZED}
        clock.pass_days(10)
        assert await told(desk) == ["reopened 1"]
        await desk.judge(1, Decision("cannot tell", "nobody answers", until="2026-02-01"))
        assert await told(desk) == []
        clock.pass_days(15)
        assert await told(desk) == ["reopened 1"]
        assert await states(desk) == {1: State.OPEN}


async def test_two_events_split_off_and_come_back(tmp_path: Path) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision("two", "two floods", event="November flood"))
        answer = await desk.ask("when", "November flood")
        assert isinstance(answer, WhenAnswer)
        assert answer.event.label == "November flood"
        assert answer.dates[0].recorded.written == "In November"
        assert await recorded_month(desk) == "September 2025"
        await desk.undo(1)
        assert not [one for one in (await desk.index()).entities.values() if one.label == "November flood"]
        assert await states(desk) == {1: State.OPEN}


async def test_another_scope_makes_another_fact(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    write_source(folder, "a", [("dead", "40")])
    write_source(folder, "b", [("dead", "12")])
    async with open_desk() as desk:
        await load(desk, folder)
        await desk.judge(1, Decision("other scope", "only the island", scope="place=island"))
        answer = await desk.ask("figure", "dead-island")
        assert isinstance(answer, FigureAnswer)
        assert (answer.view.fact.scope, answer.view.recorded.written) == ((("place", "island"),), "12")
        assert await load(desk, folder) == []  # the files still say it the old way; the judgement stands


async def test_another_time_dates_the_other_claim(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story", "level")
    write_source(folder, "a", [("dead", "40", 'as_of = "2025-09-03"')])
    write_source(folder, "b", [("dead", "12")])
    async with open_desk() as desk:
        await load(desk, folder)
        await desk.judge(1, Decision("both right other time", "the first evening", as_of="2025-09-01"))
        view = await desk.get_discrepancy(1)
        assert view.discrepancy.state is State.JUDGED
        answer = await desk.ask("figure", "dead")
        assert isinstance(answer, FigureAnswer)
        days = {voice.claim.written: voice.claim.as_of for voice in answer.view.voices}
        assert days["12"]
        assert days["12"].edtf == "2025-09-01"


async def test_style_only_adds_an_alias_and_ends_the_question(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    write_source(folder, "a", [("surname", "Reed")])
    write_source(folder, "b", [("surname", "Reid")])
    async with open_desk() as desk:
        assert await load(desk, folder) == ["opened 1"]
        await desk.judge(1, Decision("style", "house style is Reed"))
        answer = await desk.ask("who", "ann reed")
        assert isinstance(answer, WhoAnswer)
        assert [(one.alias.name, one.alias.kind) for one in answer.aliases] == [("Reid", AliasKind.MISSPELLING)]
        write_source(folder, "c", [("surname", "Reid")])
        assert await load(desk, folder) == []


async def test_disputed_stands_on_both_sides_and_is_shown(tmp_path: Path) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision("disputed", "both ministries insist"))
        answer = await desk.ask("when", "flood-event")
        assert isinstance(answer, WhenAnswer)
        assert [one.state for one in answer.dates[0].dissent] == [State.JUDGED]


async def test_a_withdrawn_claim_is_gone_until_undone(tmp_path: Path) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision("withdrew", "corrected online"))
        answer = await desk.ask("when", "flood-event")
        assert isinstance(answer, WhenAnswer)
        assert not answer.dates[0].others
        await desk.undo()
        assert await states(desk) == {1: State.OPEN}


async def test_a_retraction_closes_what_rested_on_it(tmp_path: Path) -> None:
    folder = two_months(tmp_path / "story")
    async with open_desk() as desk:
        await load(desk, folder)
        answer = await desk.retract("beta", "satire")
        assert (answer.claims, answer.gone) == (1, (1,))
        assert await states(desk) == {1: State.GONE}
        assert await load(desk, folder) == []  # what an editor retracted stays retracted


async def test_a_removed_file_closes_and_its_return_opens_again(tmp_path: Path) -> None:
    folder = two_months(tmp_path / "story")
    async with open_desk() as desk:
        await load(desk, folder)
        (folder / "beta.toml").unlink()
        assert await load(desk, folder) == []
        assert await states(desk) == {1: State.GONE}
        write_source(folder, "beta", [NOVEMBER])
        assert await load(desk, folder) == ["reopened 1"]


# number, decision, what the sentence must name
BAD = [
    (1, Decision("", "x"), "judgement"),
    (1, Decision("rihgt", "x"), "right"),
    (1, Decision("right", "x"), "recorded right"),
    (1, Decision("recorded right", "  "), "--why"),
    (9, Decision("recorded right", "x"), "9"),
    (1, Decision("two events", "x"), "--event"),
    (1, Decision("two events", "x", event="The flood"), "already"),
    (1, Decision("other scope", "x"), "--scope"),
    (1, Decision("other time", "x"), "--as-of"),
    (1, Decision("other time", "x", as_of="soon"), "--as-of"),
    (1, Decision("copy error", "x", side="left"), "--side"),
    (1, Decision("cannot tell", "x", until="2020-01-01"), "--until"),
]


@pytest.mark.parametrize(("number", "decision", "named"), BAD)
async def test_bad_judgements_change_nothing(tmp_path: Path, number: int, decision: Decision, named: str) -> None:
    folder = two_months(tmp_path / "story")
    base = (folder / "story.toml").read_text("utf-8").replace('id = "flood-event"', 'id = "the-flood"')
    (folder / "story.toml").write_text(base.replace('of = "flood-event"', 'of = "the-flood"'), "utf-8")
    async with open_desk() as desk:
        await load(desk, folder)
        before = await desk.store.revision()
        with pytest.raises(StetError) as caught:
            await desk.judge(number, decision)
        assert named in str(caught.value)
        assert await desk.store.revision() == before
        assert await states(desk) == {1: State.OPEN}


async def test_what_cannot_be_done_twice_or_at_all(tmp_path: Path) -> None:
    folder = two_months(tmp_path / "story")
    write_source(folder, "copy", [SEPTEMBER], 'origin = "alpha"')
    async with open_desk() as desk:
        await load(desk, folder)
        with pytest.raises(Refused, match="no judgement"):
            await desk.undo()
        with pytest.raises(Refused, match="origin"):
            await desk.retract("alpha", "why not")
        with pytest.raises(BadInput, match="--why"):
            await desk.retract("beta", "")
        with pytest.raises(NotFound, match="omega"):
            await desk.retract("omega", "why not")
        await desk.judge(1, Decision("recorded right", "sure"))
        with pytest.raises(Refused, match="undo 1"):
            await desk.judge(1, Decision("new right", "sure"))
        with pytest.raises(Refused, match="undo 1"):
            await desk.snooze(1, "2026-03-01")


async def test_a_judgement_that_contradicts_another_is_refused(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    for name, value in (("a", "10"), ("b", "14"), ("c", "29")):
        write_source(folder, name, [("dead", value)])
    async with open_desk() as desk:
        await load(desk, folder)
        await desk.judge(1, Decision("recorded right", "the coroner"))
        with pytest.raises(Refused, match="discrepancy 1"):
            await desk.judge(2, Decision("new right", "the mayor"))
        await desk.judge(2, Decision("recorded right", "the coroner again"))


async def test_a_sum_is_one_question_and_falls_away_with_its_part(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "story")
    parts = "".join(
        f'[[fact]]\nid = "{one}"\nof = "flood-event"\nproperty = "people killed"\nkind = "count"\n'
        f'scope = {{ town = "{one}" }}\npart_of = "dead"\n'
        for one in ("north", "south")
    )
    (folder / "parts.toml").write_text(parts, "utf-8")
    write_source(folder, "a", [("dead", "40"), ("north", "25")])
    async with open_desk() as desk:
        assert await load(desk, folder) == []
        write_source(folder, "b", [("south", "20")])
        assert await load(desk, folder) == ["opened 1"]
        answer = await desk.why(1)
        assert [one.comparison.rule for one in answer.compared] == ["sum.above", "sum.above"]
        await desk.retract("b", "wrong town")
        assert await states(desk) == {1: State.GONE}


async def test_history_and_why_tell_who_did_what(tmp_path: Path) -> None:
    async with open_desk() as desk:
        await load(desk, two_months(tmp_path / "story"))
        await desk.judge(1, Decision("recorded right", "rang the ministry", evidence="call of 10 January"))
        for asked in ("1", "month"):
            entries = (await desk.history(asked)).entries
            assert [entry for entry in entries if entry.by == "editor" and "rang the ministry" in str(entry.why)], asked
        assert (await desk.history("beta")).entries
        assert (await desk.history("Ann Reed")).entries
        answer = await desk.why(1)
        assert [(one.comparison.rule, one.comparison.version) for one in answer.compared] == [("date.apart", 1)]
        made = answer.view.discrepancy.judgement
        assert made
        assert made.evidence == "call of 10 January"
        with pytest.raises(NotFound):
            await desk.history("nobody at all of that name")


async def test_the_list_is_narrowed(tmp_path: Path) -> None:
    clock = Clock()
    folder = two_months(tmp_path / "story")
    write_source(folder, "gamma", [("surname", "Reed")])
    write_source(folder, "delta", [("surname", "Reid")])
    async with open_desk(clock=clock) as desk:
        await load(desk, folder)
        clock.pass_days(3)

        async def count(wanted: Wanted) -> int:
            return len((await desk.discrepancies(wanted)).shown)

        assert await count(Wanted()) == 2
        assert await count(Wanted(person="Ann Reed")) == 1
        assert await count(Wanted(story="Flood in Arden")) == 2
        assert await count(Wanted(age=2)) == 2
        assert await count(Wanted(age=4)) == 0
        assert await count(Wanted(level="note")) == 0
        for wanted in (Wanted(level="loud"), Wanted(story="x"), Wanted(person="zzzz")):
            with pytest.raises(StetError):
                await count(wanted)


# as typed, the judgement
RULINGS = [
    ("recorded right", Ruling.RECORDED_RIGHT),
    ("Recorded-Right", Ruling.RECORDED_RIGHT),
    ("new", Ruling.NEW_RIGHT),
    ("both right, other scope", Ruling.BOTH_OTHER_SCOPE),
    ("other_time", Ruling.BOTH_OTHER_TIME),
    ("not the same", Ruling.NOT_SAME),
    ("cannot", Ruling.CANNOT_TELL),
]


@pytest.mark.parametrize(("typed", "ruling"), RULINGS)
def test_judgements_are_known_by_any_clear_part(typed: str, ruling: Ruling) -> None:
    assert read_ruling(typed) is ruling


def test_every_judgement_is_known_by_its_name() -> None:
    assert [read_ruling(ruling.value) for ruling in Ruling] == list(Ruling)


async def test_alerts_are_claimed_by_one_and_left_to_nobody(tmp_path: Path) -> None:
    clock = Clock()
    async with open_desk(clock=clock) as desk:
        await desk.load(two_months(tmp_path / "story"))
        first, second = await desk.claim_alerts("channel", 1), await desk.claim_alerts("channel", 1)
        assert (len(first.alerts), len(second.alerts)) == (1, 0)
        await desk.mark_failed(first.alerts[0].id, "no answer", "channel")
        assert not (await desk.claim_alerts("channel")).alerts
        clock.pass_days(1)
        again = (await desk.claim_alerts("channel")).alerts
        assert [replace(one, view=first.alerts[0].view) for one in again] == list(first.alerts)
        await desk.mark_delivered([again[0].id], "channel", "message 77")
        assert [one.message for one in (await desk.alerts("channel")).alerts] == ["message 77"]
        assert len((await desk.claim_alerts()).alerts) == 1  # each target has its own
        clock.pass_days(1)
        assert (await desk.claim_alerts()).unsure == (1,)  # claimed, never marked: said once, not shown again
        assert (await desk.claim_alerts()).unsure == ()
