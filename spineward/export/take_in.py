"""How does an archived diary come back into the program? Without loss, and each row once."""

from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

from spineward.diary.example import FIRST
from spineward.diary.models import Person
from spineward.diary.restoring import restore
from spineward.diary.trouble import Clash
from spineward.diary.writing import writing
from spineward.export import loosening
from spineward.export.reading import Archive, read_from
from spineward.export.unhurried import no_collecting


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were new here, and how many the diary had already."""

    new: int
    known: int


def bring_back(person: Person, file: BinaryIO, *, join: bool = False) -> Taken:
    """Read an archive and take it in; raises Unreadable too."""
    with no_collecting():
        return take_in(person, read_from(file), join=join)


def take_in(person: Person, archive: Archive, *, join: bool = False) -> Taken:
    """Write the rows of an archive that this diary lacks: all of them, or none.

    Into an empty diary the rows come with the ids they had. Raises Clash when the two tell one row
    in two ways, when the copy would undo a stop, or when one of the two is that of the example
    person; Stranger when they share no row (only with `join` they become one diary), and Unsaved
    when the diary cannot be written. In each case nothing was changed.
    """
    _keep_apart(archive)
    copy = {table: [vars(line) for line in lines] for table, lines in archive.tables.items()}
    with no_collecting(), writing(person):
        loosening.check(person, archive)
        done = restore(person, vars(archive.person), copy, join=join)
    return Taken(done.new, done.known)


def _keep_apart(archive: Archive) -> None:
    """The example and a real diary do not mix, whichever of them comes."""
    is_example = any(line.client_id == FIRST for line in archive.tables["answers"])
    if is_example and not settings.EXAMPLE:
        raise Clash("It is the diary of the example person, and stays out of every other.")
    if settings.EXAMPLE and not is_example and any(archive.tables.values()):
        raise Clash("This is an example. Your own diary comes back in your own Spineward.")
