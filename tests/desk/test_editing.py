"""The record edited by hand: what is added is found, what contradicts is told once, nothing is ever erased."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import WhoAnswer
from bot.desk import Desk
from bot.desk.editing import (
    Edited,
    add_alias,
    add_claim,
    add_entity,
    add_fact,
    add_source,
    add_story,
    edit_claim,
    edit_entity,
    edit_fact,
    edit_source,
    list_claims_on,
    remove_alias,
    retract_claim,
)
from bot.desk.filling import ClaimWords, EntityWords, FactWords, SourceWords
from bot.desk.merging import keep_apart, list_same, merge, split, undo_apart
from bot.errors import BadInput, NotFound, Refused, StetError
from bot.record import Act, AliasKind, Claim, Entity, Fact, Source, State, local_id
from tests.desk.stories import open_desk, write_base, write_source


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A flood: The Post says 12 dead; Echo says nothing yet."""
    folder = write_base(tmp_path / "flood")
    write_source(folder, "post", [("dead", "12")], 'published = "2025-09-12"')
    write_source(folder, "echo", [], 'published = "2025-09-13"')
    async with open_desk() as opened:
        assert (await opened.load(folder)).problems == ()
        yield opened


async def alerts(desk: Desk) -> list[int]:
    return [one.view.discrepancy.number for one in (await desk.claim_alerts()).alerts]


def says(value: str, fact: str = "dead", source: str = "echo") -> ClaimWords:
    return ClaimWords(fact, value, source, locator="paragraph 2", quote=f"{value} people died")


def claim_of(done: Edited) -> Claim:
    assert isinstance(done.row, Claim)
    return done.row


async def names_of(desk: Desk, asked: str) -> set[str]:
    answer = await desk.ask("who", asked)
    assert isinstance(answer, WhoAnswer)
    return {answer.entity.label, *(one.alias.name for one in answer.aliases)}


async def test_a_claim_that_contradicts_alerts_once(desk: Desk) -> None:
    done = await add_claim(desk, says("15"))
    assert (len(done.opened), await alerts(desk)) == (1, [done.opened[0]])
    with pytest.raises(Refused, match="recorded with that value already"):
        await add_claim(desk, says("15"))
    assert await alerts(desk) == []


async def test_a_claim_that_agrees_is_silent(desk: Desk) -> None:
    done = await add_claim(desk, says("12"))
    assert (done.opened, await alerts(desk)) == ((), [])
    assert len(await list_claims_on(desk, "people killed")) == 2


async def test_a_corrected_claim_takes_the_contradiction_away(desk: Desk) -> None:
    wrong = await add_claim(desk, says("15"))
    done = await edit_claim(desk, local_id(wrong.row.key), ClaimWords(value="12"), "misread")
    assert (done.act, done.gone) == (Act.REPLACED, wrong.opened)
    assert [(one.field, one.before, one.after) for one in done.changes] == [("written", "15", "12")]


async def test_a_retracted_claim_stays_in_the_history(desk: Desk) -> None:
    wrong = await add_claim(desk, says("15"))
    with pytest.raises(BadInput, match="reason"):
        await retract_claim(desk, wrong.row.key, " ")
    done = await retract_claim(desk, wrong.row.key, "the page is a parody")
    assert done.gone == wrong.opened
    told = [entry.why for entry in (await desk.history("dead")).entries]
    assert "the page is a parody" in told


async def test_a_locator_is_corrected_without_another_claim(desk: Desk) -> None:
    first = await add_claim(desk, says("12"))
    done = await edit_claim(desk, first.row.key, ClaimWords(locator="paragraph 9"))
    assert (done.row.key, claim_of(done).evidence.locator) == (first.row.key, "paragraph 9")


