"""Every case of B4 with C2: new back pain after cancer, with a marked sign or without one.

C2 is silent when B4 fires, so both stand in one table, and A8 with them, which is not told here:
cord.py varies it, with cancer.

The factoring. B4 holds if it was told, or if it follows from other answers: the first table varies
the telling, the second the four signs that are told with it, the third what follows. That it does
not matter which sign it is: tests/proofs/test_factoring_same_day.py.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.answered import EPISODE, four, of, pain
from spineward.clinical.spaces.dated import changed, examined, usual, worsened
from spineward.clinical.spaces.space import Axis, Space, Value, ago, chain

SIGNS = ("growing", "constant", "night", "straining")
A8_AND_C2 = {
    "item.A8": "no",
    "item.C16": "no",
    "item.C2": "no",
    "item.A6": "no",
    "item.A7": "no",
    "item.B1": "no",
    "item.B9": "no",
    "item.C13": "no",
    "item.A1": "no",
}
"""No sign of the cord or of weakness: A8 does not fire, whose tables are cord.py."""
QUIET = {
    "detail.A8": "no cord sign was told",
    "since.A8": "no cord sign was told",
    "since.C2": "C2 follows from who someone is, and is not dated",
    "strength.*": "no strength check was done",
    "chart": "unmarked",
    "leg_now": "C2 asks for any pain at all; the back's numbers stand for it",
    "examined.A1": "no bladder trouble was told",
    "before_episode.A1": "no bladder trouble was told",
    "same_as_usual.A1": "no bladder trouble was told",
    "since.A1": "no bladder trouble was told",
    "worsened.A1": "no bladder trouble was told",
}
TOLD = Space(
    id="same_day.cancer_told",
    about="Cancer and pain of this episode, told: with a sign B4, without one C2",
    rules=("A8", "B4", "C2"),
    base=A8_AND_C2
    | {"item.C5": "no", "item.C4": "no", "back_now": 3, "features.worse_cough": "no"},
    axes=(
        four("item.B4"),
        Axis(
            "a sign",
            (
                Value("none", {f"detail.B4.{sign}": "no" for sign in SIGNS}),
                Value(
                    "growing",
                    {f"detail.B4.{sign}": "no" for sign in SIGNS} | {"detail.B4.growing": "yes"},
                ),
            ),
            chain("none", "growing"),
        ),
        usual("B4"),
        EPISODE,
        changed("B4", 1, 59, 60, 61),
        worsened("B4", 1, 60, 61),
        examined("B4", 0, 30, 60, 61),
        Axis(
            "cancer",
            (Value("no", {"background.cancer": "no"}), Value("not asked")),
            chain("no", "not asked"),
        ),
        of("C2", examined("C2", 0, 60, 61)),
    ),
    held=QUIET
    | {"detail.C5.mid_back": "C5 is denied", "reviewed.C2": "soon.reviewed_C2 varies it"},
)
SIGNS_TOLD = Space(
    id="same_day.cancer_signs",
    about="Each of the four signs that make pain after cancer B4",
    rules=("B4",),
    base={
        "background.cancer": "no",
        "since.B4": ago(10),
    },
    axes=(
        four("item.B4"),
        worsened("B4", 20, 5),
        *(four(f"detail.B4.{sign}", name=sign) for sign in SIGNS),
    ),
    held={"examined.B4": "never examined", "same_as_usual.B4": "not asked"},
)
MIDDLE = Axis(
    "mid-back",
    (
        Value("nothing", {"item.C5": "no"}),
        Value(
            "usual mark", {"item.C5": "no", "chart": (Mark("mid_back", "middle", 3, usual=True),)}
        ),
        Value("new mark", {"item.C5": "no", "chart": (Mark("mid_back", "middle", 1),)}),
        Value("told not there", {"item.C5": "yes", "detail.C5.mid_back": "no"}),
        Value(
            "told, before the episode",
            {"item.C5": "yes", "detail.C5.mid_back": "yes", "since.C5": ago(61)},
        ),
        Value(
            "told, grew since",
            {
                "item.C5": "yes",
                "detail.C5.mid_back": "yes",
                "since.C5": ago(61),
                "worsened.C5": ago(60),
            },
        ),
        Value(
            "told, in the episode",
            {"item.C5": "yes", "detail.C5.mid_back": "yes", "since.C5": ago(60)},
        ),
        Value("told, place not asked", {"item.C5": "yes", "since.C5": ago(60)}),
    ),
    (
        ("nothing", "usual mark"),
        ("usual mark", "new mark"),
        ("nothing", "told not there"),
        ("told not there", "told, in the episode"),
        ("told not there", "told, place not asked"),
        ("told, before the episode", "told, grew since"),
        ("nothing", "told, before the episode"),
        ("told, before the episode", "told, in the episode"),
    ),
)
FOLLOWS = Space(
    id="same_day.cancer_follows",
    about="Cancer among the health answers, and back pain of this episode: what follows untold",
    rules=("A8", "B4", "C2"),
    base=A8_AND_C2 | {"item.B4": "no", "leg_now": 0},
    axes=(
        four("background.cancer", name="cancer"),
        EPISODE,
        examined("B4", 60, 61),
        of("C2", examined("C2", 60, 61)),
        pain("back_now", 0, 1, 6, 7, 8),
        MIDDLE,
        four("features.worse_cough", name="worse on straining"),
        Axis(
            "item.C4",
            (Value("no", {"item.C4": "no"}), Value("yes", {"item.C4": "yes"}), Value("not asked")),
            (("no", "yes"), ("no", "not asked")),
        ),
    ),
    held=QUIET
    | {
        "same_as_usual.B4": "B4 itself is denied",
        "reviewed.C2": "soon.reviewed_C2 varies it",
        "worsened.B4": "B4 itself is denied",
        "since.B4": "B4 itself is denied",
    },
)

SPACES = (TOLD, SIGNS_TOLD, FOLLOWS)
