"""What happened in a session? As it was recorded, and as it was told where a part had no place.

Nothing here asks a database: what was set aside comes in as it was sent.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from spineward.clinical.body import LEGS
from spineward.clinical.facts import ExerciseSession, SetRecord, SetVerdict
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionEvent, SessionState
from spineward.clinical.ledger import BACK_ONLY
from spineward.clinical.library import movements
from spineward.clinical.session import state
from spineward.diary import check
from spineward.diary.check import Json
from spineward.diary.trouble import Refused

ENDS = ("stopped", "ended")
SKEW = timedelta(days=1)
"""So far a clock may be wrong before its entries count for nothing."""
START, PART = "session.start", "session.event"
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""A moment outside of these cannot be reckoned with."""
NOT_READ = 0
_EVENT = TypeAdapter(SessionEvent)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A session as it was recorded: what was planned, and all that happened, oldest first."""

    id: int
    planned: tuple[str, ...]
    affected: tuple[Leg, ...]
    events: tuple[SessionEvent, ...]

    def at(self, now: datetime) -> SessionState:
        """Where the session stands at this time."""
        return state(self.events, self.planned, self.affected, now)


@dataclass(frozen=True, slots=True)
class Aside:
    """A session of which parts were set aside: each as it was sent, with its moment as far as its
    clock can be believed, oldest first; and what stands of the session in the diary."""

    sent: tuple[tuple[Json, datetime], ...]
    stands: Recorded | None = None

    def told(self, affected: tuple[Leg, ...]) -> Recorded | None:
        """The session as it was told; None when no start of it can be read."""
        if self.stands is not None:
            # Its end may have come before; what was told counts all the same.
            before = tuple(event for event in self.stands.events if event.kind not in ENDS)
            return replace(self.stands, events=(*before, *self._parts(before[-1].at)))
        planned, first = self._start() or ((), None)
        if not planned or first is None:
            return None
        return Recorded(0, planned, affected, (first, *self._parts(first.at)))

    def stops(self, affected: tuple[Leg, ...], now: datetime) -> ExerciseSession | None:
        """What stopped in it, beside what the diary holds, as a session of its own; else None.

        Nothing else that was told of it is there, and it is never over: it completes no session
        (H-06). Where no legs were recorded it is read with those of today and with both, for a
        second leg and one that was affected already are told by different rows.
        """
        here = self.stands.at(now).done if self.stands else None
        held, ends = (here.sets, here.stops) if here else ((), ())
        sets: dict[SetRecord, None] = {}
        stops: dict[str, None] = {}
        for legs in (affected, LEGS):
            told = self.told(legs)
            if told is None:
                return None
            last = told.events[-1].at
            done = told.at(max(now, last)).done
            sets |= dict.fromkeys(one for one in done.sets if _stopped(one) and one not in held)
            stops |= dict.fromkeys(one for one in done.stops if one not in ends)
        if not sets and not stops:
            return None
        moment = min(last, now) if here else _near(last, min(self.sent[-1][1], now))
        dated = tuple(replace(one, at=_near(one.at, moment)) for one in sets)
        return ExerciseSession(moment, t0=done.t0, sets=dated, stops=tuple(stops))

    def _start(self) -> tuple[tuple[str, ...], SessionEvent] | None:
        """The first movements that are known, and the event that began it."""
        for one, believed in self.sent:
            if one.get("what") == START:
                try:
                    first = first_event(one)
                    planned = tuple(takewhile(_in_library, one["planned"]))
                except (Refused, TypeError, KeyError, ValueError):
                    return None
                if first.reading is None:
                    return None
                sound = FIRST_YEAR <= first.at.year <= LAST_YEAR
                return planned, first if sound else replace(first, at=believed)
        return None

    def _parts(self, last: datetime) -> Iterator[SessionEvent]:
        """All that can be read: one odd event hides nothing that was told after it. One that a
        clock put a day off the one before it happened with that one."""
        for one, _ in self.sent:
            if one.get("what") == PART and isinstance(one.get("event"), dict):
                try:
                    event = read_event(one["event"])
                    check.event(event, event.at)
                except (Refused, TypeError, KeyError, ValueError):
                    continue
                if abs(event.at - last) > SKEW:
                    event = replace(event, at=last)
                last = event.at
                yield event


def asides(
    sent: Iterable[tuple[Any, datetime]],
    stands: Callable[[Collection[UUID]], Mapping[UUID, Recorded]],
) -> list[Aside]:
    """What was set aside, session by session; `stands` finds those that the diary holds too."""
    parts: dict[UUID, list[tuple[Json, datetime]]] = {}
    for one, at in sent:
        if isinstance(one, dict) and str(one.get("what")) in (START, PART):
            try:
                parts.setdefault(UUID(str(one.get("session"))), []).append((one, at))
            except ValueError:
                continue
    known = stands(parts) if parts else {}
    return [Aside(tuple(told), known.get(id)) for id, told in parts.items()]


def _in_library(movement: object) -> bool:
    return isinstance(movement, str) and movement in movements()


def _stopped(done: SetRecord) -> bool:
    """Rows 1 to 7: it called for help, or the leg got worse. A set of which nobody said how it was
    felt, or that eased when the session was stopped, is no stop of the movement."""
    return NOT_READ < done.row < BACK_ONLY and done.verdict >= SetVerdict.STOP_MOVEMENT


def _near(at: datetime, moment: datetime) -> datetime:
    """A session lasts no day: what its clock put further off happened when it was told (H-11)."""
    return at if moment - SKEW <= at <= moment else moment


def first_event(start: Mapping[str, Any]) -> SessionEvent:
    """The event that begins a session, from what was sent; raises Refused."""
    event = read_event({"at": start["at"], "kind": "started", "reading": start["reading"]})
    check.event(event, event.at)
    return event


def read_event(facts: Mapping[str, Any]) -> SessionEvent:
    """An event of a session from what was sent; raises Refused. A number is never a moment."""
    if not check.MOMENT.fullmatch(str(facts.get("at"))):
        raise Refused("event.at", facts.get("at"), check.A_MOMENT)
    try:
        return _EVENT.validate_json(json.dumps(facts), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(["event", *map(str, first["loc"])])
        raise Refused.said(where, f"{where}: {first['msg']}") from error
