"""The filter above a page: menus of choices, words, order, and how much of it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from resources import _
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel, plain_button
from widgets.theme import Token

_PAUSE = 150  # milliseconds of silence after typing before the search runs


@dataclass(frozen=True)
class FilterMenu:
    """A menu of the bar: what it says when nothing is chosen, and its name."""

    name: str
    everything: str
    label: str


@dataclass(frozen=True)
class Filter:
    """What is to be shown: the values chosen by menu (one without any means all), and words.

    ``door`` names a narrowing that was asked for elsewhere, such as the hour of a chart; whoever
    set it knows what it stands for.
    """

    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    text: str = ""
    newest_first: bool = True
    door: str = ""

    def of(self, menu: str) -> tuple[str, ...]:
        """The values chosen in a menu, in a steady order."""
        return tuple(sorted(self.chosen.get(menu, ())))

    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.chosen or self.text or self.door)


class FilterBar(Ground):
    """Offers choices that are given to it; ``changed`` says that ``filter()`` is another one.

    Escape empties the search; in an empty one it asks with ``left`` to go back to the list, as
    Enter and Down in the search do, and whatever takes a narrowing away.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, menus: Sequence[FilterMenu], parent: QWidget | None = None, *, ordered: bool = True
    ) -> None:
        """``ordered`` offers to turn the order round, newest or oldest first."""
        super().__init__(Token.BACKGROUND, Qt.Edge.BottomEdge, parent)
        self._menus = {m.name: ChoiceMenu(m.everything, m.label, self) for m in menus}
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(_("Search   Ctrl+F"))
        self._search.setAccessibleName(_("Search"))
        self._search.setClearButtonEnabled(False)
        self._order = PlainButton(_("Newest first"), self, "quiet")
        self._order.setVisible(ordered)
        self._newest_first = True
        self._door = PlainButton("", self, "quiet")
        self._door.setProperty("chosen", True)
        self._said_door = ""
        self._clear = PlainButton(_("Clear filter"), self, "quiet")
        self._count = PlainLabel("", self, size="title", token=Token.MUTED, tabular=True)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.setWhatsThis(_("Find"))
        self._lay_out()
        self._connect()
        self.measure()
        self._tell()

    def offer(self, menu: str, options: Iterable[tuple[str, str]]) -> None:
        """Give a menu its choices as (value, label); those chosen stay while they exist."""
        self._menus[menu].offer(options)
        self._tell()

    def filter(self) -> Filter:
        """The filter as it stands."""
        chosen = {name: menu.chosen() for name, menu in self._menus.items() if menu.chosen()}
        return Filter(chosen, self._search.text().strip(), self._newest_first, self._said_door)

    def set_filter(self, wanted: Filter) -> None:
        """Show another filter and announce it, as when a figure opens the rows behind it."""
        for name, menu in self._menus.items():
            menu.choose(wanted.chosen.get(name, frozenset()))
        self._newest_first, self._said_door = wanted.newest_first, wanted.door
        with QSignalBlocker(self._search):
            self._search.setText(wanted.text)
        self._announce()

    def go_to_search(self) -> None:
        """Go to the search, what stands in it ready to be replaced."""
        self._search.setFocus()
        self._search.selectAll()

    def clear(self) -> None:
        """Show everything again; the order stays."""
        self.set_filter(Filter(newest_first=self._newest_first))

    def show_count(self, shown: int, total: int, everything: str) -> None:
        """Say how many rows are shown; ``everything`` names all of them: ``16 entries``."""
        part = _("{n} of {total}").format(n=f"{shown:,}", total=f"{total:,}")
        self._count.setText(everything if shown == total else part)

    def measure(self) -> None:
        side, gap = theme.space(4), theme.space(2)
        self._rows.setContentsMargins(side, gap, side, gap)
        self._rows.setSpacing(gap)
        self._first.setSpacing(gap)
        self._row.setSpacing(gap)
        self._search.setMaximumWidth(theme.space(70))

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        self._first, self._row = QHBoxLayout(), QHBoxLayout()
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._row)
        self._row.addWidget(self._search, 2)
        fill(self._row, *self._menus.values(), self._door, self._clear, 1)
        fill(self._row, self._count, self._order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where all do not fit beside each other search and count take a row of their own."""
        super().resizeEvent(event)
        needed = self._row.sizeHint().width() + theme.space(8)
        above = self._first.count() > 0
        if not above and self.width() < needed:
            self._first.addWidget(self._search, 2)
            self._first.addWidget(self._count, 1, Qt.AlignmentFlag.AlignRight)
            self._first.addWidget(self._order)
        elif above and self.width() >= needed + self._first.sizeHint().width() + theme.space(40):
            self._row.insertWidget(0, self._search, 2)
            fill(self._row, self._count, self._order)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._leave_search()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._search.text():
            self._search.clear()
            self._announce()
        else:
            self.left.emit()

    def _connect(self) -> None:
        for menu in self._menus.values():
            menu.changed.connect(self._announce)
        self._order.clicked.connect(self._turn)
        self._clear.clicked.connect(self._clear_and_leave)
        self._door.clicked.connect(self._shut_door)
        self._search.textChanged.connect(self._typing.start)
        self._search.returnPressed.connect(self._leave_search)
        self._typing.timeout.connect(self._announce)
        self._find.activated.connect(self.go_to_search)

    def _leave_search(self) -> None:
        if self._typing.isActive():
            self._announce()
        self.left.emit()

    def _clear_and_leave(self) -> None:
        self.clear()
        self.left.emit()

    def _announce(self) -> None:
        self._typing.stop()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self._clear.setVisible(self.filter().narrows())
        self._order.setText(_("Newest first") if self._newest_first else _("Oldest first"))
        self._door.setVisible(bool(self._said_door))
        self._door.setText(f"{self._said_door}  ✕")
        self._door.setAccessibleName(_("Leave out: {what}").format(what=self._said_door))

    def _shut_door(self) -> None:
        self._said_door = ""
        self._announce()
        self.left.emit()

    def _turn(self) -> None:
        self._newest_first = not self._newest_first
        self._announce()


class ChoiceMenu(PlainButton):
    """A button with a menu of which several may be chosen; none chosen means all."""

    changed = Signal()
    tail = " ▾"

    def __init__(self, everything: str, name: str, parent: QWidget) -> None:
        super().__init__("", parent, "quiet")
        self._everything, self._name = everything, name
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._chose)
        self._all = QAction(plain_button(everything), self, checkable=True)
        self._actions: list[QAction] = []
        self.setMenu(self._menu)
        self.offer(())

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Give the choices as (value, label)."""
        chosen = self.chosen()
        self._menu.clear()
        self._actions = []
        self._menu.addAction(self._all)
        self._menu.addSeparator()
        for value, label in options:
            action = QAction(plain_button(label), self._menu, checkable=True)
            action.setData(value)
            self._menu.addAction(action)
            self._actions.append(action)
        self.setEnabled(bool(self._actions))
        self.choose(chosen)

    def chosen(self) -> frozenset[str]:
        """The values chosen."""
        return frozenset(str(each.data()) for each in self._actions if each.isChecked())

    def choose(self, values: frozenset[str]) -> None:
        """Choose exactly these values, as far as they are offered."""
        for action in self._actions:
            action.setChecked(str(action.data()) in values)
        self._tell()

    def _chose(self, action: QAction) -> None:
        if action is self._all:
            self.choose(frozenset())
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        marked = [action.text() for action in self._actions if action.isChecked()]
        chosen = [text.replace("&&", "&") for text in marked]
        self._all.setChecked(not chosen)
        shown = chosen[0] if len(chosen) == 1 else self._everything
        if len(chosen) > 1:
            shown = _("{label}: {text}").format(label=self._name, text=len(chosen))
        self.setText(shown + self.tail)
        self.setAccessibleName(_("{label}: {text}").format(label=self._name, text=shown))
        if self.property("chosen") != bool(chosen):
            self.setProperty("chosen", bool(chosen))
            self.style().polish(self)
