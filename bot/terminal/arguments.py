"""Arguments to namespaces, and complaints to one sentence: what every verb's parsing shares."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from bot.errors import BadInput, NotFound, StetError
from bot.wording.language import ENGLISH, Language

STATUS_DONE, STATUS_FINDINGS, STATUS_WRONG, STATUS_INTERRUPTED = 0, 1, 2, 130


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one sentence and our own exception."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(
            "{message}; `{name} --help` shows how it is used", message=message[:1].lower() + message[1:], name=self.prog
        )


def tell(error: StetError, say: Language = ENGLISH) -> None:
    """One sentence about an error, with the nearest names where there are some."""
    near = say(" (nearest: {names})", names=", ".join(error.near)) if isinstance(error, NotFound) and error.near else ""
    print(f"stet: {say.phrase(error.reason)}{near}", file=sys.stderr)
