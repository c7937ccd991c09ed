"""What does `respond` take? The readings of one set, and the session around it."""

from typing import Literal

from pydantic import Field

from spineward.cli.contract.parts import ChartIn, Part, ReadingIn, chart
from spineward.clinical.facts import SetContext, SetReadings
from spineward.clinical.facts.answers import Leg

Symptom = Literal["dizzy", "chest", "swelling", "stop_asked"]


class ContextIn(Part):
    """What the session knows beside the readings of this set."""

    affected: tuple[Leg, ...] = Field(description="the affected leg, both when known bilateral")
    session_t0: ChartIn | None = Field(None, description="first chart of the session")
    red_flags: tuple[str, ...] = Field((), description="A and B items ticked since the set began")
    symptoms: tuple[Symptom, ...] = ()
    stops_before: int = Field(0, ge=0, description="stopped movements earlier in the session")
    row5_before: int = Field(0, ge=0, description="row 5 earlier in the session")
    row8_before: int = Field(0, ge=0, description="row 8 of this movement earlier in the session")
    minutes_since: int = Field(0, ge=0, description="minutes since the set ended")

    def facts(self) -> SetContext:
        """This context as the engine reads it."""
        given = {name: getattr(self, name) for name in type(self).model_fields}
        return SetContext(**(given | {"session_t0": chart(self.session_t0)}))


class SetReadingsIn(Part):
    """One set: t0 before, tdur during (if something changed), t1 within a minute, t2 upright."""

    t0: ReadingIn
    tdur: ReadingIn | None = None
    t1: ReadingIn | None = None
    t2: ReadingIn | None = None
    at_10: ReadingIn | None = Field(None, description="up to 10 minutes after symptoms went down")
    at_30: ReadingIn | None = Field(None, description="the 30-minute re-ask")
    context: ContextIn

    def facts(self) -> tuple[SetReadings, SetContext]:
        """These readings and their context as the engine reads them."""
        points = {
            name: reading.facts()
            for name in ("t0", "tdur", "t1", "t2", "at_10", "at_30")
            if (reading := getattr(self, name)) is not None
        }
        return SetReadings(**points), self.context.facts()
