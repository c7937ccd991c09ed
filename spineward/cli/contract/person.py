"""Who is it, and since when? The part of a situation that is asked at first use."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from spineward.cli.contract.keys import BackgroundKey, ClearanceId, MovementId
from spineward.cli.contract.parts import AT_ONCE, Part, or_word, whole
from spineward.cli.contract.times import Day, DayOrNone, Moment
from spineward.clinical.facts import SpineProcedure
from spineward.clinical.facts.answers import Answer, PregnantAnswer, ProcedureKind, YesNo


class ProcedureIn(Part):
    """One operation, injection or epidural on the spine, or instrumentation, and its day."""

    kind: ProcedureKind = Field(description="what was done")
    date: Day = Field(description="the day it was done")

    def facts(self) -> SpineProcedure:
        """This procedure as the engine reads it."""
        return SpineProcedure(self.kind, self.date)


class PregnantIn(Part):
    """Pregnant, and in which week."""

    answer: PregnantAnswer = Field("yes", description="a week goes with yes only")
    week: Annotated[int | None, whole("pregnant_week", "week of the pregnancy")] = None


_WORDS = {word: PregnantIn(answer=word) for word in get_args(PregnantAnswer)}
Pregnant = Annotated[
    PregnantIn,
    or_word(
        _WORDS,
        'no, does_not_apply, yes, not_sure or an object like {"week": 22}',
        PregnantAnswer | PregnantIn,
    ),
]
Procedures = Annotated[
    tuple[ProcedureIn, ...],
    Field(fail_fast=True, strict=False),  # a list has become one of Python's before it comes here
    or_word({"none": ()}, "none or a list", Literal["none"] | tuple[ProcedureIn, ...]),
]


class PersonIn(Part):
    """Age, dates, background and clearances."""

    now: Moment | None = Field(None, description="the moment asked about; left out = the clock")
    age: Annotated[int | None, whole("age", "in years")] = None
    episode_start: Day | None = Field(None, description="first day of this bout")
    leg_onset: DayOrNone | None = Field(
        None, description="first day of it in buttock or leg, not before episode_start; none = not"
    )
    first_ever: YesNo | None = Field(
        None, description="is it the first back or leg pain of this kind in life?"
    )
    change_so_far: Annotated[
        int | None,
        whole("change_so_far", "since leg_onset: -3 very much worse to +3 very much better"),
    ] = None
    background: dict[BackgroundKey, Answer] = Field(
        default_factory=dict,
        description="each answered: cancer (any but a fully removed basal-cell skin cancer), "
        "steroids_3m (tablets for 3 months or more), weak_immunity (HIV, transplant, "
        "chemotherapy, immune-lowering medicine), injected_drugs (ever), infection_3m (skin, "
        "blood or another serious one), heart_or_artery (heart disease, stroke, artery disease), "
        "smoked (now or ever), takes_nsaid_or_aspirin (last 7 days); the rest as named",
    )
    pregnant: Pregnant | None = Field(
        None, description="yes goes with pregnant_week, or give the week at once as an object"
    )
    pregnant_week: Annotated[int | None, whole("pregnant_week", "with pregnant = yes")] = None
    spine_procedure: Procedures | None = Field(
        None, description="operations, injections and epidurals on the spine, ever"
    )
    team_allowed: Annotated[tuple[MovementId, ...], AT_ONCE] | None = Field(
        None, description="movements the operating team allowed; may be empty"
    )
    clearance: dict[ClearanceId, Answer] = Field(
        default_factory=dict,
        description="CL1 spinal fracture, CL2 slipped unstable vertebra, CL3 hip surgery, "
        "CL4 uncontrolled heart or blood pressure, CL5 falls, CL6 thin bones",
    )
    cleared: dict[ClearanceId, YesNo] = Field(
        default_factory=dict, description="did a clinician clear this one for exercise?"
    )
    floor_ok: YesNo | None = Field(None, description="can get down to the floor and up again")
