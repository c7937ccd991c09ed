"""How does an archived diary come back into the program? Without loss, and each row once."""

from dataclasses import dataclass

from spineward.diary.models import Person
from spineward.diary.restoring import restore
from spineward.export.reading import Archive


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were new here, and how many the diary had already."""

    new: int
    known: int


def take_in(person: Person, archive: Archive, *, join: bool = False) -> Taken:
    """Write the rows of an archive that this diary lacks: all of them, or none.

    Into an empty diary the rows come with the ids they had. Raises Clash when the two tell one row
    in two ways, Stranger when they share no row (only with `join` they become one diary), and
    Unsaved when the diary cannot be written. In each case nothing was changed.
    """
    copy = {table: [vars(line) for line in lines] for table, lines in archive.tables.items()}
    done = restore(person, vars(archive.person), copy, join=join)
    return Taken(done.new, done.known)
