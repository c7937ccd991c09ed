"""Which committed pictures come from this room? Run with -m to write them anew; a test compares."""

from collections.abc import Mapping
from pathlib import Path

import spineward
from spineward.clinical.catalogue import read
from spineward.web.shell.drawing.body_chart import zones_svg
from spineward.web.shell.drawing.leg import icon_svg

PACKAGE = Path(spineward.__file__).parent


def pictures() -> Mapping[Path, str]:
    """Every written picture with its text."""
    version = read("zones.toml")["version"]
    return {
        PACKAGE / "content" / f"{version}.svg": zones_svg(version),
        PACKAGE / "web" / "static" / "spineward" / "icon.svg": icon_svg(),
    }


def main() -> None:
    """Write all of them."""
    for path, text in pictures().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
