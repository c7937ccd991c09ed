"""What is a rule? An id, its sources, the hazards it answers, and a function of facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from spineward.clinical.case import Case
from spineward.clinical.facts import Finding

Seen = TypeVar("Seen")
"""What a rule looks at: a whole case, or one leg in one set."""
Found = TypeVar("Found")
"""What it returns when it fires."""


@dataclass(frozen=True, slots=True)
class RuleOf(Generic[Seen, Found]):
    """A named rule. Its words stand in content/words/<lang>/rules.toml under the same id."""

    id: str
    sources: tuple[str, ...]
    hazards: tuple[str, ...]
    reads: Callable[[Seen], Found | None]
    statement: str
    """The rule in one sentence for clinicians: the first paragraph of the function's docstring."""


class RulesOf(Generic[Seen, Found]):
    """Rules of one kind in the order they are written; refuses a rule without source or hazard."""

    def __init__(self) -> None:
        self.rules: list[RuleOf[Seen, Found]] = []

    def rule(
        self, id: str, *, sources: str, hazards: str
    ) -> Callable[[Callable[[Seen], Found | None]], Callable[[Seen], Found | None]]:
        """Register a function under an id; `sources` and `hazards` are space-separated ids."""
        if not sources or not hazards:
            raise ValueError(f"rule {id}: a rule names its sources and its hazards")

        def register(reads: Callable[[Seen], Found | None]) -> Callable[[Seen], Found | None]:
            statement = (reads.__doc__ or "").split("\n\n")[0].replace("\n    ", " ").strip()
            if not statement:
                raise ValueError(f"rule {id}: a rule says in its docstring what it reads")
            self.rules.append(
                RuleOf(id, tuple(sources.split()), tuple(hazards.split()), reads, statement)
            )
            return reads

        return register

    def fire(self, seen: Seen) -> list[Found]:
        """Every rule is evaluated; no rule stops another (spec 0, combining 1)."""
        return [found for rule in self.rules if (found := rule.reads(seen)) is not None]

    def first(self, seen: Seen) -> Found | None:
        """The first rule that matches, in the order written (table 2.4)."""
        for rule in self.rules:
            if (found := rule.reads(seen)) is not None:
                return found
        return None


Rule = RuleOf[Case, Finding]
RuleSet = RulesOf[Case, Finding]
"""Rules about one person at one moment; the set rows use RulesOf over one leg in one set."""
