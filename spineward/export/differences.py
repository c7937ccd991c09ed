"""How does a decision of today differ from the one that was stored? Stricter, looser, or in words.

A moment that is stricter in one thing and looser in another counts as looser: that is the one to
look at before a release.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from spineward.clinical.catalogue import words
from spineward.clinical.facts import CareLevel, ExerciseSession, Gate, SetRecord
from spineward.export.words import Offered, Words

Direction = Literal["looser", "stricter", "reasons"]
DIRECTIONS: tuple[Direction, ...] = ("looser", "stricter", "reasons")
NSAID = ("ASK_FIRST", "NO")
AT_30 = (None, "settled", "still_one_grade", "still", "further")
NO_LIMIT = 10_000
"""Days of a care level that names none."""
DOSES = ("reps", "sets", "hold_s", "minutes", "times_a_day")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise now; `said` is the part of a sentence that tells it."""

    what: str
    was: Any
    now: Any
    direction: Direction
    said: str


def direction(changes: Iterable[Change]) -> Direction:
    """The direction of all of them together."""
    return min((change.direction for change in changes), key=DIRECTIONS.index)


def of_decisions(was: Words, now: Words) -> list[Change]:
    """Everything in which two decisions differ, the gravest first."""
    return [*_levels(was, now), *_lock(was, now), *_offers(was, now), *_reasons(was, now)]


def _towards(was: int, now: int) -> Direction:
    """A larger number is the stricter one."""
    return "stricter" if now > was else "looser" if now < was else "reasons"


def _listed(names: Iterable[str]) -> str:
    text = ", ".join(names)
    return f" ({text})" if text else ""


def _levels(was: Words, now: Words) -> Iterator[Change]:
    if was.movement_gate != now.movement_gate:
        way = _towards(Gate[was.movement_gate], Gate[now.movement_gate])
        before = f"{was.movement_gate}{_listed(was.gate_reasons)}"
        after = f"{now.movement_gate}{_listed(now.gate_reasons)}"
        said = f"was {before}, now {after}"
        yield Change("movement_gate", was.movement_gate, now.movement_gate, way, said)
    if was.care_level != now.care_level:
        way = _towards(CareLevel[was.care_level], CareLevel[now.care_level])
        said = f"care level was {was.care_level}, now {now.care_level}"
        yield Change("care_level", was.care_level, now.care_level, way, said)
    elif was.within_days != now.within_days:
        way = _towards(_days(now), _days(was))
        said = f"to be seen within {was.within_days} days, now {now.within_days}"
        yield Change("within_days", was.within_days, now.within_days, way, said)
    if was.nsaid != now.nsaid:
        way = _towards(NSAID.index(was.nsaid), NSAID.index(now.nsaid))
        said = f"NSAID was {was.nsaid}, now {now.nsaid}"
        yield Change("nsaid", was.nsaid, now.nsaid, way, said)


def _days(said: Words) -> int:
    return NO_LIMIT if said.within_days is None else said.within_days


def _lock(was: Words, now: Words) -> Iterator[Change]:
    before = was.locked.rules if was.locked else ()
    after = now.locked.rules if now.locked else ()
    if was.locked == now.locked:
        return
    if bool(before) != bool(after):
        said = f"a lock by {', '.join(after)} opens" if after else "no lock any more"
        yield Change("locked", before, after, "stricter" if after else "looser", said)
    elif was.locked is not None and now.locked is not None:
        way = _towards(CareLevel[was.locked.level], CareLevel[now.locked.level])
        if way == "reasons" and before != after:
            way = "looser" if set(before) - set(after) else "stricter"
        if way == "reasons" and was.locked.steps != now.locked.steps:
            way = "looser" if set(was.locked.steps) - set(now.locked.steps) else "stricter"
        said = f"lock by {', '.join(before)}, now by {', '.join(after)}"
        yield Change("locked", before, after, way, said)


def _named(movement: str) -> str:
    name = words().get(f"movement.{movement}.name", "")
    return f"{movement} {name}".strip()


def _offers(was: Words, now: Words) -> Iterator[Change]:
    holders = {held.movement: held.by for held in now.excluded}
    for movement in was.offers.keys() - now.offers.keys():
        by = holders.get(movement)
        said = f"{_named(movement)} is no longer offered{_listed([by] if by else [])}"
        yield Change("offered", movement, None, "stricter", said)
    for movement in now.offers.keys() - was.offers.keys():
        yield Change("offered", None, movement, "looser", f"{_named(movement)} is now offered")
    for movement in sorted(was.offers.keys() & now.offers.keys()):
        yield from _dose(was.offers[movement], now.offers[movement])
    if was.suggested != now.suggested:
        way = _towards(-len(was.suggested), -len(now.suggested))
        before, after = ", ".join(was.suggested) or "none", ", ".join(now.suggested) or "none"
        said = f"the plan was {before}, now {after}"
        yield Change("in_plan", was.suggested, now.suggested, way, said)


