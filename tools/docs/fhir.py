"""What becomes of the diary in FHIR, in plain words? The page of the mapping and of all codes."""

from spineward.export.fhir.codes import BASE, book, facts
from spineward.export.fhir.mapping import BECOMES
from spineward.export.fhir.parts import TYPES
from spineward.export.fhir.questionnaires import questionnaires
from tools.docs.markdown import names, page, table

LEAD = f"""FHIR is the language in which health records are passed on. Spineward writes your
diary in version R4 of it, reads its own files back without loss, and takes a little from
others. No name is kept, so none is written. Addresses of ours begin with `{BASE}`, which leads
nowhere on purpose: [why](../decisions/0038-fhir.md)."""

BESIDE = """Beside them stand: **Patient** (language and settings, no name), **Device**
(Spineward, with the versions of rules, content and words, and a seal over all rows),
**Provenance** (by which rules and content each row was written), the **Questionnaires** that
were asked, and a **DetectedIssue** for warning signs and stops. A DetectedIssue, and an
Observation of a weekly entry, only says again what another resource says: its tag is `derived`,
and it is not read when the file comes back.

What FHIR has no place for stands in extensions of ours: when a row was recorded, which row it
corrects, which rows a decision read, which body map was used. A row's id within the diary is
the end of the resource's id."""
BACK = """**A file of ours** comes back whole or not at all, for a diary with a hole would be
decided on as if the hole were calm. A seal over all rows tells whether anything was changed or
left out. What comes back passes the same checks as an archive.

**A file of others**: Observations of pain (LOINC 72514-3 or 38208-5) with a whole number from 0
to 10, and QuestionnaireResponses to our Questionnaires, become notes "From elsewhere". No rule
reads a note, so nothing that others wrote opens a movement or lifts a lock. Everything else is
refused, each resource with its reason: a value out of range, another unit, a moment in the
future, a status such as entered-in-error, a modifier extension, an unknown question, or several
people in one file."""
RULES = """`spineward fhir rules FILE` writes the Questionnaires, every rule with its id,
sentence and sources (PlanDefinition `rules`), every movement with its dose
(ActivityDefinition), and our code systems. They are to be read. Which rule fires, only
Spineward itself decides."""


def fhir() -> str:
    """The page."""
    rows = [(what, f"{TYPES[name]}", how) for name, (what, how) in BECOMES.items()]
    return page(
        "FHIR",
        LEAD,
        "## What becomes of what",
        table(["In the diary", "In FHIR R4", "How"], rows),
        BESIDE,
        "## What is read",
        BACK,
        "## The rules as FHIR",
        RULES,
        "## Codes of others",
        _foreign(),
        "## Codes of ours",
        table(["Code system", "What", "Listed in"], _systems()),
        table(
            ["Fact", "What", "Unit"], [(f.name, f.title, f.unit or "-") for f in facts().values()]
        ),
        "## Questionnaires",
        names(questionnaires()),
        "## Notices",
        *book()["notice"].values(),
    )


def _foreign() -> str:
    rows = [(f.loinc, f.loinc_name, f.name, f.loinc_source) for f in facts().values() if f.loinc]
    said = """SNOMED CT is not used: its licence is not free in every country. Units are UCUM's.
Category, why a value is missing, and kinds of definitions are HL7's own."""
    return f"{table(['LOINC', 'Name there', 'Ours', 'Known from'], rows)}\n\n{said}"


def _systems() -> list[tuple[str, str, str]]:
    return [(row["name"], row["title"], row["source"]) for row in book()["system"]]


def _facts() -> list[tuple[str, str, str]]:
    return [(fact.name, fact.title, fact.unit or "-") for fact in facts().values()]
