"""A token to a client that stays connected: started, supervised, stopped cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable

import aiohttp
import discord
from discord.backoff import ExponentialBackoff

from bot.chat.client import StetClient
from bot.chat.logs import set_up_logs
from bot.config import Settings
from bot.errors import ConfigError, FetchFailed

log = logging.getLogger("stet.chat")

TOKEN_LINES = "https://discord.com/developers/applications"


async def serve(token: str, settings: Settings, make: Callable[[Settings], StetClient] = StetClient) -> int:
    """Stay connected until SIGTERM or SIGINT; returns 0.

    Raises ConfigError for a refused token, FetchFailed where Discord cannot be reached at the start. Later failures
    are survived: a client that ended is replaced, ever more slowly, for Discord counts its logins.
    """
    set_up_logs(settings.discord.log_level)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no handlers on its loops
            loop.add_signal_handler(name, stop.set)
    backoff: ExponentialBackoff[bool] = ExponentialBackoff(base=5)
    first = True
    while not stop.is_set():
        client = make(settings)
        client.health.write("starting")
        if await _run(client, token, stop, first=first):
            return 0
        first = False
        await _pause(stop, backoff.delay())
    return 0


async def _run(client: StetClient, token: str, stop: asyncio.Event, *, first: bool) -> bool:
    """One client's life; True = it was told to stop."""
    running = asyncio.ensure_future(client.start(token))
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if stopping.done():
            return True
        running.result()
        return False
    except discord.LoginFailure:
        raise ConfigError(
            "Discord refused the token; copy the bot's token anew from {where} into STET_TOKEN or discord.token_file",
            where=TOKEN_LINES,
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise ConfigError(
            "Discord refused the intents the desk asks for; check the application at {where}", where=TOKEN_LINES
        ) from None
    except (OSError, aiohttp.ClientError, discord.DiscordException) as error:
        if first and not client.is_ready() and isinstance(error, OSError | aiohttp.ClientError):
            raise FetchFailed(
                "Discord cannot be reached ({error}); check the network, then start again", error=error
            ) from None
        log.exception("client ended")
        return False
    except Exception:  # an event discord.py cannot read ends a client; the desk comes back
        log.exception("client ended")
        return False
    finally:
        stopping.cancel()
        await client.close()
        running.cancel()
        await asyncio.gather(running, stopping, return_exceptions=True)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
