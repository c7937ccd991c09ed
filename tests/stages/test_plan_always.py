"""What holds for every plan, whoever the person is? Invariants 8, 9 and 15, and the caps."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from spineward.clinical.assessment import assess
from spineward.clinical.case import Case
from spineward.clinical.facts import Assessment, Gate, History, Plan, Situation
from spineward.clinical.facts.answers import Side
from spineward.clinical.library import families, movements
from spineward.clinical.plan import plan
from tests.cases.build import FEATURES, ago, chart, session, typical

ANSWERS = st.sampled_from(["no", "yes", "not_sure"])
YES_NO = st.sampled_from(["yes", "no"])
ROWS = st.sampled_from([0, 5, 6, 7, 8, 9, 10, 11, 12])
CLEARANCES = ("CL1", "CL2", "CL3", "CL4", "CL5")
STRETCHES = {*families()["glide"], *families()["buttock"], "M60", "M61"}


@st.composite
def marks(draw: st.DrawFn) -> str:
    """A chart in words: pain at one or two ranks, perhaps tingling or numbness further down."""
    pain = draw(st.integers(0, 10))
    parts = [f"r{draw(st.integers(1, 9))}:{pain}"] if pain else []
    if draw(st.booleans()):
        parts.append(f"r3:{draw(st.integers(1, 6))}")
    for kind in ("tg", "nb"):
        if draw(st.integers(0, 3)) == 0:
            parts.append(f"{kind}{draw(st.integers(3, 9))}:{draw(st.integers(1, 3))}")
    return " ".join(parts)


@st.composite
def sessions(draw: st.DrawFn, text: str) -> History:
    """Up to seven sessions in the last ten days with any movements and any rows."""
    days = sorted(draw(st.sets(st.integers(0, 10), max_size=7)), reverse=True)
    names = st.sampled_from(list(movements()))
    made = [
        session(
            ago(days=day, hours=3),
            *draw(st.lists(st.tuples(names, ROWS), min_size=1, max_size=4)),
            t0=text,
        )
        for day in days
    ]
    return History(sessions=tuple(made))


@st.composite
def people(draw: st.DrawFn) -> Situation:
    """Someone with no red flag, and anything else that decides about movement."""
    text = draw(marks())
    person = typical(
        text,
        age=draw(st.integers(18, 90)),
        features={name: draw(ANSWERS) for name in FEATURES},
        clearance={name: draw(ANSWERS) for name in CLEARANCES},
        cleared={name: draw(YES_NO) for name in CLEARANCES},
        background={"osteoporosis": draw(ANSWERS)},
        pregnant=draw(st.sampled_from(["no", "no", "yes", "not_sure"])),
        pregnant_week=draw(st.integers(1, 42)),
        floor_ok=draw(YES_NO),
        worse_bending=draw(ANSWERS),
        woke_at=draw(st.sampled_from([ago(minutes=20), ago(hours=4)])),
        can_sit_10=draw(YES_NO),
        can_stand_10=draw(YES_NO),
        can_walk_10=draw(YES_NO),
        after_activity=draw(st.sampled_from(["none", "under_30", "30_to_60", "over_60"])),
        nights_broken=draw(st.integers(0, 3)),
        eased_by_position=draw(ANSWERS),
        hours_at_8=draw(st.integers(0, 30)),
    )
    return replace(person, history=draw(sessions(text)))


def planned(person: Situation) -> tuple[Assessment, Plan]:
    """The assessment and the plan of one situation."""
    found = assess(person)
    return found, plan(Case(person), found)


def offered(today: Plan) -> set[str]:
    """Everything that may be done today."""
    return {one.movement for one in today.offered}


@given(people())
@settings(max_examples=200, deadline=None)
def test_every_movement_is_offered_or_held_back_with_a_reason(person: Situation) -> None:
    _, today = planned(person)
    held = {one.movement for one in today.held_back}
    assert offered(today) | held == set(movements())
    assert not offered(today) & held


@given(people())
@settings(max_examples=200, deadline=None)
def test_figure_four_only_when_nothing_but_dgs_is_true(person: Situation) -> None:
    found, today = planned(person)
    if {"M40", "M41"} & offered(today):
        assert found.patterns == ("DGS",)


@given(people())
@settings(max_examples=200, deadline=None)
def test_the_stronger_glide_is_never_for_a_limited_day_or_a_first_use(person: Situation) -> None:
    found, today = planned(person)
    if "M30b" in offered(today):
        assert found.movement_gate is Gate.FULL
        assert len(person.history.sessions) >= 2
    first = replace(person, history=History())
    assert "M30b" not in offered(planned(first)[1])


@given(people())
@settings(max_examples=200, deadline=None)
def test_no_stretch_and_no_glide_in_a_severe_flare(person: Situation) -> None:
    found, today = planned(person)
    if found.state == "FLARE_SEVERE":
        assert not STRETCHES & offered(today)
        assert all("elbows" not in one.limits for one in today.offered)


@given(people())
@settings(max_examples=200, deadline=None)
def test_the_caps_of_the_gate_hold(person: Situation) -> None:
    found, today = planned(person)
    suggested = [one for one in today.offered if one.in_plan and not one.ease]
    limited = found.movement_gate is Gate.LIMITED
    assert len(suggested) <= (2 if limited else 4)
    assert all(one.sets[1] <= (1 if limited else 2) for one in today.offered)
    for one in today.offered:
        if limited and one.reps and not one.ease:
            assert one.reps[1] <= 8
        for pair in (one.reps, one.sets, one.hold_s, one.minutes, one.times_a_day):
            assert pair is None or pair[0] <= pair[1]


@given(people())
@settings(max_examples=100, deadline=None)
def test_left_and_right_get_the_same_plan(person: Situation) -> None:
    other: dict[Side, Side] = {"left": "right", "right": "left", "middle": "middle"}

    def mirror(found: Situation) -> Situation:
        swapped = tuple(replace(mark, side=other[mark.side]) for mark in found.chart or ())
        runs = tuple(
            replace(run, t0=tuple(replace(m, side=other[m.side]) for m in run.t0 or ()))
            for run in found.history.sessions
        )
        return replace(found, chart=swapped, history=replace(found.history, sessions=runs))

    assert planned(mirror(person))[1] == planned(person)[1]


@given(marks())
@settings(max_examples=50, deadline=None)
def test_an_ease_item_is_always_left_on_a_day_with_movement(text: str) -> None:
    _, today = planned(replace(typical(text), chart=chart(text)))
    if today.gate is not Gate.BLOCK:
        assert {"M03", "M50"} <= offered(today)
