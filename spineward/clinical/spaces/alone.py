"""Every case of C4 and C5: night pain and soft bones count for more beside another finding.

The first table holds every combination of the other rules of this kind, each in one of its ways.
That another way to the same rule leads to the same: tests/proofs/test_factoring_soon.py.
The next two vary what C5 reads itself, alone and beside one other rule; the last the old injury,
with A10 and B5, whose weeks end where those of C5 begin.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.answered import (
    EPISODE,
    EVERYTHING,
    NOBODY,
    all_but,
    four,
    of,
    pain,
    review,
)
from spineward.clinical.spaces.dated import changed, examined
from spineward.clinical.spaces.space import Axis, Space, Value, answers, chain, ordered

WAYS: dict[str, dict[str, object]] = {
    "C1": {"item.C1": "yes"},
    "C2": {"item.C2": "yes"},
    "C3": {"age": 65, "first_ever": "yes"},
    "C6": {"item.C6": "yes"},
    "C7": {"item.C7": "yes"},
    "C8": {"item.C8": "yes"},
    "C9": {"item.C9": "yes"},
    "C10": {"item.C10": "yes", "detail.C10.weak_thigh": "no"},
    "C11": {"item.C11": "yes", "detail.C11.thinner_leg": "yes"},
    "C12": {"item.C12": "yes"},
    "C16": {"item.C16": "yes"},
}
"""One way in which each of the other rules fires; C13 to C15 do not count (1C, "alone")."""
SOFT = Axis(
    "soft bones",
    (
        Value("no"),
        Value("steroids", {"background.steroids_3m": "yes"}),
        Value("weak immunity", {"background.weak_immunity": "yes"}),
    ),
    (("no", "steroids"), ("no", "weak immunity")),
)
ALONE = Space(
    id="alone.others",
    about="Night pain and soft bones with every combination of the other rules",
    rules=("C4", "C5"),
    base=EVERYTHING,
    axes=(
        SOFT,
        ordered("back now", Value("6", {"back_now": 6}), Value("7", {"back_now": 7})),
        ordered("C4", Value("no"), Value("yes", {"item.C4": "yes"})),
        *(ordered(item, Value("no"), Value("yes", sets)) for item, sets in WAYS.items()),
    ),
    held=NOBODY
    | dict.fromkeys(
        ("detail.C11.*", "detail.C11.twitching", "detail.C11.no_pain"), "a thinner leg is enough"
    ),
)
BESIDE = ordered("another", Value("none"), Value("C9", {"item.C9": "yes"}))
MARKED = Axis(
    "mid-back",
    (
        Value("unmarked"),
        Value("5 as usual", {"chart": (Mark("mid_back", "middle", 5, usual=True),)}),
        *(Value(str(n), {"chart": (Mark("mid_back", "middle", n),)}) for n in (4, 5, 6)),
    ),
    (("unmarked", "5 as usual"), ("5 as usual", "5"), *chain("unmarked", "4", "5", "6")),
)
NIGHT = Space(
    id="alone.night_pain",
    about="Night pain that no position alters, and its review",
    rules=("C4",),
    base=all_but(EVERYTHING, "item.C4") | {"back_now": 0},
    axes=(four("item.C4"), BESIDE, review("C4")),
    held=NOBODY,
)
MID_BACK = Space(
    id="alone.mid_back",
    about="Pain between the shoulder blades, a new stoop or lost height",
    rules=("C5",),
    base=all_but(EVERYTHING, "item.C5"),
    axes=(
        four("item.C5"),
        MARKED,
        four("detail.C5.mid_back", name="mid-back told"),
        four("detail.C5.new_curve", name="new curve"),
        ordered("back now", Value("6", {"back_now": 6}), Value("7", {"back_now": 7})),
        BESIDE,
        review("C5"),
    ),
    held=NOBODY,
)
SOFT_BONES = Space(
    id="alone.soft_bones",
    about="Steroid tablets or weak immunity: how strong the back pain is",
    rules=("C5",),
    base=all_but(EVERYTHING, "background.steroids_3m", "background.weak_immunity"),
    axes=(
        four("background.steroids_3m", name="steroids"),
        four("background.weak_immunity", name="weak immunity"),
        pain("back_now", 0, 6, 7, 8),
        ordered(
            "C5 told",
            Value("no"),
            Value(
                "yes, nothing of it",
                {"item.C5": "yes", "detail.C5.mid_back": "no", "detail.C5.new_curve": "no"},
            ),
            Value("yes, mid-back", {"item.C5": "yes", "detail.C5.mid_back": "yes"}),
        ),
        BESIDE,
        review("C5"),
    ),
    held=NOBODY,
)
INJURY = Space(
    id="alone.injury",
    about="A big injury, or a small one at 75: within six weeks, and after them",
    rules=("A10", "B5", "C5"),
    base={
        **all_but(EVERYTHING, "item.A10", "item.B5"),
        "age": 75,
        "first_ever": "no",
        "back_now": 3,
    },
    axes=(
        answers("item.A10"),
        of("A10", changed("A10", 42, 43, 60, 61)),
        of("A10", examined("A10", 0, 60)),
        answers("item.B5"),
        of("B5", changed("B5", 42, 43, 60, 61)),
        of("B5", examined("B5", 0, 60)),
        EPISODE,
        review("C5"),
    ),
    held=NOBODY,
)

SPACES = (ALONE, NIGHT, MID_BACK, SOFT_BONES, INJURY)
