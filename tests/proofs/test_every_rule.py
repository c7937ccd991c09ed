"""Is every rule at work in a complete table, and missed there? Hazards: H-01 H-02 H-05."""

import re
from dataclasses import replace

import pytest

from spineward.clinical import tables
from spineward.clinical.rulebook import SETS, rulebook
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space, case_at
from spineward.clinical.tables import TableError, asking
from tests.proofs.committed import table

MARK = re.compile(r"(\?|_seen|_muted|_not_fine)$")


def named(text: str) -> set[str]:
    """The rules that an outcome of a table names, without their marks; "row_5" is row5."""
    words = {MARK.sub("", word) for word in text.split()}
    return words | {word.replace("_", "") for word in words}


def at_work(space: Space) -> set[str]:
    """The rules of a space that fire in at least one of its cases."""
    return {id for text in table(space.id).outcomes for id in named(text) & set(space.rules)}


def test_every_rule_has_a_table_in_which_it_fires() -> None:
    fired = set().union(*(at_work(space) for space in SPACES))
    silent = sorted(set(rulebook()) - fired)
    assert silent == [], f"no table shows these rules at work: {silent}"


OF_A_SET = {rule.id.replace(" ", "") for rules in SETS for rule in rules.rules}
"""Deleted one by one in test_response_parts.py: their tables ask no rule by its id."""


def first_in_which(space: Space, id: str) -> int:
    """The place of the first case of a table in which a rule fires."""
    known = table(space.id)
    wanted = {code for code, text in enumerate(known.outcomes) if id in named(text)}
    return next(place for place, code in enumerate(known.codes) if code in wanted)


@pytest.mark.parametrize("id", [id for id in rulebook() if id not in OF_A_SET])
def test_a_rule_that_is_deleted_is_missed_by_its_tables(
    id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables_of_it = [space for space in SPACES if space.decides is None and id in at_work(space)]
    assert tables_of_it
    for space in tables_of_it:
        place, known = first_in_which(space, id), table(space.id)
        others = replace(space, rules=tuple(other for other in space.rules if other != id))
        without = space.said(asking(others)(case_at(space, place)))
        assert without != known.outcomes[known.codes[place]], space.id
    kept = {other: rule for other, rule in rulebook().items() if other != id}
    monkeypatch.setattr(tables, "rulebook", lambda: kept)
    for space in tables_of_it:
        with pytest.raises(TableError, match=f"rule {id} is no longer among the rules"):
            asking(space)
