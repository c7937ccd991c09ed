"""What calls for help in an entry that was set aside? It counts all the same (H-01).

The strictest reading: a session is read from all that was told of it, and a sign that a refused
page of answers names stands as not sure, until it is asked anew.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from spineward.clinical.case import HARMLESS, Case
from spineward.clinical.facts import CareLevel, SetOutcome
from spineward.clinical.legs import affected_legs
from spineward.diary import convert
from spineward.diary.check import Json
from spineward.diary.deciding import decide, situation
from spineward.diary.happened import Aside
from spineward.diary.models import Answers, Person, SetAside
from spineward.diary.replay import recorded
from spineward.diary.sessions import PAGE
from spineward.diary.writing import writing

ASIDE = "aside"
"""The page under which the signs of a refused page of answers are kept."""


def session_calls(person: Person, session: UUID, *, now: datetime) -> None:
    """Read a session with all that was set aside of it, and record the help that the last part
    calls for."""
    with writing(person):
        rows = SetAside.objects.of(person).filter(event__session=str(session)).order_by("id")
        sent = [(row.event, row.at) for row in rows]
        found = _outcome(person, session, sent, now)
        if found is None or found == _outcome(person, session, sent[:-1], now):
            return
        if found.level >= CareLevel.SAME_DAY:
            _keep(person, PAGE, convert.escalation(found.fired, situation(person, now=now)), now)


def form_calls(
    person: Person, fired: Collection[str], reopened: Collection[str], *, now: datetime
) -> None:
    """Keep the signs of a refused page: `fired` ("A1", or "A1?" for unsure) as told, and each that
    is only `reopened` as not answered, unless it stands already."""
    with writing(person):
        known = situation(person, now=now)
        told = [id.removesuffix("?") if _stands(known.item, id) else id for id in fired]
        answers = convert.escalation(told, known)
        open_again = {id: None for id in reopened if known.item.get(id) in HARMLESS}
        items = open_again | answers.get("item", {})
        if items:
            _keep(person, ASIDE, answers | {"item": items}, now)


def _stands(item: Any, id: str) -> bool:
    return item.get(id.removesuffix("?")) in ("yes", "changed")


def _keep(person: Person, page: str, answers: dict[str, Any], now: datetime) -> None:
    Answers.objects.add(person, now=now, page=page, answers=answers)
    decide(person, now=now)


def _outcome(
    person: Person, session: UUID, sent: list[tuple[Json, datetime]], now: datetime
) -> SetOutcome | None:
    """What the session has come to as it was told; None when no start of it can be read."""
    stands = next(iter(recorded(person, client_id=session)), None)
    legs = affected_legs(Case(situation(person, now=now)))
    told = Aside(tuple(sent), stands).told(legs)
    return told.at(now).outcome if told else None
