"""spineward COMMAND: which command was asked for? Each lives in a file of its own."""

import sys
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType

from spineward import __version__

COMMANDS = ("up", "assess", "respond", "rules", "schema", "content")


def _modules(asked: list[str]) -> dict[str, ModuleType]:
    """Only the command that was asked for is imported: a fast start matters in scripts."""
    names = [asked[0]] if asked and asked[0] in COMMANDS else COMMANDS
    return {name: import_module(f"spineward.cli.{name}") for name in names}


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    asked = sys.argv[1:] if argv is None else argv
    parser = ArgumentParser(
        prog="spineward", description="Sciatica self-care that follows the pain."
    )
    parser.add_argument("--version", action="version", version=f"spineward {__version__}")
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = _modules(asked)
    for name, module in modules.items():
        module.arguments(verbs.add_parser(name, help=module.ABOUT, description=module.ABOUT))
    options = parser.parse_args(asked)
    try:
        code: int = modules[options.command].run(options)
    except BrokenPipeError:
        code = 0
    except KeyboardInterrupt:
        code = 130
    return code


if __name__ == "__main__":
    sys.exit(main())
