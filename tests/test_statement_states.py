"""Whatever is done to a text in whatever order, what was approved is what goes out."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.warroom.choices import Certainty, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Entry, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.approval import SignOff, counting, sign_offs
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched
from desktop.warroom.statements.wording import fingerprint, reference
from desktop.warroom.statements.words import Form
from tests.rooms import new_room

KINDS: tuple[type[Record], ...] = (Statement, SignOff, Release, Entry, Fact, Touched)
PEOPLE = st.sampled_from(["Lin Xia", "Wu Ke", "Chen Mo", "He Yu"])
WORDS = st.sampled_from(["We sold ⟦fact⟧.", "Sorry.\u202e\u200b", ""])
REASON = st.sampled_from(["Smoke in two flats", ""])
WHICH = st.integers(0, 2)


class Desk(RuleBasedStateMachine):
    """One text, its versions, and everything that people do to them."""

    @initialize(level=st.sampled_from([Severity.CRITICAL, Severity.MINOR]))
    def begin(self, level: Severity) -> None:
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "r.warroom"
        new_room(path).close()
        self.room = WarRoom.open(path, operator="Lin Xia")
        self.room.change(self.room.incident, severity=level, why="As found")
        facts = Fact(subject="Units", value="12,400", status=Certainty.CONFIRMED)
        self.fact = self.room.add(facts)
        desk.begin(self.room, Form.HOLDING, title="First word", text="Sorry.")
        self.acts = 0
        self.first = self._state()
        self.out: dict[str, Record] = {}

    def teardown(self) -> None:
        if hasattr(self, "room"):
            while self.acts and self.room.undo():
                self.acts -= 1
            assert self._state() == self.first
            assert self.room.verify().sound
            self.room.close()
            self.folder.cleanup()

    def _state(self) -> dict[str, list[dict[str, Any]]]:
        return {kind.kind_name: [each.plain() for each in self.room.all(kind)] for kind in KINDS}

    def _text(self, which: int) -> Statement:
        texts = self.room.all(Statement)
        return texts[which % len(texts)]

    def _try(self, verb: Any, *given: Any, **more: Any) -> None:
        """Do it, or be refused: then nothing has changed."""
        before, done = self._state(), len(self.room._deeds.done)
        try:
            verb(*given, **more)
        except RuleBroken:
            assert self._state() == before
        self.acts += len(self.room._deeds.done) - done

    @rule(which=WHICH, who=PEOPLE, words=WORDS)
    def edit(self, which: int, who: str, words: str) -> None:
        self.room.operator = who
        words = words.replace("⟦fact⟧", reference(self.fact.id))
        self._try(self.room.change, self._text(which), text=words)

    @rule(which=WHICH)
    def submit(self, which: int) -> None:
        self._try(desk.submit, self.room, self._text(which))

    @rule(which=WHICH, who=PEOPLE, role=WHICH)
    def approve(self, which: int, who: str, role: int) -> None:
        self.room.operator = who
        text = self._text(which)
        roles = desk.approvers(text)
        self._try(desk.approve, self.room, text, roles[role % len(roles)])

    @rule(which=WHICH)
    def approve_in_full(self, which: int) -> None:
        self.submit(which)
        for n, role in enumerate(desk.approvers(self._text(which))):
            self.room.operator = f"Reader {n}"
            self._try(desk.approve, self.room, self._text(which), role)

    @rule(which=WHICH, channel=st.sampled_from(["website", "social"]), why=REASON, first=REASON)
    def release(self, which: int, channel: str, why: str, first: str) -> None:
        reasons = {"unapproved_why": why, "before_staff_why": first}
        self._try(desk.release, self.room, self._text(which), channel, **reasons)

    @rule(which=WHICH)
    def next_version(self, which: int) -> None:
        self._try(desk.next_version, self.room, self._text(which))

    @rule(which=WHICH)
    def release_the_next_version(self, which: int) -> None:
        self.next_version(which)
        why = "Smoke in two flats"
        self.release(2, "website", why, why)

    @rule()
    def tell_staff(self) -> None:
        message = StaffMessage(title="Stop", sent_at=self.room.minute())
        self._try(self.room.add, message)

    @rule(which=WHICH, number=st.integers(0, 40))
    def bring_back(self, which: int, number: int) -> None:
        text = self._text(which)
        history = self.room.history(text)
        self._try(self.room.bring_back, text, history[number % len(history)].number)

    @rule(value=st.sampled_from(["12,400", "12,900", ""]))
    def learn(self, value: str) -> None:
        self._try(self.room.change, self.room.get(Fact, self.fact.id), value=value)

    @rule(which=WHICH, why=REASON)
    def withdraw(self, which: int, why: str) -> None:
        releases = self.room.all(Release)
        if releases:
            self._try(desk.withdraw, self.room, releases[which % len(releases)], why)

    @rule()
    def undo(self) -> None:
        if self.acts:
            self.room.undo()
            self.acts -= 1
            self.out = {each.id: each for each in self.room.all(Release)}

    @invariant()
    def a_released_text_never_changes(self) -> None:
        for each in self.room.all(Release):
            was = self.out.setdefault(each.id, each)
            assert (was.text, was.sha256, was.facts) == (each.text, each.sha256, each.facts)
            assert was.unapproved_why == each.unapproved_why

    @invariant()
    def what_is_approved_has_every_approval_of_its_present_wording(self) -> None:
        for text in self.room.all(Statement):
            if text.standing == Standing.APPROVED:
                roles = {each.role for each in counting(self.room, text)}
                assert roles >= set(desk.approvers(text)), fingerprint(self.room, text)

    @invariant()
    def a_draft_holds_no_approval(self) -> None:
        for text in self.room.all(Statement):
            if text.standing == Standing.DRAFT:
                assert not sign_offs(self.room, text)

    @invariant()
    def one_version_of_a_language_is_in_force(self) -> None:
        standing = [each.standing for each in self.room.all(Statement)]
        assert standing.count(Standing.RELEASED) <= 1


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
