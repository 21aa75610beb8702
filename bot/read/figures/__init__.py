"""Text to the figures in it: numbers in digits and words with hedge, unit and what they count."""

from __future__ import annotations

from bot.read.figures.find import find_figures

__all__ = ["find_figures"]
