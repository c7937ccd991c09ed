"""Every case of the morning after: was it worse (N1), twice (N2), three times (N3)?

`mornings.worse` has every change of one leg from before a session to the check-in after it; the
other tables take a morning as worse or not, and vary how many there were and when.
"""

from datetime import timedelta
from typing import Any

from spineward.clinical.facts import CheckInRecord, ExerciseSession, Mark, SetRecord, SetVerdict
from spineward.clinical.spaces.dated import told
from spineward.clinical.spaces.space import NOW, Axis, Space, Value, chain, ordered
from spineward.clinical.spaces.trends import NOT_READ, RECORD, reviewed

RULES = ("N1", "N2", "N3")
HELD = RECORD | {
    "leg_now": "today is the morning, or nothing is known of it",
    "chart": "today is the morning, or nothing is known of it",
    "history.check_ins": NOT_READ["history.check_ins"],
    "history.sessions": "the sessions are an axis",
    "checked_in_at": NOT_READ["checked_in_at"],
    "reviewed.N3": "varied in `mornings.count`",
    "told_ok.N3": "varied in `mornings.count`",
}
PATH = ("low_back", "buttock", "thigh_back_upper", "calf_upper", "sole")
WORSE, SAME = (Mark("sole", "left", pain=4),), (Mark("calf_upper", "left", pain=4),)


def session(hours: float, t0: tuple[Mark, ...] | None, *movements: str) -> ExerciseSession:
    """A session that many hours ago, with one set of each movement."""
    at = NOW - timedelta(hours=hours)
    sets = tuple(
        SetRecord(one, at, 12, "NO_CHANGE", SetVerdict.CONTINUE_CAUTION)
        for one in movements or ("M10",)
    )
    return ExerciseSession(at, at, t0=t0, sets=sets)


def morning(hours: float, chart: tuple[Mark, ...]) -> CheckInRecord:
    """The check-in that many hours ago."""
    leg = max((mark.pain for mark in chart), default=0)
    return CheckInRecord(NOW - timedelta(hours=hours), leg_now=leg, back_now=0, chart=chart)


def _felt(what: str, zone: str, grade: int) -> Mark:
    return Mark(
        zone,
        "left",
        pain=grade if what == "pain" else 0,
        tingling=grade if what == "tingling" else 0,
        numbness=grade if what == "numbness" else 0,
    )


def _states(what: str) -> dict[str, tuple[Mark, ...]]:
    """Nothing, or one grade of it in one zone; the front of the thigh is a path of its own."""
    found: dict[str, tuple[Mark, ...]] = {"none": ()}
    for zone in (*PATH, "front_thigh"):
        for grade in (1, 2, 3):
            found[f"{zone.replace('_', ' ')} {grade}"] = (_felt(what, zone, grade),)
    return found


def _change(what: str) -> Space:
    """Every step from one place and grade to another, of one quality."""
    states = _states(what)
    pairs = tuple(
        pair
        for zone in (*PATH, "front_thigh")
        for pair in chain("none", *(f"{zone.replace('_', ' ')} {grade}" for grade in (1, 2, 3)))
    )
    outward = tuple(
        pair
        for grade in (1, 2, 3)
        for pair in chain(*(f"{zone.replace('_', ' ')} {grade}" for zone in PATH))
    )
    return Space(
        id=f"mornings.{what}",
        about=f"The {what} of one leg before a session and on the morning after: worse?",
        rules=RULES,
        axes=(
            Axis(
                "before the session",
                tuple(
                    Value(label, {"history.sessions+": (session(20, chart),)})
                    for label, chart in states.items()
                ),
                why_unordered="it is what the morning is compared with",
            ),
            Axis(
                "the morning after",
                tuple(Value(label, {"chart": chart}) for label, chart in states.items()),
                (*pairs, *outward),
            ),
        ),
        base={"leg_now": 0, "back_now": 0},
        held=HELD,
    )


UNCHARTED = Space(
    id="mornings.uncharted",
    about="A morning with a number for the leg and no chart",
    rules=RULES,
    axes=(
        Axis(
            "before the session",
            tuple(
                Value(str(n), {"history.sessions+": (session(20, (_felt("pain", "sole", n),)),)})
                for n in (0, 2, 4)
            ),
            why_unordered="it is what the morning is compared with",
        ),
        ordered("leg pain", *(Value(str(n), {"leg_now": n}) for n in range(8))),
    ),
    held=HELD,
)


def _before(label: str, held: ExerciseSession) -> Value:
    return Value(label, {"history.sessions+": (held,)})


WHEN = Space(
    id="mornings.when",
    about="Which check-in is the morning after, and how long its rest lasts",
    rules=RULES,
    axes=(
        Axis(
            "session before the check-in",
            (
                *(_before(f"{n} hours", session(10 + n, SAME)) for n in (11.99, 12, 20, 36, 36.01)),
                _before("its start not charted", session(30, None)),
            ),
            why_unordered="12 to 36 hours after is the morning after",
        ),
        Axis(
            "check-in",
            (
                Value("worse, 10 hours ago", {"history.check_ins+": (morning(10, WORSE),)}),
                Value("the same, 10 hours ago", {"history.check_ins+": (morning(10, SAME),)}),
                Value(
                    "the same, and worse an hour later",
                    {"history.check_ins+": (morning(10, SAME), morning(9, WORSE))},
                ),
                Value("none", {}),
            ),
            (("the same, 10 hours ago", "worse, 10 hours ago"),),
        ),
    ),
    held=HELD,
)

LASTS = Space(
    id="mornings.lasts",
    about="How long ago the worse morning was",
    rules=RULES,
    axes=(
        ordered(
            "worse morning",
            Value("never"),
            *(
                Value(
                    f"{hours} hours ago",
                    {
                        "history.sessions+": (session(hours + 20, SAME),),
                        "history.check_ins+": (morning(hours, WORSE),),
                    },
                )
                for hours in (48.01, 48, 24.01, 24, 1)
            ),
        ),
    ),
    held=HELD,
)


def _worse(*days: float) -> dict[str, Any]:
    """A session and a worse morning after it, that many days ago each; oldest first."""
    return {
        "history.sessions+": tuple(session(24 * day + 20, SAME) for day in days),
        "history.check_ins+": tuple(morning(24 * day, WORSE) for day in days),
    }


COUNT = Space(
    id="mornings.count",
    about="Two worse mornings within 7 days, three within 14, and what a review mutes",
    rules=RULES,
    axes=(
        Axis(
            "worse mornings, days ago",
            tuple(
                Value(", ".join(map(str, days)), _worse(*days))
                for days in (
                    (1,),
                    (8, 1),
                    (9, 1),
                    (9, 2),
                    (9, 2.02),
                    (10, 3),
                    (10, 2),
                    (14, 7, 0),
                    (15, 7, 0),
                    (14, 6, 5),
                    (14, 8, 1),
                    (13, 12, 11),
                    (6, 4, 2),
                )
            ),
            (("1", "8, 1"), ("8, 1", "14, 8, 1"), ("15, 7, 0", "14, 7, 0")),
        ),
        reviewed("N3", 14, 15),
        told("N3"),
    ),
    held=HELD,
)

SPACES = (
    *(_change(what) for what in ("pain", "tingling", "numbness")),
    UNCHARTED,
    WHEN,
    LASTS,
    COUNT,
)
