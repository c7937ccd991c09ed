"""How fast is it all? Runs the measures that take seconds, or those that are named.

The others are run only by name: `figures`, `player` and `faults` need a browser, and `faults`
takes a quarter of an hour; `lighthouse` and `start` fetch what they need from the network.
"""

import sys
from importlib import import_module

from benchmarks.measure import HEAD, line

QUICK = ("engine", "lines", "pages", "body_map")
BY_NAME = (
    "archive",
    "example",
    "fhir",
    "progress",
    "report",
    "figures",
    "player",
    "faults",
    "lighthouse",
    "start",
)


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
