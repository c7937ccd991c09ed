"""Every case of A8 and C16: signs of the spinal cord, one alone or more, and what makes one enough.

The two quieten each other: one sign is C16 until A8 takes it over, and a sign of A8 that a
clinician has seen is not told again as C16. So both stand in one table, and what they say together
never softens. A8 reads weakness, numbness and the bladder as "new or not": the first table varies
the signs beside one way of each, the second the dates, the third the ways, with cancer and with B4
and C2, which A8 takes over too.
"""

from datetime import timedelta

from spineward.clinical.facts import CareLevel, LockRecord, Mark
from spineward.clinical.rules.emergency import CORD_SIGNS
from spineward.clinical.spaces.answered import four
from spineward.clinical.spaces.dated import (
    changed,
    dates_of,
    examined,
    lock_of,
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
    ordered,
)

STEADY = {
    "item.A1": "no",
    "item.A6": "no",
    "item.A7": "no",
    "item.B1": "no",
    "item.B9": "no",
    "item.C13": "no",
    "background.cancer": "no",
}
UNDATED = dates_of("A1", "A8", "C16", why="undated: it counts as of today; cord.dates varies them")
LOCKS = {"history.locks": "no lock; cord.dates varies it"}


def _but(**other: str) -> dict[str, str]:
    """No weakness, numbness or bladder trouble but this."""
    return STEADY | {f"item.{item}": said for item, said in other.items()}


