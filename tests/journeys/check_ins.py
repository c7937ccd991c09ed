"""What is answered, finished, put right and noted, in any order?"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from spineward.clinical.facts import Assessment
from spineward.clinical.questions import FULL_SCREEN
from spineward.diary import journey
from spineward.diary.models import CheckIn, Note, Weekly
from tests.cases.build import ITEMS
from tests.diary.life import ABOUT, SCREEN, day
from tests.journeys import always, said
from tests.journeys.base import Base


class CheckIns(Base):
    """Pages and check-ins, examinations, corrections and notes."""

    @initialize(first=st.sampled_from((True, True, True, False)))
    def begin(self, first: bool) -> None:
        """Most lives begin with a check-in that finds nothing."""
        if first:
            self.whole_check_in({}, 4, True)

    def page(
        self, name: str, answers: dict[str, Any], ticked: tuple[str, ...] = (), hold: bool = False
    ) -> None:
        """One page of questions."""
        id, person = uuid4(), self.person
        self.fill_in(
            lambda: journey.answer(
                person, name, answers, now=self.now, client_id=id, ticked=ticked
            ),
            hold,
        )

    def finish(self, kind: Any) -> Assessment | None:
        """The last button."""
        id = uuid4()
        found: Assessment | None = self.send(
            lambda: journey.finish_check_in(self.person, kind, now=self.now, client_id=id)
        )
        return found

    @rule(left_out=st.sampled_from((None, None, None, *FULL_SCREEN)), about=st.booleans())
    def screen(self, left_out: str | None, about: bool) -> None:
        """All pages with "None of these", but perhaps one of them."""
        for name, answers in SCREEN.items():
            if name != left_out:
                self.page(name, answers)
        if about or self.turn < 5:
            self.page("about", ABOUT)

    @rule(changed=st.sampled_from(((), (), ("changed",))))
    def weekly_screen(self, changed: tuple[str, ...]) -> None:
        """The short one; "something changed" leaves the health pages open."""
        for name in ("Q1", "Q2", "Q3", "Q4", "Q6"):
            self.page(name, SCREEN[name])
        self.page("changes", {}, ticked=changed)

    @rule(today=said.days(), hold=st.booleans())
    def the_day(self, today: dict[str, Any], hold: bool) -> None:
        """Begun, and perhaps never finished."""
        self.page("now", today, hold=hold)

    @rule(today=said.days(), leg=st.integers(0, 4), calm=st.booleans())
    def daily_check_in(self, today: dict[str, Any], leg: int, calm: bool) -> None:
        """The questions of the day and the last button."""
        self.page("now", day(leg) if calm else today)
        self.finish("daily")

    @rule(kind=st.sampled_from(("first", "daily", "weekly", "session")))
    def finish_it(self, kind: Any) -> None:
        """Whatever was answered by now."""
        self.finish(kind)

    @rule(today=said.days(), leg=st.integers(0, 4), calm=st.booleans())
    def whole_check_in(self, today: dict[str, Any], leg: int, calm: bool) -> None:
        """From the first page to the last."""
        for name, answers in SCREEN.items():
            self.page(name, answers)
        self.page("about", ABOUT)
        self.page("now", day(leg) if calm else today)
        assert self.finish("weekly") is not None

    @rule(
        item=st.sampled_from(said.URGENT) | st.sampled_from(ITEMS),
        answer=said.answers,
        ago=st.sampled_from((0, 0, 1, 10, 40)),
        worse=st.booleans(),
        hold=st.booleans(),
    )
    def say(self, item: str, answer: str, ago: int, worse: bool, hold: bool) -> None:
        """A red flag or another item, on its own page."""
        words = {"yes": "changed", "no": "no_change"} if item == "A4" else {}
        given: dict[str, Any] = {"item": {item: words.get(answer, answer)}}
        if answer != "no":
            date = (self.now - timedelta(days=ago)).date().isoformat()
            given["worsened" if worse else "since"] = {item: date}
        self.page(f"item.{item}", given, hold=hold)

    @rule(answers=said.health)
    def health(self, answers: dict[str, str]) -> None:
        """What else someone has or takes."""
        self.page("health.other", {"background": answers})

    @rule(tests=said.strengths)
    def strength(self, tests: dict[str, Any]) -> None:
        """The strength check on its page."""
        self.page("strength", {"strength": tests})

    @rule(ago=st.integers(0, 3), told=st.sampled_from(("yes", "yes", "no", "not_discussed")))
    def examined(self, ago: int, told: str) -> None:
        """A clinician tested what locked, or what fires now."""
        found = journey.assessment(self.person, now=self.now)
        items = {rule.rstrip("?") for rule in found.locked.rules} if found.locked else set()
        items |= set(always.urgent(found))
        if items:
            date = (self.now - timedelta(days=ago)).date().isoformat()
            self.page(
                "examined",
                {"examined": dict.fromkeys(items, date), "told_ok": dict.fromkeys(items, told)},
            )

    @rule()
    def helped_and_screened(self) -> None:
        """The way out of a lock: seen the next day, told it is fine, then a whole check-in."""
        self.now += timedelta(days=1)
        self.examined(0, "yes")
        self.now += timedelta(hours=1)
        self.whole_check_in({}, 2, True)

    @rule(item=st.sampled_from(("T5", "C3", "C5", "NC2")), ago=st.integers(0, 2))
    def reviewed(self, item: str, ago: int) -> None:
        """A clinician looked at the whole of it."""
        date = (self.now - timedelta(days=ago)).date().isoformat()
        self.page("reviewed", {"reviewed": {item: date}, "told_ok": {item: "yes"}})

    # --- notes and corrections --------------------------------------------------------------

    @rule(entry=said.weeklies)
    def weekly(self, entry: dict[str, Any]) -> None:
        """The weekly entry."""
        id = uuid4()
        self.send(lambda: journey.weekly(self.person, entry, now=self.now, client_id=id))

    @rule(text=st.text(max_size=20))
    def note(self, text: str) -> None:
        """Free words."""
        id, session = uuid4(), self.session
        self.send(
            lambda: journey.note(self.person, text, now=self.now, client_id=id, session=session)
        )

    @rule(which=st.integers(0, 5), changes=said.days(), entry=said.weeklies)
    def correct(self, which: int, changes: dict[str, Any], entry: dict[str, Any]) -> None:
        """An earlier check-in, a weekly entry, a note."""
        id = uuid4()
        forms: dict[type[Any], Callable[[int], None]] = {
            CheckIn: lambda row: journey.correct_check_in(
                self.person, row, changes, now=self.now, client_id=id
            ),
            Weekly: lambda row: journey.correct_weekly(self.person, row, entry, client_id=id),
            Note: lambda row: journey.correct_note(self.person, row, "other words", client_id=id),
        }
        model, form = list(forms.items())[which % len(forms)]
        found = list(model.objects.of(self.person).order_by("id").values_list("id", flat=True))
        if found:
            row = found[which % len(found)]
            self.send(lambda: form(row))
