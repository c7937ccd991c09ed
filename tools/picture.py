"""What does the app look like? Takes the picture of the README anew: python -m tools.picture."""

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_or_fetch
from tests.browser.conftest import FLAGS, PHONE
from tests.browser.live import running

TARGET = Path(__file__).parents[1] / "docs" / "pictures" / "today.png"
SHARPNESS = 1.5
MOST_BYTES = 120_000


def check_in(folder: Path) -> None:
    """A diary in which somebody has just finished a first check-in with nothing to report."""
    os.environ["SPINEWARD_DATA_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "spineward.web.settings"
    django.setup()
    from django.db import connection

    from spineward.diary import database, journey
    from spineward.web.shell import clock
    from tests.diary.life import first_check_in

    database.prepare(lambda _: None)
    first_check_in(journey.own_person(), clock.now() - timedelta(minutes=1))
    connection.close()


def main() -> int:
    """Take the picture; 1 when it is too heavy to be committed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "diary"
        folder.mkdir()
        check_in(folder)
        with running(folder) as app, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_or_fetch(), args=FLAGS)
            page = browser.new_page(viewport=PHONE, device_scale_factor=SHARPNESS, locale="en-GB")
            page.goto(app.entry)
            page.screenshot(path=TARGET)
            browser.close()
    size = TARGET.stat().st_size
    print(f"{TARGET.name}: {size // 1024} KB")
    return int(size > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
