"""What is the diary of a person as FHIR? Read from its tables, without an archive in between."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from spineward import __version__
from spineward.diary.models import Person
from spineward.diary.versions import content_version, rules_version, words_version
from spineward.diary.whole import whole
from spineward.export.fhir.bundle import resources, written
from spineward.export.fhir.codes import Json
from spineward.export.form import NAME, TABLES, VERSION, Manifest, PersonLine
from spineward.export.reading import Archive
from spineward.export.unhurried import no_collecting


def export(person: Person) -> tuple[bytes, int]:
    """The whole diary as a Bundle, and how many resources it holds."""
    number = 0

    def counted() -> Iterator[Json]:
        nonlocal number
        for one in resources(archive_of(person)):
            number += 1
            yield one

    with no_collecting():
        content = b"".join(written(counted()))
    return content, number


def archive_of(person: Person) -> Archive:
    """Every row of this person. The rows come from our own tables, so they are not checked anew."""
    fields = {name: tuple(line.model_fields) for name, line in TABLES.items()}
    values = {name: getattr(person, name) for name in PersonLine.model_fields}
    told = {
        "format": NAME,
        "version": VERSION,
        "spineward": __version__,
        "rules_version": rules_version(),
        "content_version": content_version(),
        "words_version": words_version(),
        "files": {},
    }
    tables = {name: tuple(map(_line, rows)) for name, rows in whole(person, fields).items()}
    return Archive(Manifest.model_validate(told), PersonLine.model_construct(**values), tables)


def _line(row: dict[str, Any]) -> Any:
    """A row with the fields of its Line: to make one of those takes a tenth of all the time."""
    return SimpleNamespace(**row)
