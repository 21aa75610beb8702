"""The one door to the newsroom's record, and the only place that knows the order of the steps."""

from __future__ import annotations
