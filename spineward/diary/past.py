"""Which rows decide now? A fixed number of queries, however long the diary is.

Only texts and stamps are fetched, no model instances: a year of use must not slow a page down.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import CharField, Max, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from spineward.clinical.facts import LockRecord, Situation
from spineward.diary import convert, knowing
from spineward.diary.knowing import STRENGTH, Known, Page, Recorded, Row
from spineward.diary.models import (
    Answers,
    CheckIn,
    Lock,
    LockRelease,
    Person,
    SessionEvent,
    SessionSummary,
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
        return self._texts(Weekly)

    def summaries(self) -> Iterable[Row]:
        """(id, supersedes, session, facts as text), oldest first."""
        return self._texts(SessionSummary, "session_id")

    def running(self) -> Iterable[Recorded]:
        """The sessions without a summary."""
        return recorded(self.person, summaries=None)

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
