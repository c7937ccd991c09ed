"""Every case of the pattern questions: what do the answers resemble, and is the figure-four open?

A pattern is no diagnosis; it takes movements away. The figure-four is open only when the answers
resemble nothing but a deep gluteal pain (invariant 8). So a sign of any other pattern can only
close it, and the features of that one pattern stand in no order: they open it.

The factoring. Each pattern counts its own features; only ROOT and the words on cough, numbness and
weakness reach into another (DGS). One table for each pattern varies its own features in every way,
with DGS standing so that what closes the figure-four is seen; the last joins all patterns, each
at, under and over its count. tests/proofs/test_factoring_patterns.py: which features make up the
count changes nothing, and the plan holds the figure-four back in exactly the same cases.
"""

from spineward.clinical.case import Case
from spineward.clinical.facts import Mark
from spineward.clinical.rules.patterns import DGS, HIP, HIP_ITEM, STENOSIS, patterns
from spineward.clinical.spaces.answered import four
from spineward.clinical.spaces.space import Axis, Space, Value, answers, chain, ordered

NOT_A_SIGN = "features of the one pattern that opens a movement, and no sign of danger"
WEAKNESS = ("A6", "A7", "B1", "C11", "C13", "C10")
STEADY = {f"item.{item}": "no" for item in (*WEAKNESS, "C12")}
QUIET = {f"features.{name}": "no" for name in (*HIP, *STENOSIS, "both_sides")}
COUGH = {"features.worse_cough": "no"}
DEEP = {f"features.{name}": "yes" for name in DGS}
NO_STRENGTH = {
    "strength.*": "no strength check but the toe's",
    "strength.left.*": "no strength check but the toe's",
    "detail.C10.weak_thigh": "C10 is denied",
}
UNMARKED = {"chart": "unmarked, so that ROOT is false"}
NUMBERS = {"leg_now": 0, "back_now": 5}


def figure_four(case: Case) -> tuple[str, ...]:
    """The patterns, and whether the figure-four is open (section 5)."""
    found = patterns(case)
    return *found, "open" if set(found) == {"DGS"} else "held_back"


def in_words(found: tuple[str, ...]) -> str:
    """The patterns by name, then the figure-four."""
    return f"{' + '.join(found[:-1])}, figure_four {found[-1]}"


def _mark(zone: str, *, pain: int = 0, tingling: int = 0, numbness: int = 0) -> tuple[Mark, ...]:
    return (Mark(zone, "left", pain, tingling, numbness),)


def _space(id: str, about: str, *axes: Axis) -> Space:
    fixed = {
        path: said for axis in axes for value in axis.values for path, said in value.sets.items()
    }
    base = {**STEADY, **QUIET, **COUGH, **DEEP, **NUMBERS, "age": 60}
    given = {path.rstrip("+") for path in fixed}
    return Space(
        id=f"patterns.{id}",
        about=about,
        rules=(),
        base={path: said for path, said in base.items() if path not in given},
        axes=axes,
        decides=figure_four,
        said=in_words,
        held=NO_STRENGTH | UNMARKED,
    )


