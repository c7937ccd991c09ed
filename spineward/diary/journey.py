"""How do the pages write and read the diary? The only door: functions in the order of the way.

Facts, verdict and reasons of one step are saved together or not at all. A form sent twice, known by
its `client_id`, adds nothing. The time comes in as `now`, with the offset of the person's clock.
Raised are Refused, NotFound and Unsaved, each with a message for the person (see trouble).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from spineward.clinical.check_in import PATTERNS, Draft, Kind
from spineward.clinical.facts import Assessment
from spineward.diary import check, convert, listing, past
from spineward.diary.again import again
from spineward.diary.arrived import (
    BEFORE_IT,
    BEHIND,
    arriving,
    check_clock,
    place,
    set_aside,
)
from spineward.diary.beside import beside
from spineward.diary.calling import form_calls, session_calls
from spineward.diary.check import A_MOMENT, MOMENT
from spineward.diary.corrections import (
    About,
    correct_check_in,
    correct_note,
    correct_weekly,
    note,
)
from spineward.diary.deciding import (
    Now,
    assessment,
    decide,
    plan,
    plan_with_case,
    situation,
    today,
)
from spineward.diary.happened import first_event, read_event
from spineward.diary.knowing import Page
from spineward.diary.listing import DiaryEntry, DiaryPage, NoteText, entry, notes_of
from spineward.diary.models import Answers, CheckIn, Person, Weekly
from spineward.diary.reminders import (
    REMINDER_EVERY,
    REMINDER_HOURS,
    Outlook,
    close_calendar,
    drop_reminder,
    of_calendar,
    open_calendar,
    outlook,
    set_reminder,
)
from spineward.diary.sessions import (
    OpenSession,
    first_id,
    open_session,
    record,
    session_events,
    session_state,
    start_session,
)
from spineward.diary.telling import tell, told
from spineward.diary.trouble import Refused, saving
from spineward.diary.weeks import Week, last_tasks, weeks
from spineward.diary.writing import known, writing

__all__ = [
    "A_MOMENT",
    "BEFORE_IT",
    "BEHIND",
    "MOMENT",
    "REMINDER_EVERY",
    "REMINDER_HOURS",
    "About",
    "DiaryEntry",
    "DiaryPage",
    "NoteText",
    "Now",
    "OpenSession",
    "Outlook",
    "Person",
    "Week",
    "again",
    "answer",
    "answered",
    "arriving",
    "assessment",
    "beside",
    "check_clock",
    "close_calendar",
    "correct_check_in",
    "correct_note",
    "correct_weekly",
    "diary",
    "draft",
    "drop_reminder",
    "entry",
    "finish_check_in",
    "first_event",
    "first_id",
    "form_calls",
    "last_answered",
    "last_tasks",
    "note",
    "notes_of",
    "of_calendar",
    "open_calendar",
    "open_session",
    "outlook",
    "own_person",
    "place",
    "plan",
    "plan_with_case",
    "read_event",
    "record",
    "session_calls",
    "session_events",
    "session_state",
    "set_aside",
    "set_emergency_number",
    "set_reminder",
    "situation",
    "start_session",
    "tell",
    "today",
    "told",
    "weekly",
    "weeks",
]


def own_person() -> Person:
    """The one person of a private installation; made on first use."""
    with saving():
        return Person.objects.get_or_create(own=True)[0]


def set_emergency_number(person: Person, number: str) -> None:
    """Keep the number that this person dials in an emergency."""
    person.emergency_number = check.number_to_call(number)
    with saving():
        person.save(update_fields=["emergency_number"])


def answer(
    person: Person,
    page: str,
    answers: Mapping[str, Any],
    *,
    now: datetime,
    client_id: UUID,
    ticked: Iterable[str] = (),
    drawing: str = "",
) -> None:
    """Add the answers of one page, a part of a Situation by its field names.

    `ticked` are the lines touched on it, `drawing` the version of the body map that a chart was
    marked on. None as a value withdraws an earlier answer.
    """
    stored = check.answers(answers, now)
    with writing(person):
        if not known(Answers, person, client_id):
            Answers.objects.add(
                person,
                now=now,
                client_id=client_id,
                page=page,
                answers=stored,
                ticked=sorted(ticked),
                drawing=drawing,
            )


def draft(person: Person, kind: Kind, *, now: datetime, asks: tuple[str, ...] = ()) -> Draft:
    """The check-in under way: the pages answered since the last one was finished.

    The pages about patterns are there with the time of their last answer, whenever that was.
    """
    diary = past.known(person, now)
    lasting = {page: at for page, at in diary.times.items() if page in PATTERNS}
    return Draft(
        kind=kind,
        answered=lasting | {page.page: page.at for page in diary.draft},
        ticked={page.page: frozenset(page.ticked) for page in diary.draft if page.ticked},
        asks=asks,
    )


def answered(person: Person, *, now: datetime) -> Mapping[str, datetime]:
    """The pages answered since the last check-in was finished, and when."""
    return {page.page: page.at for page in past.known(person, now).draft}


def last_answered(person: Person, *, now: datetime) -> Mapping[str, datetime]:
    """When each page was last answered, in this check-in or an earlier one."""
    return past.known(person, now).times


def finish_check_in(person: Person, kind: Kind, *, now: datetime, client_id: UUID) -> Assessment:
    """Close the present check-in and decide what follows from it.

    With no page answered since the last one there is nothing to close: then nothing is added.
    """
    if kind not in get_args(Kind):
        raise Refused("kind", kind, f"one of {', '.join(get_args(Kind))}")
    with writing(person):
        diary = past.known(person, now)
        if diary.draft and not known(CheckIn, person, client_id):
            row = CheckIn.objects.add(
                person,
                now=now,
                client_id=client_id,
                kind=kind,
                last_answer=diary.draft[-1].id,
                drawing=_drawing(person, diary.draft),
                facts=convert.daily_facts(convert.merge(page.answers for page in diary.draft), now),
            )
            return decide(person, now=now, check_in=row)[1]
    return assessment(person, now=now)


def _drawing(person: Person, draft: Iterable[Page]) -> str:
    """The body map that the chart of a check-in was marked on; empty without a chart."""
    charts = [page.id for page in draft if page.page == "chart"]
    return Answers.objects.of(person).get(id=charts[-1]).drawing if charts else ""


def weekly(person: Person, entry: Mapping[str, Any], *, now: datetime, client_id: UUID) -> None:
    """Add a weekly entry: the fields of a WeeklyRecord, own tasks by name, and minutes."""
    facts = check.weekly(entry) | {"at": now.isoformat()}
    with writing(person):
        if not known(Weekly, person, client_id):
            Weekly.objects.add(person, now=now, client_id=client_id, facts=facts)


def diary(person: Person, number: int = 1) -> DiaryPage:
    """One page of the diary, newest first, with what was corrected and the notes."""
    return listing.page(person, number)
