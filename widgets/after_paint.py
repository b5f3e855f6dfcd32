"""Work that waits until a widget has been seen: nothing slow comes before the first paint."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST = 1_000  # milliseconds after which a window that nobody sees is worked for all the same


class AfterPaint(QObject):
    """Emits ``seen`` once, after the first paint of ``widget``."""

    seen = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._wait = QTimer(self, singleShot=True, interval=LONGEST)
        self._wait.timeout.connect(self._tell)
        self._wait.start()
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._wait.start(0)  # the paint comes after this filter
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._widget.removeEventFilter(self)
        self.seen.emit()
