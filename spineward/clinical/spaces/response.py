"""Every case of what one set can show: rows 1-12, the session stops, and how they are joined.

The factoring. All signs of a set together (signs.py) would be some 10^17 cases. The engine decides
them in steps, and each step has its table: `response.help` (rows 1 and 2 read the set as a whole),
`response.part` (rows 3-7 read one part of the body), `response.back` (row 8), `response.change`
(rows 9-12), `response.flow` (which of these counts when there was no answer) and `response.stops`
(SS1-SS6). They are put together by one join, the strictest (`set_verdict.worst`). That the whole is
what the tables say is proved in tests/proofs/test_response_whole.py, and the browser looks it up in
the same steps (`wire`).
"""

from typing import Any, get_args

from spineward.clinical.facts import CareLevel, SetOutcome, SetVerdict
from spineward.clinical.rules import set_rows, stop_session
from spineward.clinical.rules.stop_session import EndedSet
from spineward.clinical.set_verdict import rows, worse, worst
from spineward.clinical.signs import (
    BackUp,
    Numb,
    PartSigns,
    Reach,
    RedFlag,
    Second,
    SetSigns,
    Settling,
    Signs,
    Stronger,
    Tingles,
    Upright,
    Weak,
)
from spineward.clinical.spaces.space import Axis, Fields, Softening, Space, Value, ordered

YES_NO = {"no": False, "yes": True}


def sign(path: str, values: Any) -> Axis:
    """A sign with its closed set of values, which signs.py lists from the mildest to the worst."""
    name = path.rpartition(".")[2]
    return ordered(name, *(Value(label, {path: label}) for label in get_args(values)))


def flag(path: str, *, good: bool = False) -> Axis:
    """A sign that is there or not; `good`: being there is the milder of the two."""
    name = path.rpartition(".")[2]
    told = reversed(YES_NO.items()) if good else YES_NO.items()
    return ordered(name, *(Value(label, {path: there}) for label, there in told))


def part_of(fields: Fields) -> PartSigns:
    """One part of the body, and the set that it belongs to."""
    known = {name: value for name, value in fields.items() if name not in ("whole", "found")}
    return PartSigns(SetSigns(**fields.get("whole", {})), **known)


def text(found: SetOutcome | None, *, label: bool = True) -> str:
    """An outcome in words of a table: "row_4 NEURO_SENSORY STOP_SESSION EASE_ONLY again:30"."""
    if found is None:
        return "nothing"
    words = [id.replace(" ", "_") for id in found.fired]
    words += [found.label] if label else []
    words.append(found.verdict.name)
    words += [found.level.name] if found.level > CareLevel.SELF_CARE else []
    words += [found.gate.name] if found.gate is not None else []
    words += ["asks:" + ",".join(found.asks)] if found.asks else []
    words += [f"again:{found.re_ask_minutes}"] if found.re_ask_minutes else []
    words += [f"at_30:{found.at_30}"] if found.at_30 else []
    return " ".join(words)


# --- the parts -------------------------------------------------------------------------------

HELP = Space(
    id="response.help",
    about="Rows 1 and 2: what the set as a whole calls for, whatever the chart says",
    rules=("row1", "row2"),
    axes=(
        flag("whole.chest"),
        flag("whole.swelling"),
        sign("whole.weak", Weak),
        sign("whole.red_flag", RedFlag),
    ),
    builds=part_of,
    decides=worse,
    said=text,
)

PART = Space(
    id="response.part",
    about="Rows 3-7: what got worse in one part of the body",
    rules=("row3", "row4", "row5", "row6", "row7"),
    axes=(
        sign("numb", Numb),
        sign("second", Second),
        sign("reach", Reach),
        sign("tingles", Tingles),
        sign("stronger", Stronger),
        flag("whole.row5_before"),
        flag("whole.overdue"),
        sign("whole.settling", Settling),
    ),
    builds=part_of,
    decides=worse,
    said=text,
    exceptions=(
        Softening(
            axis="reach",
            why="row 5's exception: with nothing but a mild back ache in one part, rows 6 and 7 of "
            "that part are not reached; whatever makes them unclear is read on the legs too, and "
            "there the movement stops",
            source="spec 2.4 row 5; tests/proofs/test_response_whole.py",
            cases=96,
            was=".*row_[67] .*",
            now=".*BACK_OVERLOAD.*",
        ),
    ),
)

BACK = Space(
    id="response.back",
    about="Row 8: back pain up by three, and no leg is worse",
    rules=("row8",),
    axes=(sign("back_up", BackUp),),
    builds=part_of,
    decides=set_rows.BACK.first,
    said=text,
)

