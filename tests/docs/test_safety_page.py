"""Does SAFETY.md keep its word: does each claim lead somewhere, and does each command exist?"""

import ast
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from spineward.cli.__main__ import COMMANDS
from spineward.clinical.hazards import hazards
from tools.docs.commands import parser_of

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SAFETY.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in TEXT.splitlines()
    if line.startswith("|") and not line.startswith("|---")
]
CLAIMS = [row for row in ROWS if row[0] not in ("Claim", "Never")]
PAGE = re.compile(r"\]\(([^)#]+)\)")
SHOWN = re.compile(r"`(python3? [^`]+|\.venv/bin/[^`]+|spineward [^`]+)`")
INVESTIGATIONS = ROOT / "docs/safety/investigations"


def commands() -> list[str]:
    """Every command that the page shows."""
    return sorted(set(SHOWN.findall(TEXT)))


TESTED = re.compile(r"^def test_|^Test\w+ = .*TestCase", re.MULTILINE)
"""A test, or a machine that lives through many."""
HOW_MANY = 30
"""Rows of both tables of the page."""


def test_every_claim_says_where_it_stands_and_how_to_check_it() -> None:
    assert len(CLAIMS) == HOW_MANY, "a claim was added or taken away: say so here too"
    for row in CLAIMS:
        claim, where, check = row
        assert claim
        assert where
        assert SHOWN.search(check) or check == "read it", claim
        assert check != "read it" or PAGE.search(where), claim


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_page_exists(command: str) -> None:
    program, *arguments = command.removeprefix(".venv/bin/").split()
    if program == "spineward":
        name, *rest = arguments
        assert name in COMMANDS
        parser_of(name).parse_args(rest)
    elif arguments[0] == "dev.py":
        assert f'"{arguments[1]}": (' in (ROOT / "dev.py").read_text("utf-8")
    elif arguments[:2] == ["-m", "pytest"]:
        named = [ROOT / path for path in arguments[2:]]
        for path in named:
            files = path.rglob("test_*.py") if path.is_dir() else [path]
            assert any(TESTED.search(one.read_text("utf-8")) for one in files), path
    else:
        assert arguments[0] == "-m"
        assert find_spec(arguments[1]), command


def test_the_page_takes_one_to_two_screens() -> None:
    assert len(TEXT.splitlines()) <= 100


@pytest.mark.slow
def test_the_commands_of_the_log_end_well_and_say_that_there_is_no_gap() -> None:
    for module in ("tools.docs.gaps", "tools.docs.seed"):
        done = subprocess.run(
            [sys.executable, "-m", module], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
        assert done.stdout.rstrip().endswith("no gaps")


def test_every_investigation_is_listed_and_names_its_hazard_its_test_and_what_is_left() -> None:
    listed = (INVESTIGATIONS / "README.md").read_text("utf-8")
    pages = sorted(INVESTIGATIONS.glob("INV-*.md"))
    assert [path.name[:6] for path in pages] == [f"INV-{n:02}" for n in range(1, len(pages) + 1)]
    for path in pages:
        text = path.read_text("utf-8")
        assert f"]({path.name})" in listed
        named = set(re.findall(r"H-\d\d", text))
        assert named
        assert named <= hazards().keys()
        for part in ("## What happened", "## The fix", "## The test", "## What is left"):
            assert part in text, f"{path.name}: {part}"
        assert "/tests/" in text, path.name


def test_every_test_that_an_investigation_quotes_is_there() -> None:
    names = {
        node.name.removeprefix("test_").replace("_", " ")
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    for path in sorted(INVESTIGATIONS.glob("INV-*.md")):
        tests = path.read_text("utf-8").split("## The test")[1].split("## What is left")[0]
        quoted = [" ".join(text.split()) for text in re.findall(r'"([^"]+)"', tests)]
        assert [text for text in quoted if text not in names] == [], path.name
