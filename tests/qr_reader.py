"""An independent reader of QR codes: what a phone would get from a picture."""

import numpy
import zxingcpp
from PySide6.QtGui import QImage


def read(image: QImage) -> list[str]:
    """The texts of the QR codes in a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = numpy.frombuffer(grey.constBits(), numpy.uint8)
    rows = rows.reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    return [code.text for code in zxingcpp.read_barcodes(rows)]
