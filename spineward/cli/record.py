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
    reader = options.reader.strip()
    if reader and not options.what and not options.affects:
        if keys:
            raise ContentError("it changed: record the change first, with --what and --affects")
        wanted = {id.replace(" ", "").casefold() for id in options.id}
        keys = [key for key in known.entries if not wanted or key[1].casefold() in wanted]
        return _written(signed(known, keys, reader), keys, "signed")
    if not keys:
        print("Nothing differs from what is recorded.")
        return 0
    if not options.what or not options.affects:
        print("spineward rules record: say --what changed and whom it --affects", file=sys.stderr)
        return 2
    day = datetime.now(UTC).date()
    change = Change(day, options.what.strip(), options.affects.strip(), reader)
    return _written(recorded(known, now, keys, change), keys, "recorded")


def _written(register: Register, keys: list[Key], did: str) -> int:
    with as_file(files("spineward.content")) as folder:
        (folder / FILE).write_text(as_toml(register), "utf-8")
    for kind, id in keys:
        print(f"{did}: {KINDS[kind]} {id}")
    return 0
