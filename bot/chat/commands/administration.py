"""How an admin runs the desk from within Discord: set up, status, seeds, export, backup, prune, forget."""

from __future__ import annotations

import dataclasses
import io
import tempfile
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import discord
from discord import app_commands

from bot.answers import Choice
from bot.chat.cards import Pressable
from bot.chat.commands.watching import watched_screen
from bot.chat.hints import spoken
from bot.chat.keys import Key
from bot.chat.layout import layout_of
from bot.chat.permissions import EDITS, RUNS, Role
from bot.chat.poster import TARGET
from bot.chat.replies import card_of, send, send_file, sentence, show, show_once, tell
from bot.chat.suggestions import fit, suggesting
from bot.chat.verbs import Page, Sheet, Step, Verbs
from bot.chat.visit import Visit, host, ready, visiting
from bot.desk.keeping import prune
from bot.desk.loading import LoadReport, list_story_folders
from bot.desk.meant import get_story
from bot.desk.newsroom import Newsroom, count_waiting, set_newsroom
from bot.errors import BadInput, Refused
from bot.phrase import phrase
from bot.record import local_id
from bot.screen import Line, Screen, line, strong
from bot.wording.loading import load_screen, problem_lines
from bot.wording.lookups import greeting_screen
from bot.wording.watching import pruned_screen

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    read_message_history=True,  # for a card that was sent just before a crash: without it, it would be sent twice
    create_public_threads=True,
    send_messages_in_threads=True,
)
EXPORT_LIMIT = 10_000_000
ALL = "all"

desk_group = app_commands.Group(
    name="desk", description="Run the desk of this newsroom", default_permissions=RUNS, guild_only=True
)


@desk_group.command(name="setup", description="Where alerts go, who edits, language, hours; what you leave out stays")
@app_commands.describe(
    channel="The channel for alerts",
    story="Only alerts of this story go to that channel; without a channel, back to the others'",
    seeds="A story of the seeds folder to load; all = every one",
    editors="The role of those who add and judge",
    admins="The role of those who run the desk",
    ping="The role to mention on an alert; @everyone = nobody",
    tongue="The language of cards in channels",
    zone="The newsroom's time zone, such as Europe/Madrid",
    quiet_from="Hour from which nothing is posted (0-23); the same as quiet_to = never quiet",
    quiet_to="Hour from which posting goes on (0-23)",
    digest_hour="Hour of the daily digest of notes (0-23)",
)
@app_commands.rename(tongue="language")
@app_commands.choices(
    tongue=[app_commands.Choice(name="English", value="en"), app_commands.Choice(name="Español", value="es")]
)
async def set_up(
    interaction: discord.Interaction[discord.Client],
    channel: discord.TextChannel | None = None,
    story: str = "",
    seeds: str = "",
    editors: discord.Role | None = None,
    admins: discord.Role | None = None,
    ping: discord.Role | None = None,
    tongue: app_commands.Choice[str] | None = None,
    zone: str = "",
    quiet_from: app_commands.Range[int, 0, 23] | None = None,
    quiet_to: app_commands.Range[int, 0, 23] | None = None,
    digest_hour: app_commands.Range[int, 0, 23] | None = None,
) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        given: dict[str, object] = {
            "alert_channel": channel.id if channel and not story else None,
            "story_channels": await _story_channels(visit, story, channel) if story else None,
            "editor_role": editors.id if editors else None,
            "admin_role": admins.id if admins else None,
            "ping_role": (0 if ping.is_default() else ping.id) if ping else None,
            "language": tongue.value if tongue else None,
            "zone": checked_zone(zone) if zone else None,
            "quiet_from": quiet_from,
            "quiet_to": quiet_to,
            "digest_hour": digest_hour,
        }
        changed = {name: value for name, value in given.items() if value is not None}
        room = dataclasses.replace(visit.room, **changed)  # type: ignore[arg-type]
        if channel is not None:
            check_channel(channel)
        if seeds:
            loaded = await ready(interaction, _load(visit, "" if seeds == ALL else seeds))
            if loaded.problems:
                await _tell_loaded(visit, loaded)
                return
        await set_newsroom(visit.desk, room)
        after = dataclasses.replace(visit, room=room)
        if channel is not None:
            await ready(interaction, channel.send(view=layout_of(sentence(after, _test_text(room)))))
        await show(after, PAGES["desk-status"], Key("desk-status"))
        host(interaction).wake_poster(visit.guild)


async def _story_channels(visit: Visit, story: str, channel: discord.TextChannel | None) -> dict[str, int]:
    """The channels of stories with this one's set, or taken away. Raises NotFound."""
    key = get_story(await visit.desk.index(), story).key
    others = {name: id for name, id in visit.room.story_channels.items() if name != key}
    return {**others, key: channel.id} if channel else others


