"""Files and pictures that are dropped on widgets or pasted into them; text goes on as before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

PNG = "image/png"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: files of this computer by their places, or else one picture as PNG."""

    files: tuple[Path, ...] = ()
    picture: bytes = b""
    at: QPoint = QPoint()
    pasted: bool = False

    def __len__(self) -> int:
        return len(self.files) or bool(self.picture)


class FileDrop(QObject):
    """Watches widgets for drops and for Ctrl+V; ``came`` carries what was Arrived.

    ``admits`` says whether something may be dropped at a point of the widget that is watched.
    What is only text, or an address of the web, is left to the widget.
    """

    came = Signal(object)

    def __init__(
        self, parent: QObject, admits: Callable[[QPoint], bool] | None = None, *, pastes: bool
    ) -> None:
        super().__init__(parent)
        self._admits, self._pastes = admits, pastes

    def watch(self, *widgets: QWidget) -> None:
        """Watch these widgets as well."""
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop:
                assert isinstance(event, QDropEvent)
                return self._dragged(event)
            case QEvent.Type.KeyPress if self._pastes:
                assert isinstance(event, QKeyEvent)
                return event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        if not carries(event.mimeData()):
            return False
        at = event.position().toPoint()
        over = event.type() is QEvent.Type.DragEnter  # refused here, no move would be told
        if not over and self._admits and not self._admits(at):
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.came.emit(arrived(event.mimeData(), at))
        return True

    def _paste(self) -> bool:
        mime = QGuiApplication.clipboard().mimeData()
        if not carries(mime):
            return False
        self.came.emit(replace(arrived(mime), pasted=True))
        return True


def carries(mime: QMimeData) -> bool:
    """Whether there is a file of this computer, or a picture that is not the look of a text."""
    return bool(_files(mime)) or (mime.hasImage() and not mime.hasText())


def arrived(mime: QMimeData, at: QPoint | None = None) -> Arrived:
    """The files, or without any the picture."""
    point = at or QPoint()
    if files := _files(mime):
        return Arrived(files, at=point)
    if mime.hasFormat(PNG):
        return Arrived(picture=bytes(mime.data(PNG).data()), at=point)
    return Arrived(picture=as_png(QImage(mime.imageData())), at=point)


def as_png(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file; none when it is empty."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _files(mime: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
