"""Can this archive be read? Every line is read strictly; what is wrong is named with its place."""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError

from spineward.export.fitting import Misfit, fit
from spineward.export.form import (
    ADDED_LATER,
    MANIFEST,
    PERSON,
    READ,
    TABLES,
    Content,
    Manifest,
    Part,
    PersonLine,
    file_of,
)
from spineward.export.sense import sensible, sensible_person
from spineward.export.unhurried import no_collecting

LARGEST = 512 * 1024 * 1024
"""Bytes of all that an archive holds; decades of use need less."""
ENCRYPTED = 0x1
BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    ArithmeticError,
    LookupError,
    RuntimeError,
)
"""What the zip module raises for bytes that are no sound zip."""

Kind = TypeVar("Kind", bound=Part)


class Unreadable(Exception):
    """Why an archive cannot be read, in one line."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A diary as it was archived: every table by its name, in the order of its ids."""

    manifest: Manifest
    person: PersonLine
    tables: Mapping[str, tuple[Any, ...]]


def read(name: Path) -> Archive:
    """The archive in this file; raises Unreadable."""
    try:
        with name.open("rb") as file:
            return read_from(file)
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from None


def read_from(file: BinaryIO) -> Archive:
    """The same from an open file."""
    try:
        archive = ZipFile(file)
    except BROKEN:
        raise Unreadable("it is not a zip file, or it was cut short") from None
    with archive, no_collecting():
        return _read(archive)


def _read(archive: ZipFile) -> Archive:
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
        raise Unreadable(f"more than {LARGEST} bytes")
    manifest = _manifest(archive)
    listed = [entry.filename for entry in archive.infolist()]
    if len(listed) != len(set(listed)):
        raise Unreadable("a file stands in it twice")
    for name in sorted(set(listed) - {MANIFEST} - manifest.files.keys()):
        raise Unreadable(f"{name!r} is not named in {MANIFEST}")
    for name in (file_of(PERSON), *map(file_of, TABLES)):
        if name not in manifest.files and name not in map(file_of, ADDED_LATER):
            raise Unreadable(f"{name} is missing in {MANIFEST}")
    people = _lines(archive, PERSON, PersonLine, manifest.files[file_of(PERSON)])
    if len(people) != 1:
        raise Unreadable(f"{file_of(PERSON)}: {len(people)} lines; one is needed")
    tables = {
        table: _lines(archive, table, kind, manifest.files[file_of(table)])
        if file_of(table) in manifest.files
        else ()
        for table, kind in TABLES.items()
    }
    for name in sorted(manifest.files.keys() - {file_of(name) for name in (PERSON, *TABLES)}):
        _as_told(name, _bytes(archive, name), manifest.files[name])
    try:
        fit(tables)
    except Misfit as trouble:
        raise Unreadable(str(trouble)) from None
    _each({PERSON: people}, sensible_person)
    _each(tables, sensible)
    return Archive(manifest, people[0], tables)


def _manifest(archive: ZipFile) -> Manifest:
    text = _bytes(archive, MANIFEST)
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        raise Unreadable(f"{MANIFEST}: {_said(error)}") from None
    if manifest.version not in READ:
        read = " and ".join(map(str, READ))
        raise Unreadable(
            f"{MANIFEST}: version {manifest.version}; this Spineward reads versions {read}"
        )
    return manifest


def _bytes(archive: ZipFile, name: str) -> bytes:
    try:
        entry = archive.getinfo(name)
    except KeyError:
        raise Unreadable(f"{name} is missing") from None
    if not _plain(entry):
        raise Unreadable(f"{name}: packed in a way that is not read here")
    try:
        with archive.open(entry) as file:
            text = file.read(LARGEST + 1)
    except BROKEN:
        raise Unreadable(f"{name}: its bytes are damaged") from None
    if len(text) > LARGEST:
        raise Unreadable(f"{name}: more than {LARGEST} bytes")
    return text


def _plain(entry: ZipInfo) -> bool:
    packed = entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    return packed and not entry.flag_bits & ENCRYPTED


def _lines(archive: ZipFile, table: str, kind: type[Kind], told: Content) -> tuple[Kind, ...]:
    """The lines of one table, each read strictly, and the file as the manifest tells of it."""
    name = file_of(table)
    text = _bytes(archive, name)
    lines = []
    # One by one: a file of nothing but line ends must not become a list of them.
    for number, line in enumerate(BytesIO(text), 1):
        try:
            lines.append(kind.model_validate_json(line))
        except ValidationError as error:
            raise Unreadable(f"{name}, line {number}: {_said(error)}") from None
    if len(lines) != told.lines:
        raise Unreadable(f"{name}: {len(lines)} lines; {MANIFEST} tells of {told.lines}")
    _as_told(name, text, told)
    return tuple(lines)


def _as_told(name: str, content: bytes, told: Content) -> None:
    """Every file is what was written, also one that nobody reads here."""
    if hashlib.sha256(content).hexdigest() != told.sha256:
        raise Unreadable(f"{name}: it was changed since it was written (checksum)")


def _each(tables: Mapping[str, tuple[Any, ...]], check: Callable[[str, Any], None]) -> None:
    for table, lines in tables.items():
        for number, line in enumerate(lines, 1):
            try:
                check(table, line)
            except (ValueError, ArithmeticError, LookupError, TypeError) as error:
                said = _said(error) if isinstance(error, ValidationError) else str(error)
                raise Unreadable(f"{file_of(table)}, line {number}: {said}") from None


def _said(error: ValidationError) -> str:
    """The first thing that is wrong, and where in the line."""
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    message = f"{first['msg'][0].lower()}{first['msg'][1:]}".splitlines()[0]
    return f"{where}: {message}" if where else message
