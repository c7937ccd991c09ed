"""What stands in the database of one person, row by row, so that nothing can change unseen?

Read in plain SQL: it is read many times in each step.
"""

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection

from spineward.diary.models import Entry, Person

Rows = dict[str, dict[int, tuple[Any, ...]]]
ENTRIES: list[type[Entry]] = [
    model for model in apps.get_app_config("diary").get_models() if issubclass(model, Entry)
]
TABLES = {
    model.__name__: (
        model._meta.db_table,
        [f'"{field.column}"' for field in model._meta.concrete_fields],
    )
    for model in ENTRIES
}


def rows_of(person: Person) -> Rows:
    """Every row by table and id, every field of it as the database keeps it."""
    key = Person._meta.pk.get_db_prep_value(person.pk, connection)
    found: Rows = {}
    with connection.cursor() as cursor:
        for name, (table, columns) in TABLES.items():
            chosen = f'SELECT {", ".join(columns)} FROM "{table}" WHERE person_id = %s'  # noqa: S608
            cursor.execute(chosen, [key])
            found[name] = {row[0]: row for row in cursor.fetchall()}
    return found


def left_of(id: UUID) -> int:
    """How many rows in any table still name this person."""
    found = Person.objects.filter(pk=id).count()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is Person:
                found += model._default_manager.filter(**{field.attname: id}).count()
    return found
