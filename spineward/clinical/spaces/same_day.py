"""Every case of B2 to B7: who is to be seen today, each rule by itself.

Apart from these stand B1 and B9 (with the weakness that they give way to), B8 and B10 (spaces
bounds, with C15) and A8 (soon.cord, with C16). B4 stands with C2, which is silent when B4 fires.

The factoring. B2 reads its risks only as "any of them", so one table varies the pain beside few
risks, the other the risks beside the pain that they turn into B2. B4 holds if it was told, or if it
follows from other answers; the first table varies the telling, the second what follows, the third
the four signs. That no answer of one part changes what another says is tested in
tests/proofs/test_factoring_same_day.py.
"""

from spineward.clinical.facts import Mark, SpineProcedure
from spineward.clinical.facts.answers import ProcedureKind
from spineward.clinical.spaces.answered import EPISODE, all_but, four, of, of_age, pain
from spineward.clinical.spaces.dated import changed, examined, usual, worsened
from spineward.clinical.spaces.space import Axis, Space, Value, ago, chain

NUMBERS_ONLY = "the number told is at least what the chart shows; the chart has rows of its own"
NO_LEG = "no leg pain: these rules read the back"


def back_and_chart(*levels: int, charted: int) -> Axis:
    """The same for the back, and once as the chart alone shows it."""
    chart = Value(
        f"{charted} on the chart", {"chart": (Mark("low_back_midline", "middle", charted),)}
    )
    plain = [Value(str(n), {"back_now": n}) for n in levels]
    milder = str(charted - 1)
    return Axis(
        "back now",
        (Value("not asked"), *plain, chart),
        (*chain("not asked", *(one.label for one in plain)), (milder, chart.label)),
    )


EASED = Axis(
    "eased",
    tuple(
        [
            Value(label, {"eased_by_position": x})
            for label, x in (("yes", "yes"), ("not sure", "not_sure"), ("no", "no"))
        ]
        + [Value("not asked")]
    ),
    (("yes", "not sure"), ("yes", "no"), ("yes", "not asked")),
)


def procedure(label: str, kind: ProcedureKind, days: int) -> Value:
    """One procedure so many days ago."""
    return Value(label, {"spine_procedure": (SpineProcedure(kind, ago(days)),)})


PROCEDURES = Axis(
    "procedure",
    (
        Value("not asked"),
        Value("none", {"spine_procedure": ()}),
        procedure("injection 91 days ago", "injection_or_epidural", 91),
        procedure("injection 90 days ago", "injection_or_epidural", 90),
        procedure("injection 89 days ago", "injection_or_epidural", 89),
        procedure("operation 90 days ago", "surgery", 90),
        procedure("metal 90 days ago", "instrumentation", 90),
        Value(
            "operation 200 and injection 10 days ago",
            {
                "spine_procedure": (
                    SpineProcedure("surgery", ago(200)),
                    SpineProcedure("injection_or_epidural", ago(10)),
                )
            },
        ),
    ),
    (
        ("none", "not asked"),
        *chain("none", *(f"injection {n} days ago" for n in (91, 90, 89))),
        ("none", "operation 90 days ago"),
        ("none", "metal 90 days ago"),
        ("injection 89 days ago", "operation 200 and injection 10 days ago"),
    ),
)
RISKS = ("injected_drugs", "diabetes", "dialysis", "weak_immunity", "infection_3m")
NO_RISKS = {f"background.{key}": "no" for key in RISKS}

INFECTION = Space(
    id="same_day.infection",
    about="Fever with back pain; or constant severe back pain that nothing eases, with a risk",
    rules=("B2",),
    base=all_but(NO_RISKS, "background.diabetes"),
    axes=(
        four("item.B2"),
        back_and_chart(0, 6, 7, 8, charted=7),
        EASED,
        four("detail.B2.constant", name="constant"),
        four("background.diabetes", name="a risk"),
        PROCEDURES,
    ),
)
INFECTION_RISKS = Space(
    id="same_day.infection_risks",
    about="The same severe back pain with every combination of the risks",
    rules=("B2",),
    base={"item.B2": "no", "back_now": 7, "eased_by_position": "no", "detail.B2.constant": "yes"},
    axes=(*(four(f"background.{key}", name=key) for key in RISKS), PROCEDURES),
    held={"chart": NUMBERS_ONLY},
)
SWELLING = Space(
    id="same_day.swelling",
    about="One calf or thigh swollen, or warm and tender: new or never examined",
    rules=("B3",),
    axes=(
        four("item.B3"),
        usual("B3"),
        EPISODE,
        changed("B3", 13, 14, 15, 16, 59, 60, 61),
        worsened("B3", 0, 14, 15, 60, 61),
        examined("B3", 0, 14, 15, 16, 60, 61),
    ),
)

# --- cancer ---------------------------------------------------------------------------------

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
"""No sign of the cord or of weakness: A8 does not fire, whose table is soon.cord."""
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

# --- bones, pain, rash ----------------------------------------------------------------------

BONES = Space(
    id="same_day.bones",
    about="Sudden pain after a small injury within six weeks, with age or fragile bones",
    rules=("B5",),
    axes=(
        four("item.B5"),
        of_age(40, 69, 70, 71),
        four("background.osteoporosis", name="osteoporosis"),
        four("background.steroids_3m", name="steroids"),
        usual("B5"),
        changed("B5", 41, 42, 43),
        worsened("B5", 41, 42, 43),
        examined("B5", 0, 42, 43),
    ),
)
HOURS = Axis(
    "hours at 8",
    (*(Value(str(n), {"hours_at_8": n}) for n in (0, 23, 24, 25, 72)), Value("not asked")),
    (*chain("0", "23", "24", "25", "72"), ("0", "not asked")),
)
DISABLING = Space(
    id="same_day.disabling_pain",
    about="Pain of 8 for a day that nothing eases, or that keeps from toilet, clothes or food",
    rules=("B6",),
    axes=(
        four("item.B6"),
        EASED,
        HOURS,
        pain("leg_now", *range(11)),
        pain("back_now", *range(11)),
    ),
    held={"chart": NUMBERS_ONLY},
)
RASH = Space(
    id="same_day.rash",
    about="A blistering or band-like rash on the painful side, within 14 days",
    rules=("B7",),
    axes=(four("item.B7"), usual("B7"), changed("B7", 13, 14, 15), worsened("B7", 0, 13, 14, 15)),
)

SPACES = (
    INFECTION,
    INFECTION_RISKS,
    SWELLING,
    TOLD,
    SIGNS_TOLD,
    FOLLOWS,
    BONES,
    DISABLING,
    RASH,
)
