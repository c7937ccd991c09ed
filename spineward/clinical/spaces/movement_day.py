"""What does a table of exclusions ask? A day with its gate, flare and patterns, and what was done.

An exclusion reads the answers of a situation and what other rules said of it. What they said is an
axis of its own here ("gate", "state", "patterns", "fired"): every combination is asked, also those
that no answers lead to. So no table of an exclusion rests on how a gate or a pattern came about.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations
from typing import Any, NamedTuple

from spineward.clinical.case import Case
from spineward.clinical.facts import ExerciseSession, Gate, Mark, SetRecord, SetVerdict
from spineward.clinical.facts.answers import Label
from spineward.clinical.library import movements, naming
from spineward.clinical.rules.hold_movement import OF_ALL, OF_ONE, OF_PERSON
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Fields,
    Space,
    Value,
    chain,
    ordered,
    situation,
)
from spineward.clinical.today import Today

Held = tuple[tuple[str, tuple[str, ...]], ...]
"""Each exclusion that holds, with the movements it takes away."""


class Response(NamedTuple):
    """How a set ended: its row, label and verdict."""

    row: int
    label: Label
    verdict: SetVerdict


RESPONSES: dict[str, Response] = {
    "row 0": Response(0, "NOT_ASSESSED", SetVerdict.STOP_SESSION),
    "row 1": Response(1, "RED_FLAG", SetVerdict.STOP_AND_ESCALATE),
    "row 2": Response(2, "NEURO_MOTOR", SetVerdict.STOP_AND_ESCALATE),
    "row 3": Response(3, "SECOND_LEG", SetVerdict.STOP_SESSION),
    "row 4": Response(4, "NEURO_SENSORY", SetVerdict.STOP_SESSION),
    "row 5": Response(5, "PERIPHERALIZED", SetVerdict.STOP_MOVEMENT),
    "row 5, session stopped": Response(5, "PERIPHERALIZED", SetVerdict.STOP_SESSION),
    "row 5, back only": Response(5, "BACK_OVERLOAD", SetVerdict.REGRESS),
    "row 6": Response(6, "NEURO_IRRITATION", SetVerdict.STOP_MOVEMENT),
    "row 6, session stopped": Response(6, "NEURO_IRRITATION", SetVerdict.STOP_SESSION),
    "row 7": Response(7, "WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT),
    "row 7, session stopped": Response(7, "WORSE_IN_PLACE", SetVerdict.STOP_SESSION),
    "row 8": Response(8, "BACK_OVERLOAD", SetVerdict.REGRESS),
    "row 9": Response(9, "CENTRALIZING", SetVerdict.CONTINUE),
    "row 10": Response(10, "UNSTABLE", SetVerdict.CONTINUE_CAUTION),
    "row 11": Response(11, "REDUCED", SetVerdict.CONTINUE),
    "row 12": Response(12, "NO_CHANGE", SetVerdict.CONTINUE_CAUTION),
}
"""Every row of table 2.4, and those that a session stop or an exception ends otherwise."""
LEG_WORSE = tuple(name for name in RESPONSES if name[4] in "567" and "back only" not in name)
STEADY = ("row 9", "row 11", "row 12")

KINDS = ("STENOSIS", "ROOT", "HIP_SI_OTHER", "DGS")
PATTERNS = tuple(
    chosen or ("UNCLEAR",) for count in range(5) for chosen in combinations(KINDS, count)
)


def _one_more(pattern: str) -> Iterator[tuple[str, str]]:
    """Each set of patterns, and the same with this one."""
    for chosen in PATTERNS:
        if pattern not in chosen:
            more = tuple(k for k in KINDS if k in chosen or k == pattern)
            yield " ".join(chosen), " ".join(more)


PATTERN = Axis(
    "patterns",
    tuple(Value(" ".join(chosen), {"patterns": chosen}) for chosen in PATTERNS),
    # DGS and STENOSIS also bring movements of their own, so they stand in no order.
    (*_one_more("ROOT"), *_one_more("HIP_SI_OTHER")),
)
STATE = ordered(
    "flare", *(Value(s, {"state": s}) for s in ("CALM", "FLARE_MODERATE", "FLARE_SEVERE"))
)
GATE = ordered("gate", *(Value(gate.name, {"gate": gate}) for gate in Gate))


def day_of(fields: Fields) -> Today:
    """The day that these answers make; quiet where an axis says nothing."""
    told = dict(fields)
    said = {
        name: told.pop(name, quiet)
        for name, quiet in (
            ("gate", Gate.FULL),
            ("patterns", ("UNCLEAR",)),
            ("state", "CALM"),
            ("fired", ()),
        )
    }
    if mark := told.pop("mark", None):
        told["chart"] = (Mark(**mark),)
    past = dict(told.get("history", {}))
    made = map(_session, told.pop("done", {}).values())
    known = (*past.get("sessions", ()), *(one for one in made if one is not None))
    past["sessions"] = tuple(sorted(known, key=lambda one: one.started))
    past["check_ins"] = tuple(sorted(past.get("check_ins", ()), key=lambda one: one.at))
    told["history"] = past
    return Today(Case(situation(told)), **said)


def _session(done: Mapping[str, Any]) -> ExerciseSession | None:
    """One session from its movement(s), responses and hours; None when it never took place."""
    if "row" not in done or "hours" not in done:
        return None
    at = NOW - timedelta(hours=done["hours"])
    rows = (done["row"], *done.get("then", ()))
    sets = [SetRecord(done["movement"], at, *RESPONSES[row]) for row in rows]
    return ExerciseSession(at, at, t0=done.get("t0"), sets=tuple(sets), stops=done.get("stops", ()))


def response(which: str = "last", *names: str, never: bool = True) -> Axis:
    """How one session of a movement ended; the rows that are worse for the leg are the worse."""
    chosen = names or tuple(RESPONSES)
    values = [Value(name, {f"done.{which}.row": name}) for name in chosen]
    none = [Value("never done")] if never else []
    worse = tuple((good, bad) for good in chosen for bad in chosen if _worse(good, bad))
    # Not done is not known: no better than any good response.
    unknown = (("row 9", "never done"),) if never else ()
    return Axis(f"{which} response", (*values, *none), (*worse, *unknown))


def _worse(good: str, bad: str) -> bool:
    return good in STEADY and bad in LEG_WORSE


def when(which: str, hours: Mapping[str, float], why: str = "") -> Axis:
    """How long ago that session was, from the longest."""
    values = tuple(Value(label, {f"done.{which}.hours": ago}) for label, ago in hours.items())
    if why:
        return Axis(f"{which} time", values, why_unordered=why)
    return Axis(f"{which} time", values, chain(*hours))


def of_movement(which: str, *names: str) -> Axis:
    """Which movement was done in that session."""
    values = tuple(Value(name, {f"done.{which}.movement": name}) for name in names)
    why = "which movement it was says what rests, not how bad it was"
    return Axis(f"{which} movement", values, why_unordered=why)


def holding(*names: str) -> Callable[[Today], Held]:
    """Which of these exclusions hold on a day, and what does each take away?"""

    def decides(today: Today) -> Held:
        found = ((name, taken_by(name, today)) for name in names)
        return tuple((name, taken) for name, taken in found if taken)

    return decides


def taken_by(name: str, today: Today) -> tuple[str, ...]:
    """The movements that one exclusion takes away today."""
    known = movements()
    if name in OF_PERSON:
        return naming(name) if OF_PERSON[name](today) else ()
    if name in OF_ONE:
        return tuple(one for one in naming(name) if OF_ONE[name](today, known[one]))
    return tuple(sorted(OF_ALL[name](today)))


def held_text(held: Held) -> str:
    """ "held_back CL3 (M40 M41 M61)", or "open"."""
    if not held:
        return "open"
    return "held_back " + " + ".join(f"{name} ({' '.join(taken)})" for name, taken in held)


def exclusion_table(
    id: str,
    about: str,
    names: str,
    *axes: Axis,
    base: Mapping[str, Any] | None = None,
    held: Mapping[str, str] | None = None,
) -> Space:
    """The table of one exclusion, or of the few that read the same answers."""
    return Space(
        id=f"movements.{id}",
        about=about,
        rules=(),
        axes=axes,
        decides=holding(*names.split()),
        builds=day_of,
        base=base or {},
        held=held or {},
        said=held_text,
    )
