"""Every case of a rest: what of a stopped session still holds, and how many good ones have been?

Four tables: the re-ask of rows 3 and 4 with the morning after, a set that a red flag or weakness
ended, a session that was stopped, and the first sessions. A session is put together from several
axes (its row, its re-ask, when it was), so these have a way of their own to build a case. Over 300
lines: mostly values written out one below the other, which read best side by side.
"""

from datetime import date, datetime, timedelta
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import (
    CareLevel,
    CheckInRecord,
    ExerciseSession,
    Finding,
    Gate,
    LockRecord,
    Mark,
    SetRecord,
    SetVerdict,
)
from spineward.clinical.rules.rests import escalations, first_sessions, rests, unnamed_alarm
from spineward.clinical.spaces.movement_day import RESPONSES
from spineward.clinical.spaces.space import (
    NOW,
    Axis,
    Fields,
    Softening,
    Space,
    Value,
    ago,
    case_of,
    chain,
    ordered,
)

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONE, OTHER = "calf_upper", "toes"
BEFORE = (Mark(ZONE, "left", pain=3, numbness=1),)


def decides(case: Case) -> tuple[Finding, ...]:
    """Every rest and every alarm that earlier sessions still raise."""
    return (*rests(case), *escalations(case), *unnamed_alarm(case))


def case_after(fields: Fields) -> Case:
    """The case after one session of one set, told by axes of its own."""
    told = dict(fields)
    done = told.pop("done")
    at: datetime = done["at"]
    row, label, verdict = done["set"]
    kept = SetRecord("M10", at, row, label, verdict, done.get("at_30"))
    session = ExerciseSession(at, at, BEFORE, (kept,), done.get("stops", ()))
    examined: dict[str, date] = dict(told.get("examined", {}))
    for item in done.get("items", ()):
        if (seen := _examined_on(done["examined"], at)) is not None:
            examined[item] = seen
    history = {**told.get("history", {}), "sessions": (session,)}
    return case_of({**told, "examined": examined, "history": history})


def _examined_on(when: str, at: datetime) -> date | None:
    days = {"after it": min(at + DAY, NOW), "the day before": at - DAY, "never": None}
    found = days.get(when, at)
    return None if found is None else found.date()


def _space(id: str, about: str, *axes: Axis, **more: Any) -> Space:
    return Space(
        id=f"rests.{id}",
        about=about,
        rules=(),
        axes=axes,
        decides=decides,
        builds=case_after,
        **more,
    )


def _ended(name: str, **kinds: tuple[Any, ...]) -> Axis:
    values = tuple(
        Value(label.replace("_", " "), {"done.set": one}) for label, one in kinds.items()
    )
    return Axis(name, values, why_unordered="each row has a path of its own")


def _at(*times: timedelta, why: str = "") -> Axis:
    """When the session was, oldest first."""
    values = [Value(_spoken(time), {"done.at": NOW - time}) for time in times]
    worse = () if why else chain(*(value.label for value in values))
    return Axis("session", tuple(values), worse, why)


