"""spineward restore FILE: bring an archived diary back, each row once."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from spineward.cli.opening import CannotStart, choose, plainly, ready

ABOUT = "bring back a diary from an archive"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="the archive to bring back")
    parser.add_argument(
        "--join",
        action="store_true",
        help="also into a diary that shares no entry with it: both are of the same person",
    )
    parser.add_argument("--data-dir", type=Path, help="folder of the diary; made when missing")


def run(options: Namespace) -> int:
    """Take it in. 1 with one plain line when it cannot be; then nothing was changed."""
    choose(options.data_dir)
    try:
        new, known = _restore(options.file, options.join)
    except CannotStart as trouble:
        print(trouble, file=sys.stderr)
        return 1
    print(f"{options.file}: {new} rows came back, {known} were there already")
    return 0


def _restore(file: Path, join: bool) -> tuple[int, int]:
    with plainly():
        from spineward.diary.trouble import Stranger
        from spineward.export import reading

        try:
            archive = reading.read(file)
        except reading.Unreadable as trouble:
            raise CannotStart(f"This archive cannot be read: {trouble}") from None
        ready(lambda step: print(f"  {step}", file=sys.stderr))
        from spineward.diary import journey
        from spineward.export.take_in import take_in

        try:
            taken = take_in(journey.own_person(), archive, join=join)
        except Stranger as trouble:
            raise CannotStart(f"{trouble} With --join both become one diary.") from None
    return taken.new, taken.known
