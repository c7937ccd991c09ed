"""Does no cache outlive the person of whom it tells? It is in the one list, or holds no answer.

Hazards: H-12.
"""

import ast
from pathlib import Path

import spineward

PACKAGE = Path(spineward.__file__).parent
ROOMS = ("diary", "export", "web")
NO_ANSWERS = {
    "entry.py": {"_zone"},
    "codes.py": {"foreign"},
    "people.py": {"_fields"},
    "views.py": {"_body"},
    "document.py": {"_document"},
    "figures.py": {"pictures"},
    "body_shape.py": {"zone_path", "feet", "details"},
    "figure.py": {"_stage"},
    "strength.py": {"strength_pictures"},
}
"""Caches that stay: asked for what the program brings along, never for what somebody entered."""


def cached() -> dict[str, set[str]]:
    """The functions with arguments that keep their results by themselves, by file."""
    found: dict[str, set[str]] = {}
    for path in (path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and ast.unparse(node.args):
                marks = {ast.unparse(mark).partition("(")[0] for mark in node.decorator_list}
                if marks & {"cache", "lru_cache"}:
                    found.setdefault(path.name, set()).add(node.name)
    return found


def test_a_cache_that_may_hold_an_answer_is_emptied_when_someone_is_erased() -> None:
    assert cached() == NO_ANSWERS
