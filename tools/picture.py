"""What does the app look like? Takes the pictures of the README anew: python -m tools.picture.

They show the example person: what the day offers, and the way of the pain over twelve weeks.
"""

import os
import sys
import tempfile
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find_or_fetch
from tests.browser.conftest import FLAGS, PHONE
from tests.browser.live import running

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PAGES = {"today": "/", "progress": "/progress/"}
SHARPNESS = 1.5
MOST_BYTES = 120_000


def live(folder: Path) -> None:
    """The example's twelve weeks, and of what was noticed in them it was told."""
    os.environ["SPINEWARD_DATA_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "spineward.web.settings"
    django.setup()
    from django.db import connection

    from spineward.diary import database, journey
    from spineward.diary.example import FORMS, Weeks
    from spineward.web.shell import clock

    database.prepare(lambda _: None)
    person, now = journey.own_person(), clock.now()
    Weeks(person, now).live()
    journey.tell(person, journey.today(person, now=now).news, now=now, client_id=FORMS)
    connection.close()


def main() -> int:
    """Take them; 1 when one is too heavy to be committed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "diary"
        folder.mkdir()
        live(folder)
        with running(folder) as app, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_or_fetch(), args=FLAGS)
            page = browser.new_page(viewport=PHONE, device_scale_factor=SHARPNESS, locale="en-GB")
            page.goto(app.entry)
            for picture, path in PAGES.items():
                page.goto(app.origin + path)
                page.screenshot(path=PICTURES / f"{picture}.png")
            browser.close()
    sizes = {picture: (PICTURES / f"{picture}.png").stat().st_size for picture in PAGES}
    for picture, size in sizes.items():
        print(f"{picture}.png: {size // 1024} KB")
    return int(max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
