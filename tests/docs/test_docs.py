"""Are the documents true? Generated pages are fresh, links lead somewhere, nothing is left out."""

import re
from argparse import _SubParsersAction
from pathlib import Path
from typing import Any

import pytest

from spineward.cli import assess, respond
from spineward.cli.__main__ import COMMANDS
from spineward.cli.up import PORT
from spineward.clinical.catalogue import limits, sources
from spineward.clinical.hazards import hazards
from spineward.clinical.library import movements
from spineward.clinical.rulebook import rulebook
from tests.tooling.test_repository import committed
from tools.docs.__main__ import fresh, main, stale
from tools.docs.commands import EXAMPLES, EXITS, parser_of
from tools.docs.contract import EXAMPLES as SITUATIONS
from tools.docs.contract import allowed
from tools.docs.markdown import anchor
from tools.docs.trace import hazard_place

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES_TO_READ = sorted(path for path in committed() if path.suffix == ".md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
KINDS = ("new", "better", "fixed", "clinical", "inside")
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|tmp|root|Users)/|localhost:\d|[A-Z]:\\\\")


def headings(path: Path) -> set[str]:
    """The anchors that a page offers."""
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    return {anchor(title) for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_the_generated_pages_say_what_the_program_says() -> None:
    assert stale() == [], "run: python3 dev.py docs"


def test_a_changed_page_is_named_and_written_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([], tmp_path)
    (tmp_path / "reference/rules.md").write_text("an old rule")
    (tmp_path / "reference/left-over.md").write_text("of a page that is gone")
    capsys.readouterr()
    assert main(["--check"], tmp_path) == 1
    said = capsys.readouterr().out
    assert "reference/rules.md is stale" in said
    assert "reference/left-over.md is stale" in said
    main([], tmp_path)
    assert main(["--check"], tmp_path) == 0
    written = (path for path in tmp_path.rglob("*") if path.is_file())
    assert {path.relative_to(tmp_path).as_posix() for path in written} == set(fresh())


@pytest.mark.parametrize("path", PAGES_TO_READ, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_within_the_repository_leads_somewhere(path: Path) -> None:
    dead = []
    for target in (first or second for first, second in LINK.findall(path.read_text("utf-8"))):
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        name, _, title = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        known = there.exists() and (not title or f"#{title}" in headings(there))
        dead += [] if known else [target]
    assert dead == []


@pytest.mark.parametrize("path", PAGES_TO_READ, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_page_names_a_path_of_one_machine(path: Path) -> None:
    assert MACHINE.findall(path.read_text("utf-8")) == []


def test_every_address_on_this_machine_is_the_one_that_the_app_listens_at() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in PAGES_TO_READ)
    assert set(re.findall(r"127\.0\.0\.1:(\d+)", pages)) == {str(PORT)}


def test_the_readme_names_the_two_commands_and_the_intended_use() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "\npython3 dev.py run\n" in text
    assert "\npython3 dev.py test\n" in text
    assert "docs/safety/intended-purpose.md" in text
    assert "not yet reviewed by a clinician" in (ROOT / "SAFETY.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_each_of_its_options(command: str) -> None:
    section = (REFERENCE / "commands.md").read_text("utf-8").split(f"## spineward {command}\n")[1]
    section = section.split("\n## ")[0]
    parser = parser_of(command)
    options = {option for action in parser._actions for option in action.option_strings}
    assert [option for option in options - {"-h", "--help"} if option not in section] == []
    verbs = [action for action in parser._actions if isinstance(action, _SubParsersAction)]
    assert all(f"{command} {verb}" in section for action in verbs for verb in action.choices)
    assert all(f"| {number} |" in section for number in EXITS[command])


@pytest.mark.parametrize("example", [one for group in EXAMPLES.values() for one in group])
def test_every_documented_example_is_understood(example: str) -> None:
    command, *arguments = example.split()
    parser_of(command).parse_args(arguments)


@pytest.mark.parametrize(
    ("page", "ids"),
    [
        ("rules.md", rulebook()),
        ("limits.md", limits()),
        ("movements.md", movements()),
        ("sources.md", sources()),
    ],
)
def test_every_id_stands_on_its_page(page: str, ids: Any) -> None:
    text = (REFERENCE / page).read_text("utf-8")
    missing = [id for id in ids if not re.search(rf"(^## |\| `?){re.escape(id)}\b", text, re.M)]
    assert missing == []


def test_the_worked_examples_give_a_plan_and_a_stop() -> None:
    offered = assess.answer((SITUATIONS / "situation.json").read_text("utf-8"))["offered"]
    assert any(movement["in_plan"] for movement in offered)
    verdict = respond.answer((SITUATIONS / "set.json").read_text("utf-8"))["set_verdict"]
    assert verdict == "STOP_MOVEMENT"


def test_the_open_points_name_each_number_that_waits_for_a_clinician() -> None:
    text = (DOCS / "open-points.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (\d+) (\|.*)$", text, re.MULTILINE))
    named = {
        id: int(row) for row, line in rows.items() for id in re.findall(r"`([a-z0-9_.]+)`", line)
    }
    assert named == {one.id: one.point for one in limits().values() if one.point}
    assert list(rows) == [str(number) for number in range(1, len(rows) + 1)]


def test_every_hazard_has_its_page_with_its_controls_and_what_is_left() -> None:
    for one in hazards().values():
        text = (DOCS / "safety" / hazard_place(one)).read_text("utf-8")
        told = [one.harm, *one.causes, *one.residual, *(control.what for control in one.controls)]
        assert [line for line in told if line not in text] == [], one.id


def test_each_change_note_names_its_kind_and_a_clinical_one_its_reader() -> None:
    for path in sorted((ROOT / "changes.d").iterdir()):
        text = path.read_text("utf-8")
        if path.name == "README.md":
            assert all(f"`{kind}`" in text for kind in KINDS)
            continue
        assert re.fullmatch(rf"({'|'.join(KINDS)})-[a-z0-9-]+\.md", path.name), path.name
        told = not path.name.startswith("clinical-") or "Clinical reader:" in text
        assert told, f"{path.name} names no clinical reader"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"type": "integer", "minimum": 0, "maximum": 10}, "0 to 10"),
        ({"type": "integer", "minimum": 0}, "0 or more"),
        ({"type": "integer"}, "whole number"),
        ({"anyOf": [{"const": "none"}, {"type": "null"}]}, "`none` or null"),
        ({"type": "array", "items": {"$ref": "#/$defs/MarkIn"}}, "list of [Mark](#mark)"),
        (
            {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
            "list of whole number, at most 3",
        ),
        (
            {"type": "array", "prefixItems": [{"type": "integer"}] * 2},
            "[whole number, whole number]",
        ),
        ({"type": "object", "additionalProperties": {"enum": ["no"]}}, "map of id to `no`"),
    ],
)
def test_a_field_is_described_in_words(field: dict[str, Any], said: str) -> None:
    assert allowed(field) == said
