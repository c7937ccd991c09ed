"""spineward rules review: which document can a clinician be sent, to read, tick and sign?"""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

ABOUT = "write all rules, numbers, movements and words as one page to print and sign"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", help="where to write it, for example review.html")


def run(options: Namespace) -> int:
    """Write the file, and say what is in it."""
    from spineward.clinical.review import parts
    from spineward.web.how.document import alone

    Path(options.file).write_text(alone(datetime.now(UTC).date()), "utf-8")
    entries = sum(len(part.entries) for part in parts())
    minutes = sum(part.minutes for part in parts())
    print(f"{options.file}: {entries} entries, about {minutes} minutes to read. Print it on A4.")
    return 0
