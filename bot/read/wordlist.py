"""A block of words, as people can read and edit it, to the words."""

from __future__ import annotations


def words_in(block: str) -> list[str]:
    """The words of a block, split at white space."""
    return block.split()


def entries_in(block: str) -> list[str]:
    """The entries of a block, split at bars and line ends, for names of several words."""
    return [entry.strip() for entry in block.replace("\n", "|").split("|") if entry.strip()]
