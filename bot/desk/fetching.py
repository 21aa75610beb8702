"""A link to an article that can be checked or added: fetched, read, and told apart from what is no article."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.desk.checking import Article
from bot.errors import BadInput, FetchFailed
from bot.values import PartialDate
from bot.web.addresses import same_article

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.reading import Page
    from bot.web.fetch import Fetched

LINKS = ("http://", "https://")
MOST_AROUND = 200


@dataclass(frozen=True, slots=True)
class Paper:
    """What was handed in: the article, the bytes it was read from ("" = pasted), and every link it is known by.

    `author`, `language` and `modified` are what the page states of itself.
    """

    article: Article
    raw: bytes = b""
    content_type: str = ""
    link: str = ""
    links: tuple[str, ...] = ()
    etag: str = ""
    last_modified: str = ""
    author: str = ""
    language: str = ""
    modified: PartialDate | None = None

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """The links, each behind its address without what does not change the article."""
        given = (link for link in (*self.links, self.link, self.article.url) if link.startswith(LINKS))
        return tuple((same_article(link), link) for link in dict.fromkeys(given))


def is_link(text: str) -> bool:
    """Whether somebody gave a link rather than a file's name or a text."""
    return text.strip().lower().startswith(LINKS) and len(text.split()) == 1


def find_link(text: str) -> str:
    """The link a short message is about; "" where the message says more than a line around it, or has none."""
    links = [word.strip("<>()[].,;") for word in text.split() if is_link(word.strip("<>()[].,;"))]
    rest = len(text) - sum(map(len, links))
    return links[0] if len(set(links)) == 1 and rest <= MOST_AROUND else ""


async def fetch_paper(desk: Desk, link: str, said: Article | None = None) -> Paper:
    """The article behind a link; what `said` states beats what the page does. Raises FetchFailed or BadInput."""
    from bot.web.fetch import Fetcher

    async with Fetcher(desk.settings.web) as fetcher:
        got = await fetcher.get(link.strip())
    check_status(got, link)
    return await read_fetched(got, link.strip(), said)


async def read_fetched(got: Fetched, link: str, said: Article | None = None) -> Paper:
    """The article in what was fetched. Raises BadInput where there is none, or it is not in English."""
    from bot.read.page import read_page

    page = await asyncio.to_thread(read_page, got.body, link, content_type=got.content_type, url=got.link)
    if page.foreign:
        given = "" if page.language.startswith("en") or not page.language else f" ({page.language})"
        raise BadInput(
            "{name} is not in English{given}, the language that is read; paste a translation of it instead",
            name=link,
            given=given,
        )
    return Paper(
        _article(page, said or Article(""), got.link),
        got.body,
        got.content_type,
        got.link,
        tuple(dict.fromkeys(filter(None, (link, got.link, page.canonical)))),
        got.etag,
        got.last_modified,
        page.author,
        page.language,
        page.modified,
    )


def check_status(got: Fetched, link: str) -> None:
    """Raise FetchFailed with one sentence for every answer that is no page."""
    if got.status == 200:
        return
    wait = got.retry_after or 60
    sentences = {
        401: "{link} is for subscribers or wants a log-in; paste the text instead",
        402: "{link} is for subscribers; paste the text instead",
        403: "{link} may not be read by programs; open it in a browser and paste the text",
        404: "there is no page at {link}; check the link",
        410: "{link} was taken down for good; paste the text if you have it",
        429: "the host of {link} asks to wait {wait} seconds; try again then",
        451: "{link} is withheld for legal reasons; paste the text if you have it",
    }
    other = "the host of {link} has trouble ({status}); try again later"
    raise FetchFailed(sentences.get(got.status, other), link=link, wait=wait, status=got.status)


def _article(page: Page, said: Article, link: str) -> Article:
    return replace(
        said,
        text=page.text,
        outlet=said.outlet or page.outlet,
        published=said.published or (page.published.edtf if page.published else ""),
        title=said.title or page.title,
        url=said.url or _canonical(page.canonical, link),
        origin=said.origin or page.origin or None,
    )


def _canonical(stated: str, link: str) -> str:
    """The address the page calls its own, if it is one; a page may not pass itself off as another host's."""
    return stated if stated.startswith(LINKS) and _host(stated) == _host(link) else link


def _host(link: str) -> str:
    return same_article(link).partition("//")[2].partition("/")[0]
