"""A text that is out: exactly what the public reads, to be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.pages.statements.desk_fields import Text
from desktop.pages.statements.desk_page import DeskPage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.series import releases_of
from desktop.warroom.statements.wording import public_text, public_title
from resources import _
from widgets.plain import PlainLabel
from widgets.section_text import SectionText
from widgets.theme import Token


class DeskOut(DeskPage):
    """Shows the wording of the last release as it went out, whatever facts say now."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.label = PlainLabel("", self.page, size="label", token=Token.MUTED)
        self.title = SectionText(None, self.page, size="lead", weight=QFont.Weight.DemiBold)
        self.text = SectionText(None, self.page)
        for each in (self.label, self.title, self.text):
            self.column.addWidget(each)
        for field in (self.title, self.text):
            field.setReadOnly(True)
            field.setProperty("out", True)
            field.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.title.setAccessibleName(_("Title"))
        self.setFocusProxy(self.text)
        self.measure()

    def show_statement(self, statement: Text) -> None:
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
