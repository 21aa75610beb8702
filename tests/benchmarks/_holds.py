"""Work on an event loop to how long each of its callbacks held it, with what the machine did meanwhile left out.

A processor that is taken away stops the clock on the wall and, on a virtual machine, the clock of the thread as well:
an idle loop is then "held" for most of a second. So three things are done here. Time is the thread's own, not the
wall's. On every processor a sibling process that only sleeps, a millisecond at a time, notes when it overslept: while
all of them did, the machine stood still, and that is taken off. And the same work is done in several rounds: what a
callback needs, it needs in each of them, so of a callback's longest hold in every round the shortest is told.
"""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import reduce
from itertools import count
from time import monotonic, thread_time
from unittest.mock import patch

NAP = 0.001
MOST_SIBLINGS = 4
SIBLING = f"""
import os, sys, time
if len(sys.argv) > 1:
    os.sched_setaffinity(0, {{int(sys.argv[1])}})
print(flush=True)
last = time.monotonic()
while True:
    time.sleep({NAP})
    now = time.monotonic()
    if now - last > 5 * {NAP}:
        print(last + {NAP}, now, flush=True)
    last = now
"""


Span = tuple[float, float]
"""From when to when, by the monotonic clock, which all processes of a machine share."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One callback: whose, in which turn of the loop, from when to when (monotonic), and how long its thread worked."""

    name: str
    turn: int
    start: float
    end: float
    worked: float


@dataclass(frozen=True, slots=True)
class Stalls:
    """When the machine stood still, in order and apart."""

    starts: Sequence[float]
    ends: Sequence[float]

    def part(self, start: float, end: float) -> Stalls:
        """Those of a shorter time."""
        spans = [(max(start, a), min(end, b)) for a, b in zip(self.starts, self.ends, strict=True)]
        kept = [(a, b) for a, b in spans if a < b]
        return Stalls([a for a, _ in kept], [b for _, b in kept])

    def within(self, start: float, end: float) -> float:
        """The seconds of a span in which it stood still."""
        first = bisect_left(self.ends, start)
        spans = zip(self.starts[first:], self.ends[first:], strict=True)
        return sum(max(0.0, min(end, stop) - max(start, begin)) for begin, stop in spans if begin < end)


@dataclass(slots=True)
class Round:
    """What was noted while the work was done once."""

    holds: list[Hold] = field(default_factory=list)
    late: list[tuple[float, float]] = field(default_factory=list)
    looks: list[Hold] = field(default_factory=list)
    stalls: Stalls = field(default_factory=lambda: Stalls((), ()))

    def part(self, start: float, end: float) -> Round:
        """What was noted of a shorter time."""
        return Round(
            [one for one in self.holds if start <= one.start < end],
            [one for one in self.late if start <= one[0] < end],
            [one for one in self.looks if start <= one.start < end],
            self.stalls.part(start, end),
        )

    def longest(self) -> dict[str, float]:
        """Seconds of the longest hold by name, the machine left out."""
        found: dict[str, float] = {}
        for one in self.holds:
            found[one.name] = max(found.get(one.name, 0.0), self._own(one))
        return found

    def longest_turn(self) -> float:
        """Seconds of the longest turn: all callbacks that were due at once run before anything else is looked at."""
        turns: dict[int, float] = {}
        for one in self.holds:
            turns[one.turn] = turns.get(one.turn, 0.0) + self._own(one)
        return max(turns.values(), default=0.0)

    def longest_look(self) -> float:
        """Seconds of the longest look of the garbage collector, in whichever thread: it holds them all."""
        return max(map(self._own, self.looks), default=0.0)

    def _own(self, one: Hold) -> float:
        return max(0.0, min(one.worked, one.end - one.start - self.stalls.within(one.start, one.end)))

    def latest(self) -> float:
        """Seconds by which the loop was late at most for something that was due, the machine left out."""
        return max((end - due - self.stalls.within(due, end) for due, end in self.late), default=0.0)


@contextmanager
def watching() -> Iterator[Round]:
    """Note what runs on the running loop meanwhile; the round is complete after the block."""
    done, turn = Round(), count()
    run = asyncio.Handle._run
    run_once = asyncio.base_events.BaseEventLoop._run_once  # type: ignore[attr-defined]
    now = next(turn)

    def noted(handle: asyncio.Handle) -> None:
        name, start, before = _name(handle), monotonic(), thread_time()
        run(handle)
        done.holds.append(Hold(name, now, start, monotonic(), thread_time() - before))

    def counted(loop: asyncio.base_events.BaseEventLoop) -> None:
        nonlocal now
        now = next(turn)
        run_once(loop)

    with (
        _siblings() as stalls,
        patch.object(asyncio.Handle, "_run", noted),
        patch.object(asyncio.base_events.BaseEventLoop, "_run_once", counted),
        _looks(done.looks),
    ):
        pulse = asyncio.ensure_future(_pulse(done.late))
        try:
            yield done
        finally:
            pulse.cancel()
    stood = reduce(_both, stalls)
    done.stalls = Stalls([start for start, _ in stood], [end for _, end in stood])


