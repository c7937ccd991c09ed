"""What does `respond` take? The readings of one set, and the session around it."""

from typing import Annotated

from pydantic import Field

from spineward.cli.contract.keys import RedFlag
from spineward.cli.contract.parts import AT_ONCE, ChartIn, Part, ReadingIn, chart
from spineward.clinical.facts import SetContext, SetReadings
from spineward.clinical.facts.answers import Leg
from spineward.clinical.facts.session import Symptom

_POINTS = ("t0", "tdur", "t1", "t2", "at_10", "at_30")
_MOST = 1_000_000
"""More of anything cannot have happened."""


class ContextIn(Part):
    """What the session knows beside the readings of this set."""

    affected: Annotated[tuple[Leg, ...], AT_ONCE] = Field(
        description="the affected leg, both when known bilateral; empty = no leg symptom yet"
    )
    session_t0: ChartIn | None = Field(None, description="first chart of the session")
    red_flags: Annotated[tuple[RedFlag, ...], AT_ONCE] = Field(
        (), description="A and B items ticked since the set began"
    )
    symptoms: Annotated[tuple[Symptom, ...], AT_ONCE] = Field(
        (), description="dizzy SS1, chest SS2, swelling SS3, stop_asked SS5"
    )
    stops_before: int = Field(
        0, ge=0, le=_MOST, description="stopped movements earlier in the session"
    )
    row5_before: int = Field(0, ge=0, le=_MOST, description="row 5 earlier in the session")
    row8_before: int = Field(
        0, ge=0, le=_MOST, description="row 8 of this movement earlier in the session"
    )
    minutes_since: int = Field(0, ge=0, le=_MOST, description="minutes since the set ended")

    def facts(self) -> SetContext:
        """This context as the engine reads it."""
        given = {name: getattr(self, name) for name in ContextIn.model_fields}
        return SetContext(**(given | {"session_t0": chart(self.session_t0)}))


class SetReadingsIn(Part):
    """One set: what was felt before, during and after it. Only t0 is always there.

    A reading that is left out was not given. Should a key stand twice in an object, its last
    value counts.
    """

    t0: ReadingIn = Field(description="before the set")
    tdur: ReadingIn | None = Field(None, description="during it, only if something changed")
    t1: ReadingIn | None = Field(None, description="within a minute of its end")
    t2: ReadingIn | None = Field(None, description="after 1 to 2 minutes upright")
    at_10: ReadingIn | None = Field(
        None, description="up to 10 minutes after symptoms went further down (row 5)"
    )
    at_30: ReadingIn | None = Field(None, description="the 30-minute re-ask (rows 3 and 4)")
    context: ContextIn = Field(description="the session around the set")

    def facts(self) -> tuple[SetReadings, SetContext]:
        """These readings and their context as the engine reads them."""
        points = {
            name: reading.facts()
            for name in _POINTS
            if (reading := getattr(self, name)) is not None
        }
        return SetReadings(**points), self.context.facts()
