"""Arguments to namespaces, and complaints to one sentence: what every verb's parsing shares."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn, TextIO

from bot.errors import BadInput, NotFound, StetError

STATUS_DONE, STATUS_FINDINGS, STATUS_WRONG, STATUS_INTERRUPTED = 0, 1, 2, 130


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence and our own exception."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(
            "{message}; `{name} --help` shows how it is used", message=message[:1].lower() + message[1:], name=self.prog
        )


def tell(error: StetError, stream: TextIO | None = None) -> None:
    """One sentence about an error, with the nearest names where there are some."""
    near = f" (nearest: {', '.join(error.near)})" if isinstance(error, NotFound) and error.near else ""
    print(f"stet: {error}{near}", file=stream or sys.stderr)
