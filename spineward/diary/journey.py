"""How do the pages write and read the diary? The only door: functions in the order of the way.

Facts, verdict and reasons of one step are saved together or not at all. A form sent twice, known by
its `client_id`, adds nothing. The time comes in as `now`, with the offset of the person's clock.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, Plan, Situation
from spineward.clinical.plan import plan as plan_for
from spineward.diary import check, convert, past
from spineward.diary.models import (
    Answers,
    CheckIn,
    Decision,
    Lock,
    LockRelease,
    Person,
    Weekly,
)
from spineward.diary.trouble import NotFound, Refused, Unsaved, saving


def own_person() -> Person:
    """The one person of a private installation; made on first use."""
    with saving():
        return Person.objects.get_or_create(own=True)[0]


def set_emergency_number(person: Person, number: str) -> None:
    """Keep the number that this person dials in an emergency; raises Refused."""
    digits = "".join(number.split())
    if not (digits.removeprefix("+").isdecimal() and 2 <= len(digits) <= 16):
        raise Refused("emergency_number", number, "2 to 15 digits, such as 112, 911 or 999")
    person.emergency_number = digits
    with saving():
        person.save(update_fields=["emergency_number"])


def answer(
    person: Person, page: str, answers: Mapping[str, Any], *, now: datetime, client_id: UUID
) -> None:
    """Add the answers of one page, a part of a Situation by its field names; raises Refused."""
    stored = check.answers(answers, now)
    with writing(person):
        if not Answers.objects.of(person).filter(client_id=client_id).exists():
            Answers.objects.add(person, now=now, client_id=client_id, page=page, answers=stored)


def answered(person: Person, *, now: datetime) -> Mapping[str, datetime]:
    """The pages answered since the present check-in began, and when."""
    return {page.page: page.at for page in past.known(person, now).draft}


def last_answered(person: Person, *, now: datetime) -> Mapping[str, datetime]:
    """When each page was last answered, in this check-in or an earlier one."""
    return past.known(person, now).times


def finish_check_in(person: Person, kind: str, *, now: datetime, client_id: UUID) -> Assessment:
    """Close the present check-in and decide what follows from it.

    With no page answered since the last one there is nothing to close: then nothing is added.
    """
    if kind not in CheckIn.KINDS:
        raise Refused("kind", kind, f"one of {', '.join(CheckIn.KINDS)}")
    with writing(person):
        diary = past.known(person, now)
        known = CheckIn.objects.of(person).filter(client_id=client_id).exists()
        if diary.draft and not known:
            row = CheckIn.objects.add(
                person,
                now=now,
                client_id=client_id,
                kind=kind,
                last_answer=diary.draft[-1].id,
                facts=convert.daily_facts(convert.merge(page.answers for page in diary.draft), now),
            )
            return decide(person, now=now, check_in=row)
        return assess(situation(person, now=now))


def weekly(person: Person, entry: Mapping[str, Any], *, now: datetime, client_id: UUID) -> None:
    """Add a weekly entry, the fields of a WeeklyRecord; raises Refused."""
    facts = check.weekly(entry) | {"at": now.isoformat()}
    with writing(person):
        if not Weekly.objects.of(person).filter(client_id=client_id).exists():
            Weekly.objects.add(person, now=now, client_id=client_id, facts=facts)


def situation(person: Person, *, now: datetime, for_session: bool = False) -> Situation:
    """All that is known now. Only `for_session` asks how old the screen before a session is."""
    return past.situation(person, now, for_session=for_session)


def assessment(person: Person, *, now: datetime) -> Assessment:
    """What is safe now, decided anew as time passes; opens and releases locks where due."""
    return _assessed(person, now)[1]


def plan(person: Person, *, now: datetime) -> tuple[Assessment, Plan]:
    """What may be done now, with the assessment it rests on."""
    known, result = _assessed(person, now)
    return result, plan_for(Case(known), result)


def _assessed(person: Person, now: datetime) -> tuple[Situation, Assessment]:
    known = situation(person, now=now)
    result = assess(known)
    if not result.opens_lock and not result.releases_lock:
        return known, result
    try:
        with writing(person):
            return known, decide(person, now=now)
    except Unsaved:
        # What a person must do now is shown even when it cannot be stored; the lock follows from
        # the same answers at the next look.
        return known, result


@contextmanager
def writing(person: Person) -> Iterator[None]:
    """One step, saved as a whole. Steps of one person follow each other, whatever the tabs do."""
    with saving(), transaction.atomic():
        if not Person.objects.select_for_update().filter(pk=person.pk).exists():
            raise NotFound("This diary is no longer there.")
        yield


def decide(person: Person, *, now: datetime, check_in: CheckIn | None = None) -> Assessment:
    """Assess, and keep the decision with the locks that it opens or releases."""
    known = situation(person, now=now)
    result = assess(known)
    row = Decision.objects.add(
        person,
        now=now,
        check_in=check_in,
        words=convert.decision_words(result, plan_for(Case(known), result)),
    )
    if result.releases_lock:
        for lock in Lock.objects.of(person).filter(release__isnull=True):
            LockRelease.objects.add(person, now=now, decision=row, lock=lock)
    if result.opens_lock:
        Lock.objects.add(
            person,
            now=now,
            decision=row,
            rules=list(result.opens_lock),
            level=(result.locked.level if result.locked else result.care_level).name,
        )
    if result.opens_lock or result.releases_lock:
        return assess(situation(person, now=now))
    return result