async def test_a_person_gets_an_id_from_the_name(desk: Desk) -> None:
    keys = [
        local_id((await add_entity(desk, "person", EntityWords(name, role))).row.key)
        for name, role in (("Zoë O'Brien", "mayor"), ("Zoë O'Brien", "diver"), ("李明", None), ("Пётр", None))
    ]
    assert keys[:2] == ["zoe-obrien", "zoe-obrien-2"]  # a namesake of another role
    assert len(set(keys)) == 4
    with pytest.raises(BadInput, match="in the record already: zoe-obrien"):
        await add_entity(desk, "person", EntityWords("zoe o'brien", "mayor"))


async def test_an_event_has_date_place_and_people(desk: Desk) -> None:
    given = EntityWords("The rescue", date="13 September 2025", place="Arden", people="Ann Reed=diver")
    done = await add_entity(desk, "event", given)
    assert isinstance(done.row, Entity)
    assert done.row.date is not None
    assert (done.row.date.edtf, done.row.people[0].role) == ("2025-09-13", "diver")
    with pytest.raises(BadInput, match="no event"):
        await add_entity(desk, "person", EntityWords("Bo Lind", date="2025"))


async def test_a_new_spelling_keeps_the_old_one_findable(desk: Desk) -> None:
    await edit_entity(desk, "ann-reed", EntityWords("Anne Reed", "diver"))
    assert {"Anne Reed", "Ann Reed"} <= await names_of(desk, "Ann Reed")


async def test_aliases_come_and_go(desk: Desk) -> None:
    done = await add_alias(desk, "Ann Reed", ("Annie", "nickname"), "post")
    assert isinstance(done.row, Entity)
    assert (done.row.aliases[0].kind, done.row.aliases[0].sources) == (AliasKind.NICKNAME, ("flood/post",))
    assert "Annie" in await names_of(desk, "annie")
    await remove_alias(desk, "Ann Reed", "annie", "nobody says so")
    assert "Annie" not in await names_of(desk, "Ann Reed")
    with pytest.raises(NotFound):
        await remove_alias(desk, "Ann Reed", "Annie")


async def test_a_fact_is_added_claimed_and_edited(desk: Desk) -> None:
    words = FactWords(
        "The flood", "people hurt", "count", "people", scope="nationality=Danish", part_of="people killed"
    )
    fact = await add_fact(desk, words)
    assert isinstance(fact.row, Fact)
    assert (local_id(fact.row.key), fact.row.part_of) == ("people-hurt-danish", "flood/dead")
    with pytest.raises(BadInput, match="has that fact already"):
        await add_fact(desk, words)
    await add_claim(desk, says("about 40", "people-hurt-danish"))
    with pytest.raises(BadInput, match="part of itself"):
        await edit_fact(desk, "dead", FactWords(part_of="people-hurt-danish"))
    done = await edit_fact(desk, "people-hurt-danish", FactWords(scope="-", kind="percent", part_of="-"))
    assert isinstance(done.row, Fact)
    assert (done.row.scope, done.row.part_of) == ((), None)
    with pytest.raises(BadInput):  # the claim's words are no date
        await edit_fact(desk, "people-hurt-danish", FactWords(kind="date"))


async def test_origin_is_set_and_taken_back(desk: Desk) -> None:
    done = await edit_source(desk, "echo", SourceWords(origin="post"))
    assert isinstance(done.row, Source)
    assert done.row.origin == "flood/post"
    with pytest.raises(BadInput, match="itself"):
        await edit_source(desk, "post", SourceWords(origin="echo"))
    undone = await edit_source(desk, "echo", SourceWords(origin="-"))
    assert isinstance(undone.row, Source)
    assert undone.row.origin is None


async def test_a_source_is_added_once(desk: Desk) -> None:
    words = SourceWords("Bay Wire", "Waters rise", "https://bay.example/1", published="2025-09-14", reliability="B2")
    done = await add_source(desk, words)
    assert local_id(done.row.key) == "bay-wire-2025-09-14"
    with pytest.raises(BadInput, match="recorded already"):
        await add_source(desk, words)
    assert (await add_claim(desk, says("15", source="Bay Wire"))).opened


