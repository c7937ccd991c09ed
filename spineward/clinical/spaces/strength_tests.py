"""Every case of the strength check: A6, A7, B1, C11 and C13 as a test shows them (spec 1.6)."""

from datetime import timedelta

from spineward.clinical.facts import Mark, StrengthRecord
from spineward.clinical.facts.answers import Leg, StrengthAnswer, StrengthTest
from spineward.clinical.spaces.dated import of_weakness
from spineward.clinical.spaces.space import NOW, Axis, Softening, Space, Value, ago, answers, chain

LEGS: tuple[Leg, ...] = ("left", "right")
RULES = ("A6", "A7", "B1", "C11", "C13")
HERE = (Mark("calf_upper", "left", pain=1),)
ITEMS = ("A7", "B1", "C13")
NONE_TOLD = {f"item.{item}": "no" for item in ("A6", "A7", "B1")}
OTHERS = of_weakness()
LOCKS = {"history.locks": "a lock is varied for each item"}
EACH_TEST = dict.fromkeys(
    ("strength.left.*", "strength.right.*"), "all tests done in that leg; which, the axes vary"
)
OTHER_LEG = dict.fromkeys(
    ("strength.right.chair_rise", "strength.right.big_toe"),
    "not done in the other leg here; what both legs never could is varied in strength.both",
)
ONE_LEG = dict.fromkeys(
    ("detail.A7.right", "detail.C13.right"),
    "the left leg is named; that both are is varied for each item",
)


def _dated(kind: str, days: int) -> Value:
    """The same date for every item that can tell of this weakness."""
    return Value(f"{days} days ago", {f"{kind}.{item}": ago(days) for item in ITEMS})


WORSE = (("same", "weaker"), ("weaker", "cannot"), ("same", "cannot"), ("same", "not tried"))
ANSWERS = ("same", "weaker", "cannot", "never_could", "not_tried")


def of(side: Leg, test: StrengthTest, *only: str) -> Axis:
    """One test of one leg. `never_could` counts by the other leg, so it stands in no order."""
    values = [
        Value(answer.replace("_", " "), {f"strength.{side}.{test}": answer})
        for answer in only or ANSWERS
    ]
    labels = {value.label for value in values}
    worse = tuple(pair for pair in WORSE if labels.issuperset(pair))
    return Axis(f"{side} {test}".replace("_", " "), (*values, Value("not done")), worse)


TESTS = Space(
    id="strength.tests",
    about="The strength check of one leg and the other heel, with no weakness told before",
    rules=RULES,
    axes=(
        of("left", "heel_walk"),
        of("left", "toe_raise"),
        of("left", "chair_rise"),
        of("left", "big_toe"),
        of("right", "heel_walk"),
    ),
    base=NONE_TOLD | {"chart": (), "leg_now": 0, "strength.right.toe_raise": "same"},
    held=OTHERS | EACH_TEST | OTHER_LEG,
)

BOTH = Space(
    id="strength.both",
    about="What one leg never could, against what the other can",
    rules=RULES,
    axes=tuple(
        of(side, test, "same", "cannot", "never_could")
        for test in ("toe_raise", "chair_rise", "big_toe")
        for side in LEGS
    ),
    base=NONE_TOLD | {"chart": (), "leg_now": 0},
    held=OTHERS | EACH_TEST,
)

UNSURE = Space(
    id="strength.unsure",
    about="Not sure about A7 or B1, and the strength check that settles it",
    rules=RULES,
    axes=(
        answers("item.A7", missing=True),
        answers("item.B1", missing=True),
        answers("item.A6", missing=True),
        of("left", "heel_walk"),
        of("left", "toe_raise"),
        of("right", "heel_walk", "same", "not_tried"),
        of("right", "toe_raise", "same", "not_tried"),
    ),
    base={"chart": (), "leg_now": 0},
    held=OTHERS | EACH_TEST | LOCKS,
)


