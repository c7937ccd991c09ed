"""When is one movement not for this person today? One small function for each exclusion.

Spec section 4, column "Not if", with 4.2, 4.6 and section 3. A movement names its own exclusions
in content/movements (`not_if`); those OF_ALL hold for every movement. Exclusions add up: each is
listed, and none takes another back. What is unknown or missing counts as the worse (0.4).
"""

from collections.abc import Callable, Collection
from datetime import timedelta

from spineward.clinical.body import LEG_RANK
from spineward.clinical.case import Case
from spineward.clinical.catalogue import limit, zones
from spineward.clinical.facts import Chart, Exclusion, Gate
from spineward.clinical.ledger import CENTRALIZING, GOOD, IN_THE_LEG, NOT_WORSE, STEADY
from spineward.clinical.library import Movement, families, movements, naming
from spineward.clinical.progression import may_progress
from spineward.clinical.rules.next_day import removed_by_n2
from spineward.clinical.today import Today

TINGLING_ROSE = (4, 5, 6)
"""Rows in which a set with more tingling ends: the first match wins, so rows 4 and 5 too."""


def exclusions(
    case: Case, gate: Gate, patterns: Collection[str], state: str, fired: Collection[str]
) -> tuple[Exclusion, ...]:
    """Every (movement, exclusion) pair that holds, sorted."""
    today = Today(case, gate, patterns, state, fired)
    known = movements()
    pairs = [
        (one, name) for name, holds in OF_PERSON.items() if holds(today) for one in naming(name)
    ]
    pairs += [
        (one, name)
        for name, holds_for in OF_ONE.items()
        for one in naming(name)
        if holds_for(today, known[one])
    ]
    pairs += [(one, name) for name, held in OF_ALL.items() for one in held(today) if one in known]
    return tuple(Exclusion(one, by) for one, by in sorted(pairs))


# --- every movement -------------------------------------------------------------------------


def gate(today: Today) -> Collection[str]:
    """BLOCK offers nothing, EASE_ONLY the ease menu, LIMITED no movement that needs FULL (4.2)."""
    known = movements().values()
    if today.gate is Gate.FULL:
        return ()
    if today.gate is Gate.LIMITED:
        return [one.id for one in known if "gate" in one.not_if]
    return [one.id for one in known if today.gate is Gate.BLOCK or not one.ease]


def team_allowed(today: Today) -> Collection[str]:
    """Within 84 days of spinal surgery only what the operating team allowed (C15)."""
    if not today.operated:
        return ()
    return movements().keys() - set(today.case.situation.team_allowed or ())


# --- one movement's own past ----------------------------------------------------------------


def flare_moderate(today: Today, one: Movement) -> bool:
    """In a moderate flare only what last did the leg no harm (rows 9-12)."""
    if today.state != "FLARE_MODERATE":
        return False
    return today.ledger.last_row(one.id) not in NOT_WORSE


def last_down_24h(today: Today, one: Movement) -> bool:
    """Its last response made the leg worse, and that is no 24 h ago."""
    uses = today.ledger.of(one.id)
    window = timedelta(hours=limit("set.family_off_hours"))
    return bool(uses) and uses[0].row in IN_THE_LEG and today.case.now - uses[0].at <= window


# --- the person -----------------------------------------------------------------------------


def pregnant(today: Today) -> bool:
    """Pregnant, or not known."""
    return today.case.pregnant or today.late_pregnancy


def moved_down_7d(today: Today) -> bool:
    """Lying on the front moved symptoms down within 7 days; "within" includes day 7."""
    since = today.case.now - timedelta(days=limit("move.m02_down_days"))
    return today.ledger.moved_down("M02", since)


def moved_down(today: Today) -> bool:
    """The press moved symptoms down, ever in this episode."""
    return today.ledger.moved_down("M60")


def m02_not_up(today: Today) -> bool:
    """The last lying on the front within 7 days did not draw the pain up (row 9)."""
    uses = today.ledger.of("M02")
    window = timedelta(days=limit("move.m60_days"))
    return not uses or uses[0].row != CENTRALIZING or today.case.now - uses[0].at > window


def waking_hour_root(today: Today) -> bool:
    """The first hour after waking in a ROOT pattern; a time not known counts as that hour."""
    if "ROOT" not in today.patterns:
        return False
    woke = today.case.situation.woke_at
    if woke is None or woke == "unknown":
        return True
    return today.case.now - woke <= timedelta(minutes=limit("move.waking_minutes"))


def numb_foot(today: Today) -> bool:
    """Dense numbness in the foot."""
    return today.feet["numbness"] >= limit("move.m30a_numb")


def foot_tingling(today: Today) -> bool:
    """Clear tingling in the foot."""
    return today.feet["tingling"] >= limit("move.m30b_tingling")