CHARTS = {
    "unmarked": (),
    "buttock": _mark("buttock", pain=4),
    "one thigh": _mark("thigh_back_upper", pain=4),
    "both thighs": (*_mark("thigh_back_upper", pain=4), Mark("thigh_back_upper", "right", pain=1)),
}
LEGS = Axis(
    "leg pain",
    tuple(Value(label, {"chart": chart}) for label, chart in CHARTS.items()),
    chain("unmarked", "buttock", "one thigh", "both thighs"),
)
AGE = Axis(
    "age",
    (*(Value(str(n), {"age": n}) for n in (49, 50, 51)), Value("not asked", {"age": None})),
    (*chain("49", "50", "51"), ("49", "not asked")),
)
NARROW = _space(
    "stenosis",
    "STENOSIS: from 50 on, three of four",
    AGE,
    LEGS,
    four("features.both_sides", name="both sides"),
    *(four(f"features.{name}", name=name.replace("_", " ")) for name in STENOSIS),
)
FELT = {
    "nothing": (),
    "pain in the thigh": _mark("thigh_back_lower", pain=4),
    "pain in the calf": _mark("calf_upper", pain=4),
    "tingling in the thigh": _mark("thigh_back_lower", tingling=1),
    "tingling in the calf": _mark("calf_upper", tingling=1),
    "numb buttock": _mark("buttock", numbness=1),
    "numb calf": _mark("calf_upper", numbness=1),
    "tingling front": _mark("front_thigh", tingling=1),
    "numb front": _mark("front_thigh", numbness=1),
}
NERVE = _space(
    "root",
    "ROOT: two of three, or one and worse on coughing; it takes the place of DGS",
    Axis(
        "felt",
        tuple(Value(label, {"chart": chart}) for label, chart in FELT.items()),
        (
            ("nothing", "pain in the thigh"),
            ("pain in the thigh", "pain in the calf"),
            ("nothing", "tingling in the thigh"),
            ("tingling in the thigh", "tingling in the calf"),
            ("nothing", "numb buttock"),
            ("nothing", "numb calf"),
            ("nothing", "tingling front"),
            ("nothing", "numb front"),
        ),
    ),
    ordered("leg now", *(Value(str(n), {"leg_now": n}) for n in (0, 4, 5, 6))),
    ordered("back now", *(Value(str(n), {"back_now": n}) for n in (5, 4, 0))),
    four("features.worse_cough", name="worse on cough"),
)
DEEP_FEATURES = tuple(
    Axis(name.replace("_", " "), four(f"features.{name}").values, why_unordered=NOT_A_SIGN)
    for name in DGS
)
GLUTEAL = _space(
    "dgs",
    "DGS: three of four, cough denied, no numbness, no weakness, not ROOT",
    four("features.worse_cough", name="worse on cough"),
    ordered(
        "numbness",
        Value("none"),
        Value("usual", {"chart": (Mark("heel", "left", numbness=1, usual=True),)}),
        Value("new", {"chart": _mark("heel", numbness=1)}),
    ),
    ordered("weakness", Value("no"), Value("B1", {"item.B1": "yes"})),
    ordered("leg now", Value("5", {"leg_now": 5}), Value("6", {"leg_now": 6})),
    *DEEP_FEATURES,
)
TESTS = ("same", "never_could", "not_tried", "weaker", "cannot")
WEAK = Axis(
    "weakness",
    (
        Value("no"),
        *(
            Value(f"{item} {label}", {f"item.{item}": said})
            for item in WEAKNESS[:-1]
            for label, said in (("not sure", "not_sure"), ("yes", "yes"))
        ),
        Value("thigh weak", {"item.C10": "yes", "detail.C10.weak_thigh": "yes"}),
        Value("thigh not asked", {"item.C10": "yes"}),
        Value("thigh not weak", {"item.C10": "yes", "detail.C10.weak_thigh": "no"}),
        *(
            Value(f"toe {test}".replace("_", " "), {"strength.left.big_toe": test})
            for test in TESTS
        ),
    ),
    (
        *(("no", f"{item} {label}") for item in WEAKNESS[:-1] for label in ("not sure", "yes")),
        ("thigh not weak", "thigh weak"),
        ("thigh not weak", "thigh not asked"),
        ("toe same", "toe weaker"),
        ("toe same", "toe cannot"),
        ("no", "toe weaker"),
        ("no", "toe cannot"),
    ),
)
GLUTEAL_WEAK = _space(
    "dgs_weak",
    "DGS ends with any weakness, told or tested",
    WEAK,
    four("features.worse_cough", name="worse on cough"),
    *DEEP_FEATURES[:2],
)
STIFF = _space(
    "hip",
    "HIP_SI_OTHER: two of seven",
    *(answers(f"features.{name}", name=name.replace("_", " ")) for name in HIP),
)
STIFF_TOLD = _space(
    "hip_told",
    "The same features told beside a stiff hip (C12)",
    four("item.C12"),
    *(four(f"detail.C12.{name}", name=f"C12 {name}".replace("_", " ")) for name in HIP_ITEM),
    *(four(f"features.{name}", name=name.replace("_", " ")) for name in HIP_ITEM[:2]),
)


def _count(name: str, features: tuple[str, ...], *counts: int) -> Axis:
    """So many of these features, the first ones of the list."""
    values = tuple(
        Value(
            str(n),
            {f"features.{one}": "yes" if n > place else "no" for place, one in enumerate(features)},
        )
        for n in counts
    )
    labels = tuple(value.label for value in values)
    if features is DGS:
        return Axis(name, values, why_unordered=NOT_A_SIGN)
    return Axis(name, values, chain(*labels))


TOGETHER = _space(
    "together",
    "All patterns at once, each under, at and over its count",
    four("features.worse_cough", name="worse on cough"),
    _count("deep gluteal features", DGS, 2, 3, 4),
    _count("hip features", HIP, 0, 1, 2, 3),
    _count("stenosis features", STENOSIS, 2, 3),
    AGE,
    Axis(
        "leg and back",
        (
            Value("back more", {"leg_now": 0, "back_now": 5}),
            Value("leg more", {"leg_now": 6, "back_now": 5}),
        ),
        chain("back more", "leg more"),
    ),
    Axis(
        "felt",
        tuple(
            Value(label, {"chart": FELT[label]})
            for label in ("nothing", "pain in the calf", "numb calf")
        ),
        (("nothing", "pain in the calf"), ("nothing", "numb calf")),
    ),
    ordered("weakness", Value("no"), Value("B1", {"item.B1": "yes"})),
)

SPACES = (NARROW, NERVE, GLUTEAL, GLUTEAL_WEAK, STIFF, STIFF_TOLD, TOGETHER)
