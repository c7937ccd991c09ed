"""Is the word on pain killers the join of its reasons, never better than "ask first"? Invariant 10.

Every pair of answers that are no plain no: its reasons are those of the one and of the other, and
the stricter word wins. Hazards: H-15.
"""

from itertools import product

from spineward.clinical.rules.medicines import nsaid
from spineward.clinical.spaces.medicines import ANY, NOTHING, TWO
from spineward.clinical.spaces.space import Value, with_value
from tests.proofs.committed import table
from tests.proofs.counted import Count


def said(*values: Value) -> tuple[str, frozenset[str]]:
    """The word and its reasons, the pharmacist's check apart, for these answers together."""
    answers = with_value({}, Value("base", TWO.base))
    for value in values:
        answers = with_value(answers, value)
    word, reasons = nsaid(TWO.builds(answers))
    return word, frozenset(reasons) - {"pharmacist"}


def test_the_reasons_of_two_answers_are_those_of_each(count_cases: Count) -> None:
    apart = {value.label: said(value) for value in ANY}
    for one, other in product(ANY, repeat=2):
        if one.sets.keys() & other.sets.keys():
            continue  # two words on the same question
        word, reasons = said(one, other)
        (first, why), (second, why_else) = apart[one.label], apart[other.label]
        assert reasons == why | why_else, f"{one.label} and {other.label}"
        assert (word == "NO") == ("NO" in (first, second)), f"{one.label} and {other.label}"
    count_cases(len(ANY) ** 2)


def test_every_answer_that_is_no_plain_no_gives_a_reason_but_two_that_are_asked_twice() -> None:
    """Steroids and blood pressure are medicine questions too, where not sure counts as yes."""
    silent = {value.label for value in ANY if not said(value)[1]}
    assert silent == {NOTHING.label, "CL4 not sure", "steroids_3m not sure"}


def test_the_word_is_never_better_than_ask_first() -> None:
    for id in ("medicines.two", "medicines.stricter"):
        assert set(table(id).outcomes) == {"ASK_FIRST", "NO"}
    assert {text.split()[0] for text in table("medicines.one").outcomes} == {"ASK_FIRST", "NO"}
