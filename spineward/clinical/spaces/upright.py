"""Every case of C7 with A5: legs that hurt on walking only, one of them or both.

Two legs are an emergency (A5) unless they are old, unchanged and come only on walking: then they
are C7, as long as nothing speaks for the cord or the nerves of the seat. The episode began before
the three months that this asks for, so that those three months decide, and not its start.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.answered import DENIED, all_but, four, review
from spineward.clinical.spaces.dated import changed, dates_of, of_weakness, usual
from spineward.clinical.spaces.space import Axis, Softening, Space, Value, ago, answers, ordered

NONE_OF = ("A1", "A2", "A3", "A4", "A6", "A7", "A8")
FINE = {f"item.{item}": DENIED[f"item.{item}"] for item in NONE_OF}


def _without(item: str, said: str | None) -> dict[str, object]:
    """All of the screen denied, this one answered otherwise or not at all."""
    kept = {path.partition(".")[2]: answer for path, answer in DENIED.items()}
    del kept[item]
    return {"item": kept | ({} if said is None else {item: said})}


NERVES = Axis(
    "nerves",
    (
        Value("all denied", FINE),
        Value("A4 does not apply", FINE | {"item.A4": "does_not_apply"}),
        *(
            Value(
                f"{item} {label}",
                FINE | {f"item.{item}": "changed" if said == "yes" and item == "A4" else said},
            )
            for item in NONE_OF
            for label, said in (("not sure", "not_sure"), ("yes", "yes"))
        ),
        *(
            Value(
                f"{item} not asked",
                {path: said for path, said in FINE.items() if path != f"item.{item}"},
            )
            for item in NONE_OF
        ),
    ),
    tuple(
        ("all denied", f"{item} {label}")
        for item in NONE_OF
        for label in ("not sure", "yes", "not asked")
    ),
)
SEAT = ordered(
    "between the legs",
    Value("unmarked"),
    Value("as usual", {"chart+": (Mark("saddle", "middle", tingling=1, usual=True),)}),
    Value("tingling", {"chart+": (Mark("saddle", "middle", tingling=1),)}),
)
TODAY = dates_of(*NONE_OF, "C7", why="undated: it counts as of today; emergency and cord vary it")
UPRIGHT = Space(
    id="upright.two_legs",
    about="Two legs on walking or standing only, unchanged for three months, and no nerve sign",
    rules=("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "C7"),
    base={
        **all_but(DENIED, *FINE, "item.A5", "item.C7"),
        "episode_start": ago(100),
        "background.cancer": "no",
    },
    axes=(
        answers("item.C7"),
        answers("item.A5"),
        usual("A5"),
        changed("A5", 14, 15, 90, 91, 100, 101),
        NERVES,
        SEAT,
    ),
    held=TODAY
    | of_weakness()
    | {"history.locks": "no lock", **dates_of("A5", why="two_legs varies them")},
    exceptions=(
        Softening(
            axis="item.C7",
            why="two legs, old, unchanged, and only on walking: spinal stenosis, no emergency",
            source="A5",
            cases=16,
            was="A5 EMERGENCY BLOCK 0d",
            now="C7 SOON LIMITED 14d",
        ),
    ),
)
ONE_LEG = Space(
    id="upright.shorter",
    about="One leg on walking only, any duration; sooner when the distance gets shorter",
    rules=("C7",),
    base={**all_but(DENIED, "item.C7")},
    axes=(
        four("item.C7"),
        four("detail.C7.shorter_distance", name="shorter distance"),
        review("C7"),
    ),
    held={
        **dates_of("A5", "C7", why="one leg, as of today; reviewed.C7 varies the dates"),
        **of_weakness(),
        "chart": "unmarked: no second leg",
        "history.locks": "no lock",
    },
)

SPACES = (UPRIGHT, ONE_LEG)
