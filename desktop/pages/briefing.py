"""The page of a briefing: what is asked of it at the left; its pages, its rows, earlier ones."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.listed import ListedThings
from desktop.models.paper_columns import revealed_columns
from desktop.pages.briefing_form import KEPT, fields, keep, started, wanted
from desktop.pages.briefing_preview import Preview
from desktop.pages.briefing_sent import Sent
from desktop.warroom.briefing.reveals import said_left_out
from desktop.warroom.choices import Edition
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import _
from widgets import theme
from widgets.choice_row import ChoiceRow
from widgets.form import Form
from widgets.ground import Ground, fill
from widgets.headed_table import HeadedTable
from widgets.plain import PlainLabel
from widgets.theme import Token

PAGES, ROWS, EARLIER = "pages", "rows", "earlier"
PAUSE = 500  # milliseconds without a key after which the pages are painted anew
FORM = 90  # steps of space: the width of the form


class BriefingPage(Ground):
    """``asked`` carries the paper that is wanted, ``again_asked`` one that is to be printed again.

    ``cancelled``: the page was left; what was typed for each edition is kept.
    """

    asked = Signal(Paper)
    again_asked = Signal(Paper)
    cancelled = Signal()

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room, self._issued = room, False
        self._title = PlainLabel(_("Briefing"), self, size="product", weight=QFont.Weight.DemiBold)
        self.tabs = ChoiceRow("", self._views(), self)
        self.tabs.setAccessibleName(_("What is shown"))
        self.stack = QStackedWidget(self)
        self.preview = Preview(room, self.stack)
        self.rows = ListedThings(room, revealed_columns(), self)
        self.listed = HeadedTable(_("What it tells"), "briefing-rows", self.rows, self.stack)
        self.left_out = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.sent = Sent(room, self.stack)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self.form = self._made_form(Edition.ROOM, {})
        self._lay_out()
        self._pause.timeout.connect(self.look_again)
        self.tabs.chosen.connect(self.show_view)
        self.sent.again_asked.connect(self.again_asked)
        self.setAccessibleName(_("Briefing"))
        self.show_view(PAGES)
        self.measure()

    def wanted(self) -> Paper:
        """The paper that the form asks for now."""
        return wanted(self.form.values())

    def show_view(self, name: str) -> None:
        """Show the pages, the rows, or earlier briefings."""
        self.tabs.mark(name)
        self.stack.setCurrentIndex((PAGES, ROWS, EARLIER).index(name))
        self.left_out.setVisible(name == ROWS)
        self.look_again()

    def look_again(self) -> None:
        """Show what the paper would be now, in the view in sight."""
        self._pause.stop()
        if self.stack.currentWidget() is self.preview:
            self.preview.paint(self.wanted())
        elif self.stack.currentWidget() is self.listed:
            self._list_rows()
        else:
            self.sent.refresh()

    def stop(self) -> None:
        """End what is on its way, as when the page is left."""
        self._keep()
        self._pause.stop()
        self.preview.stop()

    def forget(self) -> None:
        """Forget what was typed for this edition: it is on paper now."""
        self._issued = True
        keep(self._room, self._edition, {})

    def measure(self) -> None:
        space = theme.space
        for column in (self._left, self._right):
            column.setSpacing(space(3))
        self._row.setContentsMargins(space(5), space(4), space(5), space(4))
        self._row.setSpacing(space(5))
        self._fit()

    def _fit(self) -> None:
        self.form.setFixedWidth(theme.space(FORM))

    # the form

    def _made_form(self, edition: Edition, typed: dict[str, str]) -> Form:
        """The form of an edition, with what was typed into it before."""
        self._edition = edition
        form = Form(fields(started(self._room, edition, typed)), _("Write the briefing…"), self)
        form.edited.connect(self._edited)
        form.submitted.connect(self._submit)
        form.cancelled.connect(self.cancelled)
        self.setFocusProxy(form)
        return form

    def _edited(self) -> None:
        if self.form.values()["edition"] != self._edition.value:
            QTimer.singleShot(0, self, self._turn)  # not within the signal of its own editor
        self._pause.start()

    def _turn(self) -> None:
        """Show the form of another edition; what was typed for this one stays with it."""
        values = self.form.values()
        if values["edition"] == self._edition.value:
            return
        self._keep()
        before, common = self.form, {k: v for k, v in values.items() if k not in KEPT}
        self.form = self._made_form(Edition(values["edition"]), common)
        self._left.replaceWidget(before, self.form)
        before.hide()
        before.deleteLater()
        self._fit()
        self.form.show()
        self.form.setFocus()

    def _keep(self) -> None:
        """Keep what is typed for this edition, for this edition alone."""
        if not self._issued:
            keep(self._room, self._edition, self.form.values())

    def _submit(self) -> None:
        self._keep()
        self.asked.emit(self.wanted())

    # the rows

    def _list_rows(self) -> None:
        from desktop.paper import revealed  # takes 40 ms to import

        rows, left_out = revealed(self._room, self.wanted())
        self.rows.show(rows)
        self.left_out.setText(said_left_out(left_out))

    def _views(self) -> dict[str, str]:
        return {
            PAGES: _("Pages"),
            ROWS: _("What it tells"),
            EARLIER: _("Earlier briefings"),
        }

    def _lay_out(self) -> None:
        for part in (self.preview, self.listed, self.sent):
            self.stack.addWidget(part)
        fill(self._left, self._title, self.form)
        self._left.setStretch(1, 1)
        fill(self._right, self.tabs, self.stack, self.left_out)
        self._right.setStretch(1, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left)
        self._row.addLayout(self._right, 1)
        self._left.setAlignment(Qt.AlignmentFlag.AlignTop)