def _earlier(days: int, answer: StrengthAnswer) -> StrengthRecord:
    return StrengthRecord(NOW - timedelta(days=days), {"left": {"heel_walk": answer}})


def _check(*records: StrengthRecord) -> dict[str, tuple[StrengthRecord, ...]]:
    return {"history.strength+": records}


KNOWN = Space(
    id="strength.known",
    about="A test of the left leg against a weakness told before, and against earlier checks",
    rules=RULES,
    axes=(
        Axis(
            "left test",
            (
                Value("heel walk same", {"strength.left.heel_walk": "same"}),
                Value("heel walk weaker", {"strength.left.heel_walk": "weaker"}),
                Value("heel walk cannot", {"strength.left.heel_walk": "cannot"}),
                Value("chair rise weaker", {"strength.left.chair_rise": "weaker"}),
                Value("chair rise cannot", {"strength.left.chair_rise": "cannot"}),
            ),
            (
                ("heel walk same", "heel walk weaker"),
                ("heel walk weaker", "heel walk cannot"),
                ("chair rise weaker", "chair rise cannot"),
            ),
        ),
        Axis(
            "told before",
            (
                Value("nothing"),
                Value("B1 left", {"item.B1": "yes", "detail.B1.left": "yes"}),
                Value("B1 right", {"item.B1": "yes", "detail.B1.right": "yes"}),
                Value("A7 left", {"item.A7": "yes", "detail.A7.left": "yes"}),
                Value("C13 left", {"item.C13": "yes", "detail.C13.left": "yes"}),
            ),
            why_unordered="C13 says known and not worse, which is a relief and no sign",
        ),
        Axis(
            "since",
            (*(_dated("since", n) for n in (61, 43, 42, 41, 15, 14, 3, 2)), Value("no date")),
            why_unordered="the same date answers for several items; each by itself is ordered",
        ),
        Axis(
            "checked before",
            (
                Value("never"),
                Value("same, 1 day ago", _check(_earlier(1, "same"))),
                Value("weaker, 1 day ago", _check(_earlier(1, "weaker"))),
                Value("weaker, 50 days ago", _check(_earlier(50, "weaker"))),
                Value("cannot, 3 days ago", _check(_earlier(3, "cannot"))),
                Value(
                    "cannot, 20 days ago, then same",
                    _check(_earlier(20, "cannot"), _earlier(2, "same")),
                ),
            ),
            why_unordered="an earlier check says since when it is so, not how bad it is",
        ),
        Axis(
            "examined",
            (*(_dated("examined", n) for n in (0, 3, 42)), Value("never")),
            chain("0 days ago", "3 days ago", "42 days ago", "never"),
        ),
        Axis(
            "exercise",
            tuple(
                Value(label, {f"told_ok.{item}": said for item in ITEMS})
                for label, said in (("fine", "yes"), ("not fine", "no"))
            ),
            chain("fine", "not fine"),
        ),
        Axis(
            "pain there",
            (Value("yes", {"chart": HERE}), Value("no", {"chart": ()})),
            why_unordered="pain makes B1 of a weakness, and no pain C11 of an older one",
        ),
    ),
    base={"leg_now": 0},
    held=OTHERS | EACH_TEST | ONE_LEG | LOCKS,
    exceptions=(
        Softening(
            axis="examined",
            why="known and not worse, without a date, it counts as begun when it was examined",
            source="0.3, C13",
            cases=24,
            was="A7 EMERGENCY BLOCK 0d",
            now="C13 .*",
        ),
        Softening(
            axis="examined",
            why="never tested it is seen sooner (c); tested and not said to be fine, only easing",
            source="C13 (b), (c)",
            cases=90,
            was="C13 ROUTINE EASE_ONLY 28d",
            now="C13 SOON LIMITED 14d",
        ),
    ),
)

SPACES = (TESTS, BOTH, UNSURE, KNOWN)
