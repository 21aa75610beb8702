"""What other programs do to the machine meanwhile, to be told beside every longest pause that is measured on it."""

from __future__ import annotations

from time import perf_counter

SECONDS = 3.0


def bare_loop() -> str:
    """The longest pause of a loop that does nothing but look at the clock."""
    start = last = perf_counter()
    worst = 0.0
    while last - start < SECONDS:
        now = perf_counter()
        worst, last = max(worst, now - last), now
    return f"a loop that does nothing was held {worst * 1000:.0f} ms"
