"""A TOML file of settings to one typed `Settings`; every problem of the file is told at once."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from bot.errors import ConfigError
from bot.values import VAGUE_LIMITS

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Where things lie, and who is recorded as having done what from this terminal."""

    data: str = ""
    seeds: str = ""
    name: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How the desk connects to Discord; the token itself stands only in a file or in STET_TOKEN."""

    token_file: str = ""
    health_file: str = ""
    purge_days: int = 30
    log_level: str = "info"


@dataclass(frozen=True, slots=True)
class WebSettings:
    """What may be fetched, how politely, and how long what was read is kept."""

    contact: str = ""
    allow_hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = (80, 443)
    timeout_seconds: int = 20
    redirects: int = 5
    page_megabytes: int = 10
    host_seconds: int = 2
    poll_minutes: int = 15
    reread_hours: int = 6
    keep_days: int = 365
    keep_megabytes: int = 2000


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `vague` maps words such as "dozens" to the smallest and largest count they may mean."""

    desk: DeskSettings = DeskSettings()
    discord: DiscordSettings = DiscordSettings()
    web: WebSettings = WebSettings()
    vague: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=lambda: MappingProxyType(dict(VAGUE_LIMITS)))

    @property
    def data_folder(self) -> Path:
        """The folder of databases: as set, else the platform's folder for a user's data."""
        if self.desk.data:
            return Path(self.desk.data).expanduser()
        from platformdirs import user_data_path

        return user_data_path("stet", appauthor=False)

    @property
    def seeds_folder(self) -> Path:
        """The folder of stories: as set, else the seeds that came with the program."""
        if self.desk.seeds:
            return Path(self.desk.seeds).expanduser()
        packaged = PACKAGE / "seeds"
        return packaged if packaged.is_dir() else PACKAGE.parent / "seeds"


def find_config(given: str | None) -> Path | None:
    """The settings file: the one given, else $STET_CONFIG, else config.toml in the user's configuration folder."""
    named = given or os.environ.get("STET_CONFIG")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    standard = user_config_path("stet", appauthor=False) / "config.toml"
    return standard if standard.is_file() else None


def load_settings(path: Path | None) -> Settings:
    """Settings from a file, the defaults without one; raises ConfigError naming every problem."""
    if path is None:
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            "the settings file {path} cannot be read ({error}); check the path",
            path=path,
            error=error,
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError("{path} is not a TOML file: {error}; mend that line", path=path, error=error) from None
    return read_settings(raw, str(path))


def read_settings(raw: Mapping[str, object], path: str) -> Settings:
    """Settings from parsed TOML; raises ConfigError naming every unknown key and wrong type."""
    problems: list[str] = []
    sections: dict[str, object] = {}
    for name, value in raw.items():
        if name == "vague":
            sections[name] = _vague(value, problems)
        elif name in _SECTIONS and isinstance(value, Mapping):
            sections[name] = _section(_SECTIONS[name], name, value, problems)
        else:
            problems.append(f"[{name}] is no section; the sections are {', '.join((*_SECTIONS, 'vague'))}")
    if problems:
        raise ConfigError("{path}: {problems}; see config.example.toml", path=path, problems="; ".join(problems))
    return dataclasses.replace(Settings(), **sections)  # type: ignore[arg-type]


_SECTIONS: dict[str, type[DeskSettings] | type[DiscordSettings] | type[WebSettings]] = {
    "desk": DeskSettings,
    "discord": DiscordSettings,
    "web": WebSettings,
}


def _section(
    kind: type[DeskSettings] | type[DiscordSettings] | type[WebSettings],
    name: str,
    given: Mapping[str, object],
    problems: list[str],
) -> object:
    defaults = kind()
    known = {one.name: getattr(defaults, one.name) for one in dataclasses.fields(kind)}
    taken: dict[str, object] = {}
    for key, value in given.items():
        if key not in known:
            problems.append(f"{name}.{key} is unknown; known are {', '.join(known)}")
        elif (fitted := _fitted(value, known[key])) is None:
            problems.append(f"{name}.{key} must be {_described(known[key])}, not {value!r}")
        else:
            taken[key] = fitted
    return kind(**taken)  # type: ignore[arg-type]


def _fitted(value: object, default: object) -> object | None:
    if isinstance(default, tuple):
        kind = int if default and isinstance(default[0], int) else str
        fits = isinstance(value, list) and all(type(item) is kind for item in value)
        return tuple(value) if fits and isinstance(value, list) else None
    if isinstance(default, int):
        return value if type(value) is int and value >= 0 else None
    return value if type(value) is type(default) else None


def _described(default: object) -> str:
    if isinstance(default, tuple):
        return "a list of numbers" if default and isinstance(default[0], int) else "a list of texts"
    return "a number from 0" if isinstance(default, int) else "a text"


def _vague(given: object, problems: list[str]) -> Mapping[str, tuple[Decimal, Decimal]]:
    limits = dict(VAGUE_LIMITS)
    for word, pair in given.items() if isinstance(given, Mapping) else ():
        match pair:
            case [int() as low, int() as high] if 0 <= low <= high:
                limits[str(word)] = (Decimal(low), Decimal(high))
            case _:
                problems.append(f"vague.{word} must be [smallest, largest], not {pair!r}")
    return MappingProxyType(limits)
