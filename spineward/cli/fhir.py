"""spineward fhir ACT FILE: the diary and the rules, as other health records speak."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from spineward.cli.archive import open_diary, save
from spineward.cli.opening import CannotStart, choose, plainly

ABOUT = "write or read the diary as FHIR R4, or write the rules"
ACTS = {
    "export": "write the whole diary as a Bundle; the file must not be there yet",
    "import": "take in a Bundle: our own whole, of others pain and answers as notes",
    "rules": "write questions, rules and movements as a Bundle",
}


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    for act, about in ACTS.items():
        one = acts.add_parser(act, help=about, description=about, allow_abbrev=False)
        one.add_argument("file", type=Path, help="the file")
        if act != "rules":
            one.add_argument("--data-dir", type=Path, help="folder of the diary")
        if act == "import":
            joined = "take a diary in that shares no entry with this one"
            one.add_argument("--join", action="store_true", help=joined)


def run(options: Namespace) -> int:
    """0 when all was written or taken in, 1 when something was refused, or nothing was done."""
    act: Callable[[Namespace], int] = {"export": _export, "import": _import, "rules": _rules}[
        options.act
    ]
    try:
        return act(options)
    except CannotStart as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _export(options: Namespace) -> int:
    choose(options.data_dir)
    if options.file.exists():
        raise CannotStart(f"{options.file} is there already. It was left as it is.")
    with plainly():
        person = open_diary(options.data_dir)
        from spineward.export.fhir.own import export

        content, number = export(person)
    save(options.file, content)
    print(f"{options.file}: {number} resources")
    return 0


def _rules(options: Namespace) -> int:
    from spineward.export.fhir.bundle import written
    from spineward.export.fhir.rules import published

    resources = published()
    save(options.file, b"".join(written(resources)))
    print(f"{options.file}: {len(resources)} resources")
    return 0


def _import(options: Namespace) -> int:
    choose(options.data_dir)
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise CannotStart(f"{options.file} cannot be read: {error.strerror}.") from None
    with plainly():
        person = open_diary(options.data_dir, new=True)
        from spineward.diary.trouble import Stranger
        from spineward.export.fhir.incoming import bring_in, read
        from spineward.export.reading import Unreadable

        try:
            incoming = read(content, datetime.now().astimezone())
        except Unreadable as trouble:
            raise CannotStart(f"{options.file}: {trouble}.") from None
        try:
            taken = bring_in(person, incoming, join=options.join)
        except Stranger as trouble:
            raise CannotStart(f"{trouble} With --join both become one diary.") from None
    print(f"{taken.new} rows are new, {taken.known} were known, {taken.notes} notes from elsewhere")
    for name, why in taken.refused.items():
        print(f"{name} was refused: {why}", file=sys.stderr)
    return 1 if taken.refused else 0
