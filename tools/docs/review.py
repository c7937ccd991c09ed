"""How does a clinician review Spineward? The reviewer's guide, with what there is to read."""

from spineward.clinical.catalogue import read
from spineward.clinical.review import FILE, Part, parts
from tools.docs.markdown import code, page, table

LEAD = """For a physiotherapist or a doctor who is asked: is this right? No clinician has reviewed
Spineward so far ([SAFETY.md](../../SAFETY.md)); each entry says who has read it."""
GET = """The document holds every open point, rule, hazard, number, movement and sentence, with room
to tick and to sign. In the app: Care, *How Spineward decides*, *All rules to print*. Or as one
file, for whoever has no Spineward, written by"""
AFTER = """Print it on A4 from any browser. Its first page repeats this guide, its last is for the
signature. The first and the last sheet name the version of rules and content, so that a signature
belongs to what was read."""
RECORD = """The maintainers do this, and name the reviewer in the commit:

1. An answer to an open point goes into `spineward/content/open_points.toml`: `answer`, `reader`,
   `on`. [open-points.md](../open-points.md) and the pages of its rules show it from then on.
2. What was read and agreed with is signed in the register, by id or all at once:
   `spineward rules record A1 B9 --reader "Name, profession"`.
3. A change is made as [CONTRIBUTING.md](../../CONTRIBUTING.md) asks, with a note in `changes.d`,
   and recorded with `--what`, `--affects` and the reader. `spineward rules diff` shows which
   situations it moved: show the reviewer that list before it is signed.
4. "Unsure" becomes an open point.
5. The signed paper is kept by the maintainers; it is never committed."""
BEYOND = """Read these two pages first: what Spineward is for, and for whom not
([intended purpose](intended-purpose.md)), and how a hazard is graded ([method](method.md)).

Two pages hold more questions: how many people are sent on, and which rules look over-sensitive
([over-triage](over-triage.md)); and choices we made where our sources were silent
([deviations](../deviations.md)). What those mark with *Ask* stands among the open points."""


def guide() -> str:
    """The page for reviewers."""
    said = read(FILE)
    steps = (
        f"{count}. **{step['title']}.** {step['text']}"
        for count, step in enumerate(said["step"], start=1)
    )
    total = sum(part.minutes for part in parts())
    return page(
        "Reviewer's guide",
        LEAD,
        "## Get the document",
        GET,
        code("spineward rules review review.html"),
        AFTER,
        "## Read and answer",
        "\n".join(steps),
        "## How long it takes",
        table(["Part", "Entries", "Minutes"], map(_row, parts())),
        f"About {total} minutes in all. {said['pace']}",
        "## How an answer is recorded",
        RECORD,
        "## Beside the document",
        BEYOND,
    )


def _row(part: Part) -> tuple[str, ...]:
    return part.title, str(len(part.entries)), str(part.minutes)
