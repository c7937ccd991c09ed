"""How does a report become a PDF? By Typst, tagged as PDF/UA-1 asks, with no system library.

All words go in as JSON, so that whatever a person wrote stays text. A picture without words beside
it is refused by Typst itself.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import typst

from spineward.web.settings import STATIC_ROOT

Paper = Literal["a4", "us-letter"]
Format = Literal["pdf", "png"]
HERE = Path(__file__).parent
FONTS = STATIC_ROOT / "built" / "print-fonts"
EXAMPLE = "Example"
"""Before the title, so that it stands on every page, in the foot and where files are listed."""
BOX = "\u25a1"
NO_GLYPH = "could not be displayed"
LETTERS = "Some letters cannot be printed and show as a box. The page in the app has them."


def pdf(template: str, told: dict[str, Any], paper: Paper = "a4") -> bytes:
    """The PDF of one template with what is told in it."""
    return _made(template, told, paper, "pdf")


def png(template: str, told: dict[str, Any], paper: Paper = "a4") -> bytes:
    """The same as a picture of its one page, to be looked at."""
    return _made(template, told, paper, "png")


def _made(template: str, told: dict[str, Any], paper: Paper, format: Format) -> bytes:
    """PDF/UA refuses letters that no font here has: then the system's fonts are asked as well, and
    at last a box stands for each such letter, and the page says so."""
    told = {"foot": [], "example": False, **told, "paper": paper}
    told["title"] = f"{EXAMPLE}: {told['title']}" if told["example"] else told["title"]
    attempts = (
        (told, False),
        (told, True),
        (_boxed(told, _western), False),
        (_boxed(told, _plain), False),
    )
    for data, system in attempts:
        try:
            return _compiled(template, data, format, system)
        except typst.TypstError as refused:
            if NO_GLYPH not in str(refused) or data is attempts[-1][0]:
                raise
    raise AssertionError("the last attempt returns or raises")


def _compiled(template: str, told: dict[str, Any], format: Format, system: bool) -> bytes:
    return typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[FONTS],
        ignore_system_fonts=not system,
        format=format,
        sys_inputs={"data": json.dumps(told)},
        pdf_standards="ua-1" if format == "pdf" else None,
    )


def _western(letter: str) -> bool:
    """Latin, Greek and Cyrillic letters, and plain signs: Typst has them in itself."""
    known = letter < "\u0530" or "\u2010" <= letter <= "\u2026"
    return letter == "\n" or (letter.isprintable() and known)


def _plain(letter: str) -> bool:
    return letter == "\n" or (letter.isprintable() and letter.isascii())


def _boxed(told: dict[str, Any], known: Callable[[str], bool]) -> dict[str, Any]:
    boxed: dict[str, Any] = _each(told, lambda text: "".join(c if known(c) else BOX for c in text))
    return {**boxed, "foot": [*boxed["foot"], LETTERS]}


def _each(told: Any, change: Callable[[str], str]) -> Any:
    """The same with every text changed, but for pictures: the page's own letters draw those."""
    if isinstance(told, str):
        return change(told)
    if isinstance(told, dict):
        return {
            name: value if name == "svg" else _each(value, change) for name, value in told.items()
        }
    if isinstance(told, list | tuple):
        return [_each(value, change) for value in told]
    return told
