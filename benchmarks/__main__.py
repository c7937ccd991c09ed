"""How fast is it all? Runs the measures that take seconds, or those that are named.

`figures`, `player` and `start` are run only by name: two need a browser, the last fetches
everything anew, so it takes a minute and the network.
"""

import sys
from importlib import import_module

from benchmarks.measure import HEAD, line

QUICK = ("engine", "lines", "pages", "body_map")
BY_NAME = ("figures", "player", "start")


def main(names: list[str]) -> int:
    """Print a table; 2 for a name that is none. A missed bound is said, and fails nothing."""
    known = (*QUICK, *BY_NAME)
    if unknown := sorted(set(names) - set(known)):
        print(f"{', '.join(unknown)}: not measured here; known are {', '.join(known)}")
        return 2
    print(HEAD)
    for name in names or QUICK:
        for measure in import_module(f"benchmarks.{name}").measures():
            print(line(measure), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
