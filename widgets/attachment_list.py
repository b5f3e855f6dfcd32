"""What is attached to a record: small pictures with names, opened, saved and taken back by keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources import _, ngettext
from widgets import theme
from widgets.attached_row import AttachedFace, AttachedRow
from widgets.ground import Ground
from widgets.plain import PlainButton, PlainLabel
from widgets.theme import Token

SHOWN = 8  # attachments seen before the rest is asked for
Painted = Callable[[str, int], QPixmap | None]


class AttachmentList(Ground):
    """Shows attachments; signals carry the id of one.

    Enter or a double click opens, Ctrl+S saves, Del takes back, Up and Down walk. ``picture`` is
    asked for the small picture of an id, of at most so many pixels, after the list was painted.
    """

    opened = Signal(str)
    save_asked = Signal(str)
    gone_asked = Signal(str)
    menu_asked = Signal(str, QPoint)
    file_asked = Signal()

    def __init__(self, picture: Painted, parent: QWidget | None = None) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        self._picture = picture
        self._faces: list[AttachedFace] = []
        self._rows: tuple[AttachedRow, ...] = ()
        self._all = False
        self._title = PlainLabel(_("Attachments"), self, size="title", weight=QFont.Weight.DemiBold)
        self._add = PlainButton(_("Attach a file…"), self, "link")
        self._hint = PlainLabel(
            _("Paste a picture, or drop files here."),
            self,
            size="label",
            token=Token.MUTED,
            wrap=True,
        )
        self._more = PlainButton("", self, "link")
        self._loading = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self.measure()

    def show_rows(self, rows: Sequence[AttachedRow]) -> None:
        """Show these; the row that has the keys keeps them, or the one in its place."""
        at = next((n for n, face in enumerate(self._faces) if face.hasFocus()), -1)
        self._rows = tuple(rows)
        for face in self._faces:
            self._column.removeWidget(face)
            face.hide()
            face.deleteLater()
        shown = self._rows if self._all else self._rows[:SHOWN]
        self._faces = [self._made(row) for row in shown]
        for face in self._faces:
            self._column.insertWidget(self._column.indexOf(self._more), face)
            face.show()  # at once, so that it can have the keys
        self._tell(len(self._rows) - len(shown))
        if at >= 0:
            self._focus(at)
        self._loading.start()

    def set_takes(self, takes: bool) -> None:
        """Whether something can be attached here at all."""
        self._add.setVisible(takes)
        self._hint.setText(_("Paste a picture, or drop files here.") if takes else "")
        self._hint.setVisible(takes and not self._rows)

    def faces(self) -> list[QWidget]:
        """The rows in their order, each of which can have the keys."""
        return list(self._faces)

    def measure(self) -> None:
        self._column.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        self._column.setSpacing(theme.space(1))
        for face in self._faces:
            face.measure()
        self._loading.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, face in enumerate(self._faces) if face.hasFocus()), -1)
        if at < 0 or not self._press(self._faces[at], event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        face = next((face for face in self._faces if face.underMouse() or face.hasFocus()), None)
        if face:
            self.menu_asked.emit(face.row.id, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+S, which saves a file here and the form around it elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() == Qt.Key.Key_S:
                event.accept()
                return True
        return super().event(event)

    # inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add.clicked.connect(self.file_asked)
        self._more.clicked.connect(self._show_all)
        self._loading.timeout.connect(self._load)

    def _made(self, row: AttachedRow) -> AttachedFace:
        face = AttachedFace(row, self)
        face.opened.connect(self.opened)
        face.menu_asked.connect(self.menu_asked)
        return face

    def _press(self, face: AttachedFace, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not control:
                self.opened.emit(face.row.id)
            case Qt.Key.Key_S if control:
                self.save_asked.emit(face.row.id)
            case Qt.Key.Key_Delete:
                self.gone_asked.emit(face.row.id)
            case Qt.Key.Key_F10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.menu_asked.emit(face.row.id, face.foot())
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._focus(self._faces.index(face) + step)
            case _:
                return False
        return True

    def _focus(self, number: int) -> None:
        if self._faces:
            self._faces[max(0, min(number, len(self._faces) - 1))].setFocus()
        else:
            self._add.setFocus()

    def _show_all(self) -> None:
        self._all = True
        first = len(self._faces)
        self.show_rows(self._rows)
        self._focus(first)

    def _tell(self, hidden: int) -> None:
        n = len(self._rows)
        self._hint.setVisible(not n and bool(self._hint.text()))
        self._more.setVisible(hidden > 0)
        said = ngettext("{n} more attachment", "{n} more attachments", hidden)
        self._more.setText(said.format(n=f"{hidden:,}"))
        told = ngettext("{n} attachment", "{n} attachments", n).format(n=f"{n:,}")
        self.setAccessibleName(told if n else _("Attachments"))
        self._title.setText(told if n else _("Attachments"))

    def _load(self) -> None:
        """Ask for one picture at a time, so that keys and pointer come between two of them."""
        face = next((face for face in self._faces if face.waits()), None)
        if face:
            face.show_picture(self._picture(face.row.id, face.side()))
            self._loading.start()


__all__ = ["AttachedRow", "AttachmentList"]
