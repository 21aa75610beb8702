"""The seeds as files: everything they name exists, and every claim can be checked against its paragraph."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.edtf import read_edtf
from bot.record import AliasKind, Behaviour, FactKind, Rank

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(folder for folder in SEEDS.iterdir() if folder.is_dir())
LONGEST_QUOTE = 6

Row = dict[str, object]


def list_rows(folder: Path, table: str) -> list[Row]:
    """All rows of one table in all files of a story."""
    found: list[Row] = []
    for file in sorted(folder.glob("*.toml")):
        found += tomllib.loads(file.read_text(encoding="utf-8")).get(table, [])
    return found


def list_ids(folder: Path, *tables: str) -> list[str]:
    return [str(row["id"]) for table in tables for row in list_rows(folder, table)]


def list_entities(folder: Path) -> list[str]:
    return list_ids(folder, "person", "organisation", "place", "event")


def list_inner(rows: list[Row], key: str) -> Iterator[Row]:
    """The inline tables under one key: aliases of a person, people of an event."""
    for row in rows:
        inner = row.get(key, [])
        assert isinstance(inner, list), row
        yield from inner


@pytest.fixture(params=STORIES, ids=lambda folder: folder.name)
def story(request: pytest.FixtureRequest) -> Path:
    folder = request.param
    assert isinstance(folder, Path)
    return folder


def test_ids_are_kebab_case_and_unique(story: Path) -> None:
    ids = [*list_entities(story), *list_ids(story, "fact", "source")]
    assert not [one for one, times in Counter(ids).items() if times > 1]
    assert not [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)]


def test_every_fact_is_about_an_entity_and_part_of_a_fact(story: Path) -> None:
    entities, facts = set(list_entities(story)), set(list_ids(story, "fact"))
    for fact in list_rows(story, "fact"):
        assert fact["of"] in entities, fact
        assert fact.get("part_of") is None or fact["part_of"] in facts, fact


def test_no_fact_is_part_of_itself(story: Path) -> None:
    above = {fact["id"]: fact.get("part_of") for fact in list_rows(story, "fact")}
    for start in above:
        seen, at = {start}, above[start]
        while at is not None:
            assert at not in seen, start
            seen.add(at)
            at = above[at]


def test_kinds_behaviours_and_ranks_are_those_of_the_record(story: Path) -> None:
    for fact in list_rows(story, "fact"):
        FactKind(str(fact["kind"]))
        Behaviour(str(fact.get("behaviour", "fixed")))
    for claim in list_rows(story, "claim"):
        Rank(str(claim.get("rank", "normal")))


def test_aliases_name_their_kind_and_their_sources(story: Path) -> None:
    sources = set(list_ids(story, "source"))
    rows = [row for table in ("person", "organisation", "place") for row in list_rows(story, table)]
    for alias in list_inner(rows, "aliases"):
        AliasKind(str(alias["kind"]))
        used_by = alias["sources"]
        assert isinstance(used_by, list), alias
        assert used_by, alias
        assert set(used_by) <= sources, alias


def test_events_name_known_people_places_and_dates(story: Path) -> None:
    entities = set(list_entities(story))
    events = list_rows(story, "event")
    assert {person["id"] for person in list_inner(events, "people")} <= entities
    for event in events:
        assert event.get("place") is None or event["place"] in entities, event
        if "date" in event:
            read_edtf(str(event["date"]))


def test_every_claim_is_of_a_known_source_on_a_known_fact(story: Path) -> None:
    sources, facts = set(list_ids(story, "source")), set(list_ids(story, "fact"))
    for claim in list_rows(story, "claim"):
        assert claim["source"] in sources, claim
        assert claim["on"] in facts, claim


def test_every_fact_has_a_claim(story: Path) -> None:
    claimed = {claim["on"] for claim in list_rows(story, "claim")}
    assert set(list_ids(story, "fact")) <= claimed


def test_a_claimant_spelt_like_an_id_is_an_entity(story: Path) -> None:
    """Claimants the articles do not name ("a U.S. official") stand in plain words, which no id can be."""
    entities = set(list_entities(story))
    for claim in list_rows(story, "claim"):
        claimant = str(claim.get("claimant", ""))
        assert not claimant or " " in claimant or claimant in entities, claim


def test_every_claim_has_a_paragraph_and_few_words_of_evidence(story: Path) -> None:
    for claim in list_rows(story, "claim"):
        assert re.fullmatch(r"paragraph [1-9]\d*", str(claim["locator"])), claim
        assert 1 <= len(str(claim["quote"]).split()) <= LONGEST_QUOTE, claim
        assert 1 <= len(str(claim["value"]).split()) <= LONGEST_QUOTE, claim


def test_a_quote_has_a_speaker(story: Path) -> None:
    quotes = {fact["id"] for fact in list_rows(story, "fact") if fact["kind"] == "quote"}
    assert not [claim for claim in list_rows(story, "claim") if claim["on"] in quotes and not claim.get("claimant")]


def test_every_date_has_a_normal_form_of_the_calendar(story: Path) -> None:
    dates = {fact["id"] for fact in list_rows(story, "fact") if fact["kind"] == "date"}
    for claim in list_rows(story, "claim"):
        if claim["on"] in dates:
            read_edtf(str(claim["normal"]))


def test_a_deprecated_claim_says_why(story: Path) -> None:
    assert all(claim.get("why") for claim in list_rows(story, "claim") if claim.get("rank") == "deprecated")


# table, fewest rows that would still be "the whole of what the articles establish"
SIZES = [("person", 20), ("organisation", 15), ("event", 20), ("fact", 80), ("claim", 150), ("source", 5)]


@pytest.mark.parametrize(("table", "fewest"), SIZES)
def test_belarus_is_whole(table: str, fewest: int) -> None:
    assert len(list_rows(SEEDS / "belarus-2025", table)) >= fewest


def test_belarus_leaves_unknown_publication_dates_unknown() -> None:
    dated = {row["id"] for row in list_rows(SEEDS / "belarus-2025", "source") if "published" in row}
    assert dated == {"infobae"}  # the only article that prints a date of its own


# fact, what the articles say differently
DISAGREEMENTS = [
    ("envoy-surname", {"Cole", "Coale"}),
    ("release-52-date", {"2025-09", "2025-11"}),
    ("belavia-relief-date", {"2025-09", "2025-11"}),
    ("tikhanovsky-freed-date", {"2025-06", "2025-11"}),
    ("november-count", {"31", "52"}),
    ("bialiatski-viasna", {"founder", "co-founder"}),
    ("potash-relief-extent", {"partially lift", "lift"}),
]


@pytest.mark.parametrize(("fact", "both"), DISAGREEMENTS)
def test_belarus_keeps_both_sides(fact: str, both: set[str]) -> None:
    claims = [row for row in list_rows(SEEDS / "belarus-2025", "claim") if row["on"] == fact]
    assert both <= {str(claim.get("normal", claim["value"])) for claim in claims}


def test_belarus_keeps_both_speakers_of_the_small_steps() -> None:
    claims = [row for row in list_rows(SEEDS / "belarus-2025", "claim") if row["on"] == "quote-steps"]
    assert {claim["claimant"] for claim in claims} == {"john-coale", "alexander-lukashenko"}