def no_leg_symptom(today: Today) -> bool:
    """Nothing from the buttock down on the sciatic path in this episode; front thigh is not it."""
    case = today.case
    if _sciatic(case.chart):
        return False
    for record in reversed(case.history.check_ins):
        if record.at.date() < case.episode_start:
            break
        if record.chart and _sciatic(record.chart):
            return False
    return True


def _sciatic(chart: Chart) -> bool:
    known = zones()
    return any(
        not mark.usual
        and known[mark.zone].path == "sciatic"
        and known[mark.zone].rank >= LEG_RANK
        and (mark.pain or mark.tingling or mark.numbness)
        for mark in chart
    )


def locked_m30b(today: Today) -> bool:
    """The slider has not gone well often enough since any glide was last stopped (4.4)."""
    glides = families()["glide"]
    stops = [done.at for done in today.ledger.stops if done.movement in glides]
    since = max(stops, default=None)
    rows = [use.row for use in today.ledger.of("M30a") if since is None or use.at > since]
    short, long = limit("move.m30b_short"), limit("move.m30b_long")
    good = len(rows) >= short and all(row in GOOD for row in rows[:short])
    steady = len(rows) >= long and all(row in STEADY for row in rows[:long])
    if not good and not steady:
        return True
    return not today.ledger.of("M30b") and not may_progress(today, "M30a")


def tingling_rose(today: Today) -> bool:
    """Tingling rose in the last session with a glide in it."""
    uses = today.ledger.of_family("glide")
    return bool(uses) and any(done.row in TINGLING_ROSE for done in uses[0].sets)


def not_yet(today: Today) -> bool:
    """The last two sessions of a lying slider did not both end in rows 9 to 12 (M32)."""
    uses = sorted(
        [*today.ledger.of("M30a"), *today.ledger.of("M31")], key=lambda use: use.at, reverse=True
    )
    wanted = limit("move.m32_sessions")
    return len(uses) < wanted or any(use.row not in NOT_WORSE for use in uses[:wanted])


def groin_or_hip(today: Today) -> bool:
    """Groin or hip pain, told or marked, or not known (0.4: the stricter reading for this)."""
    situation = today.case.situation
    features = (situation.features.get(name) for name in ("groin_pain", "outer_hip_lying"))
    return (
        any(answer != "no" for answer in features)
        or situation.detail.get("C12", {}).get("groin_pain") in ("yes", "not_sure")
        or any(mark.zone == "groin" and mark.pain for mark in today.case.chart)
    )


OF_ALL: dict[str, Callable[[Today], Collection[str]]] = {
    "gate": gate,
    "family_stopped": lambda today: today.resting,
    "removed_n2": lambda today: removed_by_n2(today.case),
    "team_allowed": team_allowed,
}
"""The movements that are off for a reason no movement needs to name."""
OF_ONE: dict[str, Callable[[Today, Movement], bool]] = {
    "FLARE_MODERATE": flare_moderate,
    "last_down_24h": last_down_24h,
}
"""What a movement names, and its own past decides."""
OF_PERSON: dict[str, Callable[[Today], bool]] = {
    "pregnant": pregnant,
    "pregnant_20": lambda today: today.late_pregnancy,
    "STENOSIS": lambda today: "STENOSIS" in today.patterns,
    "not_STENOSIS": lambda today: "STENOSIS" not in today.patterns,
    "not_only_DGS": lambda today: set(today.patterns) != {"DGS"},
    "any_flare": lambda today: today.state != "CALM",
    "FLARE_SEVERE": lambda today: today.state == "FLARE_SEVERE",
    "CL1": lambda today: today.has_clearance_item("CL1"),
    "CL2": lambda today: today.has_clearance_item("CL2"),
    "CL3": lambda today: today.hip_uncleared,
    "CL5": lambda today: today.has_clearance_item("CL5"),
    "CL6": lambda today: today.brittle,
    "C5": lambda today: "C5" in today.holding,
    "C10": lambda today: "C10" in today.holding,
    "C12": lambda today: "C12" in today.holding,
    "floor": lambda today: not today.floor,
    "waking_hour_root": waking_hour_root,
    "spine_limits": lambda today: today.no_hollowing and today.no_rounding,
    "worse_bending": lambda today: today.bending_worsens,
    "moved_down_7d": moved_down_7d,
    "moved_down": moved_down,
    "m02_not_up": m02_not_up,
    "numb_foot": numb_foot,
    "foot_tingling": foot_tingling,
    "no_leg_symptom": no_leg_symptom,
    "locked_m30b": locked_m30b,
    "tingling_rose": tingling_rose,
    "not_yet": not_yet,
    "groin_or_hip": groin_or_hip,
}
"""What a movement names, and the person's answers and history decide."""
