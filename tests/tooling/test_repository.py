"""Does the repository name no registry and no machine, and keep its decisions in order?"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# In two halves, so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com"]
LOCKED_ADDRESS = '"reso' + 'lved":'
DECISION_PARTS = ["context", "decision", "turned down", "cost accepted", "how we will know"]


def committed() -> list[Path]:
    """Every file that git holds, or would hold once added."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in committed()
        for word in [*REGISTRIES, LOCKED_ADDRESS]
        if word.encode() in path.read_bytes()
    ]
    assert guilty == []


def test_npm_locks_are_written_without_addresses() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text()


@pytest.mark.parametrize("name", ["uv.txt", "run.txt", "test.txt"])
def test_every_locked_package_has_a_version_and_a_hash(name: str) -> None:
    lock = (ROOT / "requirements" / name).read_text()
    packages = re.findall(r"^[a-z0-9-]+(?:\[[a-z,]+\])?==\S+.*(?:\n {4}.*)+", lock, re.MULTILINE)
    assert len(packages) == lock.count("==") - lock.count("== '")
    assert all("--hash=sha256:" in package for package in packages)


def test_the_run_lock_is_part_of_the_test_lock() -> None:
    def versions(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text()
        return set(re.findall(r"^[a-z0-9-]+==\S+", text, re.MULTILINE))

    assert versions("run.txt") <= versions("test.txt")


def test_continuous_integration_runs_what_people_run() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec python3 dev.py test")


def test_each_decision_has_its_own_number_a_date_and_all_its_parts() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in records]
    assert len(numbers) == len(set(numbers))
    for path in records:
        text = path.read_text().lower()
        assert re.search(r"\b20\d\d-\d\d-\d\d\b", text), path.name
        missing = [part for part in DECISION_PARTS if part not in text]
        assert missing == [], path.name


def test_the_clinical_engine_imports_nothing_but_python_itself() -> None:
    foreign = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "spineward" / "clinical").rglob("*.py")
        for name in imports_of(path)
        if name not in sys.stdlib_module_names and name != "spineward"
    ]
    assert foreign == []


LOOKS = (
    "is_visible is_hidden is_enabled is_disabled input_value get_attribute inner_text title count"
)
"""What a page is asked once."""


def test_a_test_in_a_browser_waits_for_what_it_is_to_see() -> None:
    """`assert x.is_visible()` looks once: where a page is on its way, chance decides."""
    hasty = [
        f"{path.name}: {ast.unparse(look)}"
        for path in (ROOT / "tests" / "browser").glob("*.py")
        for told in ast.walk(ast.parse(path.read_text()))
        if isinstance(told, ast.Assert)
        for look in ast.walk(told.test)
        if isinstance(look, ast.Call)
        if isinstance(look.func, ast.Attribute) and look.func.attr in LOOKS.split()
        # That of a text is asked for a word.
        if look.func.attr != "count" or not look.args
    ]
    assert hasty == []


def imports_of(path: Path) -> set[str]:
    """The top names that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").split(".")[0])
    return names
