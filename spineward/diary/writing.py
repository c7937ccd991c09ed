"""How is one step saved as a whole, once, and only in the diary of its person?"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from spineward.diary.models import Entry, Person
from spineward.diary.trouble import NotFound, saving

Row = TypeVar("Row", bound=Entry)


@contextmanager
def writing(person: Person) -> Iterator[None]:
    """All that is saved inside is saved together or not at all; raises Unsaved, NotFound.

    Steps of one person follow each other, whatever two tabs do: SQLite lets one writer in at a
    time, and PostgreSQL waits for the person's row.
    """
    with saving(), transaction.atomic():
        if not Person.objects.select_for_update().filter(pk=person.pk).exists():
            raise NotFound("This diary is no longer there.")
        yield


def known(model: type[Entry], person: Person, client_id: UUID) -> bool:
    """Has this very form been saved already?"""
    return model.objects.of(person).filter(client_id=client_id).exists()


def row(model: type[Row], person: Person, id: int | None = None, **by: object) -> Row:
    """The row of this person by its diary id, or by other fields; raises NotFound."""
    found = model.objects.of(person).filter(**by if id is None else {"pk": id}).first()
    if found is None:
        raise NotFound("There is no such entry in this diary.")
    return found


def standing(found: Row) -> Row:
    """The row as last corrected."""
    while (later := getattr(found, "superseded_by", None)) is not None:
        found = later
    return found
