"""Small pictures of files, decoded within limits and held in memory only."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

KEPT = 96  # pictures in memory, some 15 MB at twice the scale
LARGEST = 20_000_000  # bytes of a file that is decoded for a small picture
_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp"}
_SHRINKS = "image/jpeg"  # is decoded small from the start
_PIXELS, _PIXELS_SHRUNK = 40_000_000, 400_000_000


class Thumbnails:
    """Pictures by their hash and size, the least used forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()

    def found(self, sha256: str, side: int) -> QPixmap | None:
        """A picture that is in memory: empty when the file cannot be shown, None when unknown."""
        if (sha256, side) in self._kept:
            self._kept.move_to_end((sha256, side))
        return self._kept.get((sha256, side))

    def make(self, sha256: str, side: int, media_type: str, load: Callable[[], bytes]) -> QPixmap:
        """The picture of a file, read by ``load`` unless it is in memory; empty if none."""
        found = self.found(sha256, side)
        if found is None:
            found = QPixmap.fromImage(decoded(load(), media_type, side) or QImage())
            self._kept[sha256, side] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found


def decoded(data: bytes, media_type: str, side: int) -> QImage | None:
    """A picture no larger than ``side`` pixels; None for what is none, or too large to decode.

    The size is read from the head of the file before any pixel is, so that a small file which
    says it is enormous costs nothing.
    """
    if media_type not in _FORMATS or len(data) > LARGEST:
        return None
    source = QByteArray(data)
    buffer = QBuffer(source)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[media_type]))
    reader.setAutoTransform(True)
    size = reader.size()
    most = _PIXELS_SHRUNK if media_type == _SHRINKS else _PIXELS
    if not size.isValid() or size.width() * size.height() > most:
        return None
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(_within(size, side))
    image = reader.read()
    return None if image.isNull() else image


def _within(size: QSize, side: int) -> QSize:
    scaled = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return scaled.expandedTo(QSize(1, 1))  # a hair-thin picture keeps a line
