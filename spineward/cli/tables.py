"""spineward rules tables and diff: write every rule set's complete table, or say what moved."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spineward.clinical.spaces.space import Space

ABOUT = "write the complete tables of the rules anew"
ABOUT_DIFF = "say which situations the rules now decide otherwise than the tables"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of either command."""
    parser.add_argument("table", nargs="*", help="how an id starts: emergency, strength.A7; all")


def run(options: Namespace) -> int:
    """Write the tables, or print what moved; 1 when something did, 2 for a table that is none."""
    from spineward.clinical.spaces import SPACES

    chosen = [one for one in SPACES if not options.table or one.id.startswith(tuple(options.table))]
    if not chosen:
        print(f"spineward rules: there is no table {' '.join(options.table)}")
        return 2
    return _write(chosen) if options.verb == "tables" else _differ(chosen, all=not options.table)


def _write(chosen: list["Space"]) -> int:
    from spineward.clinical.tables import FOLDER, tabulate, text_of, written

    FOLDER.mkdir(exist_ok=True)
    for space in chosen:
        text = text_of(tabulate(space))
        if text != written(space.id):
            (FOLDER / f"{space.id}.txt").write_text(text, "utf-8")
            print(f"{space.id}: written, {space.size:,} situations")
    if any(space.id.startswith("response.") for space in chosen):
        _write_wire()
    return 0


def _write_wire() -> None:
    """What pages carry of the response tables."""
    from spineward.clinical import wire
    from spineward.clinical.wire.writing import encoded

    text = encoded()
    if not _carried(text):
        wire.FILE.write_text(text, "utf-8")
        print(f"{wire.FILE.name}: written, {len(text.encode()):,} bytes")


def _carried(text: str) -> bool:
    """Do pages carry this very text?"""
    from spineward.clinical import wire

    return wire.FILE.exists() and wire.FILE.read_text("utf-8") == text


def _differ_wire() -> Iterator[str]:
    from spineward.clinical import wire
    from spineward.clinical.wire.writing import encoded

    if not _carried(encoded()):
        name = wire.FILE.name
        yield f"{name}: not what the rules say; write it with: spineward rules tables response"


def _differ(chosen: list["Space"], *, all: bool) -> int:
    from spineward.clinical.moves import differences
    from spineward.clinical.tables import FOLDER

    lines = [line for space in chosen for line in _of(space)]
    known = {space.id for space in chosen}
    gone = [path.stem for path in sorted(FOLDER.glob("*.txt")) if path.stem not in known]
    lines += [line for id in gone if all for line in differences(id, None)]
    if any(space.id.startswith("response.") for space in chosen):
        lines += _differ_wire()
    print("\n".join(lines) or "No situation is decided otherwise than in the committed tables.")
    return 1 if lines else 0


def _of(space: "Space") -> Iterator[str]:
    """What moved in one table; of a rule that is gone, what its situations are without it."""
    from spineward.clinical.moves import differences
    from spineward.clinical.tables import TableError, gone, tabulate

    missing = gone(space)
    for id in missing:
        yield f"{space.id}: rule {id} is no longer among the rules"
    left = tuple(id for id in space.rules if id not in missing)
    try:
        yield from differences(space.id, tabulate(replace(space, rules=left)))
    except TableError as error:
        yield f"{space.id}: {error}; if nobody meant it: spineward rules tables {space.id}"