def checked_zone(name: str) -> str:
    """The name of a time zone; raises BadInput with the nearest ones."""
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError):
        near = [one for one in sorted(available_timezones()) if name.lower() in one.lower()][:3]
        raise BadInput(
            "there is no time zone {name!r}; try {near}", name=name[:40], near=", ".join(near) or "Europe/Madrid"
        ) from None


def check_channel(channel: discord.TextChannel) -> None:
    """Raises Refused, naming what is missing, where the desk cannot post."""
    mine = channel.permissions_for(channel.guild.me)
    lacking = [name.replace("_", " ") for name, wanted in NEEDED if wanted and not getattr(mine, name)]
    if lacking:
        raise Refused(
            "the desk lacks permissions in #{channel}: {lacking}; allow them in its settings, then set up again",
            channel=channel.name,
            lacking=", ".join(lacking),
        )


def _test_text(room: Newsroom) -> str:
    say = spoken(room.language)
    return say("Alerts of the desk will stand here. This card is a test: nothing to decide yet.")


async def _suggest_zone(
    interaction: discord.Interaction[discord.Client], current: str
) -> list[app_commands.Choice[str]]:
    names = [one for one in sorted(available_timezones()) if current.lower().replace(" ", "_") in one.lower()]
    return fit(Choice(one, one, "") for one in names[:25])


set_up.autocomplete("zone")(_suggest_zone)


