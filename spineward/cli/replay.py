"""spineward replay ARCHIVE: what would today's rules decide otherwise in a diary?"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from pydantic_core import to_json

from spineward.cli.progress import Progress
from spineward.export.reading import Archive, Unreadable, read
from spineward.export.redeciding import Moment, moments
from spineward.export.telling import as_json, lines

ABOUT = "decide an archived diary again with today's rules, and list every difference"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("archive", type=Path, help="an archive written by spineward archive")
    parser.add_argument("--json", action="store_true", help="every changed field, as JSON")


def run(options: Namespace) -> int:
    """Print the differences: 0 when there is none, 1 when there are, 2 for no sound archive."""
    try:
        archive = read(options.archive)
        found = _again(archive)
    except Unreadable as trouble:
        print(f"spineward replay: {trouble}", file=sys.stderr)
        return 2
    if options.json:
        print(to_json(as_json(archive, found), indent=2).decode())
    else:
        print("\n".join(lines(archive, found)))
    return 1 if any(moment.changes for moment in found) else 0


def _again(archive: Archive) -> list[Moment]:
    """Every moment; on a terminal a count shows how far it has come."""
    progress = Progress(0)
    found = []
    for moment in moments(archive):
        found.append(moment)
        progress.step(len(found), 0)
    progress.end()
    return found
