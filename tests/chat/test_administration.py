"""The desk run from within Discord by its admins, and by nobody else."""

from __future__ import annotations

import io
import tomllib
import zipfile

import pytest

from bot.chat.client import StetClient
from tests.loopback.newsroom import Newsroom
from tests.loopback.server import Loopback
from tests.loopback.wire import ADMIN, EDITOR, SEND, channel, role


async def test_set_up_posts_a_test_card_and_shows_what_is_set(client: StetClient, room: Newsroom) -> None:
    admin = room.person(ADMIN)
    reply = await admin.command(
        "desk setup", channel=room.desk, editors=room.editors, zone="Europe/Minsk", language="es", digest_hour=7
    )
    for told in ("#desk", "editors", "Europe/Minsk", "7"):
        assert told in reply.text
    assert "prueba" in room.cards()[0].text or "test" in room.cards()[0].text
    again = await admin.command("desk setup", quiet_from=22, quiet_to=6)
    assert "Europe/Minsk" in again.text
    assert "22-6" in again.text


async def test_set_up_loads_stories(client: StetClient, server: Loopback) -> None:
    fresh = Newsroom(server)
    await fresh.arrive()
    admin = fresh.person(ADMIN)
    assert (await admin.complete("desk setup", "seeds", "sto")).choices == ["story"]
    assert "The harbour fire" in (await admin.command("desk setup", seeds="all", language="es")).text
    assert "there are: story" in (await admin.command("desk setup", seeds="nope")).text
    assert (await admin.complete("desk setup", "story", "harb")).choices[0].startswith("harbour")


async def test_set_up_names_the_permissions_it_lacks(client: StetClient, room: Newsroom, server: Loopback) -> None:
    shut = channel(room.other, room.id, "other", denied=SEND)
    room.data["channels"][1] = shut
    await server.gateway.send("CHANNEL_UPDATE", shut)
    reply = await room.person(ADMIN).command("desk setup", channel=room.other)
    assert "send messages" in reply.text
    assert room.cards(room.other) == []


async def test_set_up_tells_whom_discord_hides_the_commands_from(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    admin = room.person(ADMIN)
    told = (await admin.command("desk setup", editors=room.editors)).text
    assert "Discord hides these commands" in told
    allowed = role(room.editors, "editors", EDITOR)
    await server.gateway.send("GUILD_ROLE_UPDATE", {"guild_id": str(room.id), "role": allowed})
    assert "Discord hides" not in (await admin.command("desk status")).text


async def test_an_unknown_zone_is_told_with_the_nearest(client: StetClient, room: Newsroom) -> None:
    admin = room.person(ADMIN)
    assert "Europe/Minsk" in (await admin.command("desk setup", zone="minsk")).text
    assert (await admin.complete("desk setup", "zone", "europe/ma")).choices[0] == "Europe/Madrid"


@pytest.mark.parametrize(
    "command", ["desk setup", "desk status", "desk seeds", "desk export", "desk backup", "desk forget"]
)
@pytest.mark.parametrize("permissions", [0, EDITOR])
async def test_only_admins_run_the_desk(client: StetClient, room: Newsroom, command: str, permissions: int) -> None:
    reply = await room.person(permissions).command(command)
    assert reply.private
    assert "only admins" in reply.text


async def test_the_newsrooms_own_admin_role_counts_and_is_checked_at_every_click(
    client: StetClient, room: Newsroom
) -> None:
    await room.person(ADMIN).command("desk setup", admins=room.admins)
    trusted = room.person(roles=(room.admins,))
    asked = await trusted.command("desk forget")
    assert "deletes the whole record" in asked.text
    assert "only admins" in (await asked.click("Delete it all", by=room.person())).text
    trusted.roles = ()  # the role was taken away while the button stood there
    assert "only admins" in (await asked.click("Delete it all")).text


async def test_forget_deletes_everything_of_this_server_alone(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    admin = room.person(ADMIN)
    await (await admin.command("desk forget")).click("Delete it all")
    assert not client.newsrooms.path(room.id).exists()
    assert "Nothing recorded" in (await admin.command("who", about="Ilse Brandt")).text


async def test_seeds_are_loaded_by_name(client: StetClient, server: Loopback) -> None:
    fresh = Newsroom(server)
    await fresh.arrive()
    admin = fresh.person(ADMIN)
    assert (await admin.complete("desk seeds", "story", "sto")).choices == ["story"]
    assert "harbour" in (await admin.command("desk seeds", story="story")).text
    assert "Ilse Brandt" in (await admin.command("who", about="Ilse Brandt")).text
    assert "there are: story" in (await admin.command("desk seeds", story="nope")).text


async def test_the_export_is_handed_over_as_files_that_load(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    reply = await room.person(ADMIN).command("desk export")
    assert reply.private
    name, content = server.uploads[0]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        story = tomllib.loads(packed.read(packed.namelist()[0]).decode())
    assert name == "stet-export.zip"
    assert story["story"]["id"] == "harbour"


async def test_the_backup_is_the_database(client: StetClient, room: Newsroom, server: Loopback) -> None:
    await room.person(ADMIN).command("desk backup")
    with zipfile.ZipFile(io.BytesIO(server.uploads[0][1])) as packed:
        assert packed.read("stet.sqlite").startswith(b"SQLite format 3")


async def test_leaving_a_server_starts_the_time_until_its_data_is_purged(client: StetClient, room: Newsroom) -> None:
    await room.leave()
    await room.server.gateway.send("GUILD_CREATE", Newsroom(room.server).data)
    assert await client.newsrooms.purge() == []
    client.newsrooms.settings = client.settings.__class__(
        client.settings.desk, client.settings.discord.__class__(purge_days=0)
    )
    client.newsrooms.mark_left(room.id)
    assert await client.newsrooms.purge() == [room.id]
    assert not client.newsrooms.path(room.id).exists()


async def test_privacy_shows_and_deletes_what_is_held(client: StetClient, room: Newsroom, server: Loopback) -> None:
    person = room.person()
    await (await person.command("check")).submit(text="15 people were injured")
    shown = await person.command("privacy")
    assert "turned: 1" in shown.text
    await shown.click("Show what is held")
    assert str(person.id) in server.uploads[0][1].decode()
    assert "15 people were injured" in server.uploads[0][1].decode()
    await shown.click("Delete my texts")
    assert "turned: 0" in (await person.command("privacy")).text


async def test_privacy_takes_a_persons_id_out_of_the_record(
    client: StetClient, room: Newsroom, server: Loopback
) -> None:
    editor, other = room.editor(), room.editor()
    for one in (editor, other):
        await one.command("record add name", kind="person", name=f"Ines Roth {one.id}")
    shown = await editor.command("privacy")
    await shown.click("Show what is held")
    assert '"entity_version": 1' in server.uploads[-1][1].decode()
    await (await shown.click("Take my id out")).click("Take my id out")
    history = (await other.command("history", about=f"Ines Roth {editor.id}")).text
    assert "a former member" in history
    assert f"discord:{editor.id}" not in history
    await shown.click("Show what is held")
    assert '"rows signed": {}' in server.uploads[-1][1].decode()
    assert str(other.id) in (await other.command("history", about=f"Ines Roth {other.id}")).text