@contextmanager
def _looks(found: list[Hold]) -> Iterator[None]:
    begun = (0.0, 0.0)

    def look(phase: str, _: object) -> None:
        nonlocal begun
        if phase == "start":
            begun = monotonic(), thread_time()
        else:
            found.append(Hold("garbage collector", 0, begun[0], monotonic(), thread_time() - begun[1]))

    gc.callbacks.append(look)
    try:
        yield
    finally:
        gc.callbacks.remove(look)


async def _pulse(late: list[tuple[float, float]]) -> None:
    while True:
        due = monotonic() + 5 * NAP
        await asyncio.sleep(5 * NAP)
        late.append((due, monotonic()))


@contextmanager
def _siblings() -> Iterator[list[list[Span]]]:
    """For every processor the spans in which a process that only sleeps overslept there, once the block is left."""
    found: list[list[Span]] = []
    with ExitStack() as running:
        found.extend(running.enter_context(_sibling(arguments)) for arguments in _processors())
        yield found


def _processors() -> list[tuple[str, ...]]:
    """Arguments of the siblings; where a process cannot be bound to a processor, of one that is not."""
    if sys.platform != "linux":
        return [()]
    return [(str(one),) for one in sorted(os.sched_getaffinity(0))[:MOST_SIBLINGS]]


@contextmanager
def _sibling(arguments: tuple[str, ...]) -> Iterator[list[Span]]:
    found: list[Span] = []
    with subprocess.Popen([sys.executable, "-c", SIBLING, *arguments], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        yield found
        process.terminate()
        spans = (line.split() for line in process.stdout if line.endswith("\n"))
        found += [(float(start), float(end)) for start, end in spans]


def _both(first: Sequence[Span], second: Sequence[Span]) -> list[Span]:
    """What lies within both of two rows of spans, each in order and apart."""
    found: list[Span] = []
    one, other = iter(first), iter(second)
    a, b = next(one, None), next(other, None)
    while a and b:
        start, end = max(a[0], b[0]), min(a[1], b[1])
        if start < end:
            found.append((start, end))
        if a[1] < b[1]:
            a = next(one, None)
        else:
            b = next(other, None)
    return found


def told(rounds: Sequence[Round], most: int = 3) -> list[str]:
    """Lines: how long the loop was held and how late it was in every round, and the callbacks that held it longest."""
    by_name = [one.longest() for one in rounds]
    names = set.intersection(*map(set, by_name))
    held = sorted(((min(one[name] for one in by_name), name) for name in names), reverse=True)[:most]
    turns, late = sorted(one.longest_turn() for one in rounds), min(one.latest() for one in rounds)
    look = min(one.longest_look() for one in rounds)
    stood = sum(end - start for one in rounds for start, end in zip(one.stalls.starts, one.stalls.ends, strict=True))
    return [
        f"loop held {turns[0] * 1e3:.0f} ms at most ({turns[len(turns) // 2] * 1e3:.0f} ms in the middle round), "
        f"at most {late * 1e3:.0f} ms late, by the collector at most {look * 1e3:.0f} ms, the machine left out "
        f"(it stood still for {stood:.1f} s; {len(rounds)} rounds)",
        *(f"  {seconds * 1e3:.0f} ms {name}" for seconds, name in held),
    ]


async def idle(seconds: float, rounds: int) -> str:
    """The same measure of a loop that does nothing: what it cannot leave out."""
    noted: list[Round] = []
    for _ in range(rounds):
        with watching() as done:
            await asyncio.sleep(seconds)
        noted.append(done)
    return f"of a loop that does nothing: {told(noted, 1)[0]}"


def _name(handle: asyncio.Handle) -> str:
    """Whose callback it is: the task's coroutine and, of those it waits for, the innermost."""
    callback = handle._callback  # type: ignore[attr-defined]
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, asyncio.Task):
        return str(getattr(callback, "__qualname__", type(callback).__name__))
    coroutine = owner.get_coro()
    chain = [_called(coroutine)]
    while (inner := getattr(coroutine, "cr_await", None)) is not None and hasattr(inner, "cr_await"):
        coroutine = inner
        chain.append(_called(coroutine))
    return " > ".join(dict.fromkeys((chain[0], *chain[-2:])))


def _called(coroutine: object) -> str:
    code = getattr(coroutine, "cr_code", None)
    file = code.co_filename.replace("\\", "/").rpartition("/")[2].removesuffix(".py") if code else ""
    return f"{file}:{getattr(coroutine, '__qualname__', coroutine)}"
