"""Is it getting better or worse? Gain, worsening and relapse, read off the days (spec section 7).

The rules T1-T8 and the flare rules ask these questions; none of them is a rule by itself.
"""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from spineward.clinical.case import Case, once
from spineward.clinical.catalogue import limit
from spineward.clinical.rules.next_day import n2_moments
from spineward.clinical.timeline import Middle, Timeline


@once
def onset(case: Case) -> int | None:
    """The day the leg symptoms of this episode began; trends count from here, not from install."""
    began = case.situation.leg_onset
    return began.toordinal() if isinstance(began, date) else None


@once
def first_day(case: Case) -> int:
    """The day of the first check-in since the onset: the first use of this episode."""
    began = onset(case) or 0
    days = (moment.day for moment in case.timeline.moments if moment.day >= began)
    return next(days, case.today.toordinal())


@once
def first_use(case: Case) -> bool:
    """No day before that of the present check-in has a value."""
    present = case.timeline.moments[-1].day
    return all(day == present for day in case.timeline.legs)


# --- gain (T1) -----------------------------------------------------------------------------


def least_drop(baseline: int | float) -> int:
    """How many points count as less pain, by where it started (SPEC21)."""
    if baseline >= limit("t1.top_from"):
        return limit("t1.drop_top")
    if baseline >= limit("t1.high_from"):
        return limit("t1.drop_high")
    if baseline >= limit("t1.mid_from"):
        return limit("t1.drop_mid")
    return limit("t1.drop_low")


def _less_pain(line: Timeline, began: int, day: int) -> bool:
    now, before = line.short_median(day, began), line.baseline(began, day)
    if now is None or before is None:
        return False
    drop = before - now
    return drop >= least_drop(before) and drop * 100 >= before * limit("t1.percent")


def _nearer_band(line: Timeline, began: int, day: int) -> bool:
    before = line.baseline_band(began, day)
    first = day - limit("t1.band_days") + 1
    if before is None:
        return False
    return all(line.bands.get(d, before) < before for d in range(first, day + 1))


def improving(case: Case, day: int) -> bool:
    """T1 as it stood on that day."""
    began, first = onset(case), first_day(case)
    if began is None or day < first:
        return False
    said = case.situation.change_so_far
    early = day < first + limit("t1.early_days")
    if early and said is not None and said >= limit("t1.early_change"):
        return True
    line = case.timeline
    return _less_pain(line, began, day) or _nearer_band(line, began, day)


@once
def gain(case: Case) -> bool:
    """T1 on any of the last 7 days, or a baseline so low that there is nothing to gain."""
    began = onset(case)
    if began is None:
        return False
    today = case.today.toordinal()
    baseline = case.timeline.baseline(began, today)
    if baseline is not None and baseline < limit("t1.tiny_baseline"):
        return True
    return any(improving(case, day) for day in range(today, today - limit("t1.gain_days"), -1))


# --- worsening (T2) ------------------------------------------------------------------------


class Worsening(NamedTuple):
    """One spell of T2: its first and latest day, the medians frozen on the first, and whether leg
    and band were above them when last known. `holds`: it is true today."""

    first: int
    last: int
    leg: Middle
    band: int | None
    leg_above: bool
    band_above: bool
    holds: bool = False


def _leg_rise(line: Timeline, day: int) -> bool:
    now, before = line.short_median(day), line.prior_median(day)
    if now is None or before is None:
        return False
    return now >= limit("t2.leg") and now - before >= limit("t2.rise")


def _band_rise(line: Timeline, day: int) -> bool:
    before = line.prior_band(day)
    running = range(day - limit("t2.band_days") + 1, day + 1)
    return before is not None and all(line.bands.get(d, before) > before for d in running)


def _begins(line: Timeline, day: int, n2_days: set[int]) -> bool:
    return _leg_rise(line, day) or _band_rise(line, day) or day in n2_days


