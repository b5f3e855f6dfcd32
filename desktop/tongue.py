"""The language of the window: words, letter forms, figures and Qt's own dialogs, all at once."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from desktop.settings import Settings
from resources import NAMES
from widgets import theme

__all__ = ["NAMES", "speak"]

NAME = "qt-words"


def speak(app: QApplication, language: str) -> None:
    """Put ``en``, ``zh_TW`` or ``zh_CN`` in force; windows made before keep their words."""
    resources.speak(language)
    QLocale.setDefault(QLocale(resources.spoken()))
    _let_qt_speak(app, resources.spoken())
    theme.set_language(resources.spoken())


def remembered(settings: Settings) -> str:
    """The language chosen last in the window, or else that of the system."""
    return settings.text("language") or of_system()


def of_system() -> str:
    """The language that the environment names, or else the first that the desktop prefers."""
    spoken = resources.spoken_by_system()
    return spoken if spoken != "en" else resources.nearest(QLocale.system().uiLanguages()[0])


def _let_qt_speak(app: QApplication, language: str) -> None:
    for old in app.findChildren(QTranslator, NAME):
        app.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(app)
    words.setObjectName(NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)
