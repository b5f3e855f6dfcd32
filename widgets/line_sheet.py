"""A line to be said, large, with what is not to be said beside it in red."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.chip import Chip
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, visible
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of a question: how its line stands, in words and a colour, and what to mind.

    A ``struck`` line holds no more; ``warnings`` stand above it, ``notes`` below.
    """

    question: str
    line: str
    not_to_say: str
    state: str
    token: Token
    sign: str = ""
    struck: bool = False
    warnings: Sequence[str] = ()
    notes: str = ""


class LineSheet(Ground):
    """Shows one sheet, or how to get to one."""

    def __init__(self, empty: str, parent: QWidget) -> None:
        super().__init__(Token.SURFACE, Qt.Edge.BottomEdge, parent)
        self._empty = empty
        self.question = PlainLabel("", self, size="lead", weight=QFont.Weight.DemiBold, wrap=True)
        self.state = Chip("", parent=self)
        self.warning = PlainLabel("", self, token=Token.WARN, wrap=True)
        self.line = _Words(self, "figure", Token.TEXT)
        self.bad_title = PlainLabel(
            _("Do not say"), self, weight=QFont.Weight.DemiBold, token=Token.BAD
        )
        self.bad = _Words(self, "lead", Token.BAD)
        self.notes = PlainLabel("", self, size="label", token=Token.MUTED, wrap=True)
        self._beside = Ground(Token.SURFACE, Qt.Edge.LeftEdge, self)
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.measure()
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show a sheet; None says how to get to one."""
        said = sheet or Sheet("", self._empty, "", "", Token.MUTED)
        self.question.setText(visible(said.question))
        self.question.setVisible(bool(said.question))
        self.state.show_text(said.state, said.token, said.sign)
        self.warning.setText("\n".join(f"▲ {visible(each)}" for each in said.warnings))
        self.warning.setVisible(bool(said.warnings))
        self.line.say(said.line, said.struck, Token.TEXT if sheet else Token.MUTED)
        self.bad.say(said.not_to_say, False, Token.BAD)
        self._beside.setVisible(bool(said.not_to_say.strip()))
        self.notes.setText(visible(said.notes))
        self.setAccessibleName(visible(said.question) or _("Question and answer"))
        self.setAccessibleDescription(_spoken(said))

    def add_buttons(self, *buttons: PlainButton) -> None:
        """Put the deeds on the line below it."""
        fill(self._buttons, *buttons)

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(3), space(3))
        self._column.setSpacing(space(2))
        self._bad.setContentsMargins(space(4), 0, space(2), 0)
        self._bad.setSpacing(space(1))
        self._buttons.setSpacing(space(2))
        self._beside.setMinimumWidth(theme.space(40))
        self.setMinimumHeight(theme.space(44))

    def _lay_out(self) -> None:
        self._column, self._bad = QVBoxLayout(self), QVBoxLayout(self._beside)
        head, both, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        fill(self._bad, self.bad_title)
        self._bad.addWidget(self.bad, 1)
        both.addWidget(self.line, 3)
        both.addWidget(self._beside, 2)
        foot.addWidget(self.notes, 1)
        foot.addLayout(self._buttons)
        self._column.addLayout(head)
        self._column.addWidget(self.warning)
        self._column.addLayout(both, 1)
        self._column.addLayout(foot)


class _Words(QScrollArea):
    """Words that wrap and scroll where they are long; nothing in them takes the keys."""

    def __init__(self, parent: QWidget, size: str, token: Token) -> None:
        super().__init__(parent)
        self._label = _Struck("", self, size=size, token=token, wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._label)
        self._label.setAutoFillBackground(False)  # which being put into the area turned on

    def say(self, text: str, struck: bool, token: Token) -> None:
        """Show other words from their beginning."""
        self._label.setText(text)
        self._label.strike(struck, Token.FAINT if struck else token)
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """The words that are shown."""
        return self._label.text()

    def struck(self) -> bool:
        """Whether they are struck through."""
        return self._label.font().strikeOut()


class _Struck(PlainLabel):
    """Words that may be struck through."""

    _through = False

    def strike(self, through: bool, token: Token) -> None:
        self._through = through
        self.set_token(token)

    def _dress(self) -> None:
        super()._dress()
        font = self.font()
        font.setStrikeOut(self._through)
        self.setFont(font)


def _spoken(sheet: Sheet) -> str:
    """What a screen reader says of the sheet: how the line stands before what it says."""
    bad = f"{_('Do not say')}: {sheet.not_to_say}" if sheet.not_to_say.strip() else ""
    parts = (sheet.state, *sheet.warnings, "" if sheet.struck else sheet.line, bad)
    return visible(". ".join(filter(None, parts)))
