"""How is one rule printed? The same as its page: words, statement, numbers, sources, hazards."""

from collections.abc import Iterator

from spineward.clinical.catalogue import Source, words
from spineward.clinical.explain import Explanation, Number, explain, sure
from spineward.clinical.open_points import OpenPoint


def explained(id: str) -> Iterator[str]:
    """The lines that explain one rule. Raises ContentError for an id that is none."""
    rule = explain(id)
    yield f"{rule.rule}  {rule.name}"
    yield f"{words()[f'how.outcome.{rule.outcome}.name']}"
    yield f"\nShown to the person: {rule.why}"
    yield f"What to do: {rule.do}"
    if rule.why_unsure:
        yield f"When not sure: {rule.why_unsure} {rule.do_unsure}".rstrip()
    yield f"\nClinicians read: {rule.statement}\n"
    yield from (_source(one) for one in rule.sources)
    for number in rule.numbers:
        yield from _number(number)
    yield ""
    yield from (f"Hazard  {one.id}: {one.title}" for one in rule.hazards)
    yield from (_point(one) for one in rule.points)
    yield _change(rule)


def _source(one: Source) -> str:
    return " ".join(
        filter(None, [f"Source  {one.id}: {one.title}. {one.where}. {sure(one)}.", one.link])
    )


def _number(one: Number) -> Iterator[str]:
    limit = one.limit
    yield f"\nNumber  {limit.id} = {one.value} ({limit.low} to {limit.high})"
    says = ", ".join(f"{source.id}: {sure(source)}" for source in one.sources)
    yield f"        {limit.text} [{says}]"


def _point(one: OpenPoint) -> str:
    said = f"{one.answer} ({one.reader}, {one.on})" if one.answer else "open"
    return f"Point   {one.id}: {one.now} {one.question} {said}"


def _change(rule: Explanation) -> str:
    reader = f"Read by {rule.change.reader}" if rule.change.reader else words()["how.reader_none"]
    return f"Changed {rule.change.on}: {rule.change.what}, for {rule.change.affects}. {reader}"
