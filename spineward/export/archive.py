"""How is everything of one person written down in an open format? A zip of JSON Lines.

The same diary gives the same bytes: lines in the order of their ids, keys sorted, no clock read.
"""

import hashlib
import json
from datetime import date
from typing import Any, BinaryIO
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from spineward import __version__
from spineward.diary.models import Person
from spineward.diary.versions import content_version, rules_version, words_version
from spineward.diary.whole import whole
from spineward.export.beside import beside
from spineward.export.form import MANIFEST, NAME, PERSON, TABLES, VERSION, PersonLine, file_of
from spineward.export.unhurried import no_collecting

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can hold: the bytes must not tell when they were written."""
READABLE_BY_OWNER = 0o600 << 16
UNIX = 3


def write(person: Person, file: BinaryIO) -> int:
    """Write the diary of one person as an archive; how many rows it holds."""
    with no_collecting():
        return _write(person, file)


def _write(person: Person, file: BinaryIO) -> int:
    fields = {name: tuple(line.model_fields) for name, line in TABLES.items()}
    texts = {PERSON: [_line(_person(person))]}
    texts |= {name: [_line(row) for row in rows] for name, rows in whole(person, fields).items()}
    contents = {file_of(name): "".join(lines).encode() for name, lines in texts.items()}
    lengths = {file_of(name): len(lines) for name, lines in texts.items()}
    for name, content in beside({name: len(lines) for name, lines in texts.items()}).items():
        contents[name], lengths[name] = content, content.count(b"\n")
    manifest = {
        "format": NAME,
        "version": VERSION,
        "spineward": __version__,
        "rules_version": rules_version(),
        "content_version": content_version(),
        "words_version": words_version(),
        "files": {
            name: {"lines": lengths[name], "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in contents.items()
        },
    }
    with ZipFile(file, "w") as archive:
        add(archive, MANIFEST, json.dumps(manifest, indent=2, sort_keys=True).encode() + b"\n")
        for name in sorted(contents):
            add(archive, name, contents[name])
    return sum(len(texts[name]) for name in TABLES)


def add(archive: ZipFile, name: str, content: bytes) -> None:
    """A file of the archive: nobody else may read it, and nothing tells when it was written."""
    entry = ZipInfo(name, NO_DATE)
    entry.create_system = UNIX
    entry.external_attr = READABLE_BY_OWNER
    entry.compress_type = ZIP_DEFLATED
    archive.writestr(entry, content)


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False, default=_text) + "\n"


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{value!r} has no place in an archive")


def _person(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in PersonLine.model_fields}
