"""How is a change put in place? In a running process by its code, or before the file is loaded."""

import gc
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterator, Sequence
from types import CodeType, FunctionType, ModuleType


def everything() -> list[object]:
    """All that the collector knows, also what the tests froze as they were loaded
    (tests/conftest.py): of that it lists nothing."""
    frozen = gc.get_freeze_count() > 0
    gc.unfreeze()
    found = gc.get_objects()
    if frozen:
        gc.freeze()
    return found


def functions(folder: str) -> list[FunctionType]:
    """Every function that was loaded from this folder."""
    return [
        held
        for held in everything()
        if isinstance(held, FunctionType) and held.__code__.co_filename.startswith(folder)
    ]


def swap(known: list[FunctionType], path: str, before: CodeType, after: CodeType) -> bool:
    """Give every function of this file its changed code, through any decorator; could all be?"""
    old = dict(_functions(before))
    new = {name: code for name, code in _functions(after) if old.get(name) != code}
    found = False
    for held in known:
        code = new.get(held.__code__.co_qualname)
        if code is None or held.__code__.co_filename != path:
            continue
        if code.co_freevars != held.__code__.co_freevars:
            return False
        held.__code__ = code
        found = True
    return found


def _functions(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for held in code.co_consts:
        if isinstance(held, CodeType):
            yield held.co_qualname, held
            yield from _functions(held)


class Instead(importlib.abc.MetaPathFinder):
    """Loads one module from changed code, and every other one as always."""

    def __init__(self, module: str, code: CodeType) -> None:
        self.module, self.code = module, code

    def find_spec(
        self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = _Changed(spec.loader, self.code)
        return spec


class _Changed(importlib.machinery.SourceFileLoader):
    def __init__(self, loader: importlib.machinery.SourceFileLoader, code: CodeType) -> None:
        super().__init__(loader.name, loader.path)
        self.code = code

    def get_code(self, _fullname: str) -> CodeType:
        return self.code


def load_instead(module: str, code: CodeType) -> None:
    """From now on this module is the changed one; it is not to be loaded yet."""
    if module in sys.modules:
        raise RuntimeError(f"{module} is loaded already, so nothing would be changed")
    sys.meta_path.insert(0, Instead(module, code))
