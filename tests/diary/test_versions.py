"""Does a version change with whatever decides, and with nothing else?"""

import sys
from pathlib import Path

import pytest

from spineward.diary import versions


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of its own with one rule."""
    folder = tmp_path / "some_rules"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "rule.py").write_text("LIMIT = 7")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "some_rules", raising=False)
    return folder


def test_a_changed_or_renamed_rule_changes_the_version(package: Path) -> None:
    seen = {versions._hash("some_rules", ".py")}
    (package / "inner" / "rule.py").write_text("LIMIT = 8")
    seen.add(versions._hash("some_rules", ".py"))
    (package / "inner" / "rule.py").rename(package / "inner" / "other.py")
    seen.add(versions._hash("some_rules", ".py"))
    assert len(seen) == 3


def test_a_file_of_another_kind_does_not(package: Path) -> None:
    before = versions._hash("some_rules", ".py")
    (package / "inner" / "rule.pyc").write_bytes(b"compiled")
    assert versions._hash("some_rules", ".py") == before


def test_rules_and_content_have_versions_of_their_own() -> None:
    assert versions.rules_version() == versions.rules_version()
    assert versions.rules_version() != versions.content_version()
    assert len(versions.rules_version()) == len(versions.content_version()) == versions.LENGTH
