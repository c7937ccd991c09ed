"""Is every rule at work in a complete table, and missed there? Hazards: H-01 H-02 H-05."""

import re

import pytest

from spineward.clinical import tables
from spineward.clinical.rulebook import rulebook
from spineward.clinical.spaces import SPACES
from spineward.clinical.spaces.space import Space
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


@pytest.mark.parametrize("id", rulebook())
def test_a_rule_that_is_deleted_is_missed_by_its_tables(
    id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {other: rule for other, rule in rulebook().items() if other != id}
    monkeypatch.setattr(tables, "rulebook", lambda: kept)
    tables_of_it = [space for space in SPACES if id in at_work(space)]
    assert tables_of_it
    for space in tables_of_it:
        with pytest.raises(TableError, match=f"rule {id} is no longer among the rules"):
            asking(space)
