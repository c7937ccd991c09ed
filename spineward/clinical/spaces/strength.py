"""Every case of the rules on weakness, as it is told: A6, A7, B1, C11 and C13.

They read each other and the same answers, so each table asks all of them. The tables differ in what
they vary: one item with its dates; all items together, dated alike; in `strength_tests` the check.
What is left out between them is the product of independent dates of two items: of several
weaknesses each is judged by itself, and the strictest finding counts (test_factoring.py).
"""

from datetime import timedelta

from spineward.clinical.facts import CheckInRecord, Mark
from spineward.clinical.spaces.dated import (
    changed,
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
    ago,
    answers,
    chain,
)

RULES = ("A6", "A7", "B1", "C11", "C13")
AGO = (61, 60, 42, 41, 15, 14, 3, 2)
"""Before the episode, its first day, six weeks, two weeks, 48 hours: each with its neighbour."""
HERE = (Mark("calf_upper", "left", pain=1),)
THERE = (Mark("calf_upper", "right", pain=1),)
OTHERS = of_weakness()
LOCKS = {"history.locks": "a lock is varied for each item by itself"}
FOLLOW_UPS = {"detail.C11.*": "all its follow-ups are varied; the leg is read of an item"}
KNOWN = Axis(
    "item.C13",
    (Value("no", {"item.C13": "no"}), Value("yes", {"item.C13": "yes"})),
    why_unordered="C13 says known and not worse, which is a relief and no sign",
)


def _dated(kind: str, days: int) -> Value:
    """The same date for every item."""
    return Value(f"{days} days ago", {f"{kind}.{item}": ago(days) for item in RULES})


def pain() -> Axis:
    """Pain in the weak leg since it grew weak, or not known."""
    return Axis(
        "pain in that leg",
        (
            Value("none", {"chart": (), "leg_now": 0}),
            Value("in the other leg", {"chart": THERE, "leg_now": 1}),
            Value("not charted", {"leg_now": 0}),
            Value("more than is charted", {"chart": (), "leg_now": 3}),
            Value(
                "on an earlier chart",
                {
                    "chart": (),
                    "leg_now": 0,
                    "history.check_ins+": (CheckInRecord(NOW - timedelta(hours=1), chart=HERE),),
                },
            ),
            Value("now", {"chart": HERE, "leg_now": 1}),
        ),
        (("none", "now"), ("none", "on an earlier chart"), ("none", "not charted")),
    )


def leg(item: str) -> Axis:
    """Which leg the item names."""
    return Axis(
        "leg",
        (
            Value("left", {f"detail.{item}.left": "yes", f"detail.{item}.right": "no"}),
            Value("not said"),
            Value("both", {f"detail.{item}.left": "yes", f"detail.{item}.right": "yes"}),
        ),
        chain("left", "both"),
    )


FEWER = Axis("pain in that leg", pain().values[::5], (("none", "now"),))
"""None and now: how pain is known is varied for B1, and read the same way for each item."""


def _pain_explains(axis: str, cases: int) -> Softening:
    """Weakness without pain is the sign that something other than the back is behind it."""
    return Softening(
        axis=axis,
        why="old weakness never tested: without pain C11 blocks, with pain C13 (c) limits",
        source="C11, C13 (c)",
        cases=cases,
        was="C11 SOON BLOCK 3d",
        now="C13 SOON LIMITED 14d",
    )


def _told_not_fine(cases: int) -> Softening:
    """What a clinician saw and did not allow is held tighter than what no one saw."""
    return Softening(
        axis="examined",
        why="never tested it is seen sooner (c); tested and not said to be fine, only easing (b)",
        source="C13 (b), (c)",
        cases=cases,
        was="C13 ROUTINE EASE_ONLY 28d",
        now="C13 SOON LIMITED 14d",
    )


OF_A_FEW = (_pain_explains("pain in that leg", 96), _told_not_fine(72))
OF_ALL = (_pain_explains("leg", 32), _pain_explains("pain in that leg", 192), _told_not_fine(192))


def _item(item: str, about: str, hurts: Axis, *exceptions: Softening) -> Space:
    """One item with its leg and dates, the others answered no."""
    others = {f"item.{other}": "no" for other in ("A6", "A7", "B1") if other != item}
    return Space(
        id=f"strength.{item}",
        about=about,
        rules=RULES,
        axes=(
            answers(f"item.{item}", name="answer", missing=True),
            changed(item, *AGO),
            leg(item),
            hurts,
            usual(item),
            examined(item, 0, 60),
            told(item),
            lock_of(item),
        ),
        base=others,
        held=OTHERS | not_grown(item),
        exceptions=exceptions,
    )


REVIEWED = Axis(
    "reviewed",
    (
        Value("today, exercise fine", {"reviewed.C11": ago(0), "told_ok.C11": "yes"}),
        Value("today, not talked about", {"reviewed.C11": ago(0), "told_ok.C11": "not_discussed"}),
        Value("no"),
    ),
    why_unordered="a review makes C13 of C11 (1.5), which limits; with nothing left to limit, none",
)
PAIN_THERE = Axis(
    "pain there",
    (Value("yes", {"chart": HERE}), Value("no", {"chart": ()})),
    why_unordered="pain makes B1 of a weakness of this episode, and no pain C11 of an older one",
)

TOGETHER = Space(
    id="strength.together",
    about="Every combination of what can be told of weakness, all dated alike",
    rules=RULES,
    axes=(
        *(answers(f"item.{item}") for item in ("A7", "A6", "B1")),
        KNOWN,
        answers("item.C11"),
        Axis(
            "since",
            tuple(_dated("since", n) for n in (61, 42, 41, 14)),
            chain("61 days ago", "42 days ago", "41 days ago", "14 days ago"),
        ),
        Axis("examined", (_dated("examined", 0), Value("never")), chain("0 days ago", "never")),
        REVIEWED,
        PAIN_THERE,
    ),
    base={"leg_now": 0},
    held=OTHERS | LOCKS,
    exceptions=(_told_not_fine(60),),
)

C11 = Space(
    id="strength.C11",
    about="A thinner leg, twitching, or weakness without pain, never examined",
    rules=RULES,
    axes=(
        answers("item.C11", name="answer", missing=True),
        answers("detail.C11.thinner_leg", name="thinner leg", missing=True),
        answers("detail.C11.twitching", name="twitching", missing=True),
        Axis(
            "without pain",
            tuple(
                Value(label, {"detail.C11.no_pain": said} if said else {})
                for label, said in (("no", "no"), ("yes", "yes"), ("not asked", ""))
            ),
            why_unordered="a no says that the leg hurt, which makes B1 of a weakness told as well",
        ),
        answers("item.B1", missing=True),
        changed("C11", 61, 42, 41),
        examined("C11", 0, 42),
        usual("C11"),
        REVIEWED,
    ),
    base={"item.A6": "no", "item.A7": "no", "leg_now": 0, "chart": ()},
    held=OTHERS | FOLLOW_UPS,
    exceptions=(
        Softening(
            axis="as usual",
            why="ticked, yet each sign denied: a review limits, and without it nothing is named",
            source="1.5, C11",
            cases=144,
            was="C13 SELF_CARE LIMITED",
            now="nothing",
        ),
    ),
)

SPACES = (
    _item("A6", "A leg that grows weaker, gives way, or does not hold", FEWER, *OF_A_FEW),
    _item("A7", "A foot that does not lift or push, or sudden severe loss", FEWER, *OF_A_FEW),
    _item("B1", "One leg plainly weaker", pain(), *OF_ALL),
    TOGETHER,
    C11,
)
