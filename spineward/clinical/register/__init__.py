"""What was signed off, and when did it last change? Nothing clinical changes silently.

content/register.toml holds an entry for every rule, number, movement, zone, question, card, source,
hazard and sentence, as it stood when its last change was recorded. `entries` reads the file;
`standing` says what stands now, `differences` compares the two, and `recording` writes the file.
Pages and reports ask only `last_change`; the other three are for commands and tests.
"""

from spineward.clinical.register.entries import Change, last_change

__all__ = ["Change", "last_change"]
