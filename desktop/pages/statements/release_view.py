"""One release: exactly what went out, its hash, and the facts that it rested on."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.models.release_columns import TOKENS
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.whereabouts import (
    Board,
    Flag,
    Rested,
    Whereabouts,
    as_it_went,
    rested_on,
    sides_of,
)
from resources import _
from widgets import theme
from widgets.flow import Flow
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel
from widgets.section_text import SectionText
from widgets.theme import Token
from widgets.two_lines import TwoLineList, TwoLines

DIGITS = 8  # of a hash in one group, so that it can be compared by eye


class ReleaseView(Ground):
    """Shows one release or says that none is chosen; ``fact_asked`` carries the id of a fact."""

    fact_asked = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self.release: Release | None = None
        page = QWidget(self)
        self.title = PlainLabel("", page, size="lead", weight=QFont.Weight.DemiBold, wrap=True)
        self.place = PlainLabel("", page, token=Token.MUTED, wrap=True)
        self.state = PlainLabel("", page, weight=QFont.Weight.Medium, wrap=True)
        self.wrong = PlainLabel("", page, token=Token.BAD, wrap=True)
        self.why = PlainLabel("", page, token=Token.WARN, wrap=True)
        self.deeds = QWidget(page)
        self._flow = Flow(self.deeds)
        self.text = SectionText(None, page)
        self.hash = PlainLabel("", page, size="label", token=Token.MUTED, tabular=True, wrap=True)
        self.rested = PlainLabel(_("Facts used"), page, size="title", weight=QFont.Weight.DemiBold)
        self.facts = TwoLineList(page)
        self._lay_out(page)
        self._name()
        self.facts.opened.connect(self.fact_asked)
        self.facts.clicked.connect(self._ask_fact)
        self.show_release(None, Board({}, ()))

    def add_deeds(self, *buttons: PlainButton) -> None:
        """Put buttons below what is said of the release."""
        for button in buttons:
            button.setParent(self.deeds)
            self._flow.addWidget(button)

    def show_release(self, release: Release | None, board: Board) -> None:
        """Show a release as it stands on the board, or none."""
        self.release = release
        self._page.setVisible(release is not None)
        if release is None:
            return
        stands = board.of_release(release)
        self.title.setText(release.title)
        self.text.set_language(str(release.language))
        if self.text.text() != release.text:
            self.text.set_text(release.text)
        self.place.setText(self._where(release))
        self.state.setText(stands.up.shown)
        self.state.set_token(TOKENS[stands.up])
        self._say(self.wrong, [*_wrong(stands), *sides_of(board.differing, release)])
        self._say(self.why, _reasons(release))
        self.hash.setText(_hash(release))
        self._show_facts(rested_on(self._room, release))

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(4), space(6))
        self._column.setSpacing(space(2))
        self.setMinimumWidth(theme.length("column") // 2)
        rows = len(self.facts.names())
        self.facts.setFixedHeight(rows * max(self.facts.sizeHintForRow(0), 0))

    def sizeHint(self) -> QSize:
        """As wide as a text reads well, so that the table keeps the rest."""
        return QSize(theme.length("column") * 4 // 5, super().sizeHint().height())

    # inside

    def _where(self, release: Release) -> str:
        parts = [release.place, word(release.language)]
        parts.append(_("version {n}").format(n=release.version or 1))
        parts.append(full(release.at, self._room.zone) if release.at else "")
        parts.append(release.url)
        return "  ·  ".join(filter(None, parts))

    def _show_facts(self, rested: Sequence[Rested]) -> None:
        self.facts.show_rows([_fact_row(each) for each in rested])
        self.rested.setVisible(bool(rested))
        self.facts.setVisible(bool(rested))
        self.measure()

    def _ask_fact(self, _index: QModelIndex) -> None:
        if fact := self.facts.chosen():
            self.fact_asked.emit(fact)

    def _say(self, label: PlainLabel, sentences: Sequence[str]) -> None:
        label.setText("\n".join(f"▲ {each}" for each in sentences))
        label.setVisible(bool(sentences))

    def _name(self) -> None:
        self.text.setAccessibleName(_("Text as released"))
        self.facts.setAccessibleName(self.rested.text())
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _lay_out(self, page: QWidget) -> None:
        self._page, self._column = page, QVBoxLayout(page)
        said = (self.title, self.place, self.state, self.wrong, self.why)
        for each in (*said, self.deeds, self.text, self.hash, self.rested, self.facts):
            self._column.addWidget(each)
        self._column.addStretch(1)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


def _wrong(stands: Whereabouts) -> list[str]:
    said = {
        Flag.TO_CORRECT: _("A fact in it has changed: it asks for a correction."),
        Flag.OLDER: _("A later version is out; here the older one still stands."),
    }
    return [said[each] for each in stands.flags if each in said]


def _reasons(release: Release) -> list[str]:
    """Why it went out as it did, and why it was taken down: kept for ever."""
    said = (
        (_("Without approval: {why}"), release.unapproved_why),
        (_("Before the staff: {why}"), release.before_staff_why),
        (_("Withdrawn: {why}"), release.withdrawn_why),
    )
    return [form.format(why=why) for form, why in said if why]


def _hash(release: Release) -> str:
    digits = [release.sha256[at : at + DIGITS] for at in range(0, len(release.sha256), DIGITS)]
    sound = _("The text matches it.") if as_it_went(release) else _("▲ The text does not match it.")
    return f"{shown.labelled('SHA-256', ' '.join(digits))}\n{sound}"


def _fact_row(rested: Rested) -> TwoLines:
    title = shown.labelled(rested.subject, rested.went)
    if rested.holds:
        return TwoLines(rested.fact, title, _("It still is so."))
    now = _("Now: {value}").format(value=rested.now)
    return TwoLines(rested.fact, title, now, _("▲ changed"), Token.BAD)
