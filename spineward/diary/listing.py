"""What stands in the diary, newest first? One page of entries with their notes and corrections.

The number of queries is fixed: one finds the entries of the page, one each fetches their kinds.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet, Value

from spineward.clinical.facts import CheckInRecord, ExerciseSession, WeeklyRecord
from spineward.diary import convert
from spineward.diary.models import (
    CheckIn,
    Decision,
    Lock,
    LockRelease,
    Note,
    Person,
    Session,
    SessionSummary,
    SetAside,
    Told,
    Weekly,
)
from spineward.diary.models.entry import Entry
from spineward.diary.trouble import NotFound

PAGE = 20

Ids = Mapping[str, list[int]]
Notes = Mapping[tuple[str, int], tuple["NoteText", ...]]


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note; `corrected` when a later note replaced it. `kind`, `movement`, `on` as in Note."""

    id: int
    at: datetime
    text: str
    corrected: bool = False
    kind: str = ""
    movement: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One entry. `kind` is check_in, session, note, weekly, lock, release, set_aside
    or told (a rule that the person has read of).

    `facts` are what was said or done, `words` what was decided then, in the words of spec section
    0. `corrects` is the id of the entry that this one corrects; `corrected` says that a later one
    corrects it. A session without facts has not ended; `session` is the id by which the session
    pages know it.
    """

    kind: str
    id: int
    at: datetime
    facts: CheckInRecord | ExerciseSession | WeeklyRecord | None = None
    words: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[NoteText, ...] = ()
    corrects: int | None = None
    corrected: bool = False
    session: UUID | None = None


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Entries of one page, newest first; `more` says that older ones follow."""

    entries: tuple[DiaryEntry, ...]
    number: int
    more: bool


def page(person: Person, number: int) -> DiaryPage:
    """One page of the diary; the first is number 1."""
    start = (number - 1) * PAGE
    found = list(_all(person)[start : start + PAGE + 1])
    ids: dict[str, list[int]] = defaultdict(list)
    for _, id, kind in found[:PAGE]:
        ids[kind].append(id)
    notes = _notes(person, ids)
    entries = {
        (entry.kind, entry.id): entry
        for fetch in (
            _check_ins,
            _sessions,
            _day_notes,
            _weekly,
            _locks,
            _releases,
            _set_aside,
            _told,
        )
        for entry in fetch(person, ids)
    }
    ordered = tuple(
        replace(entries[kind, id], notes=entries[kind, id].notes + notes.get((kind, id), ()))
        for _, id, kind in found[:PAGE]
    )
    return DiaryPage(ordered, number, more=len(found) > PAGE)


def entry(person: Person, kind: str, id: int) -> DiaryEntry:
    """One check-in or note, to be put right; raises NotFound."""
    fetch = {"check_in": _check_ins, "note": _day_notes}[kind]
    for found in fetch(person, {kind: [id]}):
        return found
    raise NotFound("There is no such entry in this diary.")


def notes_of(person: Person, kind: str) -> tuple[NoteText, ...]:
    """All notes of a kind as last corrected, the newest first: goals, questions, what made it
    worse."""
    rows = Note.objects.of(person).filter(kind=kind, superseded_by=None)
    return tuple(_text(row) for row in rows.select_related("superseded_by").order_by("-at", "-id"))


def _all(person: Person) -> QuerySet[Any, tuple[Any, ...]]:
    """Moment, id and kind of every entry, newest first."""

    def part(rows: QuerySet[Any], kind: str) -> QuerySet[Any, tuple[Any, ...]]:
        named = rows.annotate(entry=Value(kind, output_field=CharField()))
        stamps: QuerySet[Any, tuple[Any, ...]] = named.values_list("at", "id", "entry")
        return stamps

    of_a_day = Q(check_in=None, session=None, event=None)
    together = part(CheckIn.objects.of(person), "check_in").union(
        part(Session.objects.of(person), "session"),
        part(Note.objects.of(person).filter(of_a_day), "note"),
        part(Weekly.objects.of(person), "weekly"),
        part(Lock.objects.of(person), "lock"),
        part(LockRelease.objects.of(person), "release"),
        part(SetAside.objects.of(person), "set_aside"),
        part(Told.objects.of(person).filter(over=False), "told"),
        all=True,
    )
    return together.order_by("-at", "-entry", "-id")


