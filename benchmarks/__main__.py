"""How fast is it all? Runs every measurement of this folder, or those that are named."""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    """Call `main()` of each measurement; 1 when any promise is broken."""
    here = Path(__file__).parent
    known = sorted(path.stem for path in here.glob("[a-z]*.py"))
    if unknown := set(names) - set(known):
        print(f"{', '.join(sorted(unknown))}: not measured here; known are {', '.join(known)}")
        return 2
    broken = 0
    for name in names or known:
        print(f"\n{name}", flush=True)
        broken |= import_module(f"benchmarks.{name}").main()
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
