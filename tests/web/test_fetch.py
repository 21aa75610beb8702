"""Fetching against real servers that are slow, endless, huge, packed, lying, moving or private."""

from __future__ import annotations

import asyncio
import dataclasses
import gzip
import ssl

import pytest
import trustme

from bot.config import WebSettings
from bot.errors import FetchFailed
from bot.web.fetch import Fetched, Fetcher
from tests.web.conftest import Answer, reply, serving


def always(answer: bytes) -> Answer:
    async def give(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    return give


async def fetch(answer: Answer, settings: WebSettings, path: str = "/a", etag: str = "") -> Fetched:
    async with serving(answer) as server, Fetcher(settings) as fetcher:
        return await fetcher.get(server + path, etag=etag)


async def test_a_page_with_what_its_server_says_of_it(web_settings: WebSettings) -> None:
    got = await fetch(
        always(reply(b"<p>x</p>", 'ETag: "1"', "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT")), web_settings
    )
    assert (got.status, got.body, got.content_type, got.etag) == (200, b"<p>x</p>", "text/html", '"1"')


async def test_who_asks_is_said_and_nothing_else(web_settings: WebSettings) -> None:
    asked: list[dict[str, str]] = []

    async def note(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        asked.append(headers)
        writer.write(reply(b"x", "Set-Cookie: id=1"))

    settings = dataclasses.replace(web_settings, contact="desk@paper.example")
    async with serving(note) as server, Fetcher(settings) as fetcher:
        await fetcher.get(server)
        await fetcher.get(server)
    assert asked[1]["user-agent"].startswith("Stet/")
    assert "desk@paper.example" in asked[1]["user-agent"]
    assert "cookie" not in asked[1]


async def test_a_condition_is_asked_and_304_comes_back(web_settings: WebSettings) -> None:
    async def unchanged(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        status = "304 Not Modified" if headers.get("if-none-match") == '"1"' else "200 OK"
        writer.write(reply(b"", status=status))

    assert (await fetch(unchanged, web_settings, etag='"1"')).status == 304


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "503 Unavailable"])
async def test_refusals_come_back_as_they_are(web_settings: WebSettings, status: str) -> None:
    assert (await fetch(always(reply(b"no", status=status)), web_settings)).status == int(status[:3])


DATE = "Date: Fri, 01 Jan 2100 00:00:00 GMT"


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (["Retry-After: 120"], 120),  # seconds
        ([DATE, "Retry-After: Fri, 01 Jan 2100 00:02:30 GMT"], 150),  # a date, by the server's own clock
        ([DATE, "Retry-After: Thursday, 31-Dec-99 23:00:00 GMT"], 0),  # over, and in an old way of writing
        (["Retry-After: Fri, 01 Jan 2100 00:00:00 GMT"], 86_400),  # far away, by our clock: a day at most
        (["Retry-After: 99999999999999"], 86_400),  # for ever
        (["Retry-After: soon"], None),  # neither
        ([], None),  # nothing
    ],
)
async def test_retry_after_is_read(web_settings: WebSettings, told: list[str], seconds: int | None) -> None:
    got = await fetch(always(reply(b"", *told, status="429 Too Many Requests")), web_settings)
    assert got.retry_after == seconds


async def test_packed_pages_are_unpacked(web_settings: WebSettings) -> None:
    page = b"<p>" + b"word " * 5000
    got = await fetch(always(reply(gzip.compress(page), "Content-Encoding: gzip")), web_settings)
    assert got.body == page


async def endless(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"x" * 65536)
        await writer.drain()


async def silent(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def dripping(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nx")
    await asyncio.Event().wait()


async def circling(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(reply(b"", f"Location: /{'b' if path == '/a' else 'a'}", status="302 Found"))


async def ever_on(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
    writer.write(reply(b"", f"Location: {path}x", status="302 Found"))


BOMB = gzip.compress(b"\0" * 50_000_000)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (endless, "is larger than 1 MB"),  # no end
        (always(reply(b"x" * 1_000_001)), "is larger than 1 MB"),  # huge
        (always(reply(BOMB, "Content-Encoding: gzip")), "is larger than 1 MB"),  # a bomb
        (always(reply(gzip.compress(b"x" * 99)[:-9], "Content-Encoding: gzip")), "cannot be had"),  # cut off
        (always(reply(b"no gzip", "Content-Encoding: gzip")), "cannot be had"),  # packed by a liar
        (always(reply(b"x", "Content-Encoding: br")), "packed as br"),  # packed as was not asked
        (always(reply(b"short").replace(b"Content-Length: 5", b"Content-Length: 50")), "cannot be had"),  # wrong length
        (always(b"no HTTP at all\r\n\r\n"), "cannot be had"),  # no web server
        (always(b""), "cannot be had"),  # hangs up
        (always(reply(b"x", kind="video/mp4")), "is no page of text but video/mp4"),  # a film
        (silent, "did not answer within 1 seconds"),  # says nothing
        (dripping, "did not answer within 1 seconds"),  # never finishes
        (circling, "without end"),  # a redirect loop
        (ever_on, "without end"),  # redirects for ever
        (always(reply(b"", "Location: http://169.254.169.254/meta", status="302 Found")), "not public"),  # to metadata
        (always(reply(b"", "Location: http://[::1]/x", status="302 Found")), "not public"),  # to loopback, IPv6
        (always(reply(b"", "Location: http://2130706433/x", status="302 Found")), "is not a link"),  # decimal loopback
        (always(reply(b"", "Location: http://0177.0.0.1/x", status="302 Found")), "is not a link"),  # octal loopback
        (always(reply(b"", "Location: http://0x7f.1/x", status="302 Found")), "not public"),  # hexadecimal loopback
        (always(reply(b"", "Location: http://localhost/x", status="302 Found")), "not public"),  # a name for loopback
        (always(reply(b"", "Location: file:///etc/passwd", status="302 Found")), "is not a web link"),  # a file
        (always(reply(b"", "Location: http://a:b@example.org/", status="302 Found")), "password"),  # credentials
    ],
)
async def test_what_cannot_be_had_is_one_sentence(web_settings: WebSettings, answer: Answer, told: str) -> None:
    patience = 1 if "did not answer" in told else 60
    settings = dataclasses.replace(web_settings, timeout_seconds=patience)
    if "not public" in told:
        settings = dataclasses.replace(settings, allow_hosts=("127.0.0.1:0",))
    with pytest.raises(FetchFailed) as caught:
        async with serving(answer) as server, Fetcher(_allowing(settings, server)) as fetcher:
            await fetcher.get(server + "/a")
    assert told in str(caught.value)


def _allowing(settings: WebSettings, server: str) -> WebSettings:
    return dataclasses.replace(settings, allow_hosts=(server.removeprefix("http://"),))


async def test_loopback_is_not_asked_unless_named() -> None:
    async with serving(always(reply(b"x"))) as server:
        settings = WebSettings(ports=(int(server.rpartition(":")[2]),))
        async with Fetcher(settings) as fetcher:
            with pytest.raises(FetchFailed, match="not public"):
                await fetcher.get(server)


async def test_a_certificate_nobody_vouches_for(web_settings: WebSettings) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    async with server, Fetcher(web_settings) as fetcher:
        with pytest.raises(FetchFailed, match="cannot be trusted"):
            await fetcher.get(f"https://127.0.0.1:{port}/")


async def test_a_host_that_does_not_exist(web_settings: WebSettings) -> None:
    async with Fetcher(web_settings) as fetcher:
        with pytest.raises(FetchFailed, match=r"does not exist|cannot be had"):
            await fetcher.get("https://no-such-host.invalid/")
