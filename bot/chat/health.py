"""How the client is, as one small JSON file that a supervisor can look at."""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger("stet.chat")


class Health:
    """Written whole and moved into place, so that nobody reads half of it; "" = not wanted."""

    def __init__(self, path: str, now: Callable[[], dt.datetime]) -> None:
        self._path = Path(path).expanduser() if path else None
        self._now = now

    def write(self, state: str, **details: object) -> None:
        """Note a state (starting, ready, disconnected, stopped) and when it was."""
        if self._path is None:
            return
        beside = self._path.with_name(self._path.name + ".new")
        try:
            beside.write_text(json.dumps({"state": state, "at": self._now().isoformat(), **details}), encoding="utf-8")
            beside.replace(self._path)
        except OSError as error:
            log.warning("health file not written", extra={"path": str(self._path), "error": error.strerror})