def _notes(person: Person, ids: Ids) -> Notes:
    """The notes on the check-ins and sessions of this page, oldest first."""
    rows = Note.objects.of(person).filter(
        Q(check_in__in=ids["check_in"]) | Q(session__in=ids["session"])
    )
    notes: dict[tuple[str, int], tuple[NoteText, ...]] = defaultdict(tuple)
    for row in rows.select_related("superseded_by").order_by("at", "id"):
        owner = (
            ("check_in", row.check_in_id) if row.check_in_id else ("session", row.session_id or 0)
        )
        notes[owner] += (_text(row),)
    return notes


def _check_ins(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    decided = Decision.objects.of(person).filter(check_in__in=ids["check_in"])
    words = {row.check_in_id: row.words for row in decided.order_by("-id")}
    rows = CheckIn.objects.of(person).filter(id__in=ids["check_in"])
    for row in rows.select_related("superseded_by"):
        facts = json.dumps(row.facts or {"at": row.moment.isoformat()})
        yield _entry(
            "check_in",
            row,
            facts=convert.check_in_record(facts),
            words=words.get(row.id, {}),
        )


def _sessions(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    done = SessionSummary.objects.of(person).filter(
        session__in=ids["session"], superseded_by__isnull=True
    )
    facts = {row.session_id: convert.exercise_session(json.dumps(row.facts)) for row in done}
    rows = Session.objects.of(person).filter(id__in=ids["session"])
    for row in rows.select_related("superseded_by"):
        yield _entry("session", row, facts=facts.get(row.id), session=row.client_id)


def _day_notes(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = Note.objects.of(person).filter(id__in=ids["note"])
    for row in rows.select_related("superseded_by"):
        yield _entry("note", row, notes=(_text(row),))


def _weekly(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = Weekly.objects.of(person).filter(id__in=ids["weekly"])
    for row in rows.select_related("superseded_by"):
        yield _entry("weekly", row, facts=convert.weekly_record(json.dumps(row.facts)))


def _locks(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = Lock.objects.of(person).filter(id__in=ids["lock"])
    for row in rows.select_related("superseded_by"):
        yield _entry("lock", row, words={"rules": row.rules, "level": row.level})


def _releases(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = LockRelease.objects.of(person).filter(id__in=ids["release"])
    for row in rows.select_related("superseded_by", "lock"):
        yield _entry("release", row, words={"rules": row.lock.rules, "level": row.lock.level})


def _set_aside(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = SetAside.objects.of(person).filter(id__in=ids["set_aside"])
    for row in rows.select_related("superseded_by"):
        yield _entry("set_aside", row, words={"why": row.why, "what": row.event.get("what", "")})


def _told(person: Person, ids: Ids) -> Iterator[DiaryEntry]:
    rows = Told.objects.of(person).filter(id__in=ids["told"])
    for row in rows.select_related("superseded_by"):
        yield _entry("told", row, words={"rules": [row.rule]})


def _text(row: Note) -> NoteText:
    return NoteText(
        id=row.pk,
        at=row.moment,
        text=row.text,
        corrected=_corrected(row),
        kind=row.kind,
        movement=row.movement,
        on=row.on,
    )


def _entry(kind: str, row: Entry, **more: Any) -> DiaryEntry:
    return DiaryEntry(
        kind=kind,
        id=row.pk,
        at=row.moment,
        corrects=row.supersedes_id,
        corrected=_corrected(row),
        **more,
    )


def _corrected(row: Entry) -> bool:
    return hasattr(row, "superseded_by")
