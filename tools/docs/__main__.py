"""Are the generated pages of docs/ fresh? Writes them; with --check only says which are stale."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.docs.api import api
from tools.docs.commands import commands
from tools.docs.content import limit_page, movement_page, source_page
from tools.docs.contract import contract_assess, contract_respond
from tools.docs.fhir import fhir
from tools.docs.hazard_log import hazard_index, hazard_pages
from tools.docs.points import points
from tools.docs.proofs import proofs
from tools.docs.review import guide
from tools.docs.rules import rules
from tools.docs.seed import seed_coverage
from tools.docs.traceability import traceability

DOCS = Path(__file__).parents[2] / "docs"
WHOLLY_WRITTEN = ("reference", "safety/hazards")
"""Folders in which every page is generated: one that nothing writes any more is removed."""
PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/api.md": api,
    "reference/contract-assess.md": contract_assess,
    "reference/contract-respond.md": contract_respond,
    "reference/fhir.md": fhir,
    "reference/rules.md": rules,
    "reference/limits.md": limit_page,
    "reference/movements.md": movement_page,
    "reference/sources.md": source_page,
    "safety/hazards.md": hazard_index,
    "safety/proofs.md": proofs,
    "safety/seed-coverage.md": seed_coverage,
    "safety/traceability.md": traceability,
    "safety/reviewers-guide.md": guide,
    "open-points.md": points,
}
"""Generated pages by their place under docs/."""
BOOKS: tuple[Callable[[], Mapping[str, str]], ...] = (hazard_pages,)
"""Functions that write several pages at once: the text of each by its place."""


def fresh() -> dict[str, str]:
    """Every generated page as the program would write it now."""
    pages = {place: write() for place, write in PAGES.items()}
    for write_all in BOOKS:
        pages |= write_all()
    return pages


def differing(folder: Path, pages: Mapping[str, str]) -> list[str]:
    """The places whose page is not as it would be written, or that nothing writes any more."""
    left = {
        path.relative_to(folder).as_posix()
        for owned in WHOLLY_WRITTEN
        for path in (folder / owned).glob("*.md")
    } - pages.keys()
    known = {place: folder / place for place in pages}
    changed = {
        place
        for place, path in known.items()
        if not path.exists() or path.read_text("utf-8") != pages[place]
    }
    return sorted(left | changed)


def stale(folder: Path = DOCS) -> list[str]:
    """The places that differ from what the program would write now."""
    return differing(folder, fresh())


def main(arguments: list[str], folder: Path = DOCS) -> int:
    """Write the stale pages, or with --check name them and return 1."""
    if arguments not in ([], ["--check"]):
        print("python -m tools.docs [--check]")
        return 2
    pages = fresh()
    changed = differing(folder, pages)
    for place in changed:
        if arguments:
            print(f"docs/{place} is stale; run: python3 dev.py docs")
        elif place in pages:
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_text(pages[place], "utf-8")
            print(f"docs/{place} written")
        else:
            (folder / place).unlink()
            print(f"docs/{place} removed: nothing writes it any more")
    return 1 if arguments and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
