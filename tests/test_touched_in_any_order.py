"""Marks and approvals in any order of deeds: one mark for a fact and a text, and undo to the start."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.warroom.choices import Certainty, Channel, Severity, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.records import Entry
from desktop.warroom.statements.approval import SignOff, sign_offs
from desktop.warroom.statements.desk import (
    approve,
    begin,
    missing,
    next_version,
    release,
    submit,
    withdraw,
)
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched, all_open
from desktop.warroom.statements.wording import reference
from desktop.warroom.statements.words import Form
from tests.rooms import new_room

VALUES, PLACES = st.sampled_from(["1", "2", "3"]), st.integers(0, 9)
WHY = {"unapproved_why": "No time", "before_staff_why": "No time"}


class Desk(RuleBasedStateMachine):
    """A room with two facts and texts that name one or both."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.room = room = new_room(Path(self.folder.name) / "r.warroom")
        room.change(room.incident, severity=Severity.MODERATE, why="calm")
        sure = Certainty.CONFIRMED
        self.facts = [room.add(Fact(subject=s, value="1", status=sure)).id for s in ("A", "B")]
        for names in (self.facts[:1], self.facts):
            text = begin(room, Form.UPDATE, title="Text")
            said = ", ".join(reference(each) for each in names)
            room.change(text, parts=({"field": "done", "text": said},))
        self.start, self.done = self.state(), 0

    def teardown(self) -> None:
        for _deed in range(self.done):
            self.room.undo()
        assert self.state() == self.start
        assert self.room.verify().sound
        self.room.close()
        self.folder.cleanup()

    def state(self) -> list[list[dict[str, object]]]:
        """All that is not taken back."""
        kinds = (Fact, FactSource, Statement, SignOff, Release, Touched, Entry)
        return [[each.plain() | {"id": each.id} for each in self.room.all(k)] for k in kinds]

    def attempt(self, deed, *given, **more) -> None:
        try:
            deed(*given, **more)
        except RuleBroken:
            return
        self.done += 1

    def text(self, place: int) -> Statement:
        texts = self.room.all(Statement)
        return texts[place % len(texts)]

    def fact(self, place: int) -> Fact:
        return self.room.get(Fact, self.facts[place % 2])

    @rule(place=PLACES, value=VALUES)
    def revalue(self, place: int, value: str) -> None:
        self.attempt(self.room.change, self.fact(place), value=value)

    @rule(place=PLACES, status=st.sampled_from(list(Certainty)))
    def doubt(self, place: int, status: Certainty) -> None:
        self.attempt(self.room.change, self.fact(place), status=status)

    @rule(value=VALUES)
    def both(self, value: str) -> None:
        facts = [self.fact(0), self.fact(1)]
        self.attempt(self.room.change_all, facts, value=value)

    @rule(place=PLACES, says=VALUES)
    def source(self, place: int, says: str) -> None:
        said = FactSource(fact=self.fact(place).id, source="S", says=says)
        self.attempt(self.room.add, said)

    @rule(place=PLACES)
    def submit(self, place: int) -> None:
        self.attempt(submit, self.room, self.text(place))

    @rule(place=PLACES)
    def approve(self, place: int) -> None:
        text = self.text(place)
        for role in missing(self.room, text):
            self.attempt(approve, self.room, self.room.get(Statement, text.id), role)

    @rule(place=PLACES)
    def release(self, place: int) -> None:
        self.attempt(release, self.room, self.text(place), Channel.WEBSITE, **WHY)

    @rule(place=PLACES)
    def next(self, place: int) -> None:
        self.attempt(next_version, self.room, self.text(place))

    @precondition(lambda self: self.room.all(Release))
    @rule(place=PLACES)
    def withdraw(self, place: int) -> None:
        releases = self.room.all(Release)
        self.attempt(withdraw, self.room, releases[place % len(releases)], "Wrong")

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.room.undo()
        self.done -= 1

    @invariant()
    def one_mark_for_a_fact_and_a_text(self) -> None:
        marks = [(mark.fact, mark.about) for mark in all_open(self.room)]
        assert len(marks) == len(set(marks))

    @invariant()
    def a_mark_is_of_a_text_that_binds_and_says_what_the_fact_is(self) -> None:
        for mark in all_open(self.room):
            text, fact = self.room.get(Statement, mark.about), self.room.get(Fact, mark.fact)
            assert text.standing not in (Standing.SUPERSEDED, Standing.WITHDRAWN)
            assert mark.out == (text.standing == Standing.RELEASED)
            assert mark.now.startswith(fact.value)
            assert mark.now != mark.was

    @invariant()
    def what_is_approved_was_approved_as_it_would_go_out_now(self) -> None:
        for text in self.room.all(Statement):
            if text.standing == Standing.APPROVED:
                assert missing(self.room, text) == []
                assert not [mark for mark in all_open(self.room) if mark.about == text.id]
            if text.standing == Standing.DRAFT:
                assert sign_offs(self.room, text) == []


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