def _goes_on(spell: Worsening, line: Timeline, day: int, n2_open: bool) -> Worsening | None:
    """The spell on a later day against its frozen medians; a day without value changes nothing."""
    if day - spell.first > limit("t2.longest_days"):
        return None
    leg_above, band_above = spell.leg_above, spell.band_above
    now, band = line.short_median(day), line.bands.get(day)
    if now is not None:
        leg_above = spell.leg is not None and now - spell.leg >= limit("t2.rise")
    if band is not None:
        band_above = spell.band is not None and band > spell.band
    if leg_above or band_above or n2_open:
        return spell._replace(last=day, leg_above=leg_above, band_above=band_above)
    return None


def _walk_from(line: Timeline, n2_days: set[int]) -> int:
    """The earliest day to start from: nothing began in the 14 days before it, so no spell holds;
    nor in the week before those, for a flare may run on from a spell that is over (FLARE_LONG)."""
    edge, reach = line.days[-1], limit("t2.longest_days") + limit("flare.long_days")
    for day in reversed(line.days):
        if day < edge - reach:
            break
        if _begins(line, day, n2_days):
            edge = day
    return edge


@once
def worsening(case: Case) -> Worsening | None:
    """The latest spell of T2 that is near enough to matter; worked out day by day."""
    if onset(case) is None:
        return None
    line, moments = case.timeline, n2_moments(case)
    n2_days = {at.toordinal() for at in moments}
    start, review = _walk_from(line, n2_days), _reviewed_on(case)
    spell: Worsening | None = None
    holds, armed = False, True
    for day in (d for d in line.days if d >= start):
        begins = _begins(line, day, n2_days)
        armed = armed or not begins
        if spell and holds:
            longer = _goes_on(spell, line, day, _n2_open(case, moments, day))
            holds, spell = longer is not None, longer or spell
        if review is not None and day >= review:
            if holds or day == review:  # the same rise does not start anew after its review
                holds, armed = False, not begins
            review = None
        if begins and armed and not holds:
            spell, holds = _spell(line, day), True
    return None if spell is None else spell._replace(holds=holds)


def _spell(line: Timeline, day: int) -> Worsening:
    above = _leg_rise(line, day), _band_rise(line, day)
    return Worsening(day, day, line.prior_median(day), line.prior_band(day), *above)


def _reviewed_on(case: Case) -> int | None:
    """The day a clinician assessed the worsening and said that exercise is fine."""
    reviewed = case.situation.reviewed.get("T2")
    return reviewed.toordinal() if reviewed and case.told_fine("T2") else None


def _n2_open(case: Case, moments: list[datetime], day: int) -> bool:
    """Within 48 h of N2: to the hour today, to the day before."""
    hours = limit("n2.hours")
    if day == case.today.toordinal():
        return any(case.now - at <= timedelta(hours=hours) for at in moments)
    return any(0 <= (day - at.toordinal()) * 24 <= hours for at in moments)


def worse_since(case: Case) -> date | None:
    """The first day of T2 while it holds, else None."""
    spell = worsening(case)
    return date.fromordinal(spell.first) if spell and spell.holds else None


# --- relapse (T8) --------------------------------------------------------------------------


class Relapse(NamedTuple):
    """Pain that came back after a quiet time: when, and the first day of the quiet."""

    at: datetime
    quiet_from: date


@once
def relapse(case: Case) -> Relapse | None:
    """The latest relapse: pain of 2 or more after 28 days in a row at 0-1."""
    found: Relapse | None = None
    quiet: date | None = None
    top, from_here = limit("episode.quiet_top"), limit("episode.relapse")
    for record in case.check_ins:
        if record.leg_now is None and record.back_now is None:
            continue
        worst = max(record.leg_now or 0, record.back_now or 0)
        day = record.at.date()
        if worst <= top:
            quiet = quiet or day
            continue
        if quiet and worst >= from_here and (day - quiet).days >= limit("episode.quiet_days"):
            found = Relapse(record.at, quiet)
        quiet = None
    return found
