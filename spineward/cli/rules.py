"""spineward rules: which rules are there, and what is one made of?"""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from spineward.cli import record, review, tables
from spineward.cli.contract.refusal import shown
from spineward.cli.explained import explained
from spineward.clinical.catalogue import ContentError, words
from spineward.clinical.rulebook import rulebook

_MARK = re.compile(r"\?| seen| muted| not_fine")
ABOUT = "list the rules, or explain one"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="one line a rule")
    explain = verbs.add_parser("explain", help="a rule with its numbers, sources and hazards")
    explain.add_argument("id", help="for example A1, B9, FLARE_SEVERE, T2, row5, SS4")
    record.arguments(verbs.add_parser("record", help=record.ABOUT, description=record.ABOUT))
    review.arguments(verbs.add_parser("review", help=review.ABOUT, description=review.ABOUT))
    tables.arguments(verbs.add_parser("tables", help=tables.ABOUT))
    tables.arguments(verbs.add_parser("diff", help=tables.ABOUT_DIFF))


def run(options: Namespace) -> int:
    """Print the list or one rule, or record a change; 2 for an id that is none."""
    try:
        if options.verb == "record":
            return record.run(options)
        if options.verb == "review":
            return review.run(options)
        if options.verb in ("tables", "diff"):
            return tables.run(options)
        lines = _list() if options.verb == "list" else explained(_named(options.id))
        print("\n".join(lines))
    except ContentError as error:
        print(f"spineward rules: {error}", file=sys.stderr)
        return 2
    return 0


def _list() -> Iterator[str]:
    for id in rulebook():
        yield f"{id:<16}{words()[f'rule.{id}.name']}"


def _named(text: str) -> str:
    """The id that was meant: "a1", "row 5", and "A4?" or "A7 seen" as in `fired`, find theirs."""
    plain = _MARK.sub("", text.strip()).replace(" ", "").casefold()
    for id in rulebook():
        if id.casefold() == plain:
            return id
    raise ContentError(f"there is no rule {shown(text)}; `spineward rules list` shows them")
