"""Rows of a small made-up story, each with defaults a test need not name."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from bot.record import Claim, Entity, EntityKind, Fact, FactKind, Rank, Seed, Source, Story, claim_key
from bot.store.lineage import Stamp
from bot.values import Figure, Hedge, Value

NOW = dt.datetime(2025, 12, 13, 10, 0, tzinfo=dt.UTC)
STAMP = Stamp("Ada", NOW)
LATER = Stamp("Ben", NOW + dt.timedelta(hours=1), "on the phone to the ministry")


def figure(words: str = "430", number: int = 430, hedge: Hedge = Hedge.EXACT) -> Figure:
    return Figure(words, Decimal(number), hedge, Decimal(number), Decimal(number))


def event(one: str = "storm", label: str = "Storm Ylva") -> Entity:
    return Entity(f"s/{one}", "s", EntityKind.EVENT, label)


def fact(one: str = "dead", of: str = "storm", property: str = "people killed") -> Fact:
    return Fact(f"s/{one}", "s", f"s/{of}", property, FactKind.COUNT)


def source(one: str = "gazette", outlet: str = "The Gazette") -> Source:
    return Source(f"s/{one}", "s", outlet)


def claim(
    written: str = "12",
    on: str = "dead",
    by: str = "gazette",
    *,
    claimant: str = "",
    rank: Rank = Rank.NORMAL,
    value: Value | None = None,
) -> Claim:
    key = claim_key("s", f"s/{by}", f"s/{on}", claimant, None, written)
    number = value or figure(written, int(written) if written.isdigit() else 1)
    return Claim(key, "s", f"s/{on}", f"s/{by}", written, number, claimant, rank=rank)


def seed(*claims: Claim, entities: tuple[Entity, ...] = (event(),), facts: tuple[Fact, ...] = (fact(),)) -> Seed:
    return Seed(Story("s", "Storm", "en"), entities, facts, (source(), source("herald", "The Herald")), claims)
