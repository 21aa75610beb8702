"""Links from the terminal: added, shown, read again with the alert printed; feeds watched; old texts pruned."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.terminal.conftest import Stet
from tests.web.conftest import reply, serving
from tests.web.pages import STORY, Outlet, article

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>
<item><title>{title}</title><link>{link}</link></item></channel></rss>"""


GERMAN = (
    '<html lang="de"><body><article><p>Bei dem Brand in der Calder Mill wurden nach Angaben der Feuerwehr am Samstag '
    "12 Menschen getötet und 34 verletzt, darunter zwei Kinder, die in eine Klinik geflogen wurden.</p><p>Die Strecke "
    "blieb bis zum Morgen in beiden Richtungen gesperrt, wie ein Sprecher der Feuerwehr "
    "in der Nacht vor Ort den Reportern sagte.</p><p>Der Rauch nahm den Fahrern noch am "
    "Sonntag die Sicht, und das Gericht der Stadt wird sich mit der Frage befassen.</p></article></body></html>"
)


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    """An outlet whose server runs in a thread: the terminal's verbs bring their own event loop."""
    outlet, started, loop = Outlet(), Future[None](), asyncio.new_event_loop()
    stop = asyncio.Event()

    async def serve() -> None:
        async with serving(outlet.answer) as address:
            outlet.address = address
            started.set_result(None)
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    started.result(10)
    yield outlet
    loop.call_soon_threadsafe(stop.set)
    thread.join()
    loop.close()


@pytest.fixture
def desk(stet: Stet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """`stet WORDS...` on a record of its own that holds the story of the fire and may ask loopback."""
    config = tmp_path / "config.toml"
    config.write_text("[web]\nallow_hosts = ['127.0.0.1']\nhost_seconds = 0\nkeep_days = 0\n", encoding="utf-8")
    monkeypatch.setenv("STET_CONFIG", str(config))
    story = tmp_path / "mill"
    story.mkdir()
    (story / "story.toml").write_text(STORY.format(killed="12", behaviour="fixed"), encoding="utf-8")
    path = str(tmp_path / "desk.sqlite")

    def call(*words: str) -> tuple[int, str, str]:
        return stet("--db", path, *words)

    status, _, err = call("load", str(story))
    assert (status, err) == (0, "")
    return call


def test_a_link_is_added_its_page_changes_and_the_alert_shows_both(
    desk: Callable[..., tuple[int, str, str]], outlet: Outlet
) -> None:
    link = outlet.publish("/fire", article(injured="31"))
    status, out, err = desk("add", link, "--yes")
    assert (status, err) == (0, "")
    assert "Herald" in out
    outlet.publish("/fire", article(injured="34"))
    status, out, _ = desk("reread", link)
    assert status == 0
    assert "1 sources read again, 1 changed" in out
    assert out.count("31") >= 1
    assert out.count("34") >= 1
    assert "ALERT" in out.upper()
    status, out, _ = desk("show", link, "--version", "1")
    assert "injured 31[2]" in out
    assert "version 1 of 2" in out
    assert "`show" in desk("sources", "Herald")[1]
    copy = "https://archive.example/fire"
    assert desk("record", "edit", "source", "herald", "--archive", copy)[0] == 0
    assert copy in desk("show", "herald")[1]
    assert "injured 34" in desk("show", link)[1]
    assert "0 changed" in desk("reread", link)[1]


def test_a_link_is_checked_and_nothing_is_kept(desk: Callable[..., tuple[int, str, str]], outlet: Outlet) -> None:
    link = outlet.publish("/fire", article(injured="34"))
    status, out, _ = desk("check", link)
    assert status == 1
    assert "34" in out
    status, _, err = desk("show", link)
    assert status == 2
    assert "there is no source" in err


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (reply(b"", status="404 Not Found"), "there is no page at"),  # a dead link
        (reply(b"", status="403 Forbidden"), "paste the text"),  # no robots wanted
        (reply(b"%PDF-1.7", kind="application/pdf"), "is a PDF"),  # a PDF
        (reply(b"<html><body><p>Hi</p></body></html>"), "holds no article"),  # no article
        (reply(b"x", kind="image/png"), "image/png"),  # a picture
        (reply(GERMAN.encode()), "is not in English (de)"),  # another language
    ],
)
def test_what_is_no_article_is_one_sentence(
    desk: Callable[..., tuple[int, str, str]], outlet: Outlet, answer: bytes, told: str
) -> None:
    outlet.answers["/x"] = answer
    status, out, err = desk("add", f"{outlet.address}/x", "--yes")
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_a_file_in_another_language_is_read_as_far_as_it_goes(
    desk: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "brand.html"
    path.write_text(GERMAN, encoding="utf-8")
    status, out, err = desk("check", str(path), "--json")
    assert status in (0, 1)
    assert "not in English" in err
    assert "34" in {one["words"].split()[0] for one in json.loads(out)["claims"]}


def test_feeds_are_watched_polled_listed_paused_and_removed(
    desk: Callable[..., tuple[int, str, str]], outlet: Outlet
) -> None:
    link = outlet.publish("/fire", article(injured="34"))
    feed = outlet.publish("/feed", FEED.format(title="Calder Mill", link=link).encode(), kind="application/rss+xml")
    assert desk("watch", "add", feed)[0] == 0
    status, out, _ = desk("watch", "poll")
    assert status == 0
    assert "1 feeds asked, 1 new items, 1 sources added" in out
    assert "34" in out
    _, out, _ = desk("watch", "list")
    assert feed in out
    assert "1 read" in out
    assert json.loads(desk("watch", "--json")[1])["feeds"][0]["feed"]["failures"] == 0
    assert "paused" in desk("watch", "pause", "1")[1]
    assert "0 feeds asked" in desk("watch", "poll")[1]
    assert "no longer" in desk("watch", "remove", feed)[1]
    assert "no feed is watched" in desk("watch")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("watch", "add"), "name the feed"),  # nothing named
        (("watch", "add", "ftp://x.example/feed"), "is not a web link"),  # no web link
        (("watch", "add", "http://127.0.0.1:1/feed"), "cannot be had"),  # nobody there
        (("watch", "remove", "7"), "there is no watched feed"),  # unknown
        (("reread", "nobody"), "there is no source"),  # unknown
        (("reread", "base"), "has no link"),  # a source that is no page
        (("show", "base"), "no text of Base was kept"),  # a source of the files
        (("check", "http://10.0.0.1/x"), "not public"),  # a private address
        (("check", "http://user:pw@example.org/x"), "password"),  # credentials
    ],
)
def test_wrong_use_is_one_sentence(
    desk: Callable[..., tuple[int, str, str]], words: tuple[str, ...], told: str
) -> None:
    status, _, err = desk(*words)
    assert status == 2
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_pruning_says_what_it_removed(desk: Callable[..., tuple[int, str, str]], outlet: Outlet) -> None:
    link = outlet.publish("/fire", article())
    desk("add", link, "--yes")
    for more in ("Rain fell in the evening over the valley.", "Snow fell in the evening over the valley."):
        outlet.publish("/fire", article(more=more))
        desk("reread", link)
    status, out, _ = desk("prune")
    assert status == 0
    assert "1 texts removed" in out
    assert "version 2" in out
    assert "injured 31" in desk("show", link, "--version", "1")[1]
    assert "no longer kept" in desk("show", link, "--version", "2")[2]
