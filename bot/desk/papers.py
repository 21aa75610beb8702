"""A file somebody hands in to an article that can be checked or added; what they say about it beats what it states."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.desk.checking import Article
from bot.desk.fetching import Paper
from bot.phrase import Phrase, phrase


async def read_paper(raw: bytes, name: str, content_type: str, said: Article) -> Paper:
    """The article in a file; `said` holds what the person stated. Raises BadInput where the file is no article."""
    from bot.read.page import read_page

    page = await asyncio.to_thread(read_page, raw, name, content_type=content_type)
    stated = page.published.edtf if page.published else ""
    article = replace(
        said,
        text=page.text,
        outlet=said.outlet or page.outlet,
        published=said.published or stated,
        title=said.title or page.title,
        url=said.url or page.canonical,
        origin=said.origin or page.origin or None,
    )
    return Paper(article, raw, content_type, author=page.author, language=page.language, modified=page.modified)


def find_caution(text: str) -> Phrase | None:
    """What must be told of a text handed in that is not in the language the readers know; None where all is well."""
    from bot.read.page_kinds import is_english

    if is_english(text):
        return None
    return phrase(
        "this text is not in English, the language that is read: numbers, dates and names in it may be found, the rest "
        "is not; a translation is checked in full"
    )
