"""Write docs/safety/over-triage.md, say whether it is fresh, or show some of the people."""

import sys
from itertools import islice
from pathlib import Path

from tools.triage.draw import Rates
from tools.triage.page import COMMAND, page
from tools.triage.people import people
from tools.triage.run import outcomes
from tools.triage.show import show
from tools.triage.study import study

PAGE = Path(__file__).parents[2] / "docs" / "safety" / "over-triage.md"
USAGE = f"{COMMAND} [--check | --show N]"


def main(arguments: list[str], place: Path = PAGE) -> int:
    """0 when all is well, 1 when the page is stale, 2 for a call that makes no sense."""
    if len(arguments) == 2 and arguments[0] == "--show" and arguments[1].isdigit():
        for one in outcomes(islice(people(Rates()), int(arguments[1]))):
            print(show(one))
        return 0
    if arguments not in ([], ["--check"]):
        print(USAGE)
        return 2
    text = page(study())
    if place.exists() and place.read_text("utf-8") == text:
        return 0
    if arguments:
        print(f"docs/safety/{place.name} is stale; run: {COMMAND}")
        return 1
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")
    print(f"docs/safety/{place.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
