"""A newsroom's record in one SQLite file: values in, rows kept for ever, values out. All SQL of the project is here."""

from __future__ import annotations

from bot.store.connection import Connection
from bot.store.database import Store, open_store

__all__ = ["Connection", "Store", "open_store"]
