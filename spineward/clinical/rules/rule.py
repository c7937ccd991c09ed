"""What is a rule? An id, the sources it rests on, the hazards it answers, and a function of a case."""

from collections.abc import Callable
from dataclasses import dataclass

from spineward.clinical.case import Case
from spineward.clinical.facts import Finding

Reads = Callable[[Case], Finding | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule. Its words stand in content/words/<lang>/rules.toml under the same id."""

    id: str
    sources: tuple[str, ...]
    hazards: tuple[str, ...]
    reads: Reads
    statement: str
    """The rule in one sentence for clinicians: the first paragraph of the function's docstring."""


class RuleSet:
    """Rules of one kind in the order they are written; refuses a rule without source or hazard."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, id: str, *, sources: str, hazards: str) -> Callable[[Reads], Reads]:
        """Register a function under an id; `sources` and `hazards` are space-separated ids."""
        if not sources or not hazards:
            raise ValueError(f"rule {id}: a rule names its sources and its hazards")

        def register(reads: Reads) -> Reads:
            statement = (reads.__doc__ or "").split("\n\n")[0].replace("\n    ", " ").strip()
            if not statement:
                raise ValueError(f"rule {id}: a rule says in its docstring what it reads")
            self.rules.append(Rule(id, tuple(sources.split()), tuple(hazards.split()), reads, statement))
            return reads

        return register

    def fire(self, case: Case) -> list[Finding]:
        """Every rule is evaluated; no rule stops another (spec 0, combining 1)."""
        return [found for rule in self.rules if (found := rule.reads(case)) is not None]
