"""What did each movement do for this person so far? One pass over the sessions, newest first.

Only this episode and the days in which a rest can still hold are read: how a movement felt in an
earlier bout says little about this one (J).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import ExerciseSession, SetRecord, SetVerdict
from spineward.clinical.library import families

CENTRALIZING, REDUCED = 9, 11
GOOD = (CENTRALIZING, REDUCED)
"""Rows of table 2.4 that did the leg good."""
NOT_WORSE = (9, 10, 11, 12)
UNCHANGED = (10, 12)
STEADY = (9, 11, 12)
"""Rows after which a movement may be taken further (4.4)."""
MOVED_DOWN = 5
IN_THE_LEG = (5, 6, 7)
"""Rows that say that the leg got worse through the movement."""
BACK_ONLY = 8
ASKED_TO_STOP = "SS5"
"""The one session stop that restricts nothing later (4.5)."""
KEPT = 8
"""Sessions kept of each movement: more than any rule asks for, so that a year stays cheap."""


class Used(NamedTuple):
    """What one movement did in one session: its sets in the order they were done."""

    sets: list[SetRecord]

    @property
    def row(self) -> int:
        """The response the session ended with: the row of its last set."""
        return self.sets[-1].row

    @property
    def at(self) -> datetime:
        """When its last set was read."""
        return self.sets[-1].at


@dataclass(frozen=True, slots=True)
class Ledger:
    """Each movement's newest sessions; every set that was stopped or moved symptoms down; the
    last stop of any kind. All newest session first."""

    used: dict[str, list[Used]]
    stops: tuple[SetRecord, ...]
    falls: tuple[SetRecord, ...]
    last_stop: datetime | None

    def of(self, movement: str) -> Sequence[Used]:
        """The newest sessions in which the movement was done."""
        return self.used.get(movement, ())

    def last_row(self, movement: str) -> int | None:
        """The row of its last response, None when it was not done yet."""
        uses = self.used.get(movement)
        return uses[0].row if uses else None

    def of_family(self, family: str) -> list[Used]:
        """The newest sessions of any movement of a family."""
        every = [use for member in families()[family] for use in self.of(member)]
        return sorted(every, key=lambda use: use.at, reverse=True)

    def moved_down(self, movement: str, since: datetime | None = None) -> bool:
        """Did it send symptoms down, ever in this episode or since that moment?"""
        return any(
            done.movement == movement and (since is None or done.at >= since) for done in self.falls
        )


def moved_down(done: SetRecord) -> bool:
    """Row 5, but for its exception: a mild new back ache alone is no peripheralization (2.4)."""
    return done.row == MOVED_DOWN and done.label != "BACK_OVERLOAD"


def stopped(done: SetRecord) -> bool:
    """The movement itself was stopped: also when it took the whole session with it (row 5, SS6)."""
    return done.verdict == SetVerdict.STOP_MOVEMENT or (
        done.row in IN_THE_LEG and done.verdict > SetVerdict.STOP_MOVEMENT
    )


def run(uses: Sequence[Used], holds: Callable[[Used], bool]) -> int:
    """For how many sessions running, from the newest back, does this hold?"""
    for count, use in enumerate(uses):
        if not holds(use):
            return count
    return len(uses)


@once
def ledger(case: Case) -> Ledger:
    """The ledger of a case."""
    kept = case.today - timedelta(days=limit("n2.off_days"))
    oldest = min(case.episode_start, kept)
    used: dict[str, list[Used]] = {}
    latest: dict[str, ExerciseSession] = {}
    grave: list[SetRecord] = []
    ends: list[datetime] = []
    for session in reversed(case.history.sessions):
        if session.started.date() < oldest:
            break
        for done in session.sets:
            _enter(done, session, used, latest)
            if done.row < BACK_ONLY:
                grave.append(done)
        if any(stop != ASKED_TO_STOP for stop in session.stops):
            ends.append(session.ended or session.started)
    stops = tuple(done for done in grave if done.verdict >= SetVerdict.STOP_MOVEMENT)
    falls = tuple(done for done in grave if moved_down(done))
    last = max((*ends, *(done.at for done in stops)), default=None)
    return Ledger(used, stops, falls, last)


def _enter(
    done: SetRecord,
    session: ExerciseSession,
    used: dict[str, list[Used]],
    latest: dict[str, ExerciseSession],
) -> None:
    """Put one set to the others of its movement in this session, or open a new entry."""
    movement = done.movement
    if latest.get(movement) is session:
        used[movement][-1].sets.append(done)
        return
    uses = used.setdefault(movement, [])
    if len(uses) < KEPT:
        latest[movement] = session
        uses.append(Used([done]))
