"""Does dev.py stay small and plain, and does it say what is wrong in words?"""

import ast
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEV = ROOT / "dev.py"
VERBS = "run test check setup content rules docs islands proofs mutate bench package".split()


def dev(*arguments: str, folder: Path = ROOT, **environment: str) -> tuple[int, str]:
    """Run dev.py as a person does, with nothing on its input; its exit code and all it said."""
    done = subprocess.run(
        [sys.executable, folder / "dev.py", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout


def test_called_bare_it_lists_its_verbs_each_with_a_sentence() -> None:
    code, said = dev()
    listed = [line.split(maxsplit=1) for line in said.splitlines() if line.startswith("  ")]
    assert code == 0
    assert [verb for verb, _ in listed] == VERBS
    assert all(len(sentence) > 8 for _, sentence in listed)


def test_an_unknown_verb_gets_the_same_list_and_an_exit_code() -> None:
    code, said = dev("destroy")
    assert code == 2
    assert "  test " in said


def test_it_stays_under_two_hundred_lines() -> None:
    assert len(DEV.read_text().splitlines()) < 200


def test_it_needs_nothing_but_the_standard_library() -> None:
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(ast.parse(DEV.read_text()))
        for alias in getattr(node, "names", [])
        if isinstance(node, ast.Import)
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(ast.parse(DEV.read_text()))
        if isinstance(node, ast.ImportFrom)
    }
    assert imported <= sys.stdlib_module_names


def test_a_python_of_years_ago_can_still_read_it() -> None:
    ast.parse(DEV.read_text(), feature_version=(3, 6))


def test_a_too_old_python_is_told_which_one_is_needed() -> None:
    pretend = "import sys; sys.version_info = (3, 8, 10); exec(open('dev.py').read())"
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Spineward needs Python 3.11 or newer; this is Python 3.8.")
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_without_a_network_it_says_that_the_network_is_missing(tmp_path: Path) -> None:
    shutil.copy(DEV, tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    nobody = "http://127.0.0.1:9/simple"
    code, said = dev(
        "setup",
        folder=tmp_path,
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL=nobody,
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_RETRIES="0",
        PIP_NO_CACHE_DIR="1",
    )
    assert code == 1
    assert "The network is missing: the step 'Installer (uv)'" in said
    assert "Traceback" not in said


@pytest.mark.package
def test_a_taken_port_is_named_and_another_one_suggested() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, said = dev("run", "--no-browser", "--port", port)
    assert code != 0
    assert port in said
    assert "--port" in said
    assert "Traceback" not in said
