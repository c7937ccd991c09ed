"""What happened in a session? As it was recorded, and as it was told where a part had no place.

Nothing here asks a database: what was set aside comes in as it was sent.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from spineward.clinical.facts import ExerciseSession, SetVerdict
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import SessionEvent, SessionState
from spineward.clinical.session import state
from spineward.diary import check
from spineward.diary.check import Json
from spineward.diary.trouble import Refused

ENDS = ("stopped", "ended")
SKEW = timedelta(days=1)
"""So far a clock may be wrong before its entries count for nothing."""
START, PART = "session.start", "session.event"
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
        events = tuple(event for event, _ in self._parts())
        if self.stands is not None:
            # Its end may have come before; what was told counts all the same.
            before = (event for event in self.stands.events if event.kind not in ENDS)
            return replace(self.stands, events=(*before, *events))
        try:
            start = next(one for one, _ in self.sent if one.get("what") == START)
            planned, first = tuple(start["planned"]), first_event(start)
            for movement in planned:
                check.movement(movement)
        except (StopIteration, Refused, TypeError, KeyError):
            return None
        return Recorded(0, planned, affected, (first, *events))

    def stops(self, affected: tuple[Leg, ...], now: datetime) -> ExerciseSession | None:
        """Of all that was told only what ended a movement or the session; None when nothing did.

        What eased in it opens nothing, and it completes no session: it may only hold back (H-06).
        """
        told, parts = self.told(affected), list(self._parts())
        if told is None or not parts:
            return None
        last, believed = parts[-1]
        done, moment = told.at(max(now, last.at)).done, min(believed, now)
        sets = tuple(one for one in done.sets if one.verdict >= SetVerdict.STOP_MOVEMENT)
        if not sets and not done.stops:
            return None
        return replace(
            done,
            started=_near(done.started, moment),
            ended=None,
            sets=tuple(replace(one, at=_near(one.at, moment)) for one in sets),
        )

    def _parts(self) -> Iterator[tuple[SessionEvent, datetime]]:
        """All that can be read: one odd event hides nothing that was told after it."""
        for one, at in self.sent:
            if one.get("what") == PART:
                try:
                    event = read_event(one["event"])
                    check.event(event, event.at)
                except (Refused, TypeError, KeyError, ValueError):
                    continue
                yield event, at


def asides(
    sent: Iterable[tuple[Json, datetime]],
    stands: Callable[[Collection[UUID]], Mapping[UUID, Recorded]],
) -> list[Aside]:
    """What was set aside, session by session; `stands` finds those that the diary holds too."""
    parts: dict[UUID, list[tuple[Json, datetime]]] = {}
    for one, at in sent:
        if one.get("what") in (START, PART):
            try:
                parts.setdefault(UUID(str(one.get("session"))), []).append((one, at))
            except ValueError:
                continue
    known = stands(parts) if parts else {}
    return [Aside(tuple(told), known.get(id)) for id, told in parts.items()]


def with_stops(
    sessions: Iterable[ExerciseSession], stops: Iterable[ExerciseSession]
) -> tuple[ExerciseSession, ...]:
    """The sessions with what else stopped in them, oldest first; each set counts once."""
    joined = list(sessions)
    for one in stops:
        place = next((n for n, s in enumerate(joined) if s.started == one.started), None)
        if place is None:
            joined.append(one)
            continue
        here = joined[place]
        known = {(done.movement, done.at, done.row) for done in here.sets}
        more = (d for d in one.sets if (d.movement, d.at, d.row) not in known)
        joined[place] = replace(
            here,
            sets=tuple(sorted((*here.sets, *more), key=lambda done: done.at)),
            stops=tuple(dict.fromkeys((*here.stops, *one.stops))),
        )
    return tuple(sorted(joined, key=lambda session: session.started))


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
