"""How a statement stands: its state, who approved it and who has not, and what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.statement_rows import standing_token
from desktop.pages.statements.desk_fields import Text
from desktop.warroom import shown
from desktop.warroom.choices import Role, Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approval import SignOff, counting
from desktop.warroom.statements.approving import approvers, missing
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.series import releases_of
from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.chip import Chip
from widgets.flow import Flow
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.theme import Token

SUBMIT, APPROVE, NEXT, RELEASE, LANGUAGE, WITHDRAW = (
    "submit",
    "approve",
    "next",
    "release",
    "language",
    "withdraw",
)
KEYS = {SUBMIT: "R", APPROVE: "A", NEXT: "V", RELEASE: "P", LANGUAGE: "L", WITHDRAW: "W"}
OFFERED: dict[str, tuple[str, ...]] = {  # by state; the first is what comes next
    Standing.DRAFT: (SUBMIT, RELEASE, LANGUAGE),
    Standing.REVIEW: (APPROVE, RELEASE, LANGUAGE),
    Standing.APPROVED: (RELEASE, LANGUAGE),
    Standing.RELEASED: (NEXT, RELEASE, LANGUAGE, WITHDRAW),
    Standing.SUPERSEDED: (NEXT, LANGUAGE, WITHDRAW),
    Standing.WITHDRAWN: (NEXT, LANGUAGE),
}


class DeskHead(Ground):
    """``asked`` carries the name of the deed that was asked for.

    ``keys`` are the deeds with their keys, ``offered`` those of each state.
    """

    asked = Signal(str)
    keys, offered = KEYS, OFFERED

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._room = room
        self.name = PlainLabel("", self, size="title", weight=QFont.Weight.DemiBold, wrap=True)
        self.state = Chip("", parent=self)
        self.approvals = QWidget(self)
        self._approvals = Flow(self.approvals)
        self._row = QWidget(self)
        self._buttons = Flow(self._row)
        self.buttons = {name: PlainButton("", self._row) for name in self.keys}
        for name, button in self.buttons.items():
            self._buttons.addWidget(button)
            button.setObjectName(name)
            button.clicked.connect(self._ask)
        self.sentence = PlainLabel("", self, token=Token.BAD, wrap=True)
        self.went = PlainLabel("", self, size="label", token=Token.MUTED, wrap=True)
        self._top = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._top.addWidget(self.name, 1)
        self._top.addWidget(self.state)
        self._column.addLayout(self._top)
        fill(self._column, self.approvals, self.went, self._row, self.sentence)
        self.refuse("")
        self.measure()

    def show_statement(self, statement: Text) -> None:
        """Say how a statement stands now."""
        version = _("version {n}").format(n=statement.version or 1)
        form = word(statement.form) if statement.form else ""
        of = (form, word(statement.language), version)
        self.name.setText(shown.listed(of))
        self.state.show_text(word(statement.standing), standing_token(statement.standing))
        self._show_approvals(statement)
        self._show_buttons(statement)
        went = self.went_words(statement)
        self.went.setText("\n".join(went))
        self.went.setVisible(bool(went))

    def went_words(self, statement: Text) -> list[str]:
        """Where and when a text went out, a line each."""
        return [self._told(each) for each in releases_of(self._room, statement)]

    def words(self, statement: Text, lacking: Sequence[Role]) -> dict[str, str]:
        """What the deeds are called."""
        return _words(statement, lacking)

    def refuse(self, sentence: str) -> None:
        """Say beside the buttons why something was not done, or nothing."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def below(self, name: str) -> QPoint:
        """Where a menu of a button opens."""
        button = self.buttons[name]
        return button.mapToGlobal(QPoint(0, button.height()))

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2.5), space(4), space(2.5))
        self._column.setSpacing(space(2))
        self._top.setSpacing(space(2))

    # inside

    def _show_buttons(self, statement: Text) -> None:
        offered = self.offered.get(str(statement.standing), (LANGUAGE,))
        lacking = missing(self._room, statement)
        words = self.words(statement, lacking)
        for name, button in self.buttons.items():
            button.setVisible(name in offered and (name != APPROVE or bool(lacking)))
            button.setText(words[name])
            set_tip(button, _("Key {key} in the list").format(key=self.keys[name]))
            kind = "primary" if name == offered[0] else ""
            if button.property("kind") != kind:
                button.setProperty("kind", kind)
                button.style().polish(button)

    def _show_approvals(self, statement: Text) -> None:
        while item := self._approvals.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        given = {each.role: each for each in counting(self._room, statement)}
        wanted = approvers(statement) if statement.unreleased else tuple(given)
        for role in wanted:
            awaited = statement.standing == Standing.REVIEW
            self._approvals.addWidget(self._chip(role, given.get(role), awaited=awaited))
        self.approvals.setVisible(bool(wanted))

    def _chip(self, role: Role | str, given: SignOff | None, *, awaited: bool) -> Chip:
        if given is None:
            said = _("{role}: not approved").format(role=word(role))
            return Chip(said, Token.WARN if awaited else Token.MUTED, "○", self.approvals)
        time = shown.when(given.at, self._room.here()) if given.at else ""
        who = shown.listed((given.by, time))
        return Chip(shown.labelled(word(role), who), Token.GOOD, "✓", self.approvals)

    def _told(self, out: Release) -> str:
        """Where and when it went out, and the beginning of its hash."""
        now = self._room.here()
        time = shown.when(out.at, now) if out.at else ""
        said = [f"{out.place} · {time}", out.url, f"SHA-256 {out.sha256[:12]}…"]
        if out.withdrawn_at:
            gone = _("withdrawn {time}").format(time=shown.when(out.withdrawn_at, now))
            said.append(shown.labelled(gone, out.withdrawn_why))
        if out.unapproved_why:
            said.append(shown.labelled(_("Without approval"), out.unapproved_why))
        if out.before_staff_why:
            said.append(shown.labelled(_("Before the staff"), out.before_staff_why))
        return " · ".join(filter(None, said))

    def _ask(self) -> None:
        self.asked.emit(self.sender().objectName())


def _words(statement: Text, lacking: Sequence[Role]) -> dict[str, str]:
    further = statement.standing == Standing.RELEASED
    only = lacking[0] if len(lacking) == 1 else None
    return {
        SUBMIT: _("Submit for review"),
        APPROVE: _("Approve as {role}").format(role=word(only)) if only else _("Approve as…"),
        RELEASE: _("Release on another channel…") if further else _("Release…"),
        NEXT: _("Next version"),
        LANGUAGE: _("In another language…"),
        WITHDRAW: _("Withdraw…"),
    }
