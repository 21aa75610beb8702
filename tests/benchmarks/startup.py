"""`stet who coale` as a process, stories loaded before, beside an empty Python: seconds, processor time, memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

ROUNDS = 7
WHO = (sys.executable, "-m", "bot", "who", "coale")
NOTHING = (sys.executable, "-c", "pass")


def run() -> list[str]:
    """The lines of the report; medians, the two commands taking turns."""
    with tempfile.TemporaryDirectory() as place:
        config = Path(place) / "config.toml"
        config.write_text(f"[desk]\ndata = '{place}'\n", encoding="utf-8")
        # As installed: compiled once, whatever this process was told about writing compiled files.
        environment = {**os.environ, "STET_CONFIG": str(config), "PYTHONPYCACHEPREFIX": place}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _measure(WHO, environment)
        pairs = [(_measure(WHO, environment), _measure(NOTHING, environment)) for _ in range(ROUNDS)]
    return [_line("stet who coale", [who for who, _ in pairs]), _line("python -c pass", [none for _, none in pairs])]


def _measure(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of processor time, and peak memory in MB."""
    start = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def _line(name: str, rounds: Sequence[tuple[float, float, float]]) -> str:
    clock, cpu, memory = (statistics.median(column) for column in zip(*rounds, strict=True))
    best = min(used for _, used, _ in rounds)
    spent = f"{best * 1e3:.0f} ms of processor time at best, {cpu * 1e3:.0f} ms as a rule"
    return f"{name}: {clock * 1e3:.0f} ms on the clock, {spent}, {memory:.0f} MB"


if __name__ == "__main__":
    print("\n".join(run()))
