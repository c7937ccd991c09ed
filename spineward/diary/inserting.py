"""How do the rows of a diary of years get into the database within seconds, each as it stood?

Django's own way stamps a row with the moment at which it came in, and asks each value for what its
field knows already.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from functools import partial
from operator import attrgetter
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field

from spineward.diary.models import Entry, Person
from spineward.diary.models.entry import offset_of


def clear(model: type[Entry], person: Person) -> None:
    """Take all rows of this person out of the table."""
    field = model._meta.get_field("person")
    statement = ("DELETE FROM", quoted(model), "WHERE", _column(field), "= %s")
    with connection.cursor() as cursor:
        cursor.execute(" ".join(statement), [field.get_db_prep_save(person.pk, connection)])


def insert(model: type[Entry], person: Person, rows: Iterable[dict[str, Any]]) -> None:
    """Add these rows, each with all its fields and with the id it has."""
    fields = model._meta.concrete_fields
    columns = ", ".join(_column(field) for field in fields)
    places = ", ".join("%s" for _ in fields)
    statement = ("INSERT INTO", quoted(model), "(", columns, ") VALUES (", places, ")")
    database = connections[DEFAULT_DB_ALIAS]  # itself: the usual one is looked up at every use
    owner = model._meta.get_field("person").get_db_prep_save(person.pk, database)
    full = [{**row, "person": owner, "utc_offset": offset_of(row["at"])} for row in rows]
    given = [_given(field, [row[field.name] for row in full], database) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(" ".join(statement), list(zip(*given, strict=True)))


def _given(field: "Field[Any, Any]", values: list[Any], database: BaseDatabaseWrapper) -> list[Any]:
    """The values of a field as they are given to the database; words and numbers as they are."""
    way = _way(field, database)
    return [None if one is None else way(one) for one in values] if way else values


def _way(field: "Field[Any, Any]", database: BaseDatabaseWrapper) -> Callable[[Any], Any] | None:
    has = database.features
    ways: tuple[tuple[type[Field[Any, Any]], Callable[[Any], Any] | None], ...] = (
        (models.DateTimeField, None if has.supports_timezones else _naive(database.timezone)),
        (models.JSONField, partial(_json, database) if has.has_native_json_field else _text),
        (models.UUIDField, None if has.has_native_uuid_field else attrgetter("hex")),
        (models.DateField, lambda value: field.get_db_prep_save(value, database)),
        (models.BooleanField, lambda value: field.get_db_prep_save(value, database)),
    )
    return next((way for kind, way in ways if isinstance(field, kind)), None)


def _json(database: BaseDatabaseWrapper, value: Any) -> Any:
    return database.ops.adapt_json_value(value, None)


_text = json.JSONEncoder(check_circular=False).encode
"""The text that Django's own way writes too; what comes from an archive holds no circle."""


def _naive(zone: tzinfo | None) -> Callable[[datetime], str]:
    """A moment as a database without time zones keeps it."""
    return lambda moment: str(moment.astimezone(zone).replace(tzinfo=None))


def quoted(model: type[Entry]) -> str:
    """The name of its table, as it stands in a statement."""
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))
