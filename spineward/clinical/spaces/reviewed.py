"""Every case of a review: which findings does it settle, and until when? Spec 1.5.

C1 to C10, C12 and C16 say nothing more once a clinician assessed them since their last change, in
this episode, and said that exercise is fine. Each has the same dates in a table of its own, so that
no rule can be settled otherwise than the others. C11 and C13 stand in strength, C15 in bounds.
"""

from spineward.clinical.facts import Mark
from spineward.clinical.spaces.answered import (
    A_COURSE,
    EPISODE,
    EVERYTHING,
    NOBODY,
    all_but,
    reviewed,
)
from spineward.clinical.spaces.dated import changed, told, usual, worsened
from spineward.clinical.spaces.space import Space

TOLD: dict[str, dict[str, object]] = {
    **{item: {f"item.{item}": "yes"} for item in ("C1", "C4", "C5", "C6", "C7", "C8", "C9")},
    "C10": {"item.C10": "yes", "detail.C10.weak_thigh": "no"},
    "C12": {"item.C12": "yes"},
    "C16": {"item.C16": "yes"},
}
FOLLOWS: dict[str, dict[str, object]] = {
    "C5": {"background.steroids_3m": "yes"},
    "C10": {"background.diabetes": "yes", "chart": (Mark("front_thigh", "left", 7),)},
    "C12": {"features.groin_pain": "yes", "features.limp": "yes"},
}
"""Nobody told it: it follows from other answers, and has no date of its own (0.2)."""
WHO: dict[str, dict[str, object]] = {
    "C2": {"background.cancer": "yes", "leg_now": 3},
    "C3": {"age": 70, "first_ever": "yes"},
}
"""These follow from who someone is: since when is never asked."""


def _space(item: str, sets: dict[str, object], *, suffix: str = "", dated: bool = True) -> Space:
    base = all_but(EVERYTHING, *sets) | {"back_now": 2} | sets
    since = (changed(item, 29, 30, 31, 61),) if dated else ()
    return Space(
        id=f"reviewed.{item}{suffix}",
        about=f"{item} after a review: what was said, when, and what changed since",
        rules=(item,),
        base=base,
        axes=(
            told(item),
            usual(item),
            EPISODE,
            reviewed(item, 0, 30, 60, 61),
            *since,
            worsened(item, 29, 30, 31),
        ),
        held=NOBODY | A_COURSE,
    )


SPACES = (
    *(_space(item, sets) for item, sets in TOLD.items()),
    *(_space(item, sets, suffix="_follows", dated=False) for item, sets in FOLLOWS.items()),
    *(_space(item, sets, dated=False) for item, sets in WHO.items()),
)
