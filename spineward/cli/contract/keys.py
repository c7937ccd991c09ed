"""Which ids may stand where? The names of items, answers' maps, zones and movements, as types.

They are read from the content and the engine's own lists, so that the schema, the refusals and
the program never disagree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from spineward.clinical import intake
from spineward.clinical.catalogue import zones
from spineward.clinical.library import movements
from spineward.clinical.questions import items

_NUMBERED = re.compile(r"([A-Z]+)(\d+)(\??)")
_LEGS = ("left", "right")
_LEG_ITEMS = ("A6", "A7", "B1", "C7", "C11", "C13")
"""A tick of these may say which leg it is about."""
_MUTABLE = ("A1", "A2", "A3", "A4")
"""Long-standing trouble can mute these (spec 1.4)."""


def _natural(id: str) -> tuple[str, int]:
    match = _NUMBERED.fullmatch(id)
    return (match[1] + match[3], int(match[2])) if match else (id, 0)


def _runs(ids: Iterable[str]) -> Iterator[str]:
    """The same ids with A1, A2, A3 written as A1-A3."""
    numbered = [(id, *_natural(id)) for id in ids]
    for _, group in groupby(enumerate(numbered), lambda at: (at[1][1], at[1][2] - at[0])):
        run = [id for _, (id, _, _) in group]
        if len(run) > 2:
            yield f"{run[0]}-{run[-1]}"
        else:
            yield from run


def said(ids: Iterable[str]) -> str:
    """What is allowed, in words: A1-A16, B1-B10 or C1-C16."""
    runs = list(_runs(ids))
    return " or ".join([", ".join(runs[:-1]), runs[-1]] if len(runs) > 1 else runs)


@dataclass(frozen=True)
class OneOf:
    """Text that must be one of these; in the schema an enum."""

    ids: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            core_schema.literal_schema(list(self.ids)),
            custom_error_type="not_one_of",
            custom_error_message=said(self.ids),
        )


def _one_of(ids: Iterable[str]) -> OneOf:
    return OneOf(tuple(sorted(ids, key=_natural)))


ITEM_IDS = tuple(sorted(intake.ITEMS, key=_natural))
_RED_FLAGS = [id for id in ITEM_IDS if id[0] in "AB"]


@lru_cache(maxsize=1)
def details() -> dict[str, tuple[str, ...]]:
    """The follow-up names of each item that has any."""
    table: dict[str, tuple[str, ...]] = {}
    for id in ITEM_IDS:
        item = items().get(id)
        names = (*item.features, *item.always) if item else ()
        legs = tuple(leg for leg in _LEGS if id in _LEG_ITEMS and leg not in names)
        if names or legs:
            table[id] = (*names, *legs)
    return table


MutableItem = Annotated[str, _one_of(_MUTABLE)]
RuleId = Annotated[str, _one_of(intake.REVIEWABLE)]
RedFlag = Annotated[str, _one_of([*_RED_FLAGS, *(f"{id}?" for id in _RED_FLAGS)])]
"""With the mark of an unknown answer, or without."""
StopId = Annotated[str, _one_of(f"SS{n}" for n in range(1, 7))]
BackgroundKey = Annotated[str, _one_of(intake.BACKGROUND)]
ClearanceId = Annotated[str, _one_of(intake.CLEARANCES)]
FeatureKey = Annotated[str, _one_of(intake.FEATURES)]
MedicineKey = Annotated[str, _one_of(intake.MEDICINES)]
ZoneId = Annotated[str, OneOf(tuple(zones()))]
MovementId = Annotated[str, OneOf(tuple(movements()))]
