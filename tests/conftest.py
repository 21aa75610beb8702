"""The suite's own rules: Hypothesis gives the same examples every time unless asked to explore, and times nothing.

`HYPOTHESIS_PROFILE=explore python -m pytest` tries new examples.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeat", deadline=None, derandomize=True, max_examples=30)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))
