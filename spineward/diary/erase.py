"""How is a person forgotten, wholly? Every row goes, and so do the bytes it left in the file."""

from django.db import connection, transaction

from spineward.diary import convert
from spineward.diary.models import Person
from spineward.diary.trouble import saving


def forget(person: Person) -> None:
    """Delete the person with every row; call it outside of any transaction.

    On SQLite the file is written anew afterwards, and the write-ahead log is emptied. PostgreSQL
    frees the space by itself in time.
    """
    with saving():
        with transaction.atomic():
            Person.objects.filter(pk=person.pk).delete()
        convert.forget()
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
