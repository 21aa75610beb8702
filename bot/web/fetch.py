"""A public link to the bytes behind it: polite, bounded in time, size and redirects, and blind to private addresses."""

from __future__ import annotations

import asyncio
import datetime as dt
import math
import os
import socket
import zlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.connector import AddrInfoType

from bot import __version__
from bot.config import WebSettings
from bot.errors import FetchFailed
from bot.phrase import phrase
from bot.web.addresses import check_link, is_allowed, is_public

REDIRECTS = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
MEGABYTE = 1_000_000
LONGEST_WAIT = 86_400
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_APPLICATIONS = "xhtml xml rss atom json feed+json rdf pdf octet-stream"
ACCEPTED = ("text/", *(f"application/{name}" for name in _APPLICATIONS.split()))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back. `body` is decompressed and empty unless `status` is 200; `retry_after` is in seconds."""

    link: str
    status: int
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    retry_after: int | None = None


class PrivateAddress(OSError):
    """A name led to an address that is not public."""


class Fetcher:
    """One session for all requests of a desk; use with `async with`."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings
        self._session: aiohttp.ClientSession | None = None

    @property
    def user_agent(self) -> str:
        """How the desk names itself to servers, with the newsroom's contact if it gave one."""
        contact = f" (+{self._settings.contact})" if self._settings.contact else ""
        return f"Stet/{__version__}{contact}"

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                socket_factory=self._open_socket, limit=20, limit_per_host=2, use_dns_cache=False
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=self._settings.timeout_seconds),
            headers={"User-Agent": self.user_agent, "Accept-Encoding": "gzip, deflate"},
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def get(self, link: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch a link, with conditions if known; raises FetchFailed with one sentence for a person.

        Statuses 200, 304, 403, 404, 410, 429 and 5xx come back as they are: what they mean is for the caller to say.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                return await self._follow(link, headers)
        except (TimeoutError, aiohttp.ClientError, zlib.error, OSError, ValueError) as error:
            raise _failure(link, error, self._settings.timeout_seconds) from None

    async def _follow(self, link: str, headers: Mapping[str, str]) -> Fetched:
        seen: list[str] = []
        for _ in range(self._settings.redirects + 1):
            self._check(link)
            if link in seen:
                break
            seen.append(link)
            async with self._ask(link, headers) as response:
                target = response.headers.get("Location", "")
                if response.status not in REDIRECTS or not target:
                    return await self._read(link, response)
                link = urljoin(link, target)
        raise FetchFailed("{link} leads from one address to the next without end; paste the text instead", link=seen[0])

    def _ask(self, link: str, headers: Mapping[str, str]) -> aiohttp.client._RequestContextManager:
        if self._session is None:
            raise RuntimeError("a Fetcher is used inside `async with`")
        return self._session.get(link, headers=headers, allow_redirects=False)

    def _check(self, link: str) -> None:
        check_link(link, self._settings.ports, self._settings.allow_hosts)

    def _open_socket(self, info: AddrInfoType) -> socket.socket:
        """A socket for an address about to be connected to: the last place where it can be looked at."""
        family, kind, protocol, _, address = info
        host, port = str(address[0]), int(address[1])
        if not is_public(host) and not is_allowed(host, port, self._settings.allow_hosts):
            raise PrivateAddress(f"{host} is not a public address")
        return socket.socket(family, kind, protocol)

    async def _read(self, link: str, response: aiohttp.ClientResponse) -> Fetched:
        headers = response.headers
        kind = headers.get("Content-Type", "").lower()
        body = b""
        if response.status == 200:
            if kind and not kind.startswith(ACCEPTED):
                plain = kind.partition(";")[0]
                raise FetchFailed("{link} is no page of text but {kind}; paste the text instead", link=link, kind=plain)
            body = await self._body(link, response)
        return Fetched(
            link=link,
            status=response.status,
            body=body,
            content_type=kind,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
            retry_after=read_wait(headers),
        )

    async def _body(self, link: str, response: aiohttp.ClientResponse) -> bytes:
        most = self._settings.page_megabytes * MEGABYTE
        read = bytearray()
        async for piece in _pieces(response, most):
            read += piece
            if len(read) > most:
                size = self._settings.page_megabytes
                raise FetchFailed("{link} is larger than {size} MB; paste the text instead", link=link, size=size)
        return bytes(read)


async def _pieces(response: aiohttp.ClientResponse, most: int) -> AsyncIterator[bytes]:
    """The decompressed body in pieces, none of them larger than `most` and a byte: a bomb stays small."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding in ("", "identity"):
        async for chunk in response.content.iter_chunked(CHUNK):
            yield chunk
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError(f"packed as {coding[:20]}, which was not asked for")
    unpack = zlib.decompressobj(GZIP_OR_ZLIB)
    async for chunk in response.content.iter_chunked(CHUNK):
        rest: bytes = chunk
        while rest:
            yield unpack.decompress(rest, most + 1)
            rest = unpack.unconsumed_tail
    if not unpack.eof:
        raise zlib.error("the packed page is cut off")


def _failure(link: str, error: Exception, seconds: int) -> FetchFailed:
    """What went wrong on the way as one sentence, with what to do."""
    match error:
        case TimeoutError():
            return FetchFailed(
                "{link} did not answer within {seconds} seconds; try again later", link=link, seconds=seconds
            )
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError():
            return FetchFailed(
                "{link} cannot be trusted (its certificate is not valid); open it in a browser and paste the text",
                link=link,
            )
        case aiohttp.ClientConnectorError(os_error=PrivateAddress()) | PrivateAddress():
            return FetchFailed(
                "{link} leads to an address that is not public and is not asked; web.allow_hosts can name it", link=link
            )
        case aiohttp.ClientConnectorError(os_error=socket.gaierror()):
            return FetchFailed("the host of {link} does not exist; check the link", link=link)
        case aiohttp.ClientConnectorError(os_error=OSError(errno=int(number))) if number > 0:
            detail: object = OSError(number, os.strerror(number))
        case aiohttp.InvalidURL() | UnicodeError():
            return FetchFailed("{link} is not a link; copy it from the address bar", link=link[:200])
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientPayloadError():
            detail = phrase("the server broke off")
        case _:
            detail = str(error) or type(error).__name__
    return FetchFailed("{link} cannot be had ({detail}); try again later", link=link, detail=detail)


def read_wait(headers: Mapping[str, str]) -> int | None:
    """The seconds a Retry-After header asks for, given so or as a date (RFC 9110, 10.2.3); None if it has neither.

    A date is held against the server's own clock where it tells it, else against ours; a day at most is waited.
    """
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:9]), LONGEST_WAIT)
    until = _instant(text)
    if until is None:
        return None
    now = _instant(headers.get("Date", "")) or dt.datetime.now(dt.UTC)
    return max(0, min(math.ceil((until - now).total_seconds()), LONGEST_WAIT))


def _instant(text: str) -> dt.datetime | None:
    try:
        told = parsedate_to_datetime(text)
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=dt.UTC)
