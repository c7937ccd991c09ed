"""What is in the diary of a person, as the tables of an archive? Without a file in between."""

from typing import Any

from spineward import __version__
from spineward.diary.models import Person
from spineward.diary.versions import content_version, rules_version, words_version
from spineward.diary.whole import whole
from spineward.export.form import NAME, TABLES, VERSION, Line, Manifest, PersonLine
from spineward.export.reading import Archive


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
    tables = {
        name: tuple(_line(TABLES[name], row) for row in rows)
        for name, rows in whole(person, fields).items()
    }
    return Archive(Manifest.model_validate(told), PersonLine.model_construct(**values), tables)


def _line(kind: type[Line], row: dict[str, Any]) -> Line:
    return kind.model_construct(**row)
