"""`python -m tests.benchmarks [NAME ...]`: every benchmark in this folder, or those named, to lines of figures."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path


def main(wanted: Sequence[str]) -> int:
    """Run the benchmarks named (all without names); 2 if a name is unknown."""
    names = sorted(one.name for one in pkgutil.iter_modules([str(Path(__file__).parent)]) if one.name[0] != "_")
    unknown = set(wanted) - set(names)
    if unknown:
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(names)}", file=sys.stderr)
        return 2
    for name in wanted or names:
        print(f"{name}:")
        for line in importlib.import_module(f"tests.benchmarks.{name}").run():
            print(f"  {line}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
