"""Every case of NC1 and NC2: movement that changes nothing."""

from datetime import timedelta
from itertools import product

from spineward.clinical.facts import (
    CheckInRecord,
    ExerciseSession,
    Label,
    Mark,
    SetRecord,
    SetVerdict,
)
from spineward.clinical.spaces.dated import told
from spineward.clinical.spaces.space import EPISODE, NOW, Axis, Space, Value, ago, chain, ordered
from spineward.clinical.spaces.trends import NOT_READ, RECORD

RULES = ("NC1", "NC2")
HELD = NOT_READ | RECORD
OF_NC2 = dict.fromkeys(
    ("leg_onset", "told_ok.NC2"),
    "NC2 asks for gain and review; both are varied in no_change.review",
)
CHANGED: dict[str, tuple[int, Label]] = {
    "moved down": (5, "PERIPHERALIZED"),
    "back ached, leg better": (8, "CENTRALIZING"),
    "back ached": (8, "BACK_OVERLOAD"),
    "drew up": (9, "CENTRALIZING"),
    "not lasting": (10, "UNSTABLE"),
    "eased": (11, "REDUCED"),
    "no change": (12, "NO_CHANGE"),
    "nothing felt": (12, "SYMPTOM_FREE"),
}


def _session(days: float, *responses: str, movement: str = "M10") -> ExerciseSession:
    at = NOW - timedelta(days=days)
    sets = tuple(
        SetRecord(movement, at, *CHANGED[one], SetVerdict.CONTINUE_CAUTION) for one in responses
    )
    return ExerciseSession(at, at, t0=(Mark("calf_upper", "left", pain=4),), sets=sets)


def _responses(days: float) -> tuple[Value, ...]:
    held = (Value(one, {"history.sessions+": (_session(days, one),)}) for one in CHANGED)
    return (*held, Value("no session"))


def _step(days: int) -> Axis:
    return Axis(
        f"{days} days ago",
        _responses(days),
        why_unordered="responses differ in kind; worse ones have rules of their own",
    )


SWAP = Space(
    id="no_change.swap",
    about="Four sessions with one movement: has it changed nothing three times running?",
    rules=RULES,
    axes=tuple(_step(days) for days in (4, 3, 2, 1)),
    held=HELD | OF_NC2,
)

LAST_USE = Space(
    id="no_change.last_use",
    about="How long ago the movement was last used",
    rules=RULES,
    axes=(
        ordered(
            "last of three uses",
            *(
                Value(
                    f"{days} days ago",
                    {
                        "history.sessions+": tuple(
                            _session(days + more, "no change") for more in (2, 1, 0)
                        )
                    },
                )
                for days in (14.01, 14, 1)
            ),
        ),
        Axis(
            "sets in the middle session",
            (
                Value("as they were"),
                Value(
                    "one of another movement drew up",
                    {"history.sessions+": (_session(0.5, "drew up", movement="M20"),)},
                ),
            ),
            why_unordered="another movement says nothing of this one",
        ),
    ),
    held=HELD | OF_NC2,
)


def _course(first: int, count: int, response: str) -> tuple[ExerciseSession, ...]:
    """So many sessions, the first that many days ago, the others since."""
    days = [first - place * min(1, first / max(count, 1)) for place in range(count)]
    return tuple(_session(day, response) for day in days)


def _day(days: int, leg: int) -> CheckInRecord:
    return CheckInRecord(NOW - timedelta(days=days), leg_now=leg, back_now=0, chart=())


REVIEW = Space(
    id="no_change.review",
    about="Two weeks and four sessions without one good response: a review",
    rules=RULES,
    axes=(
        Axis(
            "first session",
            tuple(
                Value(
                    f"{first} days ago, {count} sessions",
                    {"history.sessions+": _course(first, count, "no change")},
                )
                for first, count in product((13, 14, 15, 61), (3, 4, 5))
            ),
            why_unordered="days and number together; the first of 61 days is before the episode",
        ),
        Axis(
            "yesterday",
            _responses(0.9),
            why_unordered="responses differ in kind",
        ),
        Axis(
            "gain",
            (
                Value("yes", {"history.check_ins+": (_day(20, 9), _day(19, 9), _day(18, 9))}),
                Value("no"),
            ),
            chain("yes", "no"),
        ),
        Axis(
            "reviewed",
            (
                Value("in this episode", {"reviewed.NC2": ago(60)}),
                Value("before it", {"reviewed.NC2": ago(61)}),
                Value("never"),
            ),
            chain("in this episode", "before it", "never"),
        ),
        told("NC2"),
    ),
    base={"leg_now": 2, "chart": (), "leg_onset": EPISODE},
    held=HELD,
)
SPACES = (SWAP, LAST_USE, REVIEW)
