"""A text's figures beside the record's neighbouring facts to what cannot be so together: parts above their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.compare.neighbours import Conflict, Stated, check_neighbours
from bot.link.index import Index
from bot.record import Claim, Rank
from bot.values import Figure


def find_conflicts_beside(new: Stated, index: Index) -> Iterator[Conflict]:
    """What the figure cannot be beside the recorded parts of its fact, or beside the whole it is a part of."""
    if isinstance(new.claim.value, Figure):
        whole = index.profiles.get(new.fact.part_of or "")
        near = [*index.parts.get(new.fact.key, ()), *index.parts.get(new.fact.part_of or "", ())]
        others = [one for key in near if key != new.fact.key and (one := _standing(key, index, is_whole=False))]
        if whole and (one := _standing(whole.fact.key, index, is_whole=True)):
            others.append(one)
        yield from check_neighbours(new, others)


def _standing(key: str, index: Index, *, is_whole: bool) -> Stated | None:
    """Of claims that differ the one that is easiest to fit: the smallest part, the largest whole."""
    profile = index.profiles.get(key)
    live = [one for one in profile.claims if one.rank is not Rank.DEPRECATED] if profile else []
    preferred = [one for one in live if one.rank is Rank.PREFERRED] or live
    figures = [(_reach(one, is_whole=is_whole), at) for at, one in enumerate(preferred)]
    if profile is None or not figures:
        return None
    at = max(figures)[1] if is_whole else min(figures)[1]
    return Stated(profile.fact, preferred[at])


def _reach(claim: Claim, *, is_whole: bool) -> Decimal:
    if not isinstance(claim.value, Figure):
        return Decimal(0)
    return (
        claim.value.low if not is_whole else claim.value.high if claim.value.high is not None else Decimal("Infinity")
    )
