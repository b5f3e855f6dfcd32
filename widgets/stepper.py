"""Long work between frames: a generator is taken step by step while the window stays alive."""

import time
from collections.abc import Generator
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

BUDGET = 0.012  # seconds of work between two looks at the events, well below a frame of 60 a second

Work: TypeAlias = Generator[tuple[int, int], None, Any]  # yields (done, of all; 0 if unknown)


class Stepper(QObject):
    """Runs one piece of work at a time; ``finished`` carries what the generator returned.

    What the work raises is a fault of ours and goes to the exception hook.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether there is work that has not ended."""
        return self._work is not None

    def run(self, work: Work) -> None:
        """Begin this work; what was running is stopped."""
        self.stop()
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Stop the work where it is; the generator cleans up after itself."""
        work, self._work = self._work, None
        self._timer.stop()
        if work is not None:
            work.close()

    def _step(self) -> None:
        work, until = self._work, time.monotonic() + BUDGET
        try:
            while work is not None:
                done, whole = next(work)
                if time.monotonic() >= until:
                    self.progressed.emit(done, whole)
                    return
        except StopIteration as end:
            self._work = None
            self._timer.stop()
            self.finished.emit(end.value)
        except BaseException:
            self.stop()
            raise
