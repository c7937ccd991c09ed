"""Every case of what the flare rules read of the past: the week before, sessions, how long.

`flare` has the check-ins themselves; the factoring is argued there.
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, ExerciseSession, SetRecord, SetVerdict
from spineward.clinical.spaces.dated import told
from spineward.clinical.spaces.flare import CALM_DAY, NOT_READ, RULES, earlier, here
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, ago, chain, numbers, ordered


def _moved_down(hours: float) -> tuple[ExerciseSession, ...]:
    at = NOW - timedelta(hours=hours)
    done = SetRecord("M10", at, 5, "PERIPHERALIZED", SetVerdict.STOP_MOVEMENT)
    return (ExerciseSession(at, at + timedelta(minutes=5), sets=(done,)),)


def _worse_morning(hours: float) -> dict[str, Any]:
    """A session, and 20 hours later a check-in further down: N1 at that check-in."""
    at = NOW - timedelta(hours=hours + 20)
    done = SetRecord("M10", at, 12, "NO_CHANGE", SetVerdict.CONTINUE_CAUTION)
    return {
        "history.sessions+": (ExerciseSession(at, at, t0=here(5, "buttock"), sets=(done,)),),
        "history.check_ins+": (earlier(hours, 5),),
    }


def _said(values: tuple[int, ...]) -> str:
    return " ".join(map(str, values)) or "no values"


def _week(*values: int) -> tuple[CheckInRecord, ...]:
    """One day value a day, the last of them yesterday."""
    days = range(len(values), 0, -1)
    return tuple(earlier(24 * day, leg) for day, leg in zip(days, values, strict=True))


WEEK = Space(
    id="flare.week",
    about="Leg pain now against the week before, and what a movement or a morning did in it",
    rules=RULES,
    axes=(
        numbers("leg_now", *range(8), name="leg pain"),
        Axis(
            "the week before",
            tuple(
                Value(
                    " ".join(map(str, values)) or "no values",
                    {"history.check_ins+": _week(*values)},
                )
                for values in (
                    (),
                    (1, 1),
                    (2,),
                    (2, 2),
                    (2, 3),
                    (3, 3, 3),
                    (5, 5),
                    (5, 5, 5),
                    (4, 5, 5, 4),
                    (4, 4, 5),
                    (6, 6, 6),
                    (6, 6, 5, 5, 5, 2, 2, 2, 2),
                )
            ),
            why_unordered="the week before is what now is compared with",
        ),
        Axis(
            "moved down in a set",
            (
                Value("never"),
                Value("7 days 1 hour ago", {"history.sessions+": _moved_down(169)}),
                Value("7 days ago", {"history.sessions+": _moved_down(168)}),
                Value("25 hours ago", {"history.sessions+": _moved_down(25)}),
                Value("24 hours ago", {"history.sessions+": _moved_down(24)}),
            ),
            chain("never", "7 days 1 hour ago", "7 days ago", "25 hours ago", "24 hours ago"),
        ),
    ),
    base=CALM_DAY | {"back_now": 0, "chart": ()},
    held=NOT_READ,
)

STEADY = Space(
    id="flare.steady",
    about="A steady 6, and a worse morning after a session within the week",
    rules=RULES,
    axes=(
        numbers("leg_now", 5, 6, 7, name="leg pain"),
        ordered(
            "worse morning",
            Value("never", {"history.check_ins+": _week(6, 6, 6)}),
            Value("7 days 1 hour ago", _worse_morning(169)),
            Value("7 days ago", _worse_morning(168)),
            Value("4 days ago", _worse_morning(96)),
        ),
        Axis(
            "then",
            (
                Value("6 6 6", {"history.check_ins+": _week(6, 6, 6)}),
                Value("6 6", {"history.check_ins+": _week(6, 6)}),
            ),
            why_unordered="how many day values there are is no sign",
        ),
    ),
    base=CALM_DAY | {"back_now": 0, "chart": ()},
    held=NOT_READ,
)


def _ended(sessions: tuple[ExerciseSession, ...]) -> dict[str, Any]:
    return {"history.sessions+": sessions}


def _held(hours: float, *, ended: bool = True, sets: bool = True) -> tuple[ExerciseSession, ...]:
    at = NOW - timedelta(hours=hours)
    done = SetRecord("M10", at, 9, "CENTRALIZING", SetVerdict.CONTINUE)
    return (ExerciseSession(at, at if ended else None, sets=(done,) if sets else ()),)


AFTER = Space(
    id="flare.after",
    about="The first session after a severe flare has ended",
    rules=RULES,
    axes=(
        ordered(
            "severe flare",
            Value("never", {"history.check_ins+": (earlier(96, 3), earlier(48, 3))}),
            Value(
                "ended 2 days ago",
                {"history.check_ins+": (earlier(96, 8), earlier(72, 3), earlier(48, 3))},
            ),
            Value("not ended", {"history.check_ins+": (earlier(96, 8), earlier(6, 3))}),
        ),
        Axis(
            "session",
            (
                Value("none"),
                Value("before it ended", _ended(_held(49))),
                Value("when it ended", _ended(_held(48))),
                Value("since", _ended(_held(20))),
                Value("since, without a set", _ended(_held(20, sets=False))),
                Value("since, not ended", _ended(_held(20, ended=False))),
            ),
            chain("since", "before it ended", "none"),
        ),
        ordered(
            "now",
            Value("calm", {"leg_now": 3, "chart": here(3)}),
            Value("further down", {"leg_now": 3, "chart": here(3, "toes")}),
            Value("severe", {"leg_now": 8, "chart": here(8)}),
        ),
    ),
    base=CALM_DAY | {"back_now": 0},
    held=NOT_READ,
)

ZONES = ("thigh_back_upper", "calf_upper")


def _in(zone: str, leg: int) -> Value:
    return Value(f"{leg} in {zone}", {"leg_now": leg, "chart": here(leg, zone)})


BEGAN = (71.99, 72, 72.01, 167.99, 168, 168.01, 400)

LONG = Space(
    id="flare.long",
    about="How long only easing has been left, and whether it has got any better",
    rules=RULES,
    axes=(
        ordered(
            "severe flare began",
            Value("never", {"history.check_ins+": (earlier(400, 3), earlier(200, 3))}),
            *(
                Value(f"{hours} hours ago", {"history.check_ins+": (earlier(hours, 9),)})
                for hours in BEGAN
            ),
        ),
        Axis(
            "leg pain now",
            (*(_in(zone, leg) for leg in (7, 8, 9) for zone in ZONES), Value("not answered")),
            tuple(
                pair for zone in ZONES for pair in chain(*(_in(zone, n).label for n in (7, 8, 9)))
            ),
        ),
        Axis(
            "reviewed",
            (
                Value("14 days ago", {"reviewed.FLARE_LONG": ago(14)}),
                Value("15 days ago", {"reviewed.FLARE_LONG": ago(15)}),
                Value("never"),
            ),
            chain("14 days ago", "15 days ago", "never"),
        ),
        told("FLARE_LONG"),
    ),
    base=CALM_DAY | {"back_now": 0},
    held=NOT_READ,
)

SPACES = (WEEK, STEADY, AFTER, LONG)
