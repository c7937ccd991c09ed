"""How is a page put together? Tables, code and the notice that it is generated."""

import re
from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by `python3 dev.py docs`. Change the program, not this page. -->"


def page(title: str, lead: str, *parts: str) -> str:
    """A whole page: title, notice, lead, and parts apart by an empty line."""
    return "\n\n".join([f"# {title}", NOTICE, lead, *parts]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells; a bar within a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def code(text: str, language: str = "") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def names(ids: Iterable[str]) -> str:
    """Ids as code, apart by spaces; a dash when there is none."""
    return " ".join(f"`{id}`" for id in ids) or "-"


def anchor(title: str) -> str:
    """The link that leads to a heading of that title within a page."""
    return "#" + re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