def _spoken(time: timedelta) -> str:
    if time >= 2 * DAY:
        return f"{time.days} days ago"
    hours, minutes = divmod(int(time.total_seconds()) // 60, 60)
    return f"{hours} h {minutes} ago" if minutes else f"{hours} h ago"


SEEN = Axis(
    "examined",
    tuple(
        Value(when, {"done.examined": when})
        for when in ("after it", "on its day", "the day before", "never")
    ),
    chain("after it", "on its day", "the day before", "never"),
)

# --- rows 3 and 4 ----------------------------------------------------------------------------

HALF_HOUR = Axis(
    "after 30 minutes",
    (
        Value("settled", {"done.at_30": "settled"}),
        Value("one grade", {"done.at_30": "still_one_grade"}),
        Value("still", {"done.at_30": "still"}),
        Value("further", {"done.at_30": "further"}),
        Value("not answered"),
    ),
    (*chain("settled", "one grade", "still", "further"), ("settled", "not answered")),
)


def _numb(zone: str, grade: int, side: Any = "left") -> tuple[Mark, ...]:
    return (*BEFORE[: 0 if zone == ZONE else 1], Mark(zone, side, pain=3, numbness=grade))


CHARTED_NOW = Axis(
    "charted now",
    (
        Value("no numbness", {"chart": (Mark(ZONE, "left", pain=3),)}),
        Value("as before", {"chart": BEFORE}),
        Value("one grade more", {"chart": _numb(ZONE, 2)}),
        Value("new zone", {"chart": _numb(OTHER, 1)}),
        Value("other leg", {"chart": (*BEFORE, Mark(ZONE, "right", numbness=1))}),
        Value("not asked"),
    ),
    (*chain("no numbness", "as before", "one grade more"), ("as before", "new zone")),
)


def _earlier(hours: int, chart: tuple[Mark, ...] | None) -> Fields:
    record = CheckInRecord(NOW - timedelta(hours=hours), leg_now=3, chart=chart)
    return {"history.check_ins": (record,)}


EARLIER = Axis(
    "charted an hour ago",
    (
        Value("not", {"history.check_ins": ()}),
        Value("a number only", _earlier(1, None)),
        Value("as before", _earlier(1, BEFORE)),
        Value("one grade more", _earlier(1, _numb(ZONE, 2))),
    ),
    why_unordered="the first chart after the night decides, whichever it is",
)


RE_ASK = _space(
    "re_ask",
    "Rows 3 and 4: the re-ask after half an hour, and the morning after",
    _ended(
        "row",
        row_3=RESPONSES["row 3"],
        row_3_escalated=(3, "SECOND_LEG", SetVerdict.STOP_AND_ESCALATE),
        row_4=RESPONSES["row 4"],
    ),
    HALF_HOUR,
    _at(
        15 * DAY,
        14 * DAY,
        24 * HOUR + MINUTE,
        24 * HOUR,
        24 * HOUR - MINUTE,
        13 * HOUR,
        12 * HOUR + MINUTE,
        12 * HOUR,
        12 * HOUR - MINUTE,
        0 * HOUR,
        why="the morning after and the examination are counted from it; the nearer one decides",
    ),
    SEEN,
    CHARTED_NOW,
    EARLIER,
    base={"done.items": ("A5", "B9")},
    exceptions=(
        Softening(
            axis="after 30 minutes",
            why="one grade waits for the morning, and counts from there; the rest counts at once",
            source="2.4 row 4",
            cases=168,
            was=r"(B9|numbness_rest) .*",
            now="nothing",
        ),
        Softening(
            axis="after 30 minutes",
            why="further is an emergency until it was examined; still only rests, for a day",
            source="2.4 row 3, 0.3",
            cases=384,
            was=r"second_leg_rest .*",
            now="nothing",
        ),
    ),
)

# --- rows 1 and 2 ----------------------------------------------------------------------------


def _locked(label: str, *, hours: int = 0, **more: Any) -> Value:
    """A lock that many hours after the set (the set: 2 hours ago)."""
    lock = LockRecord(NOW + timedelta(hours=hours - 2), ("A1",), CareLevel.EMERGENCY, **more)
    return Value(label, {"history.locks": (lock,)})


DENIED = {"item.A1": "no", "item.A7": "no", "item.B1": "no", "item.B3": "no", "item.C1": "yes"}
ALARM = _space(
    "alarm",
    "Rows 1 and 2: a set that a red flag or new weakness ended",
    _ended("row", row_1=RESPONSES["row 1"], row_2=RESPONSES["row 2"], row_5=RESPONSES["row 5"]),
    _at(15 * DAY, 14 * DAY, 2 * HOUR),
    Axis(
        "lock",
        (
            Value("none"),
            _locked("before the last two hours", hours=-1),
            _locked("two hours ago"),
            _locked("an hour ago", hours=1),
            _locked("an hour ago, released", hours=1, released_at=NOW),
        ),
        why_unordered="a lock from the set on keeps the alarm itself: table lock",
    ),
    Axis(
        "clinician tested",
        tuple(
            Value(label, {"done.items": items})
            for label, items in (
                ("B3", ("B3",)),
                ("A7", ("A7",)),
                ("B1", ("B1",)),
                ("C13", ("C13",)),
                ("C1", ("C1",)),
            )
        ),
        why_unordered="only one who tested the weakness, or any red flag, has seen to it",
    ),
    SEEN,
    Axis(
        "answers",
        (
            Value("all no", DENIED),
            Value("A1 yes, today", DENIED | {"item.A1": "yes"}),
            Value("A1 yes, for 20 days", DENIED | {"item.A1": "yes", "since.A1": ago(20)}),
            Value(
                "B3 not sure, for 14 days", DENIED | {"item.B3": "not_sure", "since.B3": ago(14)}
            ),
            Value("not asked", {}),
        ),
        why_unordered="an answer that names the flag has its own level: tables emergency, same_day",
    ),
)

# --- a stopped session -----------------------------------------------------------------------

STOPS = Axis(
    "stopped by",
    (
        Value("nothing"),
        *(Value(stop, {"done.stops": (stop,)}) for stop in ("SS5", "SS1", "SS2", "SS3", "SS4")),
        Value("SS6", {"done.stops": ("SS6",)}),
        Value("SS5 and SS4", {"done.stops": ("SS4", "SS5")}),
    ),
    (
        *(("nothing", stop) for stop in ("SS1", "SS2", "SS3", "SS4", "SS6")),
        ("SS5", "SS5 and SS4"),
    ),
)
STOPPED = _space(
    "stopped_today",
    "A stopped session leaves only easing for the rest of its day; a wish to stop does not",
    _ended(
        "set",
        **{
            name.replace(" ", "_"): RESPONSES[name]
            for name in ("row 0", "row 5", "row 6, session stopped", "row 8", "row 10", "row 9")
        },
    ),
    STOPS,
    _at(13 * HOUR, 12 * HOUR + MINUTE, 12 * HOUR, 1 * HOUR),
)

# --- the first sessions ----------------------------------------------------------------------


def _session(days: int, kind: str) -> Fields:
    at = NOW - days * DAY
    row = {"stopped": "row 0", "worse": "row 6"}.get(kind, "row 12")
    done = (SetRecord("M10", at, *RESPONSES[row]),)
    session = ExerciseSession(
        at,
        None if kind == "not ended" else at,
        sets=() if kind == "without a set" else done,
        stops={"dizzy": ("SS1",), "wish to stop": ("SS5",)}.get(kind, ()),
    )
    return {"history.sessions+": (session,)}


def _one_session(name: str, days: int) -> Axis:
    kinds = ("done", "worse", "stopped", "dizzy", "wish to stop", "not ended", "without a set")
    values = [Value(kind, _session(days, kind)) for kind in kinds]
    worse = tuple(("done", kind) for kind in (*kinds[2:], "none"))
    return Axis(name, (*values, Value("none")), worse)


def _release(days: int | None) -> Fields:
    released = None if days is None else NOW - days * DAY
    lock = LockRecord(NOW - 30 * DAY, ("B3",), CareLevel.SAME_DAY, released)
    return {"history.locks+": (lock,)}


def _pain_again(days: int, quiet: int, pain: int = 2) -> Fields:
    """Pain that came back that many days ago, after so many days of quiet."""
    records = (
        CheckInRecord(NOW - (days + quiet) * DAY, leg_now=1, back_now=0),
        CheckInRecord(NOW - days * DAY, leg_now=pain, back_now=0),
    )
    return {"history.check_ins+": records}


FIRST = Space(
    id="rests.first_sessions",
    about="Two sessions without a stop since the last release of a lock and the last relapse",
    rules=(),
    axes=(
        _one_session("session 9 days ago", 9),
        _one_session("session 6 days ago", 6),
        _one_session("session 3 days ago", 3),
        Axis(
            "lock",
            (
                Value("never"),
                Value("open", _release(None)),
                Value("released 20 days ago", _release(20)),
                Value("released 9 days ago", _release(9)),
                Value("released 7 days ago", _release(7)),
                Value("released 1 day ago", _release(1)),
            ),
            chain(
                "never",
                "released 20 days ago",
                "released 9 days ago",
                "released 7 days ago",
                "released 1 day ago",
            ),
        ),
        ordered(
            "relapse",
            Value("none"),
            Value("no more than 1", _pain_again(4, 28, pain=1)),
            Value("after 27 days", _pain_again(4, 27)),
            Value("after 28 days", _pain_again(4, 28)),
        ),
    ),
    decides=lambda case: (
        (Finding("first_sessions", gate=Gate.LIMITED),) if first_sessions(case) else ()
    ),
    held={
        "checked_in_at": "today's answers were given now",
        **dict.fromkeys(
            (
                "leg_now",
                "back_now",
                "chart",
                "eased_by_position",
                "hours_at_8",
                "can_sit_10",
                "can_stand_10",
                "can_walk_10",
                "after_activity",
                "nights_broken",
                "strength.*",
            ),
            "not asked today; a relapse was before today",
        ),
    },
)

SPACES = (RE_ASK, ALARM, STOPPED, FIRST)