async def test_a_story_can_begin_empty() -> None:
    async with open_desk() as fresh:
        with pytest.raises(BadInput, match="no story yet"):
            await add_entity(fresh, "person", EntityWords("Ann Reed"))
        await add_story(fresh, "Flood in Arden", "en")
        done = await add_entity(fresh, "person", EntityWords("Ann Reed"))
        assert done.row.key == "flood-in-arden/ann-reed"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (ClaimWords("people killd xyz", "12", "echo"), NotFound),  # no such fact
        (ClaimWords("dead", "12", "nobody"), NotFound),  # no such source
        (ClaimWords("dead", "green doors", "echo"), BadInput),  # no number
        (ClaimWords("dead", "", "echo"), BadInput),  # nothing at all
        (ClaimWords("dead", "13", "echo", as_of="2025-13-40"), BadInput),  # no such day
        (ClaimWords("dead", "13", "echo", quote="word " * 200), BadInput),  # a whole article
    ],
)
async def test_what_cannot_be_recorded_changes_nothing(desk: Desk, words: ClaimWords, wrong: type[StetError]) -> None:
    before = await desk.store.revision()
    with pytest.raises(wrong):
        await add_claim(desk, words)
    assert await desk.store.revision() == before


async def test_a_name_that_may_be_two_is_asked_for(desk: Desk) -> None:
    await add_entity(desk, "person", EntityWords("Jon Larsen"))
    await add_entity(desk, "person", EntityWords("Jan Larsen"))
    with pytest.raises(BadInput, match="jon-larsen"):
        await edit_entity(desk, "Larsen", EntityWords(role="diver"))


async def with_two_of_one(desk: Desk) -> None:
    """Anna Reid, as Echo has her: a surname, an age and a part in the flood."""
    await add_entity(desk, "person", EntityWords("Ann Reid", "diver"))
    await add_fact(desk, FactWords("ann-reid", "surname", "name"))
    await add_fact(desk, FactWords("ann-reid", "age", "count", "years"))
    await add_claim(desk, says("Reed", "surname", "post"))
    await add_claim(desk, says("Reid", "surname-2", "echo"))
    await add_claim(desk, says("41", "age", "echo"))
    await edit_entity(desk, "flood-event", EntityWords(people="ann-reid=diver"))


async def test_a_merged_entity_is_found_by_both_names(desk: Desk) -> None:
    await with_two_of_one(desk)
    done = await merge(desk, "ann-reid", "ann-reed", "one diver, two spellings")
    assert (done.facts, done.claims, done.kept.role) == (2, 1, "diver")
    for name in ("Ann Reid", "Ann Reed"):
        assert {"Ann Reed", "Ann Reid"} <= await names_of(desk, name)
    index = await desk.index()
    assert index.entities["flood/flood-event"].people[0].entity == "flood/ann-reed"
    assert {one.property for one in index.facts_of["flood/ann-reed"]} == {"surname", "age"}
    assert {one.claim.written for one in await list_claims_on(desk, "surname")} == {"Reed", "Reid"}
    told = [entry.why for entry in (await desk.history("ann-reid")).entries]
    assert "one diver, two spellings" in told


async def test_a_merger_is_taken_back_whole(desk: Desk) -> None:
    await with_two_of_one(desk)
    before = await desk.index()
    await merge(desk, "ann-reid", "ann-reed", "one diver")
    await split(desk, "ann-reed", "two divers after all")
    after = await desk.index()
    assert dict(after.entities) == dict(before.entities)
    assert dict(after.facts) == dict(before.facts)
    assert dict(after.counts) == dict(before.counts)
    with pytest.raises(Refused, match="nothing was merged"):
        await split(desk, "ann-reed", "again")


