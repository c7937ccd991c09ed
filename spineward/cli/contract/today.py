"""What is it like today? The check-in, of now and of earlier days."""

from typing import Annotated

from pydantic import Field

from spineward.cli.contract.parts import ChartIn, Part, whole
from spineward.clinical.facts.answers import (
    AfterActivity,
    Answer,
    Leg,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)


class DayIn(Part):
    """The answers of one check-in."""

    chart: ChartIn | None = Field(
        None, description="body chart; empty = felt nowhere, left out = not asked"
    )
    leg_now: Annotated[
        int | None, whole("leg_now", "strongest pain of the last hour in buttock or leg, 10 worst")
    ] = None
    back_now: Annotated[
        int | None, whole("back_now", "strongest pain of the last hour in the back, 10 worst")
    ] = None
    worst_24h: Annotated[int | None, whole("worst_24h", "worst pain of the last 24 hours")] = None
    eased_by_position: Answer | None = Field(None, description="does any position lower the pain?")
    hours_at_8: Annotated[
        int | None, whole("hours_at_8", "hours at 8 or more; asked when it is 8 or more now")
    ] = None
    can_sit_10: YesNo | None = Field(None, description="can sit for 10 minutes")
    can_stand_10: YesNo | None = Field(None, description="can stand for 10 minutes")
    can_walk_10: YesNo | None = Field(None, description="can walk for 10 minutes")
    after_activity: AfterActivity | None = Field(
        None,
        description="minutes until a rise of 2 or more after light activity in the last 24 hours "
        "settled; none = no such rise",
    )
    nights_broken: Annotated[
        int | None, whole("nights_broken", "how many of the last 3 nights pain broke")
    ] = None
    strength: dict[Leg, dict[StrengthTest, StrengthAnswer]] = Field(
        default_factory=dict, description="strength check by leg and test"
    )
