"""Are the reference pages fresh? Writes docs/reference; with --check only says which are stale."""

import sys
from collections.abc import Callable
from pathlib import Path

from tools.docs.commands import commands
from tools.docs.content import limit_page, movement_page, source_page
from tools.docs.contract import contract_assess, contract_respond
from tools.docs.rules import hazards, rules

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "contract-assess.md": contract_assess,
    "contract-respond.md": contract_respond,
    "rules.md": rules,
    "limits.md": limit_page,
    "movements.md": movement_page,
    "sources.md": source_page,
    "hazards.md": hazards,
}


def stale(folder: Path = FOLDER) -> list[str]:
    """The pages that differ from what the program would write now, and those it would not write."""
    found = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    fresh = {name: write() for name, write in PAGES.items()}
    return sorted(name for name in found | fresh if found.get(name) != fresh.get(name))


def main(arguments: list[str], folder: Path = FOLDER) -> int:
    """Write the stale pages, or with --check name them and return 1."""
    if arguments not in ([], ["--check"]):
        print("python -m tools.docs [--check]")
        return 2
    changed = stale(folder)
    for name in changed:
        if arguments:
            print(f"docs/reference/{name} is stale; run: python3 dev.py docs")
        elif name in PAGES:
            (folder / name).write_text(PAGES[name](), "utf-8")
            print(f"docs/reference/{name} written")
        else:
            (folder / name).unlink()
            print(f"docs/reference/{name} removed: nothing writes it any more")
    return 1 if arguments and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
