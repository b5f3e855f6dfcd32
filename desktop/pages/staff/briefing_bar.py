"""A whole group or shift is noted as briefed in two keys: B asks how many, Enter notes it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.pages.deeds import Deeds
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import told
from desktop.warroom.staff_messages import brief
from resources import _, ngettext
from resources.visible import visible
from widgets import theme
from widgets.announce import announce
from widgets.ground import Ground, fill
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

MOST = 9_999_999
KEY = "B"


class BriefingBar(Ground):
    """Hidden until something is asked; ``left`` says that the keys go back to the list.

    What is noted is marked as reported by a supervisor.
    """

    did = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    left = Signal()

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(Token.RAISED, Qt.Edge.BottomEdge, parent)
        self._room, self._deeds = room, Deeds(room, self)
        self._message: StaffMessage | None = None
        self._group: StaffGroup | None = None
        self.lead = PlainLabel("", self, wrap=True)
        self.count = QLineEdit(self)
        self.count.setValidator(QIntValidator(0, MOST, self.count))
        self.count.setAccessibleName(_("People briefed"))
        self.of = PlainLabel("", self, token=Token.MUTED)
        self.note = PlainButton(_("Note it"), self, "primary")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.addWidget(self.lead)
        self._column.addLayout(self._row)
        fill(self._row, self.count, self.of, 1, self.note)
        self.setFocusProxy(self.count)
        self.count.returnPressed.connect(self.submit)
        self.note.clicked.connect(self.submit)
        self._deeds.did.connect(self.did)
        self._deeds.failed.connect(self.failed)
        self.hide()
        self.measure()

    def ask(
        self, message: StaffMessage | None, group: StaffGroup | None, on_duty: int | None = None
    ) -> None:
        """Ask for a group, or for those of it who are on duty, who add to those told before."""
        refused = _refused(message, group)
        if refused or message is None or group is None:
            self.told.emit(refused)
            return
        self._message, self._group = message, group
        stands = next((t for t in told(self._room, message) if t.group.id == group.id), None)
        heads, before = (stands.heads, stands.told or 0) if stands else (group.headcount, 0)
        count = heads if on_duty is None else before + on_duty
        self._say(message, group, heads)
        self.count.setText("" if count is None else str(min(count, heads or count)))
        self.show()
        self.count.setFocus()
        self.count.selectAll()
        announce(self.count, self.lead.text())

    def submit(self) -> None:
        """Note that so many were briefed now."""
        if self._message is None or self._group is None:
            return
        if not self.count.text():
            self.told.emit(_("Type how many were briefed."))
            return
        n, group = int(self.count.text()), visible(self._group.name)
        said = ngettext("{group}: {n} person briefed.", "{group}: {n} people briefed.", n)
        note = partial(brief, self._room, self._message, self._group, n)
        if self._deeds.attempt(note, said.format(group=group, n=f"{n:,}")):
            self.leave()

    def leave(self) -> None:
        """Ask no longer."""
        self._message = self._group = None
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(2), space(4), space(2))
        self._column.setSpacing(space(1.5))
        self._row.setSpacing(space(2))
        self.count.setFixedWidth(space(24))

    def _say(self, message: StaffMessage, group: StaffGroup, heads: int | None) -> None:
        said = _("Briefed on {message}: {group}. Enter notes it, as reported by the supervisor.")
        name = _("version {n}").format(n=message.version or 1)
        title = f"{visible(message.title)} · {name}"
        self.lead.setText(said.format(message=title, group=visible(group.name)))
        of = _("of {total} people").format(total=f"{heads:,}") if heads else ""
        self.of.setText(of or _("headcount not known"))


def _refused(message: StaffMessage | None, group: StaffGroup | None) -> str:
    if group is None:
        return _("Choose a group first.")
    if message is None or message.sent_at is None:
        return _("Mark the message as sent first: nobody is briefed on what is not out.")
    return ""
