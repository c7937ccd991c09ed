"""Every case of C14, of C15 with B8, and of C15 with B10: who is held back by what they are.

C15 has two parts, pregnancy and an operation, joined by the strictest. Each stands beside the rule
that takes its place: B8 within six weeks of a procedure, B10 with an alarm sign in pregnancy. The
third table joins both parts: the outcome is that of each, the stricter of the two.
"""

from spineward.clinical.facts import SpineProcedure
from spineward.clinical.facts.answers import ProcedureKind
from spineward.clinical.spaces.answered import EPISODE, four, reviewed
from spineward.clinical.spaces.dated import told, usual, worsened
from spineward.clinical.spaces.space import Axis, Softening, Space, Value, ago, chain, days_ago

AGE = Space(
    id="bounds.age",
    about="Under 18: not made for this person",
    rules=("C14",),
    axes=(
        Axis(
            "age",
            (*(Value(str(n), {"age": n}) for n in (0, 16, 17, 18, 19, 120)), Value("not asked")),
            chain("120", "19", "18", "17", "16", "0"),
        ),
    ),
)
KINDS: dict[str, ProcedureKind] = {
    "operation": "surgery",
    "injection": "injection_or_epidural",
    "metal": "instrumentation",
}


def procedures(**days: tuple[int, ...]) -> list[Value]:
    """One procedure each, by kind and by how long ago it was, the oldest first."""
    return [
        Value(f"{kind} {n} days ago", {"spine_procedure": (SpineProcedure(KINDS[kind], ago(n)),)})
        for kind, when in days.items()
        for n in when
    ]


def _two(label: str, first: tuple[str, int], second: tuple[str, int]) -> Value:
    both = tuple(SpineProcedure(KINDS[kind], ago(days)) for kind, days in (first, second))
    return Value(label, {"spine_procedure": both})


OPERATIONS = (85, 84, 83, 61, 60, 43, 42, 41, 40, 0)
INJECTIONS = (43, 42, 41, 0)
PROCEDURE = Axis(
    "procedure",
    (
        Value("not asked"),
        Value("none", {"spine_procedure": ()}),
        *procedures(operation=OPERATIONS, injection=INJECTIONS, metal=(84, 41)),
        _two("operation 60, injection 42 days ago", ("operation", 60), ("injection", 42)),
        _two("operation 60, injection 43 days ago", ("operation", 60), ("injection", 43)),
        _two("operation 85, again 41 days ago", ("operation", 85), ("operation", 41)),
    ),
    (
        ("none", "not asked"),
        ("none", "operation 42 days ago"),
        ("none", "injection 42 days ago"),
        ("none", "metal 41 days ago"),
        *chain(*(f"operation {n} days ago" for n in OPERATIONS)),
        *chain(*(f"injection {n} days ago" for n in INJECTIONS)),
        *chain("metal 84 days ago", "metal 41 days ago"),
        ("injection 43 days ago", "operation 43 days ago"),
        ("operation 60 days ago", "operation 60, injection 43 days ago"),
        ("operation 60, injection 43 days ago", "operation 60, injection 42 days ago"),
        ("operation 85 days ago", "operation 85, again 41 days ago"),
    ),
)
"""None and an old procedure stand in no order: a wound that is said to leak, and no procedure known
that it could be of, is read as recent (B8), and one of an old procedure is not (C15)."""
ALLOWED = Axis(
    "team allowed",
    (
        Value("walking", {"team_allowed": ("M50",)}),
        Value("nothing", {"team_allowed": ()}),
        Value("not asked"),
    ),
    (("walking", "nothing"), ("walking", "not asked")),
)
NEVER_ASKED = {"item.C15": "C15 follows from other answers; it is no question of its own"}


def worse_before_it(cases: int) -> tuple[Softening, ...]:
    """The later the operation, the less of a fixed worsening came after it."""
    return (
        Softening(
            axis="procedure",
            why="what grew worse before this operation is no worsening since it",
            source="C15",
            cases=cases,
            was=r"(B8. SOON EASE_ONLY 3d \+ )?(B10. SOON EASE_ONLY 3d \+ )?C15 SOON BLOCK 3d",
            now=r"(B8. SOON EASE_ONLY 3d \+ )?(B10. SOON EASE_ONLY 3d \+ )?C15 ROUTINE .*",
        ),
    )


OPERATED = Space(
    id="bounds.operated",
    about="After a spine operation or injection: worse or leaking, and how long ago",
    rules=("B8", "C15"),
    base={"pregnant": "no"},
    axes=(four("item.B8"), PROCEDURE, ALLOWED, worsened("C15", 90, 61, 60, 50, 43, 10, 0)),
    exceptions=worse_before_it(58),
)
PREGNANT = Axis(
    "pregnant",
    (
        Value("does not apply", {"pregnant": "does_not_apply"}),
        Value("no", {"pregnant": "no"}),
        Value("not sure", {"pregnant": "not_sure"}),
        Value("yes", {"pregnant": "yes"}),
        Value("not asked"),
    ),
    (("no", "not sure"), ("no", "yes"), ("no", "not asked"), ("does not apply", "yes")),
)
WITH_CHILD = Space(
    id="bounds.pregnant",
    about="Pregnant with an alarm sign, or without one: with the own team",
    rules=("B10", "C15"),
    base={"item.B8": "no", "spine_procedure": ()},
    axes=(
        four("item.B10"),
        PREGNANT,
        EPISODE,
        usual("C15"),
        told("C15"),
        days_ago("since.C15", 59, 60, 61, name="since", missing="no date"),
        worsened("C15", 29, 30, 31),
        reviewed("C15", 0, 30, 60, 61),
    ),
    held=NEVER_ASKED,
)
BOTH = Space(
    id="bounds.pregnant_and_operated",
    about="Pregnant and operated on: the stricter of the two",
    rules=("B8", "B10", "C15"),
    axes=(
        four("item.B8"),
        four("item.B10"),
        PREGNANT,
        Axis(
            "procedure",
            (
                Value("none", {"spine_procedure": ()}),
                *procedures(operation=(85, 84, 42, 41)),
            ),
            chain(*(f"operation {n} days ago" for n in (85, 84, 42, 41))),
        ),
        ALLOWED,
        worsened("C15", 50, 10),
        Axis(
            "review",
            (Value("fine", {"reviewed.C15": ago(0), "told_ok.C15": "yes"}), Value("none")),
            chain("fine", "none"),
        ),
    ),
    exceptions=worse_before_it(170),
    held={
        **NEVER_ASKED,
        "since.C15": "undated; bounds.pregnant varies the dates",
        "same_as_usual.C15": "bounds.pregnant varies it",
    },
)

SPACES = (AGE, OPERATED, WITH_CHILD, BOTH)
