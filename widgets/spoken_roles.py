"""What painted widgets are to a screen reader: a list, a chart, a group of controls and so on.

Qt knows the roles of its own controls; to it every other widget is a bare area.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = QAccessible.Role
ROLES = {
    "PaintedRows": _ROLE.List,
    "BoardGround": _ROLE.List,
    "Chart": _ROLE.Chart,
    "WallView": _ROLE.Document,
    "Chip": _ROLE.StaticText,
    "Rail": _ROLE.ToolBar,
    "FilterBar": _ROLE.ToolBar,
    "Phases": _ROLE.Grouping,
    "FigureStrip": _ROLE.Grouping,
    "Panel": _ROLE.Grouping,
    "Candidates": _ROLE.Grouping,
    "Form": _ROLE.Form,
    "RecordPanel": _ROLE.Grouping,
    "BringIn": _ROLE.Form,
    "TakeOut": _ROLE.Form,
    "Notice": _ROLE.AlertMessage,
    "ProgressLine": _ROLE.ProgressBar,
}  # by the names of their classes, since Qt asks for one after the other up to QWidget


@cache
def install() -> None:
    """Tell Qt the roles, once for the program and before a widget is shown."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, widget: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(kind)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role)