BESIDE = Axis(
    "beside them",
    (
        Value("nothing", STEADY),
        Value("B9 not sure", _but(B9="not_sure")),
        Value("a numb mark", STEADY | {"chart": (Mark("sole", "left", numbness=1),)}),
        Value(
            "a usual numb mark", STEADY | {"chart": (Mark("sole", "left", numbness=1, usual=True),)}
        ),
        Value("a weak leg", _but(B1="yes")),
    ),
    (
        ("nothing", "B9 not sure"),
        ("nothing", "a numb mark"),
        ("nothing", "a usual numb mark"),
        ("a usual numb mark", "a numb mark"),
        ("nothing", "a weak leg"),
    ),
)
SIGNS = Space(
    id="cord.signs",
    about="Every combination of the four signs, alone or beside weakness or numbness",
    rules=("A8", "C16"),
    axes=(
        four("item.A8"),
        answers("item.C16"),
        BESIDE,
        *(four(f"detail.A8.{sign}", name=sign.replace("_", " ")) for sign in CORD_SIGNS),
    ),
    held=UNDATED | of_weakness() | LOCKS | {"detail.A8.*": "whether any sign was asked at all"},
    exceptions=tuple(
        Softening(
            axis=sign.replace("_", " "),
            why="unsure and asked no further it is one sign; asked, each that is not denied is one",
            source="0.4 A8",
            cases=4,
            was="A8. EMERGENCY BLOCK 0d",
            now="C16. SOON EASE_ONLY 3d",
        )
        for sign in CORD_SIGNS
    ),
)
NONE_BUT_ONE = dict.fromkeys((f"detail.A8.{sign}" for sign in CORD_SIGNS), "no") | {
    "detail.A8.clumsy_hands": "yes"
}
OWN = Axis(
    "C16",
    (
        Value("no", {"item.C16": "no"}),
        Value("as of today", {"item.C16": "yes"}),
        Value(
            "15 days ago, examined",
            {"item.C16": "yes", "since.C16": ago(15), "examined.C16": ago(15)},
        ),
        Value(
            "14 days ago, examined",
            {"item.C16": "yes", "since.C16": ago(14), "examined.C16": ago(14)},
        ),
        Value("before the episode", {"item.C16": "yes", "since.C16": ago(61)}),
    ),
    chain(
        "no", "before the episode", "15 days ago, examined", "14 days ago, examined", "as of today"
    ),
)
DATES = Space(
    id="cord.dates",
    about="Since when there is a sign, who has seen it, and what was said of exercise",
    rules=("A8", "C16"),
    base={
        **STEADY,
        "item.A8": "yes",
        "detail.A8.unsteady": "no",
        "detail.A8.trunk_band": "no",
        "detail.A8.clumsy_hands": "yes",
    },
    axes=(
        answers("detail.A8.neck_shock", name="a second sign"),
        usual("A8"),
        lock_of("A8"),
        changed("A8", 61, 60, 15, 14, 0),
        examined("A8"),
        told("A8"),
        OWN,
        ordered(
            "C16 review",
            Value("fine", {"reviewed.C16": ago(0), "told_ok.C16": "yes"}),
            Value("none"),
        ),
    ),
    held=of_weakness()
    | {
        **dates_of("A1", why="no bladder trouble was told"),
        "worsened.A8": "counts as a later `since`",
        "worsened.C16": "counts as a later `since`",
        "chart": "unmarked",
        "before_episode.A8": "A8 is never muted",
        "same_as_usual.C16": "said of A8; reviewed.C16 varies it",
    },
    exceptions=(
        Softening(
            axis="a second sign",
            why="two signs, examined after their lock, are shown as seen: no movement, and routine",
            source="0.5",
            cases=112,
            was="C16 SOON EASE_ONLY 3d",
            now="A8_seen ROUTINE BLOCK 28d",
        ),
        Softening(
            axis="since",
            why="new again it is C16, which its own review with a clear word on exercise settles",
            source="1.5",
            cases=360,
            was="A8_not_fine ROUTINE EASE_ONLY 28d",
            now="nothing",
        ),
        Softening(
            axis="examined",
            why="never tested, what is old is not read, and what is new is C16: a review ends it",
            source="0.3 old, 1.5",
            cases=816,
            was="A8_not_fine ROUTINE EASE_ONLY 28d",
            now="nothing",
        ),
    ),
)
SEEN = {
    "history.locks+": (LockRecord(NOW - timedelta(days=5), ("A1",), CareLevel.EMERGENCY),),
    "since.A1": ago(6),
    "examined.A1": ago(4),
    "told_ok.A1": "yes",
}
MUTED = {"since.A1": ago(150), "before_episode.A1": "yes", "same_as_usual.A1": "yes"}
BLADDER = Axis(
    "bladder",
    (
        Value("no", {"item.A1": "no"}),
        Value("not asked"),
        Value("not sure", {"item.A1": "not_sure"}),
        Value("as long before", {"item.A1": "yes", **MUTED}),
        Value("seen", {"item.A1": "yes", **SEEN}),
        Value("new", {"item.A1": "yes"}),
    ),
    (
        ("no", "not asked"),
        ("no", "not sure"),
        ("no", "as long before"),
        ("no", "new"),
        ("as long before", "new"),
        ("seen", "new"),
    ),
)
DENIED = {f"item.{item}": "no" for item in ("A6", "A7", "B1")}
WEAK = Axis(
    "weakness",
    (
        Value("no", DENIED),
        Value("B1 not sure", DENIED | {"item.B1": "not_sure"}),
        Value(
            "B1 known",
            DENIED
            | {"item.B1": "yes", "since.B1": ago(61), "examined.B1": ago(30), "told_ok.B1": "yes"},
        ),
        Value("B1 new", DENIED | {"item.B1": "yes"}),
        Value("A7 new", DENIED | {"item.A7": "yes"}),
        Value("A6 new", DENIED | {"item.A6": "yes"}),
        Value("tested", DENIED | {"strength.left.big_toe": "weaker"}),
    ),
    (
        ("no", "B1 not sure"),
        ("no", "B1 new"),
        ("B1 known", "B1 new"),
        ("no", "A7 new"),
        ("no", "A6 new"),
        ("no", "tested"),
    ),
)
CANCER = Space(
    id="cord.cancer",
    about="After cancer: a change of walking, weakness or the bladder, beside B4 and C2",
    rules=("A1", "A6", "A7", "A8", "C2", "C16"),
    base={
        **{f"detail.A8.{sign}": "no" for sign in CORD_SIGNS if sign != "unsteady"},
        **{f"item.{item}": "no" for item in ("B4", "B9", "C2", "C4", "C5", "C13")},
        "features.worse_cough": "no",
        "leg_now": 0,
    },
    axes=(
        four("background.cancer", name="cancer"),
        BLADDER,
        WEAK,
        answers("item.A8"),
        four("detail.A8.unsteady", name="unsteady"),
        answers("item.C16"),
        ordered("back now", Value("0", {"back_now": 0}), Value("3", {"back_now": 3})),
    ),
    held={
        **of_weakness(),
        **dates_of("A1", "A8", "B4", "C2", "C16", why="undated, but where the axis dates it"),
        "strength.left.*": "the only test that was done",
        "detail.A8.*": "all but one sign are denied",
        "chart": "unmarked",
    },
)

SPACES = (SIGNS, DATES, CANCER)
