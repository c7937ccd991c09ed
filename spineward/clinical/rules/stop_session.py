"""When does a session end whatever the readings say? Session stops SS1-SS6 (4.5)."""

from dataclasses import dataclass

from spineward.clinical.facts import CareLevel, Gate, SetOutcome, SetVerdict
from spineward.clinical.rules.rule import RulesOf
from spineward.clinical.signs import SetSigns


@dataclass(frozen=True, slots=True)
class EndedSet:
    """What a set as a whole showed, and what its rows came to."""

    whole: SetSigns
    rows: SetOutcome

    def stop(
        self, *fired: str, gate: Gate | None = Gate.EASE_ONLY, asks: tuple[str, ...] = ()
    ) -> SetOutcome:
        """End the session, keeping the label of the rows."""
        rows = self.rows
        return SetOutcome(
            rows.label, SetVerdict.STOP_SESSION, rows.row, fired, gate=gate, asks=asks
        )

    def escalate(self, fired: str, level: CareLevel) -> SetOutcome:
        """End the session and show the card of that level."""
        rows = self.rows
        return SetOutcome(
            rows.label, SetVerdict.STOP_AND_ESCALATE, rows.row, (fired,), level, Gate.BLOCK
        )


RULES: RulesOf[EndedSet, SetOutcome] = RulesOf()


@RULES.rule("SS1", sources="J", hazards="H-17")
def dizzy(ended: EndedSet) -> SetOutcome | None:
    """Dizziness or a faint feeling ends the session; a throbbing belly and the heart are asked."""
    if not ended.whole.dizzy:
        return None
    return ended.stop("SS1", asks=("A11", "A13"))


@RULES.rule("SS2", sources="J", hazards="H-17")
def chest(ended: EndedSet) -> SetOutcome | None:
    """A chest symptom or breathlessness is an emergency (row 1, A13)."""
    if not ended.whole.chest:
        return None
    return ended.escalate("SS2", CareLevel.EMERGENCY)


@RULES.rule("SS3", sources="J NG158", hazards="H-17")
def swelling(ended: EndedSet) -> SetOutcome | None:
    """A calf or thigh seen to be swollen needs a clinician the same day (row 1, B3)."""
    if not ended.whole.swelling:
        return None
    return ended.escalate("SS3", CareLevel.SAME_DAY)


@RULES.rule("SS4", sources="J", hazards="H-03")
def severe_leg_pain(ended: EndedSet) -> SetOutcome | None:
    """Leg pain of 8 or more at any reading ends the session and is a severe flare from now."""
    return ended.stop("FLARE_SEVERE", "SS4") if ended.whole.severe_leg else None


@RULES.rule("SS5", sources="J", hazards="H-13")
def asked_to_stop(ended: EndedSet) -> SetOutcome | None:
    """The person asks to stop: no reason needed, and nothing is restricted later."""
    if not ended.whole.stop_asked:
        return None
    return ended.stop("SS5", gate=None)


@RULES.rule("SS6", sources="J", hazards="H-02")
def second_stop(ended: EndedSet) -> SetOutcome | None:
    """The second movement stopped in one session ends the session."""
    stopped = ended.rows.verdict >= SetVerdict.STOP_MOVEMENT and any(
        row in ended.rows.fired for row in ("row 5", "row 6", "row 7")
    )
    return ended.stop("SS6") if stopped and ended.whole.stopped_before else None
