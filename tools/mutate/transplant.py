"""How does a change of what runs at import reach a process that has long loaded the file?

The changed file is run aside, and what it made is put where the old was: values under the same name
in every module that took them, the rules of a rule set into the set, defaults into the functions.
"""

import sys
from types import CodeType, FunctionType, ModuleType
from typing import Any

PACKAGES = ("spineward", "tests")


def transplant(module: ModuleType, code: CodeType) -> None:
    """Let every loaded module see what this file now makes."""
    aside = ModuleType(module.__name__)
    aside.__dict__.update(
        __file__=module.__file__, __package__=module.__package__, __spec__=module.__spec__
    )
    exec(code, aside.__dict__)  # noqa: S102 - our own file, changed in one place
    users = [held for name, held in sys.modules.items() if name.split(".")[0] in PACKAGES]
    for name, old in list(vars(module).items()):
        if name.startswith("__") or isinstance(old, ModuleType | type):
            continue
        new = vars(aside).get(name)
        if isinstance(old, FunctionType) and isinstance(new, FunctionType):
            old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
        elif isinstance(getattr(old, "rules", None), list):
            old.rules[:] = new.rules if new is not None else ()
        elif not callable(old) and not _same(old, new):
            _replace(users, name, old, new)


def _same(old: Any, new: Any) -> bool:
    return type(old) is type(new) and bool(old == new)


def _replace(users: list[ModuleType], name: str, old: Any, new: Any) -> None:
    for user in users:
        if vars(user).get(name) is old:
            setattr(user, name, new)
