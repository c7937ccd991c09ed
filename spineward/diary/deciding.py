"""What follows now from all that the diary knows? Asks the engine, and keeps what it decided."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from spineward.clinical.assessment import assess, assess_case
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, Plan, SessionEvent, Situation
from spineward.clinical.lock import examined_before
from spineward.clinical.plan import plan as plan_for
from spineward.clinical.watching import news, strength_due
from spineward.diary import convert, knowing, past, telling
from spineward.diary.happened import Recorded
from spineward.diary.knowing import OVER
from spineward.diary.models import (
    CheckIn,
    Decision,
    Lock,
    LockRelease,
    Person,
    Session,
    SessionSummary,
)
from spineward.diary.models import SessionEvent as EventRow
from spineward.diary.replay import recorded
from spineward.diary.trouble import Unsaved
from spineward.diary.writing import row, writing


def situation(person: Person, *, now: datetime, for_session: bool = False) -> Situation:
    """All that is known now. Only `for_session` says how old the screen before a session is."""
    return past.situation(person, now, for_session=for_session)


def assessment(person: Person, *, now: datetime, for_session: bool = False) -> Assessment:
    """What is safe now, decided anew as time passes; opens and releases locks where due."""
    return _assessed(person, now, for_session)[1]


def plan(person: Person, *, now: datetime, for_session: bool = False) -> tuple[Assessment, Plan]:
    """What may be done now, with the assessment it rests on."""
    _, result, found = plan_with_case(person, now=now, for_session=for_session)
    return result, found


def plan_with_case(
    person: Person, *, now: datetime, for_session: bool = False
) -> tuple[Case, Assessment, Plan]:
    """The same with the case that both were read from, for a page that tells more of it."""
    case, result = _assessed(person, now, for_session)
    return case, result, plan_for(case, result)


@dataclass(frozen=True, slots=True)
class Now:
    """What the first page tells. `news` are rules to be told of; `strength_due` offers the check,
    `strength_known` says that there was one."""

    assessment: Assessment
    plan: Plan
    news: tuple[str, ...]
    strength_due: bool
    strength_known: bool


def today(person: Person, *, now: datetime) -> Now:
    """What may be done now, and what the person is to be told; that it was shown is not noted."""
    case, result = _assessed(person, now, for_session=False)
    known = case.situation
    return Now(
        assessment=result,
        plan=plan_for(case, result),
        news=news(known, result, telling.told(person)),
        strength_due=strength_due(known),
        strength_known=known.strength_at is not None,
    )


def _assessed(person: Person, now: datetime, for_session: bool) -> tuple[Case, Assessment]:
    case = Case(situation(person, now=now, for_session=for_session))
    result = assess_case(case)
    if not result.opens_lock and not result.releases_lock:
        return case, result
    try:
        with writing(person):
            decide(person, now=now)
    except Unsaved:
        # What a person must do now is shown even when it cannot be stored; the lock follows from
        # the same answers at the next look.
        return case, result
    case = Case(situation(person, now=now, for_session=for_session))
    return case, assess_case(case)


def decide(
    person: Person, *, now: datetime, check_in: CheckIn | None = None, for_session: bool = False
) -> tuple[Decision, Assessment]:
    """Assess, and keep the decision with the locks that it opens or releases; inside `writing`.

    The assessment returned has these locks in its history already.
    """
    settle(person, now)
    basis = past.basis(person)
    known = situation(person, now=now, for_session=for_session)
    result, words = knowing.decision(known)
    decision = Decision.objects.add(person, now=now, check_in=check_in, words=words, basis=basis)
    telling.close(person, result.fired, now)
    if not result.opens_lock and not result.releases_lock:
        return decision, result
    if result.releases_lock:
        for lock in Lock.objects.of(person).filter(release__isnull=True):
            LockRelease.objects.add(person, now=now, decision=decision, lock=lock)
    if result.opens_lock:
        level = result.locked.level if result.locked else result.care_level
        before = examined_before(Case(known), result.opens_lock)
        Lock.objects.add(
            person,
            now=now,
            decision=decision,
            rules=list(result.opens_lock),
            level=level.name,
            examined={item: day.isoformat() for item, day in before.items()},
        )
    return decision, assess(situation(person, now=now, for_session=for_session))


def settle(person: Person, now: datetime) -> None:
    """Keep the summary of every session that is over, also of one that was cut short."""
    for session in recorded(person, summaries=None):
        summarize(person, kept_over(person, session, now), now)


def kept_over(person: Person, session: Recorded, now: datetime) -> Recorded:
    """A session whose time has run out is ended by an event: a clock that is set back afterwards
    must not open it again (H-11)."""
    last = session.at(session.events[-1].at)
    if last.step in OVER or session.at(now).step not in OVER:
        return session
    ended = SessionEvent(at=now, kind="ended")
    whole = row(Session, person, session.id)
    EventRow.objects.add(
        person,
        now=now,
        client_id=end_by_itself(whole.client_id, len(session.events)),
        session=whole,
        facts=convert.event_facts(ended),
    )
    return replace(session, events=(*session.events, ended))


def end_by_itself(session: UUID, events: int) -> UUID:
    """The id of the row by which the diary itself ends a session after so many events."""
    return uuid5(session, f"over {events}")


def summarize(person: Person, session: Recorded, now: datetime) -> None:
    """Keep what a session has come to, once it is over; a later answer supersedes it."""
    facts = knowing.summary(session, now)
    if facts is None:
        return
    last = SessionSummary.objects.of(person).filter(session=session.id, superseded_by=None).first()
    if last is None or last.facts != facts:
        SessionSummary.objects.add(
            person,
            now=session.events[0].at,
            session=row(Session, person, session.id),
            supersedes=last,
            facts=facts,
        )
