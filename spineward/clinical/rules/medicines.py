"""May this person think about an NSAID? Never better than "ask first" (spec 6.1).

Reasons are ids of words (`nsaid.<reason>`). Unknown and missing answers count as yes.
"""

from collections.abc import Iterator

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import Nsaid

NEVER = ("nsaid_reaction", "ulcer_or_bleed", "severe_heart_kidney_liver", "on_nsaid")
NEVER_HEALTH = ("anticoagulant", "bleeding_disorder")
ASK = (
    "high_blood_pressure",
    "heart_kidney_liver",
    "asthma",
    "nasal_polyps",
    "crohns_or_colitis",
    "aspirin",
    "clopidogrel",
    "ssri_or_snri",
    "steroid",
    "lithium",
    "methotrexate",
    "ace_or_arb_with_diuretic",
    "dehydrated",
    "chickenpox",
    "breastfeeding",
    "trying_for_pregnancy",
    "surgery_2_weeks",
)
ASK_HEALTH = ("heart_or_artery", "diabetes", "takes_nsaid_or_aspirin")
BLEEDING = "A15"
"""Black stools, vomited blood, swelling or wheeze after an NSAID."""


@once
def nsaid(case: Case) -> tuple[Nsaid, tuple[str, ...]]:
    """NO or ASK_FIRST, and every reason for it, the stricter ones first."""
    never = tuple(dict.fromkeys(_never(case)))
    ask = tuple(dict.fromkeys(_ask(case)))
    if never:
        return "NO", never + ask
    return "ASK_FIRST", ask or ("pharmacist",)


def _never(case: Case) -> Iterator[str]:
    medicines = case.situation.medicines
    yield from (key for key in NEVER if medicines.get(key) != "no")
    yield from (key for key in NEVER_HEALTH if case.background(key))
    if case.yes(BLEEDING) or case.unsure(BLEEDING):
        yield "ulcer_or_bleed"
    if case.situation.pregnant not in ("no", "does_not_apply"):
        yield "pregnant"


def _ask(case: Case) -> Iterator[str]:
    age, medicines = case.situation.age, case.situation.medicines
    if age is None or age >= limit("nsaid.age"):
        yield "age"
    yield from (key for key in ASK if medicines.get(key) != "no")
    yield from (key for key in ASK_HEALTH if case.background(key))
    if case.situation.background.get("steroids_3m") == "yes":
        yield "steroid"
    if _operated(case):
        yield "surgery_2_weeks"
    if case.situation.clearance.get("CL4") == "yes":
        yield "high_blood_pressure"


def _operated(case: Case) -> bool:
    """A spine operation within two weeks, told among the health questions."""
    return any(
        procedure.kind == "surgery" and case.days_ago(procedure.on) <= limit("nsaid.surgery_days")
        for procedure in case.situation.spine_procedure or ()
    )
