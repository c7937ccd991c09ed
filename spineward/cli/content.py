"""spineward content check: is the content whole and sound?"""

import sys
from argparse import ArgumentParser, Namespace

from spineward.clinical.catalogue import ContentError, faults_of, languages
from spineward.clinical.content_check import problems

ABOUT = "check every content file against the rules of the content"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("what", choices=["check"])


def run(_: Namespace) -> int:
    """Print each problem on a line; 1 when there is one."""
    try:
        found = problems()
    except ContentError as error:
        found = [str(error)]
    for problem in found:
        print(problem, file=sys.stderr)
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    print(f"content: {count}" if found else "content: sound")
    for language, lacking in languages().items():
        if lacking:
            lines = f"{lacking} lines to do, first: {faults_of(language)[0]}"
            print(f"words/{language} is not offered yet: {lines}")
    return 1 if found else 0
