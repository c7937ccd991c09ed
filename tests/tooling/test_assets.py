"""Do the built assets stay small, ours, and readable in both themes?"""

import gzip
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "spineward" / "web"
BUILT = WEB / "static" / "built"
TOKENS = ROOT / "islands" / "shell" / "_tokens.scss"
FIRST_PAGE_LIMIT = 60 * 1024
# nhsuk-frontend's own palette and typeface; the plain white and the pale yellow are anyone's.
HEALTH_SERVICE_MARKS = ["frutiger", "assets.nhs", "#005eb8", "#007f3b", "#003087", "#41b6e6"]
HEALTH_SERVICE_MARKS += ["#330072", "#7c2855", "#d5281b", "#ffeb3b", "#212b32", "#4c6272"]


def themes() -> dict[str, dict[str, str]]:
    """The colour tokens of each theme."""
    light, dark = TOKENS.read_text().split("@media screen and (prefers-color-scheme: dark)")
    colours = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
    return {"light": dict(colours.findall(light)), "dark": dict(colours.findall(dark))}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", ["shell.css", "shell.js", "icons.svg"])
def test_no_colour_typeface_or_address_of_the_health_service_is_in_them(name: str) -> None:
    text = (BUILT / name).read_text().lower()
    assert [mark for mark in HEALTH_SERVICE_MARKS if mark in text] == []


@pytest.mark.parametrize("name", ["shell.css", "shell.js", "icons.svg"])
def test_nothing_in_them_is_fetched_from_elsewhere(name: str) -> None:
    text = (BUILT / name).read_text()
    assert re.findall(r"(?:url\(|@import |from )['\"]?(?:https?:)?//", text) == []


def test_style_and_script_of_the_first_page_fit_in_sixty_kilobytes() -> None:
    sizes = [len(gzip.compress((BUILT / name).read_bytes())) for name in ("shell.css", "shell.js")]
    assert sum(sizes) <= FIRST_PAGE_LIMIT


@pytest.mark.parametrize("name", ["shell.css", "shell.js", "icons.svg"])
def test_the_compressed_copy_holds_the_same_text(name: str) -> None:
    assert gzip.decompress((BUILT / f"{name}.gz").read_bytes()) == (BUILT / name).read_bytes()


def test_every_icon_that_a_page_names_is_in_the_sheet() -> None:
    listed = json.loads((ROOT / "islands" / "icons.json").read_text())
    used = {
        name
        for page in WEB.rglob("templates/**/*.html")
        for name in re.findall(r"""{% icon ["']([a-z0-9-]+)["']""", page.read_text())
    }
    assert used <= set(listed)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_on_its_surface(theme: str) -> None:
    token = themes()[theme]
    for surface in ("paper", "card", "go-soft", "hold-soft", "help-soft"):
        assert contrast(token["ink"], token[surface]) >= 7, f"ink on {surface}"
    for text in ("quiet", "go", "hold", "help"):
        for surface in ("paper", "card"):
            assert contrast(token[text], token[surface]) >= 4.5, f"{text} on {surface}"
    pairs = [("on-go", "go"), ("on-go", "go-strong"), ("on-help", "help"), ("paper", "hold")]
    pairs += [("go", "go-soft"), ("hold", "hold-soft"), ("help", "help-soft")]
    for text, surface in pairs:
        assert contrast(token[text], token[surface]) >= 4.5, f"{text} on {surface}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edges_of_controls_and_the_focus_ring_can_be_seen(theme: str) -> None:
    token = themes()[theme]
    for edge in ("edge", "focus", "pain", "tingling", "numbness"):
        for surface in ("paper", "card"):
            assert contrast(token[edge], token[surface]) >= 3, f"{edge} on {surface}"


def test_both_themes_name_the_same_colours() -> None:
    assert themes()["light"].keys() == themes()["dark"].keys()
