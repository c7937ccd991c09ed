"""Who is sent without need, and who is missed? Against what only the generator knows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from spineward.clinical.facts import CareLevel
from tools.docs.markdown import table
from tools.triage.run import Outcome
from tools.triage.study import OF_EACH, Study
from tools.triage.tables import LEVELS, percent

TREND = frozenset(("T4", "T5", "T6", "T7"))
"""Rules that go by how long and how strong it is, and by no warning sign."""
PUBLISHED = "HEN09 found at least one of 25 red flags in 80.4 % of 1172 people with back pain"
GROUPS = """The generator knows what the rules do not: who has a serious condition. *Due anyway*
are people without one for whom a clinician is due whatever the cause: weakness that nobody has
tested or that grows, a dense or growing numb patch, pain that stops everything, thoughts of
ending life, being very unwell, alarm signs in pregnancy, after a procedure or after a pill. The
row *neither* is over-triage proper, as far as today and now are concerned: to look at pain that
is long or strong is what guidance asks for."""
MISSED = """To see who is missed, {each} more people were drawn with each serious condition. Only
those who tell at least one sign of it can be found by any question. That all who tell a sign of
cauda equina are sent now is true by construction: each of those signs is an emergency here."""


def neither(seen: Sequence[Outcome]) -> list[Outcome]:
    """Those with no serious condition and no other reason to be seen whatever the cause."""
    return [one for one in seen if not one.person.condition and not one.person.due]


def summary(seen: Sequence[Outcome]) -> str:
    """The page in five lines."""
    total, idle = len(seen), neither(seen)
    urgent = sum(one.level >= CareLevel.SAME_DAY for one in seen)
    needless = sum(one.level >= CareLevel.SAME_DAY for one in idle)
    nobody = sum(one.level == CareLevel.SELF_CARE for one in seen)
    ill = [one for one in seen if one.person.condition]
    late = sum(one.level <= CareLevel.ROUTINE for one in ill)
    trend = sum(bool(one.rules) and one.rules <= TREND for one in seen)
    signs = sum(any(_warns(rule) for rule in one.rules) for one in seen)
    return "\n".join(
        (
            f"- {percent(urgent, total)} are sent to somebody today or now, "
            f"{percent(nobody, total)} to nobody.",
            f"- Of those with nothing serious and no other reason to be seen, "
            f"{percent(needless, len(idle))} are sent today or now: over-triage proper.",
            f"- Of the {len(ill)} with a serious condition, {percent(late, len(ill))} are sent to "
            "nobody, or within four weeks: missed, as far as questions can miss.",
            f"- {percent(trend, total)} are sent on only for how long or how strong it is (T4-T7), "
            "without any warning sign.",
            f"- {percent(signs, total)} give at least one warning sign (A, B or C). That is not "
            f"outlandish: {PUBLISHED}, and 0.9 % with a serious disease.",
        )
    )


def _warns(rule: str) -> bool:
    return rule[0] in "ABC" and not rule.startswith("CL")


def need(study: Study) -> Iterator[str]:
    """The paragraphs and tables on need."""
    seen = study.seen
    yield GROUPS
    groups = (
        ("neither", neither(seen)),
        ("due anyway", [o for o in seen if o.person.due and not o.person.condition]),
        ("a serious condition", [o for o in seen if o.person.condition]),
    )
    yield _by_group(groups, len(seen), "Share of all")
    yield MISSED.format(each=OF_EACH)
    told = [
        (condition(id), [one for one in group if one.person.signs])
        for id, group in study.ill.items()
    ]
    yield _by_group(told, OF_EACH, "Of these tell a sign")
    yield _missed([one for _, group in told for one in group])


def condition(id: str) -> str:
    """The name of a serious condition."""
    return id.removeprefix("serious.").replace("_", " ")


def _by_group(groups: Sequence[tuple[str, Sequence[Outcome]]], total: int, share: str) -> str:
    rows = []
    for name, group in groups:
        count = Counter(one.level for one in group)
        levels = (percent(count[level], len(group)) for level in LEVELS)
        rows.append((name, percent(len(group), total), *levels))
    return table(["People", share, *(level.name for level in LEVELS)], rows)


def _missed(told: Sequence[Outcome]) -> str:
    """Those who tell a sign and are told to see nobody, or only within four weeks."""
    low = [one for one in told if one.level <= CareLevel.ROUTINE]
    overlooked = [one for one in low if not _looked_into(one)]
    ways = Counter(
        f"{condition(one.person.condition)}: {' and '.join(sorted(one.person.signs))}"
        for one in overlooked
    )
    listed = "; ".join(
        f"{way} ({count})" for way, count in sorted(ways.items(), key=lambda way: (-way[1], way[0]))
    )
    return (
        f"{percent(len(low), len(told))} of those who tell a sign are sent to nobody, or within "
        f"four weeks. {percent(len(low) - len(overlooked), len(low))} of them said that a "
        "clinician had looked into that sign in this bout. The others told of nothing but this, "
        f"which by itself sends nobody sooner: {listed}. B5 counts from 70 on or with fragile "
        "bones, C4 alone is routine, and constant pain counts with a risk of infection (B2)."
    )


def _looked_into(one: Outcome) -> bool:
    now = one.person.situation
    return any(sign in now.examined or sign in now.reviewed for sign in one.person.signs)