@desk_group.command(name="status", description="What is set, what the record holds, what waits and why")
async def status(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        await show(visit, PAGES["desk-status"], Key("desk-status"))


async def _status(visit: Visit, _: str) -> Sheet:
    greeting = greeting_screen(await visit.desk.greeting(), visit.say)
    waiting = await count_waiting(visit.desk, TARGET)
    reason = visit.say.phrase(host(visit.interaction).waiting_reason(visit.guild) or phrase("nothing is in the way"))
    told = (line(visit.say("{count} alerts wait: {reason}", count=waiting, reason=reason)),) if waiting else ()
    feeds = await watched_screen(visit)
    watched = (feeds.head, *feeds.body)
    body = (
        *greeting.support,
        *greeting.body,
        *_settings_lines(visit),
        *_missing_lines(visit),
        *_hidden_lines(visit),
        *told,
        *watched,
    )
    return Sheet(Screen(greeting.head, dissent=greeting.dissent, body=body), shareable=False)


def _settings_lines(visit: Visit) -> tuple[Line, ...]:
    say, room = visit.say, visit.room
    guild = visit.interaction.guild
    channel = guild.get_channel(room.alert_channel) if guild else None
    roles = {role.id: role.name for role in guild.roles} if guild else {}
    nobody = say("none")
    quiet = f"{room.quiet_from}-{room.quiet_to}" if room.quiet_from != room.quiet_to else nobody
    own = {story: guild.get_channel(id) for story, id in room.story_channels.items()} if guild else {}
    rows = (
        (say("Alert channel"), f"#{channel.name}" if channel else nobody),
        *((say("Alerts of {story}", story=story), f"#{one.name}" if one else nobody) for story, one in own.items()),
        (say("Editor role"), roles.get(room.editor_role, nobody)),
        (say("Admin role"), roles.get(room.admin_role, nobody)),
        (say("Mentioned on alerts"), roles.get(room.ping_role, nobody)),
        (say("Language"), room.language),
        (say("Time zone"), room.zone),
        (say("Quiet hours"), quiet),
        (say("Digest hour"), nobody if room.digest_hour is None else str(room.digest_hour)),
    )
    return tuple(line(f"{name}: ", strong(value)) for name, value in rows)


def _missing_lines(visit: Visit) -> tuple[Line, ...]:
    guild, room = visit.interaction.guild, visit.room
    if not room.alert_channel and not room.story_channels:
        return (line(visit.say("No alert channel is set, so alerts wait: /desk setup channel.")),)
    told: dict[str, None] = {}
    for id in filter(None, (room.alert_channel, *room.story_channels.values())):
        channel = guild.get_channel(id) if guild else None
        if not isinstance(channel, discord.TextChannel):
            told[visit.say("The alert channel is gone, so alerts wait: /desk setup channel.")] = None
            continue
        try:
            check_channel(channel)
        except Refused as refused:
            told[visit.say.phrase(refused.reason)] = None
    return tuple(map(line, told))


def _hidden_lines(visit: Visit) -> tuple[Line, ...]:
    """A role of the newsroom lets its members in, but only Discord's own settings show them the commands."""
    guild, room = visit.interaction.guild, visit.room
    wanted = ((room.editor_role, EDITS), (room.admin_role, RUNS))
    found = [(guild.get_role(id), needed) for id, needed in wanted] if guild else []
    shut = [role.name for role, needed in found if role and not _is_shown(role, needed)]
    return tuple(
        line(
            visit.say(
                "Members of {role} are let in, but Discord hides these commands from them until you allow them: "
                "Server Settings, Integrations, this bot.",
                role=name,
            )
        )
        for name in dict.fromkeys(shut)
    )


def _is_shown(role: discord.Role, needed: discord.Permissions) -> bool:
    held = role.permissions | role.guild.default_role.permissions
    return held.administrator or held >= needed


@desk_group.command(name="seeds", description="Load the stories of the seeds folder, or one of them")
@app_commands.describe(story="One story; all where left out")
async def seeds(interaction: discord.Interaction[discord.Client], story: str = "") -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        await _tell_loaded(visit, await ready(interaction, _load(visit, story)))


async def _tell_loaded(visit: Visit, report: LoadReport) -> None:
    screen = load_screen(report.stories, report.added, report.changed, report.retracted, visit.say)
    problems = tuple(line(text) for text in problem_lines(report.problems, visit.say))
    shown = Screen(screen.head, body=(*problems, *screen.body))
    await send(visit.interaction, card_of(visit, Sheet(shown, shareable=False), Key("desk-status")))
    host(visit.interaction).wake_poster(visit.guild)


async def _load(visit: Visit, story: str) -> LoadReport:
    folders = list_story_folders(visit.desk.settings.seeds_folder)
    chosen = [one for one in folders if not story or one.name == story]
    if not chosen:
        known = ", ".join(one.name for one in folders)
        raise BadInput("there is no story {story!r} among the seeds; there are: {known}", story=story[:40], known=known)
    report = LoadReport()
    for folder in chosen:
        report += await visit.desk.load(folder)
    return report


async def _suggest_story(
    interaction: discord.Interaction[discord.Client], current: str
) -> list[app_commands.Choice[str]]:
    try:
        folders = list_story_folders(host(interaction).settings.seeds_folder)
    except BadInput:
        return []
    return fit(Choice(one.name, one.name, "") for one in folders if current.lower() in one.name.lower())


seeds.autocomplete("story")(_suggest_story)
set_up.autocomplete("seeds")(_suggest_story)
set_up.autocomplete("story")(suggesting("story"))


@desk_group.command(name="export", description="The whole record as TOML files that load again")
async def export(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        packed = await ready(interaction, _pack(visit))
        await _hand_over(visit, packed, "stet-export.zip")


async def _pack(visit: Visit) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        paths = await visit.desk.export(Path(folder))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in paths:
                archive.write(path, path.relative_to(folder))
        return packed.getvalue()


@desk_group.command(name="backup", description="The whole database as one file")
async def backup(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        copied = await ready(interaction, _copy(visit))
        await _hand_over(visit, copied, "stet-backup.zip")


async def _copy(visit: Visit) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stet.sqlite"
        await visit.desk.back_up(path)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
        return packed.getvalue()


async def _hand_over(visit: Visit, content: bytes, name: str) -> None:
    if len(content) > EXPORT_LIMIT:
        raise Refused("the file has more than the 10 MB Discord takes; make it with `stet export` on the machine")
    await send_file(visit.interaction, content, name)


@desk_group.command(name="prune", description="Drop old texts that no live claim rests on, and say which")
async def prune_texts(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        report = await ready(interaction, prune(visit.desk))
        removed = [(local_id(one.source), one.number) for one in report.removed]
        await show_once(visit, pruned_screen(removed, report.bytes, report.kept, visit.say))


@desk_group.command(name="forget", description="Delete everything the desk holds about this server")
async def forget(interaction: discord.Interaction[discord.Client]) -> None:
    async with visiting(interaction, Role.ADMIN) as visit:
        sure = Pressable(visit.say("Delete it all"), Key("desk-forget", str(visit.guild)))
        text = visit.say("This deletes the whole record of this server, with all judgements. /desk backup first.")
        await tell(visit, text, sure)


async def _forget(visit: Visit, key: Key, _: tuple[str, ...]) -> None:
    await host(visit.interaction).newsrooms.forget(visit.guild)
    await tell(visit, visit.say("Everything the desk held about this server is deleted."))


PAGES = {"desk-status": Page(Role.ADMIN, _status)}
VERBS = Verbs((desk_group,), PAGES, {"desk-forget": Step(Role.ADMIN, _forget)})