async def test_a_merger_that_was_built_on_is_not_taken_back(desk: Desk) -> None:
    await with_two_of_one(desk)
    await merge(desk, "ann-reid", "ann-reed", "one diver")
    await edit_entity(desk, "ann-reed", EntityWords(role="chief diver"))
    with pytest.raises(Refused, match="changed since"):
        await split(desk, "ann-reed", "two divers")


async def test_facts_that_ask_the_same_are_compared_after_a_merger(desk: Desk) -> None:
    """What two persons may have each, one cannot have twice."""
    await add_entity(desk, "person", EntityWords("Ann Reid"))
    for who, age, source in (("ann-reed", "41", "post"), ("ann-reid", "57", "echo")):
        fact = await add_fact(desk, FactWords(who, "age", "count", "years"))
        assert (await add_claim(desk, says(age, local_id(fact.row.key), source))).opened == ()
    done = await merge(desk, "ann-reid", "ann-reed", "one diver")
    assert await alerts(desk) == list(done.opened)
    assert len(done.opened) == 1
    await split(desk, "ann-reed", "two divers")
    assert (await desk.get_discrepancy(done.opened[0])).discrepancy.state is State.GONE


async def test_apart_is_remembered(desk: Desk) -> None:
    await add_entity(desk, "person", EntityWords("Ann Reid"))
    assert [(one.one.label, one.other.label) for one in await list_same(desk)] == [("Ann Reed", "Ann Reid")]
    await keep_apart(desk, "ann-reid", "ann-reed", "mother and daughter")
    assert await list_same(desk) == ()
    with pytest.raises(Refused, match="mother and daughter"):
        await merge(desk, "ann-reid", "ann-reed", "a slip")
    await undo_apart(desk, "ann-reed", "ann-reid")
    assert len(await list_same(desk)) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind", "proposed"),
    [
        ("Volodymyr Zelensky", "Vladimir Zelenskiy", "person", True),  # two ways to write one foreign name
        ("Sergei Ivanov", "Svetlana Ivanova", "person", False),  # husband and wife
        ("Ministry of Defence", "Defence Ministry", "organisation", True),  # turned round
        ("Kyiv", "Kiev", "place", True),  # a former spelling
        ("Lima", "Oslo", "place", False),  # nothing in common
    ],
)
async def test_only_names_that_may_be_one_are_proposed(
    desk: Desk, one: str, other: str, kind: str, proposed: bool
) -> None:
    await add_entity(desk, kind, EntityWords(one))
    await add_entity(desk, kind, EntityWords(other))
    pairs = {frozenset((pair.one.label, pair.other.label)) for pair in await list_same(desk)}
    assert (frozenset((one, other)) in pairs) is proposed


async def test_unlike_things_are_not_merged(desk: Desk) -> None:
    for gone, kept in (("ann-reed", "flood-event"), ("ann-reed", "Ann Reed")):
        with pytest.raises(BadInput):
            await merge(desk, gone, kept, "why not")
    with pytest.raises(BadInput, match="reason"):
        await merge(desk, "ann-reed", "flood-event", "")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60), other=st.text(max_size=40))
async def test_any_text_is_recorded_or_refused_in_a_sentence(desk: Desk, text: str, other: str) -> None:
    steps = (
        add_entity(desk, "person", EntityWords(text, other)),
        add_alias(desk, "ann-reed", (text, other)),
        add_alias(desk, "ann-reed", (text, "")),
        edit_entity(desk, "flood-event", EntityWords(text, date=other, people=other, words=text)),
        add_fact(desk, FactWords("ann-reed", text, "text", other, scope=other, words=text)),
        add_source(desk, SourceWords(text, other, other, text, published=other)),
        add_claim(desk, ClaimWords("surname", text, "echo", other, locator=text, quote=other)),
        add_claim(desk, ClaimWords(text, other, text)),
        edit_claim(desk, text, ClaimWords(value=other)),
        merge(desk, text, other, text),
    )
    for step in steps:
        with contextlib.suppress(StetError):
            await step
    await list_same(desk)
    await desk.ask("who", "ann-reed")
