"""Log records to lines of JSON without secrets: tokens in addresses are blanked, texts of people never get here."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import TextIO

SECRET = re.compile(r"((?:webhooks|interactions)/\d+/)[^/\s?\"']+|\b(?:Bot )?[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}")
KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class LineFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the fields given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        fields: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        fields |= {key: value for key, value in vars(record).items() if key not in KNOWN}
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        text = json.dumps(fields, ensure_ascii=False, default=str)
        return SECRET.sub(lambda found: f"{found[1] or ''}***", text)


def set_up_logs(level: str, stream: TextIO = sys.stderr) -> None:
    """Lines on a stream. discord.py's own debug lines hold tokens and texts of people: they are never let through."""
    sink = logging.StreamHandler(stream)
    sink.setFormatter(LineFormatter())
    root = logging.getLogger()
    root.handlers[:] = [sink]
    root.setLevel(logging.WARNING)
    logging.getLogger("stet").setLevel(level.upper())
    logging.getLogger("discord").setLevel(logging.WARNING)
