"""What could anyone answer? Situations for properties: red flags, dates, charts, locks."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from spineward.clinical.facts import CareLevel, CheckInRecord, History, LockRecord, Mark, Situation
from spineward.clinical.facts.answers import Leg, Side
from tests.cases.build import BACKGROUND, ITEMS, NOW, days_ago, typical

LEGS: tuple[Leg, Leg] = ("left", "right")
OTHER_LEG: dict[Leg, Leg] = {"left": "right", "right": "left"}
OTHER: dict[Side, Side] = {"left": "right", "right": "left", "middle": "middle"}
OTHER_WORD = {"left": "right", "right": "left"}
PAIRED = ("buttock", "thigh_back_upper", "calf_upper", "sole", "toes", "front_thigh")
MIDDLE = ("low_back_midline", "saddle", "trunk", "mid_back")
TESTS = ("heel_walk", "toe_raise", "chair_rise", "big_toe")
DETAILS = {
    "A8": ("unsteady", "clumsy_hands", "neck_shock", "trunk_band"),
    "B1": ("left", "right"),
    "A7": ("left", "right"),
    "A10": ("cannot_bear_weight",),
    "C5": ("mid_back", "new_curve"),
    "C7": ("shorter_distance",),
    "C10": ("thinner_thigh", "weak_thigh"),
    "C11": ("thinner_leg", "twitching", "no_pain", "left", "right"),
}

days = st.integers(0, 120).map(days_ago)
answers = st.sampled_from(("no", "yes", "not_sure"))


def can_lock(item: str) -> bool:
    """Items whose rules can set a lock."""
    return item[0] in "AB" or item == "C10"


def item_answer(item: str, answer: str) -> Any:
    """The same answer in the words of that item (A4 has its own)."""
    return {"yes": "changed", "no": "no_change"}.get(answer, answer) if item == "A4" else answer


@st.composite
def charts(draw: st.DrawFn) -> tuple[Mark, ...]:
    """Up to four marks anywhere that matters."""
    places: st.SearchStrategy[tuple[str, Side]] = st.one_of(
        st.tuples(st.sampled_from(PAIRED), st.sampled_from(LEGS)),
        st.tuples(st.sampled_from(MIDDLE), st.just("middle")),
    )
    return tuple(
        Mark(
            zone=zone,
            side=side,
            pain=draw(st.integers(0, 10)),
            tingling=draw(st.integers(0, 3)),
            numbness=draw(st.integers(0, 3)),
            usual=draw(st.booleans()),
        )
        for zone, side in draw(st.lists(places, max_size=4, unique=True))
    )


strengths: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {},
    optional={
        leg: st.dictionaries(
            st.sampled_from(TESTS),
            st.sampled_from(("same", "weaker", "cannot", "never_could", "not_tried")),
        )
        for leg in LEGS
    },
)


@st.composite
def histories(draw: st.DrawFn, locking: list[str]) -> History:
    """Up to three earlier check-ins and up to two locks by these rules."""
    ages = sorted(draw(st.lists(st.integers(1, 40), max_size=3)), reverse=True)
    check_ins = tuple(
        CheckInRecord(
            at=NOW - timedelta(days=age),
            leg_now=draw(st.integers(0, 10)),
            back_now=draw(st.integers(0, 10)),
            chart=draw(charts()),
            strength=draw(strengths),
        )
        for age in ages
    )
    locks = tuple(
        LockRecord(
            fired_at=NOW - timedelta(days=age, hours=1),
            rules=tuple(draw(st.lists(st.sampled_from(locking), min_size=1, max_size=2))),
            level=draw(st.sampled_from((CareLevel.SAME_DAY, CareLevel.EMERGENCY))),
            released_at=draw(st.sampled_from((None, NOW - timedelta(minutes=5)))),
        )
        for age in sorted(draw(st.lists(st.integers(0, 30), max_size=2)), reverse=True)
    )
    return History(check_ins=check_ins, locks=locks)


focuses = st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4, unique=True)


@st.composite
def situations(draw: st.DrawFn, about: st.SearchStrategy[list[str]] = focuses) -> Situation:
    """Anyone: the typical person with anything of it changed, most of it about a few items."""
    focus = draw(about)

    def dated(values: st.SearchStrategy[Any]) -> dict[str, Any]:
        return draw(st.fixed_dictionaries({}, optional=dict.fromkeys(focus, values)))

    start = draw(days)
    words = st.sampled_from(("no", "yes"))
    given = typical(
        "",
        age=draw(st.integers(15, 90)),
        episode_start=start,
        leg_onset=start,
        first_ever=draw(words),
        background=draw(st.dictionaries(st.sampled_from(BACKGROUND), answers, max_size=3)),
        item={item: item_answer(item, draw(answers)) for item in focus},
        detail={
            item: draw(st.dictionaries(st.sampled_from(names), answers))
            for item, names in DETAILS.items()
        },
        since=dated(days),
        worsened=dated(days),
        examined=dated(days),
        reviewed=dated(days),
        told_ok=dated(st.sampled_from(("yes", "no", "not_discussed"))),
        before_episode=dated(words),
        same_as_usual=dated(words),
        eased_by_position=draw(answers),
        hours_at_8=draw(st.one_of(st.none(), st.integers(0, 72))),
        strength=draw(strengths),
        history=draw(histories([*filter(can_lock, focus), "A4?", "B1"])),
    )
    chart = draw(charts())
    return replace(
        given, chart=chart, leg_now=draw(st.integers(0, 10)), back_now=draw(st.integers(0, 10))
    )


@st.composite
def asked(draw: st.DrawFn, items: list[str]) -> tuple[Situation, str]:
    """Anyone, and one of these items, which more often than not has dates and locks."""
    focus = draw(focuses)
    known = [item for item in focus if item in items]
    likely = st.sampled_from(known or items)
    return draw(situations(st.just(focus))), draw(likely | st.sampled_from(items))


def mirrored(situation: Situation) -> Situation:
    """The same person with left and right exchanged everywhere."""
    return replace(
        situation,
        chart=_mirror(situation.chart or ()),
        strength={OTHER_LEG[leg]: tests for leg, tests in situation.strength.items()},
        detail={
            item: {OTHER_WORD.get(name, name): answer for name, answer in detail.items()}
            for item, detail in situation.detail.items()
        },
        history=replace(
            situation.history,
            check_ins=tuple(
                replace(
                    record,
                    chart=_mirror(record.chart or ()),
                    strength={OTHER_LEG[leg]: tests for leg, tests in record.strength.items()},
                )
                for record in situation.history.check_ins
            ),
        ),
    )


def _mirror(chart: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(replace(mark, side=OTHER[mark.side]) for mark in chart)