CHANGE = Space(
    id="response.change",
    about="Rows 9-12: how a part changed that did not get worse",
    rules=("row9", "row10", "row11", "row12"),
    axes=(
        flag("nearer_t1", good=True),
        sign("nearer_t2", Upright),
        flag("less", good=True),
        flag("whole.any_felt"),
    ),
    builds=part_of,
    decides=set_rows.CHANGE.first,
    said=text,
    exceptions=(
        Softening(
            axis="nearer_t1",
            why="row 10 comes before row 11: pain that drew nearer and came back is read with care "
            "even when it is less; pain that never moved and is less, lasting, is row 11",
            source="spec 2.4 rows 10 and 11",
            cases=2,
            was=".*UNSTABLE.*",
            now=".*REDUCED.*",
        ),
        Softening(
            axis="nearer_t1",
            why="drawing nearer is measured from something felt: with nothing felt there is none",
            source="spec 2.4 row 12; tests/proofs/test_response_charts.py",
            cases=3,
            was=".*UNSTABLE.*",
            now=".*SYMPTOM_FREE.*",
        ),
    ),
)

# --- how they follow each other --------------------------------------------------------------

FOUND: dict[str, dict[str, str]] = {
    "nothing": {},
    "REGRESS": {"reach": "mild_back_ache"},
    "STOP_MOVEMENT": {"tingles": "more"},
    "STOP_SESSION": {"numb": "settled"},
    "STOP_AND_ESCALATE": {"numb": "still"},
}
"""What rows 1-7 came to, and a sign that leads to it."""


def set_of(fields: Fields) -> Signs:
    """A set whose back showed the sign, and whose legs nothing."""
    part = part_of(fields)
    back = part._replace(**fields.get("found", {}))
    return Signs(part.whole, part, part, back, ("back",))


FLOW = Space(
    id="response.flow",
    about="Which rows count: what was found, rows 8-12 when nothing was, or none without answer",
    rules=(),
    axes=(
        ordered("found", *(Value(label, {"found": sets}) for label, sets in FOUND.items())),
        flag("whole.answered", good=True),
        flag("whole.overdue"),
        flag("whole.stop_asked"),
    ),
    builds=set_of,
    decides=rows,
    said=text,
    exceptions=(
        Softening(
            axis="found",
            why="a set that nobody answered yet is no verdict but a wait (session.py); a stop that "
            "is known already is told at once, and the wait for the answer goes on",
            source="spec 0.4, set reading",
            cases=2,
            was=".*NOT_ASSESSED.*",
            now=".*NEURO_IRRITATION STOP_MOVEMENT.*",
        ),
        Softening(
            axis="stop_asked",
            why="asking to stop needs no reason and restricts nothing afterwards",
            source="spec 4.5 SS5",
            cases=4,
            was=".*NOT_ASSESSED.*EASE_ONLY.*",
            now=".*NOT_ASSESSED.*",
        ),
    ),
)

STOPPED = SetOutcome("WORSE_IN_PLACE", SetVerdict.STOP_MOVEMENT, 7, ("row 7",))
GOES_ON = SetOutcome("NO_CHANGE", SetVerdict.CONTINUE_CAUTION, 12, ("row 12",))


def ended_set(fields: Fields) -> EndedSet:
    """A set whose rows stopped the movement, or did not."""
    return EndedSet(SetSigns(**fields.get("whole", {})), fields["rows"])


def stopped_by(ended: EndedSet) -> SetOutcome | None:
    """What the session stops add to the rows."""
    stops = stop_session.RULES.fire(ended)
    return worst(stops) if stops else None


def _effect(found: SetOutcome | None) -> str:
    """Label and row stay those of the rows."""
    return text(found, label=False)


STOPS = Space(
    id="response.stops",
    about="SS1-SS6: what ends the session whatever the rows came to; their label stays",
    rules=("SS1", "SS2", "SS3", "SS4", "SS5", "SS6"),
    axes=(
        ordered(
            "stopped_by_rows_5_to_7",
            Value("no", {"rows": GOES_ON}),
            Value("yes", {"rows": STOPPED}),
        ),
        *(
            flag(f"whole.{name}")
            for name in ("stopped_before", "dizzy", "chest", "swelling", "severe_leg", "stop_asked")
        ),
    ),
    builds=ended_set,
    decides=stopped_by,
    said=_effect,
)

SPACES = (HELP, PART, BACK, CHANGE, FLOW, STOPS)
