"""What did the diary hold at one moment? The rows of an archive up to those a decision read."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from uuid import UUID

from spineward.clinical.facts import LockRecord
from spineward.diary import convert, knowing
from spineward.diary.happened import Aside, Recorded, asides
from spineward.diary.knowing import STRENGTH, Page, Row
from spineward.export.form import (
    AnswersLine,
    CheckInLine,
    Line,
    LockLine,
    LockReleaseLine,
    SessionEventLine,
    SessionLine,
    SessionSummaryLine,
    SetAsideLine,
    WeeklyLine,
)
from spineward.export.reading import Archive


class Shelves:
    """The tables of one archive, put into the order in which they are read."""

    def __init__(self, archive: Archive) -> None:
        tables = archive.tables
        self.answers: tuple[AnswersLine, ...] = tables["answers"]
        self.sessions: Mapping[int, SessionLine] = {row.id: row for row in tables["sessions"]}
        self.events: tuple[SessionEventLine, ...] = tables["session_events"]
        self.set_aside: tuple[SetAsideLine, ...] = tables["set_aside"]
        self.releases: Mapping[int, LockReleaseLine] = {
            row.lock: row for row in tables["lock_releases"]
        }
        self.locks: list[LockLine] = sorted(tables["locks"], key=_moment)
        check_ins: list[CheckInLine] = sorted(tables["check_ins"], key=_moment)
        weekly: list[WeeklyLine] = sorted(tables["weekly"], key=_moment)
        summaries: list[SessionSummaryLine] = sorted(tables["session_summaries"], key=_moment)
        self.check_ins: list[Row] = [
            (row.id, row.supersedes, row.last_answer, row.facts and json.dumps(row.facts))
            for row in check_ins
        ]
        self.weekly: list[Row] = [(r.id, r.supersedes, json.dumps(r.facts)) for r in weekly]
        self.summaries: list[Row] = [
            (row.id, row.supersedes, row.session, json.dumps(row.facts)) for row in summaries
        ]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page as sent, by id."""
        return tuple(
            Page(row.id, row.page, row.at, row.answers, tuple(row.ticked)) for row in self.answers
        )

    @cached_property
    def happened(self) -> Mapping[int, tuple[tuple[int, str], ...]]:
        """The events of each session, by id of the session: id and facts as text."""
        events: dict[int, tuple[tuple[int, str], ...]] = defaultdict(tuple)
        for row in self.events:
            events[row.session] += ((row.id, json.dumps(row.facts)),)
        return events

    @cached_property
    def gave_way(self) -> Mapping[int, int]:
        """Each event that a later one supersedes, with the id of that one."""
        return {row.supersedes: row.id for row in self.events if row.supersedes is not None}

    def _gone(self, id: int, last: int | None) -> bool:
        """Had an event given way by then?"""
        by = self.gave_way.get(id)
        return by is not None and (last is None or by <= last)

    def recorded(self, session: int, last: int | None = None) -> Recorded | None:
        """A session up to this event, or whole; None when nothing of it was recorded yet."""
        events = tuple(
            convert.session_event(text)
            for id, text in self.happened.get(session, ())
            if (last is None or id <= last) and not self._gone(id, last)
        )
        row = self.sessions[session]
        if not events:
            return None
        return Recorded(session, tuple(row.planned), tuple(row.affected), events)


class ArchiveRows(knowing.Rows):
    """The rows of an archive up to the last of each table that `basis` names."""

    def __init__(self, shelves: Shelves, basis: Mapping[str, int]) -> None:
        self.shelves = shelves
        self.basis = basis

    def _last(self, table: str) -> int:
        return self.basis.get(table, 0)

    def pages(self) -> Iterable[Page]:
        """The latest of each page and all strength checks, by id."""
        last = self._last("answers")
        sent = [page for page in self.shelves.pages if page.id <= last]
        latest = {page.page: page.id for page in sent}
        return [p for p in sent if p.page == STRENGTH or latest[p.page] == p.id]

    def check_ins(self) -> Iterable[Row]:
        """(id, supersedes, last answer, facts as text), oldest first."""
        last = self._last("check_ins")
        return [row for row in self.shelves.check_ins if row[0] <= last]

    def weekly(self) -> Iterable[Row]:
        """(id, supersedes, facts as text), oldest first."""
        last = self._last("weekly")
        return [row for row in self.shelves.weekly if row[0] <= last]

    def summaries(self) -> Iterable[Row]:
        """(id, supersedes, session, facts as text), oldest first."""
        last = self._last("session_summaries")
        return [row for row in self.shelves.summaries if row[0] <= last]

    def running(self) -> Iterable[Recorded]:
        """The sessions without a summary."""
        over = {row[2] for row in self.summaries()}
        last = self._last("session_events")
        for session in self.shelves.sessions:
            if session not in over:
                recorded = self.shelves.recorded(session, last)
                if recorded is not None:
                    yield recorded

    def asides(self) -> Iterable[Aside]:
        """The sessions of which parts were set aside."""
        last = self._last("set_aside")
        sent = ((row.event, row.at) for row in self.shelves.set_aside if row.id <= last)
        return asides(sent, self._recorded)

    def _recorded(self, ids: Collection[UUID]) -> Mapping[UUID, Recorded]:
        last = self._last("session_events")
        found = {
            row.client_id: self.shelves.recorded(id, last)
            for id, row in self.shelves.sessions.items()
            if row.client_id in ids
        }
        return {id: one for id, one in found.items() if one is not None}

    def locks(self) -> Iterable[LockRecord]:
        """All locks, oldest first."""
        last, released = self._last("locks"), self._last("lock_releases")
        for row in self.shelves.locks:
            if row.id > last:
                continue
            release = self.shelves.releases.get(row.id)
            known = release is not None and release.id <= released
            yield convert.lock_record(
                row.at,
                row.rules,
                row.level,
                row.examined,
                release.at if release is not None and known else None,
            )


def _moment(row: Line) -> tuple[datetime, int]:
    return row.at, row.id
