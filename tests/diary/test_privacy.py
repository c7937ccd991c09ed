"""Does every query start from a person, and does only the diary itself touch its tables?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

import spineward
from spineward.diary.models import Entry, Person

PACKAGE = Path(spineward.__file__).parent
DIARY = PACKAGE / "diary"
MODELS = {model.__name__ for model in apps.get_app_config("diary").get_models()}
FROM_A_PERSON = {"of", "add"}
REACHING_A_PERSON = {"get_or_create", "filter", "select_for_update"}
ACROSS_PERSONS = {"restoring.py": "table.model._default_manager.aggregate(top=Max('id'))"}
"""The one question that is put to a whole table, word for word: which id is the highest, so that
none is given twice. Nothing else of a row is read."""
MANAGERS = {"objects", "_default_manager", "_base_manager"}
DOORS = {"journey", "erase", "database", "trouble", "versions"}
"""What other rooms may import from the diary, and the person that they hand to it."""
PLAIN: dict[str, dict[str, str]] = {
    "export": {
        **dict.fromkeys(
            ("check", "convert", "happened", "knowing", "whole"),
            "turns rows that it was handed into facts again",
        ),
        "restoring": "the door by which an archive's rows come back, each for one person",
        "example": "the id by which the diary of the example person is known, and kept out",
        "writing": "a diary and the notes beside it come in together, or not at all",
        "standing": "what a copy may not undo, as ids and facts of one person",
        "memory": "the list of caches, so that what was exported is forgotten with the person",
    },
    "web": {
        "check": "what the diary takes: a page asks within it, and the API's document names it",
        "memory": "the list of caches, so that a drawn chart is forgotten with the person",
        "convert": "the facts of an event that the API was handed, to find the same one again",
    },
    "cli": {"example": "the weeks of the example person, lived in a diary of their own"},
}
"""What a room may import besides, with the reason; none of it hands out a table."""
HANDLE = "spineward.diary.models.Person"


def modules(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Every module under a folder, read as a tree; migrations left out."""
    for path in sorted(folder.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, ast.parse(path.read_text("utf-8"))


def managers(tree: ast.Module, besides: str = "") -> Iterator[tuple[str, str]]:
    """(model, method) of every `Model.objects.method` and `model._default_manager.method`."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    excused = {id(node.func) for node in calls if besides and ast.unparse(node) == besides}
    for node in ast.walk(tree):
        if id(node) in excused:
            continue
        held = node.value if isinstance(node, ast.Attribute) else None
        if isinstance(held, ast.Attribute) and held.attr in MANAGERS:
            yield ast.unparse(held.value), getattr(node, "attr", "")


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module and name that is imported, with dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_table_but_the_persons_belongs_to_a_person() -> None:
    tables = {model for model in apps.get_app_config("diary").get_models() if model is not Person}
    assert len(tables) == len(MODELS) - 1 > 0
    for table in tables:
        assert issubclass(table, Entry)
        assert table._meta.get_field("person").remote_field is not None
        assert not table._meta.get_field("person").null


def test_rows_are_reached_from_a_person_and_added_for_a_person() -> None:
    used = [
        (path, found)
        for path, tree in modules(DIARY)
        for found in managers(tree, besides=ACROSS_PERSONS.get(path.name, ""))
    ]
    assert len(used) > len(MODELS)
    for path, (model, method) in used:
        allowed = REACHING_A_PERSON if model == "Person" else FROM_A_PERSON
        assert method in allowed, f"{path.name}: {model}.objects.{method}"


def test_the_question_across_persons_is_still_put() -> None:
    for name, call in ACROSS_PERSONS.items():
        (tree,) = (tree for path, tree in modules(DIARY) if path.name == name)
        assert [ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Call)].count(call) == 1


def test_nothing_in_the_diary_edits_or_deletes_a_row_but_the_eraser() -> None:
    for path, tree in modules(DIARY):
        calls = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        edits = calls & {"update_or_create", "bulk_update", "bulk_create", "delete", "raw"}
        assert edits == ({"delete"} if path.name == "erase.py" else set()), path.name


@pytest.mark.parametrize("room", ["cli", "web", "export", "clinical", "content"])
def test_other_rooms_use_the_door_and_never_a_table(room: str) -> None:
    doors = DOORS | PLAIN.get(room, {}).keys()
    for path, tree in modules(PACKAGE / room):
        assert list(managers(tree)) == [], path.name
        for name in imported(tree):
            if name.startswith("spineward.diary") and name != HANDLE:
                assert name.split(".")[2] in doors, f"{path.name}: {name}"


def test_every_exception_of_a_room_is_still_needed() -> None:
    for room, besides in PLAIN.items():
        used = {n.split(".")[2] for _, t in modules(PACKAGE / room) for n in imported(t) if _own(n)}
        assert besides.keys() <= used, room


def _own(name: str) -> bool:
    return name.startswith("spineward.diary.")
