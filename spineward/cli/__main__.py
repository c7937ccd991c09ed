"""spineward COMMAND: which command was asked for? Each lives in a file of its own."""

import os
import sys
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType

from spineward import __version__
from spineward.clinical.catalogue import ContentError, limits

COMMANDS = (
    "up",
    "demo",
    "assess",
    "respond",
    "rules",
    "schema",
    "content",
    "archive",
    "restore",
    "replay",
    "fhir",
)
INTERRUPTED = 130
"""What shells expect of a program that was ended by Ctrl-C."""


def _modules(asked: list[str]) -> dict[str, ModuleType]:
    """Only the command that was asked for is imported: a fast start matters in scripts."""
    if asked == ["--version"]:
        return {}
    names = [asked[0]] if asked and asked[0] in COMMANDS else COMMANDS
    return {name: import_module(f"spineward.cli.{name}") for name in names}


def _run(asked: list[str]) -> int:
    parser = ArgumentParser(
        prog="spineward",
        description="Sciatica self-care that follows the pain.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"spineward {__version__}")
    verbs = parser.add_subparsers(dest="command", metavar="COMMAND")
    modules = _modules(asked)
    for name, module in modules.items():
        about = {"help": module.ABOUT, "description": module.ABOUT}
        module.arguments(verbs.add_parser(name, allow_abbrev=False, **about))
    options = parser.parse_args(asked)
    if options.command is None:
        parser.print_help()
        return 0
    if options.command != "content":  # which names what is wrong with it, one finding a line
        limits()
    code: int = modules[options.command].run(options)
    sys.stdout.flush()
    return code


def _drop_output() -> None:
    """Nobody takes our output any more; without this Python complains once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        print(f"spineward: {error.strerror or error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except ContentError as error:
        print(f"spineward: the content is not sound: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
