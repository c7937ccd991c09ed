"""spineward rules record: what changed in rules, numbers or words, who is affected, who read it?"""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from importlib.resources import as_file, files

from spineward.clinical.catalogue import ContentError
from spineward.clinical.register.entries import FILE, KINDS, Change, Key, Register, register
from spineward.clinical.register.recording import as_toml, chosen, recorded, signed
from spineward.clinical.register.standing import standing

ABOUT = "write a change of rules, numbers or words into the register"


def arguments(parser: ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("id", nargs="*", help="what changed (A7, a7.sudden_days, care.CC1.do); all")
    parser.add_argument("--what", help="what changed, in one sentence")
    parser.add_argument("--affects", help="who is affected")
    parser.add_argument("--reader", default="", help="the clinician who read it; alone: signs")


def run(options: Namespace) -> int:
    """Record what changed, or sign what stands; 2 when it is not said what and for whom."""
    known, now = register(), standing()
    keys = chosen(known, now, options.id)
    if keys and options.what and options.affects:
        day = datetime.now(UTC).date()
        change = Change(day, options.what.strip(), options.affects.strip(), options.reader.strip())
        return _written(recorded(known, now, keys, change), keys, "recorded")
    if options.what or options.affects or not options.reader:
        return _not_said(bool(keys))
    if keys:
        raise ContentError("it changed: record the change first, with --what and --affects")
    wanted = {id.replace(" ", "").casefold() for id in options.id}
    keys = [key for key in known.entries if not wanted or key[1].casefold() in wanted]
    return _written(signed(known, keys, options.reader.strip()), keys, "signed")


def _not_said(differs: bool) -> int:
    if not differs:
        print("Nothing differs from what is recorded.")
        return 0
    print("spineward rules record: say --what changed and whom it --affects", file=sys.stderr)
    return 2


def _written(register: Register, keys: list[Key], did: str) -> int:
    with as_file(files("spineward.content")) as folder:
        (folder / FILE).write_text(as_toml(register), "utf-8")
    for kind, id in keys:
        print(f"{did}: {KINDS[kind]} {id}")
    return 0
