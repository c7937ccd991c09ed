"""Which parts do the inputs share? Marks, readings and whole numbers, as pydantic models."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    WrapValidator,
    field_validator,
)

from spineward.cli.contract.keys import ZoneId
from spineward.clinical.catalogue import zones
from spineward.clinical.facts import Chart, Mark, Reading
from spineward.clinical.facts.answers import Side, Unsure, Weakness, YesNo
from spineward.clinical.facts.ranges import RANGES

SIDES: Mapping[str, tuple[str, ...]] = {zone.id: zone.sides for zone in zones().values()}
AT_ONCE = Field(fail_fast=True)
"""A list stops at its first bad entry: a million bad ones are not worth a million errors."""
GRADES = "0 none, 1 slight, 2 clear, 3 dense"


class Part(BaseModel):
    """Base of every input model: a field nobody knows is an error, not a silence, and no value is
    turned into another type ("3", 3.0 and true are no whole numbers)."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def whole(name: str, about: str) -> Any:
    """A pydantic field for a whole number of that name, bounded as everywhere else."""
    low, high = RANGES[name]
    return Field(ge=low, le=high, description=about)


def or_word(words: Mapping[str, Any], said: str, shape: Any) -> WrapValidator:
    """Also takes one of these words in place of the object or list; `shape` is for the schema."""

    def read(value: Any, handler: Any) -> Any:
        if isinstance(value, str):
            if value not in words:
                raise ValueError(said)
            return words[value]
        return handler(value)

    return WrapValidator(read, json_schema_input_type=shape)


class MarkIn(Part):
    """One zone on one side of the body chart; a zone that is not marked is 0.

    Two marks of one place are read together, each quality at its strongest.
    """

    zone: ZoneId = Field(description="where")
    side: Side = Field(description="middle for the zones of the midline, else left or right")
    pain: Annotated[int, whole("pain", "0 none to 10 worst")] = 0
    tingling: Annotated[int, whole("tingling", GRADES)] = 0
    numbness: Annotated[int, whole("numbness", GRADES)] = 0
    usual: bool = Field(False, description="there before this episode and unchanged")

    @field_validator("side")
    @classmethod
    def _side(cls, side: Side, info: ValidationInfo) -> Side:
        zone = info.data.get("zone")
        if zone and side not in SIDES[zone]:
            raise ValueError(f"{' or '.join(SIDES[zone])} for {zone}")
        return side


ChartIn = Annotated[tuple[MarkIn, ...], AT_ONCE]


def chart(marks: tuple[MarkIn, ...] | None) -> Chart | None:
    """Marks as facts; None stays "not asked"."""
    if marks is None:
        return None
    return tuple(Mark(m.zone, m.side, m.pain, m.tingling, m.numbness, m.usual) for m in marks)


class ReadingIn(Part):
    """The chart at one time point of a set, and what came with it."""

    chart: ChartIn = Field(description="where it is felt now; empty = nowhere")
    sharp_shooting: YesNo | None = Field(None, description="sharp or shooting pain in the leg")
    weakness: Weakness | None = Field(None, description="weakness in a leg against before the set")
    not_sure: Annotated[tuple[Unsure, ...], AT_ONCE] = Field(
        (), description="what the person could not tell"
    )

    def facts(self) -> Reading:
        """This reading as the engine reads it."""
        return Reading(chart(self.chart) or (), self.sharp_shooting, self.weakness, self.not_sure)
