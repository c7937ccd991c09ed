"""What can someone say on any day? Answers, charts and readings, mild ones more often than not."""

from typing import Any

from hypothesis import strategies as st

from spineward.clinical.facts import Reading
from tests.cases.build import BACKGROUND, ITEMS, chart

LEGS = ("left", "right")
TESTS = ("heel_walk", "toe_raise", "chair_rise", "big_toe")
URGENT = [item for item in ITEMS if item[0] in "AB"]
CHARTS = {
    "usual": "r6:4 tg7:1 back:2",
    "drawn up": "r4:3 back:3",
    "less": "r6:1 back:2",
    "only back": "back:3",
    "nothing": "",
    "foot": "r8:4 tg7:1 back:2",
    "tingling up": "r6:4 tg7:2 back:2",
    "numb": "r6:4 tg7:1 nb7:1 back:2",
    "numb foot": "r6:4 nb8:3 back:2",
    "worse in place": "r6:7 tg7:1 back:2",
    "back sore": "r6:4 tg7:1 back:6",
    "other buttock": "r6:4 tg7:1 left/r3:2 back:2",
    "other calf": "r6:4 tg7:1 left/r6:3 back:2",
    "saddle": "r6:4 saddle/nb:1 back:2",
    "severe": "r6:9 tg7:1 back:8",
}
"""Rows 1 to 12 of the verdict table begin at "usual" and end in one of these."""
MILD = ("usual", "drawn up", "less", "only back")

charts = st.sampled_from(MILD) | st.sampled_from(sorted(CHARTS))
answers = st.sampled_from(("no", "no", "no", "yes", "not_sure"))
pain = st.integers(0, 5) | st.integers(0, 10)
yes_mostly = st.sampled_from(("yes", "yes", "yes", "no"))


def marks(name: str) -> list[dict[str, Any]]:
    """A chart as a page sends it."""
    return [
        {
            "zone": mark.zone,
            "side": mark.side,
            "pain": mark.pain,
            "tingling": mark.tingling,
            "numbness": mark.numbness,
        }
        for mark in chart(CHARTS[name])
    ]


@st.composite
def days(draw: st.DrawFn) -> dict[str, Any]:
    """What a check-in asks of the day; now and then a part of it is left out."""
    drawn = draw(charts)
    said: dict[str, Any] = {
        "chart": marks(drawn),
        "leg_now": max((mark.pain for mark in chart(CHARTS[drawn])), default=0),
        "back_now": draw(pain),
        "worst_24h": draw(pain),
        "eased_by_position": draw(st.sampled_from(("yes", "yes", "no", "not_sure"))),
        "can_sit_10": draw(yes_mostly),
        "can_stand_10": draw(yes_mostly),
        "can_walk_10": draw(yes_mostly),
        "after_activity": draw(st.sampled_from(("none", "none", "under_30", "30_to_60"))),
        "nights_broken": draw(st.sampled_from((0, 0, 1, 3))),
        "hours_at_8": draw(st.sampled_from((None, None, 3, 30))),
    }
    left_out = draw(st.sampled_from((None, None, None, *said)))
    return {name: value for name, value in said.items() if name != left_out and value is not None}


readings = st.builds(
    Reading,
    charts.map(lambda name: chart(CHARTS[name])),
    sharp_shooting=st.sampled_from((None, "no", "no", "no", "yes")),
    weakness=st.sampled_from((None, "none", "none", "none", "none", "new_or_more", "not_sure")),
    not_sure=st.sampled_from(((), (), (), (), ("place",), ("tingling",), ("numbness",))),
)
strengths = st.dictionaries(
    st.sampled_from(LEGS),
    st.dictionaries(
        st.sampled_from(TESTS),
        st.sampled_from(("same", "same", "same", "weaker", "cannot", "not_tried")),
        min_size=1,
    ),
    min_size=1,
)
weeklies = st.fixed_dictionaries(
    {},
    optional={
        "global_change": st.integers(-3, 3),
        "psfs": st.lists(st.integers(0, 10), min_size=1, max_size=3),
        "rmdq": st.integers(0, 24),
        "mood_low": st.sampled_from(("no", "no", "yes")),
        "fear_moving": st.integers(0, 10),
        "weeks_off_work": st.integers(0, 8),
    },
)
health = st.dictionaries(st.sampled_from(BACKGROUND), answers, min_size=1, max_size=3)
