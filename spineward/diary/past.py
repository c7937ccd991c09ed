"""Which rows decide now? A fixed number of queries, however long the diary is.

Only texts and stamps are fetched, no model instances: a year of use must not slow a page down.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import CharField, Max, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from spineward.clinical.facts import LockRecord, Situation
from spineward.diary import convert, knowing
from spineward.diary.happened import Aside, Recorded, asides
from spineward.diary.knowing import STRENGTH, Known, Page, Row
from spineward.diary.models import (
    Answers,
    CheckIn,
    Lock,
    LockRelease,
    Person,
    Session,
    SessionEvent,
    SessionSummary,
    SetAside,
    Weekly,
)
from spineward.diary.models.entry import Entry, as_written
from spineward.diary.replay import recorded

DECIDE: dict[str, type[Entry]] = {
    "answers": Answers,
    "check_ins": CheckIn,
    "weekly": Weekly,
    "session_events": SessionEvent,
    "session_summaries": SessionSummary,
    "locks": Lock,
    "lock_releases": LockRelease,
    "set_aside": SetAside,
}
"""The tables whose rows a decision reads, by the names under which they are archived."""


def known(person: Person, now: datetime) -> Known:
    """The answers and check-ins so far: two queries."""
    return knowing.known(DiaryRows(person), now)


def situation(person: Person, now: datetime, *, for_session: bool) -> Situation:
    """Everything known now."""
    return knowing.situation(DiaryRows(person), now, for_session=for_session)


def basis(person: Person) -> dict[str, int]:
    """The last row of each table that a decision now rests on; one query."""

    def newest(name: str, model: type[Entry]) -> QuerySet[Any, tuple[Any, ...]]:
        rows = model.objects.of(person).order_by().values("person").annotate(newest=Max("id"))
        named = rows.annotate(name=Value(name, output_field=CharField()))
        marks: QuerySet[Any, tuple[Any, ...]] = named.values_list("name", "newest")
        return marks

    first, *rest = (newest(name, model) for name, model in DECIDE.items())
    return dict(sorted(first.union(*rest, all=True)))


class DiaryRows(knowing.Rows):
    """The rows of one person in the database; one query each."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def pages(self) -> Iterable[Page]:
        """The latest of each page and all strength checks, by id."""
        mine = Answers.objects.of(self.person)
        newest = mine.values("page").annotate(newest=Max("id"))
        latest = Q(id__in=newest.values("newest"))
        for id, page, at, offset, answers, ticked in (
            mine.filter(latest | Q(page=STRENGTH))
            .order_by("id")
            .values_list("id", "page", "at", "utc_offset", "answers", "ticked")
        ):
            yield Page(id, page, as_written(at, offset), answers, tuple(ticked))

    def check_ins(self) -> Iterable[Row]:
        """(id, supersedes, last answer, facts as text), oldest first."""
        return self._texts(CheckIn, "last_answer")

    def weekly(self) -> Iterable[Row]:
        """(id, supersedes, facts as text), oldest first."""
        return [(id, before, text) for kind, id, before, *_, text in self._few if kind == "weekly"]

    def summaries(self) -> Iterable[Row]:
        """(id, supersedes, session, facts as text), oldest first."""
        return self._texts(SessionSummary, "session_id")

    def running(self) -> Iterable[Recorded]:
        """The sessions without a summary."""
        return recorded(self.person, summaries=None)

    def asides(self) -> Iterable[Aside]:
        """The sessions of which parts were set aside."""
        rows = sorted((row for row in self._few if row[0] == "aside"), key=lambda row: row[1])
        sent = ((json.loads(text), as_written(at, hours)) for *_, at, hours, text in rows)
        return asides(sent, self._recorded)

    @cached_property
    def _few(self) -> list[Row]:
        """What is seldom told, in one query: (kind, id, supersedes, at, utc_offset, text)."""

        def read(kind: str, rows: QuerySet[Any], told: str) -> QuerySet[Any, tuple[Any, ...]]:
            named = rows.order_by().annotate(
                kind=Value(kind, output_field=CharField()), text=Cast(told, TextField())
            )
            plain: QuerySet[Any, tuple[Any, ...]] = named.values_list(
                "kind", "id", "supersedes_id", "at", "utc_offset", "text"
            )
            return plain

        parts = SetAside.objects.of(self.person).filter(event__session__isnull=False)
        weekly = read("weekly", Weekly.objects.of(self.person), "facts")
        return list(weekly.union(read("aside", parts, "event"), all=True).order_by("at", "id"))

    def _recorded(self, ids: Collection[UUID]) -> Mapping[UUID, Recorded]:
        mine = Session.objects.of(self.person).filter(client_id__in=ids)
        named = dict(mine.values_list("id", "client_id"))
        return {named[one.id]: one for one in recorded(self.person, id__in=named)}

    def locks(self) -> Iterable[LockRecord]:
        """All locks, oldest first."""
        rows: Iterable[Row] = (
            Lock.objects.of(self.person)
            .order_by("at", "id")
            .values_list(
                "at",
                "utc_offset",
                "rules",
                "level",
                "examined",
                "release__at",
                "release__utc_offset",
            )
        )
        for at, offset, rules, level, examined, released, released_offset in rows:
            yield convert.lock_record(
                as_written(at, offset),
                rules,
                level,
                examined,
                as_written(released, released_offset) if released else None,
            )

    def _texts(self, model: type[Entry], *more: str) -> Iterable[Row]:
        rows = model.objects.of(self.person).annotate(text=Cast("facts", TextField()))
        texts: Iterable[Row] = rows.order_by("at", "id").values_list(
            "id", "supersedes_id", *more, "text"
        )
        return texts
