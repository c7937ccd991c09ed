"""Which answers are possible, and how verdicts are ordered from mild to strict?

Nothing clinical has a default: `None` means "not asked", which is neither "no" nor "not_sure".
"""

from enum import IntEnum
from typing import Literal

Answer = Literal["no", "yes", "not_sure"]
YesNo = Literal["no", "yes"]
SexualAnswer = Literal["no_change", "does_not_apply", "changed", "prefer_not_to_say", "not_sure"]
PregnantAnswer = Literal["no", "does_not_apply", "yes", "not_sure"]
Examined = Literal["yes", "no", "not_discussed"]
"""What the clinician said about exercise: fine, not fine, or not talked about."""

Side = Literal["left", "right", "middle"]
Leg = Literal["left", "right"]
AfterActivity = Literal["none", "under_30", "30_to_60", "over_60"]
StrengthTest = Literal["heel_walk", "toe_raise", "chair_rise", "big_toe"]
StrengthAnswer = Literal["same", "weaker", "cannot", "never_could", "not_tried"]
ProcedureKind = Literal["surgery", "injection_or_epidural", "instrumentation"]
Weakness = Literal["none", "new_or_more", "not_sure"]
Unsure = Literal["place", "tingling", "numbness"]
"""What the person could not tell in a reading (spec 0.4, "set reading")."""
AfterHalfHour = Literal["settled", "still_one_grade", "still", "further"]
"""What the 30-minute re-ask of rows 3 and 4 found, mild to strict.

"further" also stands when the second leg had symptoms below the buttock before the re-ask.
"""

Pattern = Literal["ROOT", "DGS", "STENOSIS", "HIP_SI_OTHER", "UNCLEAR"]
Nsaid = Literal["NO", "ASK_FIRST"]
Label = Literal[
    "RED_FLAG",
    "NEURO_MOTOR",
    "SECOND_LEG",
    "NEURO_SENSORY",
    "PERIPHERALIZED",
    "NEURO_IRRITATION",
    "WORSE_IN_PLACE",
    "BACK_OVERLOAD",
    "CENTRALIZING",
    "UNSTABLE",
    "REDUCED",
    "NO_CHANGE",
    "SYMPTOM_FREE",
    "NOT_ASSESSED",
]


class CareLevel(IntEnum):
    """How soon someone needs to be seen, mild to strict."""

    SELF_CARE = 0
    ROUTINE = 1
    SOON = 2
    SAME_DAY = 3
    EMERGENCY = 4


class Gate(IntEnum):
    """How much movement is open today, open to shut."""

    FULL = 0
    LIMITED = 1
    EASE_ONLY = 2
    BLOCK = 3


class SetVerdict(IntEnum):
    """What follows from one set, mild to strict."""

    CONTINUE = 0
    CONTINUE_CAUTION = 1
    REGRESS = 2
    STOP_MOVEMENT = 3
    STOP_SESSION = 4
    STOP_AND_ESCALATE = 5
