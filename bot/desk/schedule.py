"""When a source or feed is asked next: fresh ones often, old ones seldom, failing ones ever later."""

from __future__ import annotations

import datetime as dt

from bot.config import WebSettings
from bot.record import Source

SHARE_OF_AGE = 4
LONGEST = dt.timedelta(days=30)
LONGEST_BACK_OFF = dt.timedelta(days=7)
FIRST_BACK_OFF = dt.timedelta(minutes=5)


def next_reading(source: Source, now: dt.datetime, settings: WebSettings) -> dt.datetime:
    """When to read a source again: after `reread_hours` at first, then after a quarter of its age, a month at most."""
    day = source.published or source.retrieved
    born = day.start if day else None
    age = now - dt.datetime.combine(born, dt.time(), now.tzinfo) if born else dt.timedelta()
    return now + max(dt.timedelta(hours=settings.reread_hours), min(age / SHARE_OF_AGE, LONGEST))


def next_try(failures: int, now: dt.datetime, usual: dt.timedelta, retry_after: int | None = None) -> dt.datetime:
    """When to ask again after so many failures in a row: each time twice as late, never before the server asked."""
    wait: dt.timedelta = min(max(usual, FIRST_BACK_OFF) * 2 ** min(failures, 12), max(LONGEST_BACK_OFF, usual))
    return now + max(wait, dt.timedelta(seconds=retry_after or 0))
