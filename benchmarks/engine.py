"""How long does the engine think? About a first use, about a year of history, about one set."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from benchmarks.measure import Measure, median
from spineward.cli import respond
from spineward.clinical.assessment import assess, assess_case
from spineward.clinical.case import Case
from spineward.clinical.facts import CheckInRecord, ExerciseSession, History, Plan, Situation
from spineward.clinical.plan import plan
from tests.cases.build import ago, chart, days_ago, session, typical
from tools.docs.contract import EXAMPLES

CHECK_INS, SESSIONS = 365, 700
FELT = "r6:4 tg6:1 back:2"
SETS = (("M10", 11), ("M33", 11), ("M20", 12), ("M11", 10))


def first_use() -> Situation:
    """Somebody with pain and tingling of the calf who answered everything for the first time."""
    return typical(FELT)


def year() -> Situation:
    """The same person after a year with a check-in a day and 700 sessions of four sets."""
    history = History(
        check_ins=tuple(_check_in(count) for count in range(CHECK_INS)),
        sessions=tuple(_session(count) for count in range(SESSIONS)),
    )
    start = days_ago(CHECK_INS)
    return replace(first_use(), episode_start=start, leg_onset=start, history=history)


def _check_in(count: int) -> CheckInRecord:
    return CheckInRecord(
        at=ago(days=CHECK_INS - count),
        leg_now=4,
        back_now=2,
        chart=chart(FELT),
        eased_by_position="yes",
        can_sit_10="yes",
        can_stand_10="yes",
        can_walk_10="yes",
        after_activity="none",
        nights_broken=0,
    )


def _session(count: int) -> ExerciseSession:
    apart = timedelta(days=CHECK_INS) / SESSIONS
    since = apart * (SESSIONS - count)
    return session(ago(seconds=since.total_seconds()), *SETS, t0=FELT)


def _decide(situation: Situation) -> Plan:
    case = Case(situation)
    return plan(case, assess_case(case))


def measures() -> Iterator[Measure]:
    """Medians; reading the JSON is left out, but for `respond`."""
    first, later = first_use(), year()
    one_set = (EXAMPLES / "set.json").read_text("utf-8")
    micro, milli = 1e6, 1e3
    yield Measure("assess, first use", median(lambda: assess(first), 3000) * micro, 300, "us")
    yield Measure(
        "assess and plan, first use", median(lambda: _decide(first), 3000) * micro, 300, "us"
    )
    yield Measure("assess, a year of history", median(lambda: assess(later), 100) * milli, 5, "ms")
    yield Measure(
        "assess and plan, a year of history", median(lambda: _decide(later), 100) * milli, 5, "ms"
    )
    reply = median(lambda: respond.answer(one_set), 3000) * micro
    yield Measure("respond, JSON to answer", reply, 300, "us")
