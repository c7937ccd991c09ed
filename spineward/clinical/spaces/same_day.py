"""Every case of B2, B3 and B5 to B7: who is to be seen today, each rule by itself.

B1 and B9 stand with the weakness that they give way to (strength, numbness), B4 with C2 (cancer),
B8 and B10 with C15 (bounds).

The factoring. B2 reads its risks only as "any of them", so one table varies the pain beside one
risk, the other the risks beside the pain that they turn into B2. That it does not matter which risk
it is, or whether the pain was told or charted: tests/proofs/test_factoring_same_day.py.
"""

from spineward.clinical.facts import Mark, SpineProcedure
from spineward.clinical.facts.answers import ProcedureKind
from spineward.clinical.spaces.answered import EPISODE, all_but, four, of_age, pain
from spineward.clinical.spaces.dated import changed, examined, usual, worsened
from spineward.clinical.spaces.space import Axis, Space, Value, ago, chain

NUMBERS_ONLY = "the number told is at least what the chart shows; the chart has rows of its own"


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
    BONES,
    DISABLING,
    RASH,
)
