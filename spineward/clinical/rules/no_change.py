"""Is movement changing anything? NC1 swaps one movement, NC2 asks for a review (spec 2.5)."""

from datetime import timedelta

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.facts import CareLevel, ExerciseSession, Finding
from spineward.clinical.ledger import GOOD, UNCHANGED, ledger
from spineward.clinical.rules.course import gain
from spineward.clinical.rules.rule import RuleSet

RULES = RuleSet()


@once
def unchanged_movements(case: Case) -> frozenset[str]:
    """Movements of the last two weeks whose last 3 sessions had rows 10 or 12 only.

    A session in which nothing was felt before or after says nothing and is passed over.
    """
    since = case.now - timedelta(days=limit("nc1.recent_days"))
    wanted, found = limit("nc1.sessions"), set()
    for movement, uses in ledger(case).used.items():
        if uses[0].at < since:
            continue
        felt = 0
        for use in uses:
            sets = [done for done in use.sets if done.label != "SYMPTOM_FREE"]
            if not all(done.row in UNCHANGED for done in sets):
                break
            felt += bool(sets)
            if felt == wanted:
                found.add(movement)
                break
    return frozenset(found)


@RULES.rule("NC1", sources="ALB12 MAY12 J", hazards="H-20")
def nc1(case: Case) -> Finding | None:
    """A movement changed nothing lasting in three sessions running: it is swapped for another."""
    return Finding("NC1") if unchanged_movements(case) else None


@RULES.rule("NC2", sources="ALB12 SKY05 J", hazards="H-20")
def nc2(case: Case) -> Finding | None:
    """Two weeks and four sessions without one good response and without gain: a review."""
    if gain(case) or _reviewed(case):
        return None
    felt = _felt_without_help(case)
    if len(felt) < limit("nc2.sessions"):
        return None
    if case.days_ago(felt[-1].started.date()) < limit("nc2.days"):
        return None
    return Finding("NC2", CareLevel.ROUTINE, within_days=limit("within.routine"))


def _felt_without_help(case: Case) -> list[ExerciseSession]:
    """This episode's sessions in which anything was felt, newest first; none if one set helped.

    Row 8 keeps the label CENTRALIZING when row 9 held too: that helped.
    """
    found: list[ExerciseSession] = []
    for session in reversed(case.history.sessions):
        if session.started.date() < case.episode_start:
            break
        felt = False
        for done in session.sets:
            if done.row in GOOD or done.label == "CENTRALIZING":
                return []
            felt = felt or done.label != "SYMPTOM_FREE"
        if felt:
            found.append(session)
    return found


def _reviewed(case: Case) -> bool:
    """Reviewed in this episode with "exercise is fine" (1.5)."""
    return case.told_fine("NC2") and case.known_in_episode(case.situation.reviewed.get("NC2"))
