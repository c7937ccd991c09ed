"""How many cases did a proof go through?"""

from typing import Protocol


class Count(Protocol):
    """Adds the cases of one proof to the total that is told at the end."""

    def __call__(self, cases: int, of: str = "") -> None:
        """So many cases, of this kind."""
