"""What a desk keeps in memory for long, kept out of the garbage collector's way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
