"""A text that is out: exactly what the public reads, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.warroom.room import WarRoom
from desktop.warroom.statements.series import releases_of
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import public_text, public_title
from resources import _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.section_text import SectionText
from widgets.theme import Token


class DeskOut(Ground):
    """Shows the wording of the last release as it went out, whatever facts say now."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        page = QWidget(self)
        self.label = PlainLabel("", page, size="label", token=Token.MUTED)
        self.title = SectionText(None, page, size="lead", weight=QFont.Weight.DemiBold)
        self.text = SectionText(None, page)
        self._column = QVBoxLayout(page)
        for each in (self.label, self.title, self.text):
            self._column.addWidget(each)
        self._column.addStretch(1)
        for field in (self.title, self.text):
            field.setReadOnly(True)
            field.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.title.setAccessibleName(_("Title"))
        self.setFocusProxy(self.text)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self._page = page
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.measure()

    def show_statement(self, statement: Statement) -> None:
        """Show what went out; of a text without a release what would."""
        out = releases_of(self._room, statement)
        title = out[-1].title if out else public_title(self._room, statement)
        text = out[-1].text if out else public_text(self._room, statement)
        self.label.setText(_("Text as released") if out else _("Text"))
        self.text.setAccessibleName(self.label.text())
        for field, said in ((self.title, title), (self.text, text)):
            field.set_language(str(statement.language))
            if field.text() != said:
                field.set_text(said)

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(4), space(6))
        self._column.setSpacing(space(2))
        self._page.setMaximumWidth(round(theme.length("column") * 1.4))
