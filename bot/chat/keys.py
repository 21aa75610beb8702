"""What pressing a button means, in the 100 characters of its custom id: it outlives restarts and needs no memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

CUSTOM_ID_LIMIT = 100
PREFIX = "stet"
SHAPE = re.compile(r"stet:([a-z-]+):(\d{1,4}):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Key:
    """A verb, its argument and a page. An argument too long for a custom id is cut: look-ups find it by its start."""

    verb: str
    argument: str = ""
    page: int = 1

    @property
    def custom_id(self) -> str:
        return f"{PREFIX}:{self.verb}:{self.page}:{self.argument}"[:CUSTOM_ID_LIMIT]


def read_key(custom_id: str) -> Key | None:
    """The key in a custom id; None where this version of the desk never made such a one."""
    found = SHAPE.fullmatch(custom_id)
    return Key(found[1], found[3], int(found[2])) if found else None
