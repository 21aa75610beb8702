"""What pressing a button means, in the 100 characters of its custom id: it outlives restarts and needs no memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

CUSTOM_ID_LIMIT = 100
SHAPE = re.compile(r"stet([:>])([a-z-]+):(\d{1,4}):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Key:
    """A verb, its argument and a page; `turning` = shows in place where the message allows.

    An argument too long for a custom id is cut: look-ups find a thing by the start of its name.
    """

    verb: str
    argument: str = ""
    page: int = 1
    turning: bool = False

    @property
    def custom_id(self) -> str:
        mark = ">" if self.turning else ":"
        return f"stet{mark}{self.verb}:{self.page}:{self.argument}"[:CUSTOM_ID_LIMIT]


def read_key(custom_id: str) -> Key | None:
    """The key in a custom id; None where this version of the desk never made such a one."""
    found = SHAPE.fullmatch(custom_id)
    return Key(found[2], found[4], int(found[3]), found[1] == ">") if found else None
