"""Names of holidays that news dates by, to the day they fall on in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from bot.read.dates_calendar import nth_weekday

_FIXED: Mapping[str, tuple[int, int]] = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's": (1, 1), "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "may day": (5, 1), "juneteenth": (6, 19), "independence day": (7, 4),
    "fourth of july": (7, 4), "july fourth": (7, 4), "bastille day": (7, 14), "halloween": (10, 31),
    "bonfire night": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11), "remembrance day": (11, 11),
    "anzac day": (4, 25), "canada day": (7, 1), "australia day": (1, 26), "earth day": (4, 22), "epiphany": (1, 6),
    "orthodox christmas": (1, 7), "all saints' day": (11, 1),
}  # fmt: skip
# Days after such a day: the Friday after Thanksgiving, the Tuesday after the first Monday of November.
_DAYS_AFTER: Mapping[str, tuple[tuple[int, int, int], int]] = {
    "black friday": ((11, 3, 4), 1), "cyber monday": ((11, 3, 4), 4), "election day": ((11, 0, 1), 1),
}  # fmt: skip
# Month, weekday (0 = Monday) and which of them in the month, -1 the last.
_NTH_WEEKDAY: Mapping[str, tuple[int, int, int]] = {
    "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3), "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1), "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "father's day": (6, 6, 3), "remembrance sunday": (11, 6, 2),
}  # fmt: skip
_FROM_EASTER: Mapping[str, int] = {
    "ash wednesday": -46, "palm sunday": -7, "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1,
    "shrove tuesday": -47, "maundy thursday": -3, "ascension day": 39, "pentecost": 49, "whit monday": 50,
}  # fmt: skip


def day_of_holiday(name: str, year: int) -> dt.date:
    """The day of a holiday by its lower-case name; raises KeyError for a name that is none."""
    plain = name.removeprefix("the ").replace("’", "'").replace("st.", "st").replace(" jr.", "")
    plain = "thanksgiving" if plain == "thanksgiving day" else plain.replace("presidents'", "presidents")
    if plain in _FIXED:
        return dt.date(year, *_FIXED[plain])
    if plain in _FROM_EASTER:
        return _easter(year) + dt.timedelta(days=_FROM_EASTER[plain])
    if plain in _DAYS_AFTER:
        day, after = _DAYS_AFTER[plain]
        return nth_weekday(year, *day) + dt.timedelta(days=after)
    return nth_weekday(year, *_NTH_WEEKDAY[plain])


def _easter(year: int) -> dt.date:
    """The western Easter Sunday (the anonymous Gregorian algorithm: Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
