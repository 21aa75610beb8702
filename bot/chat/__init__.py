"""The Discord edge: the only place that imports discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.config import Settings


def run_client(token: str, settings: Settings) -> int:
    """Be on Discord until told to stop (SIGTERM, Ctrl+C); returns the exit status. Raises StetError."""
    import asyncio

    from bot.chat.running import serve

    return asyncio.run(serve(token, settings))