def _dose(was: Offered, now: Offered) -> Iterator[Change]:
    for part in DOSES:
        before, after = getattr(was, part), getattr(now, part)
        if before == after:
            continue
        way: Direction = "looser"
        if before is not None and after is not None:
            more = any(late > early for early, late in zip(before, after, strict=True))
            way = "looser" if more else "stricter"
        said = f"{_named(was.movement)}: {part} was {_pair(before)}, now {_pair(after)}"
        yield Change(f"dose.{part}", before, after, way, said)
    if was.limits != now.limits:
        way = "looser" if set(was.limits) - set(now.limits) else "stricter"
        before, after = ", ".join(was.limits) or "none", ", ".join(now.limits) or "none"
        said = f"{_named(was.movement)}: limits were {before}, now {after}"
        yield Change("dose.limits", was.limits, now.limits, way, said)


def _pair(given: tuple[int, int] | None) -> str:
    return "none" if given is None else f"{given[0]} to {given[1]}"


def _reasons(was: Words, now: Words) -> Iterator[Change]:
    for id in _gone(was.fired, now.fired):
        yield Change("fired", id, None, "reasons", f"{id} no longer fires")
    for id in _gone(now.fired, was.fired):
        yield Change("fired", None, id, "reasons", f"{id} now fires")
    if was.movement_gate == now.movement_gate and was.gate_reasons != now.gate_reasons:
        said = f"the gate was closed by {', '.join(was.gate_reasons) or 'nothing'}"
        said = f"{said}, now by {', '.join(now.gate_reasons) or 'nothing'}"
        yield Change("gate_reasons", was.gate_reasons, now.gate_reasons, "reasons", said)
    held_before = {(held.movement, held.by) for held in was.excluded}
    held_now = {(held.movement, held.by) for held in now.excluded}
    if held_before != held_now:
        gone = ", ".join(f"{m} by {by}" for m, by in sorted(held_before - held_now)) or "none"
        new = ", ".join(f"{m} by {by}" for m, by in sorted(held_now - held_before)) or "none"
        said = f"held back no more: {gone}; held back now: {new}"
        yield Change("excluded", sorted(held_before), sorted(held_now), "reasons", said)
    for name in ("state", "pattern", "patterns", "nsaid_reasons", "missing"):
        before, after = getattr(was, name), getattr(now, name)
        if before != after:
            said = f"{name} was {_flat(before)}, now {_flat(after)}"
            yield Change(name, before, after, "reasons", said)


def _gone(before: Sequence[str], after: Sequence[str]) -> list[str]:
    return [id for id in before if id not in after]


def _flat(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value) or "none"
    return str(value)


def of_sets(was: SetRecord | None, now: SetRecord | None) -> list[Change]:
    """In what two readings of the same set differ; None when it was not reached."""
    if was is None or now is None:
        if was is now:
            return []
        said = "was not reached, now it counts" if was is None else "is not reached any more"
        return [Change("set", _set(was), _set(now), "looser" if was is None else "stricter", said)]
    if was == now:
        return []
    way = _towards(was.verdict, now.verdict)
    if way == "reasons":
        way = _towards(AT_30.index(was.at_30), AT_30.index(now.at_30))
    return [Change("set", _set(was), _set(now), way, f"was {_set(was)}, now {_set(now)}")]


def _set(read: SetRecord | None) -> str:
    if read is None:
        return ""
    later = f", after 30 minutes {read.at_30}" if read.at_30 else ""
    half = ", half range" if read.half_range else ""
    return f"{read.verdict.name} (row {read.row}, {read.label}{later}{half})"


def of_sessions(was: ExerciseSession, now: ExerciseSession) -> list[Change]:
    """In what two replays of a session differ, apart from its sets."""
    changes = []
    if was.stops != now.stops:
        gone = set(was.stops) - set(now.stops)
        said = f"stopped by {', '.join(was.stops) or 'nothing'}, now {_flat(now.stops)}"
        way: Direction = "looser" if gone else "stricter"
        changes.append(Change("stops", was.stops, now.stops, way, said))
    if was.ended != now.ended:
        before, after = (f"{at:%H:%M}" if at else "not ended" for at in (was.ended, now.ended))
        said = f"ended {before}, now {after}"
        later = now.ended is None or (was.ended is not None and now.ended > was.ended)
        way = "looser" if later else "stricter"
        changes.append(Change("ended", was.ended, now.ended, way, said))
    return changes
