"""spineward rules tables and diff: write every rule set's complete table, or say what moved."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
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
    from spineward.clinical.wire import FILE
    from spineward.clinical.wire.writing import encoded

    text = encoded()
    if not FILE.exists() or text != FILE.read_text("utf-8"):
        FILE.write_text(text, "utf-8")
        print(f"{FILE.name}: written, {len(text.encode()):,} bytes")


def _differ(chosen: list["Space"], *, all: bool) -> int:
    from spineward.clinical.moves import differences
    from spineward.clinical.tables import FOLDER

    lines = [line for space in chosen for line in _of(space)]
    known = {space.id for space in chosen}
    gone = [path.stem for path in sorted(FOLDER.glob("*.txt")) if path.stem not in known]
    lines += [line for id in gone if all for line in differences(id, None)]
    print("\n".join(lines) or "No situation is decided otherwise than in the committed tables.")
    return 1 if lines else 0


def _of(space: "Space") -> Iterator[str]:
    from spineward.clinical.moves import differences
    from spineward.clinical.tables import TableError, tabulate

    try:
        yield from differences(space.id, tabulate(space))
    except TableError as error:
        yield f"{error}"
        yield from differences(space.id, None)
