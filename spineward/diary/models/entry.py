"""What does every row carry? Whose it is, when, by which rules, and which row it corrects."""

import uuid
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from spineward.diary.models.person import Person
from spineward.diary.versions import LENGTH, content_version, rules_version

Row = TypeVar("Row", bound="Entry")


def offset_of(moment: datetime) -> int:
    """Minutes east of UTC of the person's clock; a moment without an offset is refused."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"at: {moment!r} is not allowed; a moment with its UTC offset")
    return round(offset.total_seconds() / 60)


def as_written(at: datetime, utc_offset: int) -> datetime:
    """The moment as the person's clock showed it: a day is the date of this stamp."""
    return at.astimezone(_zone(utc_offset))


@cache
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


class EntryManager(models.Manager[Row]):
    """Rows are reached from a person and added for a person; there is no third way."""

    def of(self, person: Person) -> models.QuerySet[Row]:
        """This person's rows, and nobody else's."""
        return self.get_queryset().filter(person=person)

    def add(self, person: Person, *, now: datetime, **values: Any) -> Row:
        """Save a new row, stamped with the moment and with the versions that produced it."""
        values.setdefault("client_id", uuid.uuid4())
        return self.create(
            person=person,
            at=now,
            utc_offset=offset_of(now),
            rules_version=rules_version(),
            content_version=content_version(),
            **values,
        )


class Entry(models.Model):
    """A row that is added and never edited; a correction is a new row that supersedes it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    utc_offset = models.SmallIntegerField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    # Made with the form, so that a form sent twice is known as the same one.
    client_id = models.UUIDField()
    rules_version = models.CharField(max_length=LENGTH)
    content_version = models.CharField(max_length=LENGTH)
    # One to one: a row is corrected once, and the correction may be corrected in turn.
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, related_name="superseded_by"
    )

    supersedes_id: int | None

    objects: ClassVar[EntryManager[Self]] = EntryManager()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "client_id"], name="diary_%(class)s_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "-at"], name="diary_%(class)s_newest"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new row; a row that stands already is never changed."""
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} rows are added, not edited")
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    @property
    def moment(self) -> datetime:
        """When, as the person's clock showed it."""
        return as_written(self.at, self.utc_offset)
