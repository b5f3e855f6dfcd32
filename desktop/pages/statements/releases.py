"""Releases: what went out where and when, how it stands, and where what is live differs."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.release_columns import ReleaseTable, release_table
from desktop.pages.actions import act_by_letter
from desktop.pages.parts.register import Listed, Register
from desktop.pages.statements.desk_asking import Ask, AskPanel, WrongField
from desktop.pages.statements.release_view import ReleaseView
from desktop.pages.statements.release_warnings import ReleaseWarnings
from desktop.warroom.acts import Change
from desktop.warroom.drills.marked import marked
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.desk import withdraw
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched
from desktop.warroom.statements.whereabouts import board, link, web_address
from resources import _
from resources.visible import visible
from widgets import theme
from widgets.editors import FormField
from widgets.plain import PlainButton
from widgets.theme import Token

NARROW = 1.6  # columns of text that table and text need beside each other
SAID_OF = (Release, Statement, Touched, Fact)  # kinds that change how releases stand
_ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class ReleasePart(Register):
    """Every release in a table, the chosen one beside it word for word."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, [(_("Releases"), _releases())], parent)
        self.view = ReleaseView(room, self.beside)
        self.asking = AskPanel(room, self.beside)
        for place, part in enumerate((self.view, self.asking), start=1):
            self.beside.insertWidget(place, part)
        self.asking.hide()
        self.lists[0].new.hide()
        self._offer()
        self._connect_view()
        self.look_again()
        self._show_chosen()

    # deeds

    def copy_text(self) -> None:
        """Put the exact text of the chosen release on the clipboard."""
        if release := self._release():
            QGuiApplication.clipboard().setText(marked(self._room.incident, release.text))
            self.told.emit(_("The text was copied."))

    def open_link(self) -> None:
        """Show the chosen release where it went out, in the browser of the system."""
        if (release := self._release()) is None:
            return
        if not release.url:
            self.told.emit(_("This release has no link yet. Press U to add it."))
            return
        try:
            address = web_address(release.url)
        except RuleBroken as fault:
            self.failed.emit(str(fault))
            return
        if not QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
            self.failed.emit(_("No program of this computer opens the link."))

    def ask_link(self) -> None:
        """Ask where the chosen release can be read."""
        if release := self._release():
            field = FormField("url", _("Link"), value=release.url, hint="https://")
            title = _("Link: {title}").format(title=release.title)
            deed = partial(_link, self._room, release)
            self._ask(Ask(f"release,link,{release.id}", title, _("Save"), (field,), deed))

    def ask_withdraw(self) -> None:
        """Ask why the chosen release is taken down."""
        if (release := self._release()) is None:
            return
        if release.withdrawn_at:
            self.told.emit(_("It is withdrawn already."))
            return
        field = FormField("why", _("Why it is withdrawn"), "prose", needed=True)
        title = _("Withdraw from {place}: {title}").format(place=release.place, title=release.title)
        deed = partial(_withdraw, self._room, release)
        key = f"release,withdraw,{release.id}"
        self._ask(Ask(key, title, _("Withdraw it"), (field,), deed))

    def go_to_text(self) -> None:
        """Show the statement that the chosen release is of."""
        release = self._release()
        text = self._room.find(Statement, release.statement) if release else None
        if text:
            self.door_asked.emit("statements", text)

    def show_difference(self, number: int) -> None:
        """Select the releases of a difference, and show the first of them."""
        found = self._model().board.differing[number]
        rows = sorted(self._model().row_of(each) for each in found.releases)
        table = self.lists[0].table
        table.select(rows[0])
        for row in rows[1:]:
            table.selectionModel().select(table.model().index(row, 0), _ALSO)
        table.setFocus()

    # what the page asks

    def top(self) -> QWidget:
        self.warnings = ReleaseWarnings(self._main)
        self.warnings.asked.connect(self.show_difference)
        return self.warnings

    def ask_new(self, kind: type[Record] | None = None, /, **given: object) -> None:
        self.told.emit(_("Approve a statement, then release it to a channel."))

    def show_record(self, record: Record) -> None:
        self._shut_asking()
        self.lists[0].show_record(record)

    def look_again(self) -> None:
        found = self._model().look_again()
        self.warnings.show_differences(found.differing)

    def mark(self) -> tuple[str, Token]:
        n = board(self._room).open
        return (f"▲ {n}", Token.BAD) if n else ("", Token.MUTED)

    def put_away(self) -> None:
        self.asking.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the table, the text stands below it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * theme.length("column")
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.beside.orientation() != wanted:
            self.beside.setOrientation(wanted)
            self.beside.setSizes([1, 1, 1, 1])

    # inside

    def _model(self) -> ReleaseTable:
        model = self.lists[0].model
        assert isinstance(model, ReleaseTable)
        return model

    def _release(self) -> Release | None:
        row = self.lists[0].table.current_row()
        if row < 0:
            self.told.emit(_("Choose a release first."))
            return None
        found: Release = self._model().record(row)
        return found

    def _offer(self) -> None:
        deeds = (
            (_("Copy the text"), "c", self.copy_text),
            (_("Open the link"), "o", self.open_link),
            (_("Link…"), "u", self.ask_link),
            (_("Withdraw…"), "w", self.ask_withdraw),
            (_("Go to the statement"), "s", self.go_to_text),
        )
        self.buttons = [PlainButton(words, self.view) for words, _key, _deed in deeds]
        self.view.add_deeds(*self.buttons)
        for (_words, _key, deed), button in zip(deeds, self.buttons):
            button.clicked.connect(deed)
        act_by_letter(self.lists[0].table, *deeds)

    def _connect_view(self) -> None:
        table = self.lists[0].table
        table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.view.fact_asked.connect(self._go_to_fact)
        self.asking.done.connect(self._answered)
        self.asking.closed.connect(self._shut_asking)
        self.asking.failed.connect(self.failed)
        self.beside.panel.closed.connect(self._show_view)
        table.opened.connect(self._hide_view)

    def _show_chosen(self) -> None:
        row = self.lists[0].table.current_row()
        chosen = self._model().record(row) if row >= 0 else None
        self.view.show_release(chosen, self._model().board)

    def _go_to_fact(self, fact: str) -> None:
        if found := self._room.find(Fact, fact):
            self.door_asked.emit("plan", found)

    def _ask(self, ask: Ask) -> None:
        self.beside.panel.hide()
        self.view.hide()
        self.asking.ask(ask)
        self.asking.show()
        self.asking.setFocus()

    def _answered(self, sentence: str) -> None:
        self._shut_asking()
        self.did.emit(sentence)

    def _shut_asking(self) -> None:
        self.asking.hide()
        self._show_view()
        self.lists[0].table.setFocus()

    def _show_view(self) -> None:
        self.view.show()

    def _hide_view(self) -> None:
        self.asking.hide()
        self.view.hide()

    def _open_chosen(self) -> None:
        self._hide_view()
        super()._open_chosen()

    def _take_back(self) -> None:
        self.told.emit(_("A release is not taken back: it went out. Withdraw it."))

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if {change.kind for change in changes} & set(SAID_OF):
            self.look_again()
            self._show_chosen()


def _releases() -> Listed:
    return Listed(
        Release,
        (),
        "title",
        "at",
        (_("Nothing released yet"), _("Approve a statement, then release it to a channel.")),
        newest_first=True,
        made=release_table,
    )


def _link(room: WarRoom, release: Release, said: dict[str, str]) -> str:
    try:
        link(room, release, said["url"])
    except RuleBroken as fault:
        raise WrongField("url", str(fault)) from None
    return _("The link was saved.")


def _withdraw(room: WarRoom, release: Release, said: dict[str, str]) -> str:
    if not said["why"].strip():
        raise WrongField("why", _("Say why it is withdrawn."))
    withdraw(room, room.get(Release, release.id), said["why"])
    return _("Withdrawn from {place}.").format(place=visible(release.place))
