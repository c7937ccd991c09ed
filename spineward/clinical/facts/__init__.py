"""What is known and what is decided: every type the stages share, in flow order.

Read this folder first. `answers` holds the closed sets, `chart` where it is felt, `situation`
all that is known at one moment, `history` what came before, `decisions` what the stages return.
"""

from spineward.clinical.facts.answers import (
    AfterActivity,
    Answer,
    CareLevel,
    Examined,
    Gate,
    Label,
    Nsaid,
    Pattern,
    SetVerdict,
    SexualAnswer,
    Side,
    StrengthAnswer,
    StrengthTest,
    YesNo,
)
from spineward.clinical.facts.chart import Chart, Mark, Reading
from spineward.clinical.facts.decisions import (
    Assessment,
    Exclusion,
    Finding,
    Lock,
    Offer,
    Plan,
    SetOutcome,
)
from spineward.clinical.facts.history import (
    CheckInRecord,
    ExerciseSession,
    History,
    LockRecord,
    SetRecord,
    StrengthRecord,
    WeeklyRecord,
)
from spineward.clinical.facts.session import SessionEvent, SessionState
from spineward.clinical.facts.situation import SetContext, SetReadings, Situation, SpineProcedure

__all__ = [
    "AfterActivity",
    "Answer",
    "Assessment",
    "CareLevel",
    "Chart",
    "CheckInRecord",
    "Examined",
    "Exclusion",
    "ExerciseSession",
    "Finding",
    "Gate",
    "History",
    "Label",
    "Lock",
    "LockRecord",
    "Mark",
    "Nsaid",
    "Offer",
    "Pattern",
    "Plan",
    "Reading",
    "SessionEvent",
    "SessionState",
    "SetContext",
    "SetOutcome",
    "SetReadings",
    "SetRecord",
    "SetVerdict",
    "SexualAnswer",
    "Side",
    "Situation",
    "SpineProcedure",
    "StrengthAnswer",
    "StrengthRecord",
    "StrengthTest",
    "WeeklyRecord",
    "YesNo",
]
