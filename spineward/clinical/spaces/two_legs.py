"""Every case of A5: both legs, by answer and by chart, and the exception that sends it to C7.

Two tables: by the answer with its dates, and by the chart against the first chart of the episode.
Both vary what makes two-leg symptoms known (0.3), since that is all they share.
"""

from datetime import timedelta

from spineward.clinical.facts import CareLevel, CheckInRecord, LockRecord, Mark
from spineward.clinical.spaces.dated import (
    changed,
    dates_of,
    examined,
    lock_of,
    not_grown,
    of_weakness,
    told,
    usual,
)
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Softening,
    Space,
    Value,
    answers,
    chain,
    ordered,
)

FIRST = Mark("calf_upper", "left", pain=4)
MIRRORED = Mark("calf_upper", "right", pain=4)


def _charted(hours: int, *marks: Mark) -> dict[str, tuple[CheckInRecord, ...]]:
    return {"history.check_ins+": (CheckInRecord(NOW - timedelta(hours=hours), chart=marks),)}


def _released(days: int) -> dict[str, tuple[LockRecord, ...]]:
    fired, released = NOW - timedelta(days=days + 1), NOW - timedelta(days=days)
    return {"history.locks+": (LockRecord(fired, ("A5",), CareLevel.EMERGENCY, released),)}


RELEASED = Axis(
    "A5 released before",
    (
        Value("never"),
        Value("61 days ago", _released(61)),
        Value("10 days ago", _released(10)),
    ),
    why_unordered="after its release two-leg symptoms are known: that is what a release is (0.5)",
)
ONLY_UPRIGHT = Axis(
    "only on walking or standing",
    (Value("no", {"item.C7": "no"}), Value("yes", {"item.C7": "yes"})),
    why_unordered="a yes can send A5 to C7: the one exception to A5",
)
OTHERS_CLEAR = ordered(
    "A1-A4, A6-A8",
    Value("all no", {f"item.A{n}": "no" for n in (1, 2, 3, 6, 7, 8)} | {"item.A4": "no_change"}),
    Value("A7 not asked", {f"item.A{n}": "no" for n in (1, 2, 3, 6, 8)} | {"item.A4": "no_change"}),
    Value(
        "A1 not sure",
        {f"item.A{n}": "no" for n in (2, 3, 6, 7, 8)}
        | {"item.A4": "no_change", "item.A1": "not_sure"},
    ),
)

QUIET = r"(nothing|C7 .*|A5_not_fine .*)"


def _not_fine(axis: str, cases: int) -> Softening:
    """What was tested and not said to be fine is held; what is old and untested is not read."""
    return Softening(
        axis=axis,
        why="examined, not cleared: only easing; never examined and older than this bout: not read",
        source="0.3 old, C13 (b)",
        cases=cases,
        was="A5_not_fine .*",
        now=QUIET,
    )


def _seen_or_not_fine(cases: int) -> Softening:
    """An examination holds: seen blocks for 14 days, not fine leaves only easing."""
    return Softening(
        axis="examined",
        why="a second leg that is known is no new alarm; what was examined goes on holding",
        source="0.3, 0.5",
        cases=cases,
        was="A5_(seen|not_fine) .*",
        now=QUIET,
    )


TOLD = Space(
    id="emergency.A5_told",
    about="Both legs, as it is told: new, known, or only upright for over three months",
    rules=("A5", "C7"),
    axes=(
        answers("item.A5", name="answer", missing=True),
        ONLY_UPRIGHT,
        OTHERS_CLEAR,
        usual("A5"),
        changed("A5", 91, 90, 61, 60, 15, 14),
        examined("A5"),
        told("A5"),
        RELEASED,
        lock_of("A5"),
    ),
    base={"chart": (FIRST,), "detail.C7.shorter_distance": "no"},
    held=of_weakness()
    | not_grown("A5")
    | dates_of("C7", why="C7 has its own table; here it is answered today"),
    exceptions=(
        Softening(
            axis="as usual",
            why="released and not grown since, by its dates, it is known; the lock still blocks",
            source="0.3, 0.5",
            cases=72,
            was="A5_seen .*",
            now=QUIET,
        ),
        _not_fine("since", 216),
        _seen_or_not_fine(2232),
    ),
)

CHART = Space(
    id="emergency.A5_chart",
    about="Both legs, as they are marked: the second leg against the first chart of the episode",
    rules=("A5", "C7"),
    axes=(
        answers("item.A5", name="answer", missing=True),
        Axis(
            "second leg",
            (
                Value("nothing", {"chart": (FIRST,)}),
                Value("buttock pain", {"chart": (FIRST, Mark("buttock", "right", pain=9))}),
                Value(
                    "usual thigh pain",
                    {"chart": (FIRST, Mark("thigh_back_upper", "right", pain=1, usual=True))},
                ),
                Value("thigh pain", {"chart": (FIRST, Mark("thigh_back_upper", "right", pain=1))}),
                Value("front thigh pain", {"chart": (FIRST, Mark("front_thigh", "right", pain=1))}),
                Value("buttock tingles", {"chart": (FIRST, Mark("buttock", "right", tingling=1))}),
                Value("buttock numb", {"chart": (FIRST, Mark("buttock", "right", numbness=1))}),
                Value("front numb", {"chart": (FIRST, Mark("front_thigh", "right", numbness=1))}),
                Value("back tingles", {"chart": (FIRST, Mark("low_back", "right", tingling=1))}),
                Value(
                    "as far as the first", {"chart": (FIRST, Mark("calf_upper", "right", pain=4))}
                ),
                Value("weak", {"chart": (FIRST,), "strength.right.toe_raise": "weaker"}),
            ),
            (
                ("nothing", "buttock pain"),
                ("buttock pain", "thigh pain"),
                ("usual thigh pain", "thigh pain"),
                ("nothing", "usual thigh pain"),
                ("nothing", "front thigh pain"),
                ("nothing", "buttock tingles"),
                ("nothing", "buttock numb"),
                ("nothing", "weak"),
                ("thigh pain", "as far as the first"),
            ),
        ),
        Axis(
            "first chart",
            (
                Value("today's"),
                Value("left leg, 2 days ago", _charted(48, FIRST)),
                Value("right leg, 2 days ago", _charted(48, Mark("calf_upper", "right", pain=2))),
                Value(
                    "both alike, 2 days ago",
                    _charted(48, Mark("buttock", "left", pain=2), Mark("buttock", "right", pain=2)),
                ),
                Value("left leg, before the episode", _charted(24 * 61, FIRST)),
                Value("nothing, 2 days ago", _charted(48)),
            ),
            why_unordered="it says which leg is the second, not how bad it is",
        ),
        ONLY_UPRIGHT,
        OTHERS_CLEAR,
        changed("A5", 91, 90, 15, 14),
        Axis(
            "examined",
            examined("A5", 0).values,
            chain("0 days ago", "never"),
        ),
        RELEASED,
    ),
    base={"detail.C7.shorter_distance": "no"},
    held=of_weakness()
    | not_grown("A5")
    | dates_of("C7", why="C7 has its own table; here it is answered today")
    | {
        "told_ok.A5": "varied with the answer",
        "same_as_usual.A5": "varied with the answer",
        "strength.right.*": "one test done in the second leg; each test has its table in strength",
    },
    exceptions=(_seen_or_not_fine(2988),),
)

SPACES = (TOLD, CHART)
