"""The Qt binding keeps its count of None: a build that loses it dies after some 5,000 calls."""

import subprocess
import sys

LONG_LIFE = """
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage, QPainter
import sys
image, thing = QImage(8, 8, QImage.Format.Format_ARGB32), QObject()
painter, before = QPainter(image), sys.getrefcount(None)
for _ in range(5_000):
    painter.setPen(QColor("red"))
    painter.fillRect(0, 0, 8, 8, QColor("blue"))
    painter.save()
    painter.restore()
    thing.setObjectName("x")
painter.end()
lost = before - sys.getrefcount(None)
assert lost < 1_000, f"{lost} references to None were lost"
"""


def test_twenty_five_thousand_calls_lose_no_none() -> None:
    run = subprocess.run([sys.executable, "-c", LONG_LIFE], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
