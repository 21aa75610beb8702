"""What a desk keeps in memory, kept out of the way of the garbage collector, for it holds every thread."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SWITCH_SECONDS = 0.0001
YOUNG, MIDDLE, OLD = 5_000, 3, 6_000
"""At most 20,000 objects are looked at in one go, 5 ms; all of them only after 90 million new ones."""


@contextmanager
def long_lived() -> Iterator[None]:
    """What is made inside stays: the collector looks at it neither while it grows nor ever after.

    A full collection holds every thread for as long as it takes to look at all there is: half a second for the
    index of ten thousand names, again and again. What an index holds has no circles, so it goes when it is let go.
    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def keep_pace() -> None:
    """Let nothing hold an event loop for long: not the collector, not a thread.

    A thread that reads an article gives way only every switch interval, and each answer waits for many turns: every
    visit to the store's thread takes two or three. With 50 people asking at once that was half a second at 0.5 ms, and
    less than 0.1 ms gains nothing. And while an article of 100 kB is read there is so much in memory that looking
    through all of it takes 50 ms: that is left to `collect`, at times of our own choosing. What goes in circles for a
    short while is found all the same.
    """
    collect()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    sys.setswitchinterval(SWITCH_SECONDS)


def collect() -> None:
    """Look through all of memory once, and never again at what is in it by then."""
    gc.collect()
    gc.freeze()
