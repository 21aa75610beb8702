"""A reading and the record's index to links: for every mention the fact it is about, or why none can be told."""

from __future__ import annotations

from dataclasses import replace

from bot.link.anchors import find_anchors
from bot.link.bearers import find_bearers
from bot.link.dates import link_dates, link_days_of_numbers
from bot.link.figures import link_figures
from bot.link.index import Index
from bot.link.links import Link
from bot.link.quotes import link_quotes
from bot.link.roles import link_roles
from bot.link.scene import make_stage
from bot.link.spellings import link_spellings
from bot.link.statuses import find_offices, find_posts, link_statuses
from bot.link.wholes import link_wholes
from bot.reading import Reading


def link_reading(reading: Reading, index: Index) -> tuple[Link, ...]:
    """Every mention of a text as a link, in the order of the text."""
    stage = make_stage(reading, index)
    if stage is None or not stage.stories:
        return ()
    offices = find_offices(stage, index)
    scenes = tuple(replace(one, bearers=find_bearers(one.sentence, offices)) for one in stage.scenes)
    stage = replace(stage, posts=find_posts(stage, index), scenes=scenes)
    anchors = find_anchors(stage)
    figures = tuple(link_figures(stage, index, anchors))
    days = tuple(link_days_of_numbers(figures, stage, index))
    taken = {(one.start, one.fact.key) for one in days if one.fact}
    found = [
        *figures,
        *days,
        *(one for one in link_dates(stage, index, figures) if not one.fact or (one.start, one.fact.key) not in taken),
        *link_quotes(stage, index),
        *link_statuses(stage, index, anchors),
        *link_roles(stage, index),
        *link_spellings(stage, index),
        *link_wholes(stage, index),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))
