"""Which parts do the inputs share? Marks, readings and ranges, as pydantic models."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from spineward.clinical.facts import Chart, Mark, Reading
from spineward.clinical.facts.answers import Side, Unsure, Weakness, YesNo
from spineward.clinical.facts.ranges import RANGES


def whole(name: str, about: str = "") -> Any:
    """A pydantic field for a whole number of that name, bounded as everywhere else."""
    low, high = RANGES[name]
    return Field(ge=low, le=high, strict=True, description=about or None)


class Part(BaseModel):
    """Base of every input model: a field nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MarkIn(Part):
    """One zone on one side of the body chart; a zone that is not marked is 0."""

    zone: str = Field(description="zone id, see content/zones.toml")
    side: Side
    pain: Annotated[int, whole("pain", "0 none to 10 worst")] = 0
    tingling: Annotated[int, whole("tingling", "0 none, 1 slight, 2 clear, 3 dense")] = 0
    numbness: Annotated[int, whole("numbness", "0 none, 1 slight, 2 clear, 3 dense")] = 0
    usual: bool = Field(False, description="there before this episode and unchanged")


ChartIn = tuple[MarkIn, ...]


def chart(marks: ChartIn | None) -> Chart | None:
    """Marks as facts; None stays "not asked"."""
    if marks is None:
        return None
    return tuple(Mark(m.zone, m.side, m.pain, m.tingling, m.numbness, m.usual) for m in marks)


class ReadingIn(Part):
    """The chart at one time point of a set."""

    chart: ChartIn
    sharp_shooting: YesNo | None = None
    weakness: Weakness | None = None
    not_sure: tuple[Unsure, ...] = Field((), description="what the person could not tell")

    def facts(self) -> Reading:
        """This reading as the engine reads it."""
        return Reading(chart(self.chart) or (), self.sharp_shooting, self.weakness, self.not_sure)
