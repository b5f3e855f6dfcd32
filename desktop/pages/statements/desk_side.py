"""What stands beside a text: the check of the four rules, its versions, and its codes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from resources import N_, _
from widgets import theme
from widgets.ground import Ground
from widgets.plain import plain_button
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class SidePlace:
    """A panel: its name, its label as a message key, and how it is made when it is asked for."""

    name: str
    label: str
    make: Callable[[WarRoom, QWidget], SidePanel]


def _check(room: WarRoom, parent: QWidget) -> SidePanel:
    from desktop.pages.statements.check import CheckPanel

    return CheckPanel(room, parent)


def _versions(room: WarRoom, parent: QWidget) -> SidePanel:
    from desktop.pages.statements.versions import VersionPanel

    return VersionPanel(room, parent)


def _codes(room: WarRoom, parent: QWidget) -> SidePanel:
    from desktop.pages.statements.codes import CodePanel

    return CodePanel(room, parent)


SIDES = (
    SidePlace("check", N_("Check"), _check),
    SidePlace("versions", N_("Versions"), _versions),
    SidePlace("codes", N_("Codes"), _codes),
)


class DeskSide(Ground):
    """Panels behind tabs, each made when it is first seen.

    ``sought`` carries the part of the text and the words that a panel means.
    """

    sought = Signal(str, str)
    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._room = room
        self._statement: Statement | None = None
        self.panels: dict[str, SidePanel] = {}
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(_("Beside the text"))
        for place in SIDES:
            self.tabs.addTab(_Place(self.tabs), plain_button(_(place.label)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)
        self.tabs.currentChanged.connect(self._look)
        self.measure()

    def show_statement(self, statement: Statement | None) -> None:
        """Show what belongs to a statement, or to none, in the panels that were seen."""
        self._statement = statement
        if not self.isHidden():
            self._look()

    def look(self) -> None:
        """Be in sight: make the panel that is chosen."""
        self.show()
        self._look()

    def go_in(self) -> None:
        """Give the keys to the panel that is chosen."""
        self.look()
        self.panels[SIDES[self.tabs.currentIndex()].name].setFocus()

    def show_side(self, name: str) -> SidePanel:
        """Show a panel by its name."""
        self.tabs.setCurrentIndex([place.name for place in SIDES].index(name))
        self.look()
        return self.panels[name]

    def sizeHint(self) -> QSize:
        return QSize(theme.length("column") * 3 // 4, super().sizeHint().height())

    def measure(self) -> None:
        self.setMinimumWidth(theme.length("column") // 2)

    def _look(self) -> None:
        if self.isHidden():
            return
        place = SIDES[self.tabs.currentIndex()]
        if place.name not in self.panels:
            self._make(place)
        for panel in self.panels.values():
            panel.show_statement(self._statement)

    def _make(self, place: SidePlace) -> None:
        holder = self.tabs.currentWidget()
        assert isinstance(holder, _Place)
        panel = place.make(self._room, holder)
        holder.hold(panel)
        panel.did.connect(self.did)
        panel.failed.connect(self.failed)
        if hasattr(panel, "sought"):
            panel.sought.connect(self.sought)
        self.panels[place.name] = panel


class _Place(QWidget):
    """Where a panel will stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, panel: QWidget) -> None:
        self._column.addWidget(panel)
        self.setFocusProxy(panel)
        panel.show()
