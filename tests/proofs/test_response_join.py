"""Is the worst of several outcomes the same in any order, and never milder than one of them?

Proved over every outcome that the tables hold, so that a set may be decided part by part. Two
outcomes of row 8 never meet (there is one back), and nothing that rows 9-12 say meets rows 1-8.

Hazards: H-01 H-02 H-04.
"""

from itertools import chain, product

import pytest

from spineward.clinical.facts import SetOutcome
from spineward.clinical.rules import stop_session
from spineward.clinical.set_verdict import AT_30, not_assessed, worst
from spineward.clinical.signs import SetSigns
from spineward.clinical.spaces import response
from spineward.clinical.spaces.space import cases
from tests.proofs.counted import Count
from tests.proofs.response_cases import no_milder, outcomes_of, strict

WORSE = tuple(
    dict.fromkeys(
        chain(
            outcomes_of("response.help"),
            outcomes_of("response.part"),
            (not_assessed(SetSigns()), not_assessed(SetSigns(stop_asked=True))),
        )
    )
)
"""What rows 1-7 and a missing answer can come to."""
CHANGED = outcomes_of("response.change")
meeting = pytest.mark.parametrize("known", [WORSE, CHANGED], ids=["rows 1-7", "rows 9-12"])


@meeting
def test_the_order_and_the_grouping_of_a_join_do_not_matter(
    known: tuple[SetOutcome, ...], count_cases: Count
) -> None:
    """Commutative, associative, idempotent; and of three at once it is the same."""
    pairs = {(a, b): worst([a, b]) for a, b in product(known, repeat=2)}
    assert all(pairs[a, a] == a == worst([a]) for a in known)
    assert all(pairs[a, b] == pairs[b, a] for a, b in pairs)
    further: dict[tuple[SetOutcome, SetOutcome], SetOutcome] = {}
    for two, one in product(set(pairs.values()), known):
        further[two, one] = worst([two, one])
        assert worst([one, two]) == further[two, one]
    for a, b, c in product(known, repeat=3):
        assert further[pairs[a, b], c] == further[pairs[b, c], a], (a, b, c)
    for a, b, c in product(known[:: 1 + len(known) // 24], repeat=3):
        assert worst([a, b, c]) == further[pairs[a, b], c]
    count_cases(len(known) ** 3, "triples of outcomes joined in every grouping")


@meeting
def test_a_join_never_loosens_and_keeps_every_reason(
    known: tuple[SetOutcome, ...], count_cases: Count
) -> None:
    """Verdict, level and gate are the strictest; reasons, questions and the re-ask stay."""
    for a, b in product(known, repeat=2):
        both = worst([a, b])
        assert strict(both) == tuple(map(max, strict(a), strict(b)))
        assert set(both.fired) == {*a.fired, *b.fired}
        assert set(both.asks) == {*a.asks, *b.asks}
        told = [AT_30.index(one.at_30) for one in (a, b) if one.at_30]
        assert both.at_30 == (AT_30[max(told)] if told else None)
        asked = [one.re_ask_minutes or 0 for one in (a, b) if one.verdict == both.verdict]
        assert both.re_ask_minutes == (max(asked) or None)
        heads = [one for one in (a, b) if one.verdict == both.verdict]
        first = min(heads, key=lambda one: one.row)
        assert (both.label, both.row) == (first.label, first.row), "the first row of the table"
    count_cases(len(known) ** 2, "pairs of outcomes joined")


def test_session_stops_join_the_rows_in_any_order(count_cases: Count) -> None:
    """4.5: the more severe of the two counts; the label stays that of the rows."""
    rows = [*WORSE, *outcomes_of("response.back"), *CHANGED]
    wholes = {one.whole for one in cases(response.STOPS)}
    count = 0
    for found, whole in product(rows, wholes):
        stops = stop_session.RULES.fire(stop_session.EndedSet(whole, found))
        at_once = worst([found, *stops])
        one_by_one = found
        for stop in reversed(stops):
            one_by_one = worst([one_by_one, stop])
        assert at_once == one_by_one == worst([found, worst(stops or [found])])
        assert (at_once.label, at_once.row) == (found.label, found.row)
        assert no_milder(strict(at_once), strict(found))
        count += 1
    count_cases(count, "outcomes of the rows with every combination of session stops")
