"""Which answers does a rule really read? A situation that writes down what is asked of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from spineward.clinical.case import Case
from spineward.clinical.facts import History, Situation


class WatchedMapping(Mapping[str, Any]):
    """A mapping that notes every key that is looked up; going through all of it is noted as *."""

    def __init__(self, path: str, known: Mapping[str, Any], read: set[str]) -> None:
        self.path, self.known, self.read = path, known, read

    def __getitem__(self, key: str) -> Any:
        self.read.add(f"{self.path}.{key}")
        value = self.known[key]
        if isinstance(value, Mapping):
            return WatchedMapping(f"{self.path}.{key}", value, self.read)
        return value

    def __iter__(self) -> Iterator[str]:
        self.read.add(f"{self.path}.*")
        return iter(self.known)

    def __len__(self) -> int:
        self.read.add(f"{self.path}.*")
        return len(self.known)


class Watched:
    """Stands in for a situation, or for its history, and notes which fields are read."""

    def __init__(self, known: Situation | History, read: set[str], path: str = "") -> None:
        self._known, self._read, self._path = known, read, path

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._known, name)
        place = f"{self._path}{name}"
        if isinstance(value, History):
            return Watched(value, self._read, "history.")
        if isinstance(value, Mapping):
            return WatchedMapping(place, value, self._read)
        self._read.add(place)
        return value


def watched(case: Case) -> tuple[Case, set[str]]:
    """The same case anew, and the set that fills with the paths that are read of it."""
    read: set[str] = set()
    stand_in: Any = Watched(case.situation, read)
    return Case(stand_in), read
