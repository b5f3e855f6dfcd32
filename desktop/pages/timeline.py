"""The timeline page: filter, log, and the entry that is open beside it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.timeline import TimelineModel
from desktop.pages.actions import act, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.deeds import Deeds
from desktop.pages.filtered import FilteredPage
from desktop.pages.row_drop import RowDrop
from desktop.warroom.acts import Change
from desktop.warroom.choices import Certainty, EntryKind
from desktop.warroom.records import Entry, Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection, timeline
from resources import _, ngettext
from widgets.filter_bar import Filter, FilterBar, FilterMenu
from widgets.timeline_view import TimelineView


class TimelinePage(FilteredPage):
    """Shows the log of a room; ``did`` and ``failed`` carry a sentence for the notice."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._model, self._deeds = TimelineModel(room, self), Deeds(room, self)
        self.bar, self.view = FilterBar(_menus(), self), TimelineView(self)
        self.beside = Beside(room, self.view, self.view, self)
        self.beside.setObjectName("timeline")
        self.setFocusProxy(self.view)
        self._lay_out()
        self.view.set_model(self._model)
        self.view.setAccessibleName(_("Timeline"))
        self._connect()
        self._offer()
        room.on_change(self._follow)

    def selection(self) -> Selection[Any]:
        """What the filter leaves of the list."""
        return self._model.selection()

    def show_entry(self, entry: Entry) -> bool:
        """Bring an entry into sight; False when the filter hides it."""
        row = self._model.row_of(entry)
        if row >= 0:
            self.view.select(row)
        return row >= 0

    def show_record(self, record: Record) -> None:
        """Bring an entry into sight and open it."""
        if isinstance(record, Entry):
            self.show_entry(record)
            self.beside.open([record])

    def toggle_key(self) -> None:
        """Mark the current entry as key, or no longer."""
        if entry := self._current():
            self._deeds.change([entry], _("The entry was changed."), key=not entry.key)

    def take_back(self) -> None:
        """Take the current entry out of the log; Undo brings it back."""
        if entry := self._current():
            self._deeds.take_back([entry])

    def open_current(self) -> None:
        """Open the current entry beside the log."""
        self._open(self.view.current_index())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._narrow)
        self.bar.left.connect(self.view.setFocus)
        self.view.opened.connect(self._open)
        self.view.menu_asked.connect(self._menu)
        drop = RowDrop(self._room, self.view, self._at, self._current, self)
        self.pass_on(self._deeds, self.beside, drop)
        self.beside.told.connect(self.told)
        act(
            self.view,
            (_("Open and correct"), "F2", self.open_current),
            (_("Key entry"), "K", self.toggle_key),
            (_("Copy"), "Ctrl+C", self.view.copy),
            (_("Take back"), "Del", self.take_back),
        )

    def _menu(self, _index: QModelIndex, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.view.actions())
        menu.addSeparator()
        for certainty in Certainty:
            action = menu.addAction(certainty.shown)
            action.setData(certainty)
        menu.triggered.connect(self._rate)
        menu.popup(at)

    def _rate(self, action: QAction) -> None:
        entry, data = self._current(), action.data()
        if entry and data:
            said = _("The entry was changed.")
            self._deeds.change([entry], said, certainty=Certainty(data))

    def _current(self) -> Entry | None:
        index = self.view.current_index()
        return self._model.entry(index.row()) if index.isValid() else None

    def _at(self, point: QPoint) -> Entry | None:
        """The entry at a point of the log, which becomes the current one."""
        index = self.view.index_at(point)
        if not index.isValid():
            return None
        self.view.select(index.row())
        return self._model.entry(index.row())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.beside.open([self._model.entry(index.row())])

    def _narrow(self) -> None:
        self._model.show(self._through_door(_selection(self.bar.filter())))
        self._tell()

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Entry for change in changes):
            self._offer()

    def _offer(self) -> None:
        words = self._room.words_in
        self.bar.offer("kind", [(kind.value, kind.shown) for kind in EntryKind])
        self.bar.offer("people", [(name, name) for name in words(Entry, "people")])
        self.bar.offer("tags", [(tag, "#" + tag) for tag in words(Entry, "tags")])
        self._tell()

    def _tell(self) -> None:
        total = self._room.count(timeline())
        everything = ngettext("{n} entry", "{n} entries", total).format(n=f"{total:,}")
        self.bar.show_count(self._model.rowCount(), total, everything)
        self._say_empty(
            self.view,
            _("Clear the filter to see the whole log."),
            _("Nothing has been logged yet"),
            _("Press Ctrl+L, type what happened, and press Enter."),
        )


def _menus() -> tuple[FilterMenu, ...]:
    return (
        FilterMenu("kind", _("All kinds"), _("Kinds")),
        FilterMenu("people", _("Everyone"), _("People")),
        FilterMenu("tags", _("All tags"), _("Tags")),
    )


def _selection(wanted: Filter) -> Selection[Entry]:
    return timeline(
        equal=(("kind", wanted.of("kind")),) if wanted.of("kind") else (),
        holding=tuple((name, wanted.of(name)) for name in ("people", "tags") if wanted.of(name)),
        words=wanted.text,
        newest_first=wanted.newest_first,
    )
