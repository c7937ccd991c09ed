"""Which cases did a change of the rules move, and in which direction? Two tables compared."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spineward.clinical.tables import (
    NOBODY,
    Table,
    TableError,
    boxes,
    cells,
    days,
    read_table,
    weighed,
    written,
)


@dataclass(frozen=True, slots=True)
class Move:
    """Cases that had one outcome and now have another; `where` are their groups, in words."""

    before: str
    now: str
    count: int
    where: tuple[str, ...]

    @property
    def direction(self) -> str:
        """Is it stricter, looser, or neither?"""
        ways = set(weighed(self.before, self.now)) - {0}
        if not ways:
            return "the same advice for other reasons"
        if len(ways) > 1:
            return "stricter in part, looser in part"
        return "stricter" if 1 in ways else "looser"


def moves(before: Table, now: Table) -> list[Move]:
    """Which cases moved, the loosened first. Raises TableError when the axes differ."""
    if before.axes != now.axes:
        raise TableError(f"{now.id}: its questions changed, so its cases cannot be compared")
    pairs = list(zip(before.codes, now.codes, strict=True))
    old, new = before.outcomes, now.outcomes
    changed = Counter((a, b) for a, b in pairs if old[a] != new[b])
    found = []
    for (a, b), count in changed.items():
        mask = array("H", (int(pair == (a, b)) for pair in pairs))
        where = (cells(now, values) for values, hit in boxes(mask, now.sizes) if hit)
        found.append(Move(old[a], new[b], count, tuple(where)))
    urgency = {"looser": 0, "stricter in part, looser in part": 1, "stricter": 2}
    return sorted(found, key=lambda move: (urgency.get(move.direction, 3), -move.count))


WORDS = (
    ("EMERGENCY", "were an emergency", "are an emergency"),
    ("SAME_DAY", "were sent to someone the same day", "are sent to someone the same day"),
    ("STOP_AND_ESCALATE", "stopped the session and called for help", "stop it and call for help"),
    ("SOON", "were to be seen soon", "are to be seen soon"),
    ("STOP_SESSION", "stopped the session", "stop the session"),
    ("BLOCK", "blocked all movement", "block all movement"),
    ("STOP_MOVEMENT", "stopped the movement", "stop the movement"),
    ("EASE_ONLY", "left only easing", "leave only easing"),
    ("ROUTINE", "were to be seen within a month", "are to be seen within a month"),
    ("LIMITED", "limited movement", "limit movement"),
    ("REGRESS", "went on with half the range", "go on with half the range"),
    ("CONTINUE_CAUTION", "continued with care", "continue with care"),
    ("CONTINUE", "continued", "continue"),
    ("held_back", "held a movement back", "hold a movement back"),
    ("NO", "said no to the medicine", "say no to the medicine"),
    ("ASK_FIRST", "said to ask first", "say to ask first"),
)
"""The first word that an outcome holds says what it meant, and means."""


def in_words(move: Move) -> str:
    """ "378 situations that stopped the session now continue", and which rules say so."""
    was, now = _said(move.before, 1), _said(move.now, 2)
    before, after = days(move.before), days(move.now)
    if before != after and NOBODY not in (before, after):
        was, now = f"{was} within {before} days", f"{now} within {after} days"
    noun = "situation" if move.count == 1 else "situations"
    line = f"{move.count:,} {noun} that {was} now {now} ({move.direction})"
    return f"{line}\n    was: {move.before}\n    now: {move.now}"


def _said(outcome: str, form: int) -> str:
    words = set(outcome.replace("+", " ").split())
    return next((said[form] for said in WORDS if said[0] in words), "set nothing off")


def differences(id: str, now: Table | None, most: int = 3) -> Iterator[str]:
    """What moved between the committed table and this one, in words; nothing when all is alike."""
    if not (text := written(id)):
        yield f"{id}: this table is new; commit it with: spineward rules tables"
        return
    before = read_table(text)
    if now is None:
        yield f"{id}: its rules are gone, and with them {before.size:,} situations"
        return
    if before.axes != now.axes:
        yield f"{id}: its questions changed, so its cases cannot be compared one by one"
        return
    for move in moves(before, now):
        yield f"{id}: {in_words(move)}"
        yield from (f"    when {where}" for where in move.where[:most])
        if more := len(move.where) - most:
            yield from ([f"    and {more} groups more"] if more > 0 else [])
