"""The one Qt style sheet, written from the tokens; what a palette can say is not said here."""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QToolTip { color: $text; background: $raised; border: $hairline solid $line; padding: $step; }

QLineEdit, QPlainTextEdit, QComboBox {
    color: $text; background: $surface; border: $hairline solid $line; border-radius: $radius;
    padding: 0 $gap; min-height: $control;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { padding: 0 $inset; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $faint; }
QPlainTextEdit { padding: $step; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $faint; }
QTextEdit {
    color: $text; background: $surface; border: $hairline solid $line; border-radius: $radius;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTextEdit:focus { border-color: $accent; }
QTextEdit[out="true"] { background: transparent; }
QTextEdit[faulty="true"] { border-color: $bad; }
QLineEdit[bare="true"] { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] {
    border-color: $bad;
}

QPushButton, QToolButton {
    color: $text; background: $surface; border: $hairline solid $line; border-radius: $radius;
    padding: 0 $wide; min-height: $control; outline: none;
}
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton:default, QPushButton[kind="primary"] {
    color: $on_accent; background: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { color: $faint; background: $raised; border-color: $line; }
QPushButton[tall="true"] { min-height: $tall; }
QPushButton[kind="link"] { color: $accent; background: transparent; border-color: transparent;
    font-weight: 600; padding: 0 $gap; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    color: $muted; background: transparent; border-color: transparent; padding: 0 $gap;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { color: $text; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="quiet"]:checked, QPushButton[chosen="true"] {
    color: $accent; background: $selected;
}
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QMenu { color: $text; background: $raised; border: $hairline solid $line; padding: $step; }
QMenu::item { padding: $step $wide; border-radius: $radius; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: $hairline; background: $line; margin: $step; }
QComboBox QAbstractItemView { color: $text; background: $raised; border: $hairline solid $line;
    selection-background-color: $selected; selection-color: $text; outline: none; }
QComboBox::drop-down { border: none; width: $wide; }
QComboBox::down-arrow { image: none; }

QAbstractItemView { background: $background; border: none; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QHeaderView::section { color: $muted; background: $background; border: none;
    border-bottom: $hairline solid $line; padding: $step $gap; }
QTabWidget::pane { border: none; }
QTabBar::tab { color: $muted; background: transparent; padding: $gap $wide;
    border-bottom: $radius solid transparent; }
QTabBar::tab:hover, QTabBar::tab:selected { color: $text; }
QTabBar::tab:selected { border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QSplitter::handle:horizontal { background: transparent; border-left: $hairline solid $line; }
QSplitter::handle:vertical { background: transparent; border-top: $hairline solid $line; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: $gap; }
QScrollBar:horizontal { height: $gap; }
QScrollBar::handle { background: $line; border-radius: $step; }
QScrollBar::handle:vertical { min-height: $control; }
QScrollBar::handle:horizontal { min-width: $control; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(colors: Mapping[str, str], lengths: Mapping[str, str]) -> str:
    """The style sheet of the application.

    ``colors`` maps ``text`` or ``text_tint`` to ``#rrggbb``, ``lengths`` a size of
    ``tokens.json`` to a length such as ``4px``, already scaled.
    """
    return _SHEET.substitute(colors, **lengths)
