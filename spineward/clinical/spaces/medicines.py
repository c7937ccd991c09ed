"""Every case of the medicine screen: no, or ask first, and for which reasons. Never better.

The factoring. 21 medicines, 6 health answers, age, pregnancy, operations and two more make more
cases than anyone can run through; but each is read by itself, and the answer joins the reasons:
"NO" when one of the stricter holds, "ASK_FIRST" otherwise. So one table varies one answer at a time
in every way and shows its reason, one every pair, and one every combination of the stricter ones.
That the reasons of a pair are those of its parts, no less and no more, is tested in
tests/proofs/test_factoring_medicines.py.
"""

from spineward.clinical.case import Case
from spineward.clinical.facts import SpineProcedure
from spineward.clinical.facts.answers import ProcedureKind
from spineward.clinical.intake import MEDICINES
from spineward.clinical.rules.medicines import NEVER, nsaid
from spineward.clinical.spaces.answered import four
from spineward.clinical.spaces.space import Axis, Space, Value, ago, chain

TAKEN = {f"medicines.{key}": key for key in sorted(MEDICINES)}
HEALTH = {
    f"background.{key}": key
    for key in (
        "anticoagulant",
        "bleeding_disorder",
        "diabetes",
        "heart_or_artery",
        "steroids_3m",
        "takes_nsaid_or_aspirin",
    )
}
PLAIN = TAKEN | HEALTH | {"item.A15": "A15", "clearance.CL4": "CL4", "pregnant": "pregnant"}
"""Every answer that the screen reads as no, not sure or yes."""
BASE = dict.fromkeys(PLAIN, "no") | {"age": 40, "spine_procedure": ()}


def reasons(case: Case) -> tuple[str, ...]:
    """The answer of the screen, then every reason."""
    answer, why = nsaid(case)
    return answer, *why


def answer(case: Case) -> str:
    """The answer alone."""
    return nsaid(case)[0]


def _not_asked(path: str) -> Value:
    """The whole table of answers, without that one."""
    table, _, key = path.partition(".")
    others = [one for one in PLAIN if one.startswith(f"{table}.") and one != path]
    kept = {one.partition(".")[2]: "no" for one in others}
    return Value(f"{PLAIN[path]} not asked", {table: kept if key else None})


def operated(kind: ProcedureKind, *days: int) -> list[Value]:
    """A spine procedure so many days ago."""
    return [
        Value(f"{kind} {n} days ago", {"spine_procedure": (SpineProcedure(kind, ago(n)),)})
        for n in days
    ]


SAID = tuple(
    Value(f"{name} {label}", {path: said})
    for label, said in (("not sure", "not_sure"), ("yes", "yes"))
    for path, name in PLAIN.items()
)
OTHER = (
    *(_not_asked(path) for path in PLAIN),
    Value("pregnant does not apply", {"pregnant": "does_not_apply"}),
    *(Value(f"age {n}", {"age": n}) for n in (64, 65, 66, 90)),
    Value("age not asked", {"age": None}),
    *operated("surgery", 15, 14, 13),
    *operated("injection_or_epidural", 14),
    *operated("instrumentation", 14),
    Value("spine procedure not asked", {"spine_procedure": None}),
)
NOTHING = Value("nothing")
ONE = Space(
    id="medicines.one",
    about="One answer that is not a plain no, with the reason that it gives",
    rules=(),
    base=BASE,
    axes=(
        Axis(
            "answer",
            (NOTHING, *SAID, *OTHER),
            (
                *(("nothing", one.label) for one in (*SAID, *OTHER)),
                *chain("age 64", "age 65", "age 66", "age 90"),
                *chain(*(f"surgery {n} days ago" for n in (15, 14, 13))),
            ),
        ),
    ),
    decides=reasons,
    said=" ".join,
)
ANY = (NOTHING, *SAID, *(one for one in OTHER if one.label in ("age 65", "surgery 14 days ago")))
WORSE_THAN_NOTHING = tuple(("nothing", one.label) for one in ANY[1:])
TWO = Space(
    id="medicines.two",
    about="Two answers that are no plain no: the stricter of the two",
    rules=(),
    base=BASE,
    axes=(Axis("answer", ANY, WORSE_THAN_NOTHING), Axis("another", ANY, WORSE_THAN_NOTHING)),
    decides=answer,
    said=str,
)
STRICTER = Space(
    id="medicines.stricter",
    about="Every combination of the answers that make it a no",
    rules=(),
    base=BASE,
    axes=(
        *(four(f"medicines.{key}", name=key) for key in NEVER),
        four("background.anticoagulant", name="anticoagulant"),
        four("background.bleeding_disorder", name="bleeding disorder"),
        four("item.A15"),
    ),
    decides=answer,
    said=str,
)

SPACES = (ONE, TWO, STRICTER)
