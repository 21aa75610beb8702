"""A post by its initials to the words they stand for, and the verbs by which somebody comes to a post."""

from __future__ import annotations

SHORT_POSTS = {
    "ceo": ("chief", "executive", "officer"),
    "cfo": ("chief", "financial", "officer"),
    "coo": ("chief", "operating", "officer"),
    "cto": ("chief", "technology", "officer"),
    "pm": ("prime", "minister"),
    "vp": ("vice", "president"),
}
TAKEN = frozenset({"sworn", "appointed", "elected", "named", "installed", "confirmed", "inaugurated"})
