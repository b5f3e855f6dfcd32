"""The keys there are, read from where each is declared: commands, deeds of pages, and widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from desktop.commands import Offered
from resources import _

NATIVE = QKeySequence.SequenceFormat.NativeText


@runtime_checkable
class TellsKeys(Protocol):
    """A widget that reads keys itself and says which, as (words, keys)."""

    def told_keys(self) -> tuple[tuple[str, str], ...]: ...


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done on a page: where, its words, its keys, and its action if any."""

    view: QWidget
    words: str
    keys: str
    action: QAction | None = None

    def do(self) -> None:
        """Give the keys to the view it is done on, and do it."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.action:
            self.action.trigger()


def keys_of(command: Offered) -> str:
    """The keys of a command: ``Ctrl+Shift+Z, Ctrl+Y``."""
    shown = [key.toString(NATIVE) for key in command.action.shortcuts()]
    return _(", ").join(dict.fromkeys(shown))


def deeds_of(place: QWidget) -> Iterator[Deed]:
    """What can be done by keys in a part of the window, in the order of its widgets."""
    for view in (place, *place.findChildren(QWidget)):
        if not isinstance(view, QMenu):
            yield from _deeds_on(view)


def _deeds_on(view: QWidget) -> Iterator[Deed]:
    for action in view.actions():
        if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
            words, _tab, named = action.text().partition("\t")
            keys = action.shortcut().toString(NATIVE) or named
            yield Deed(view, words.replace("&&", "&"), keys, action)
    for child in view.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.whatsThis():
            yield Deed(view, child.whatsThis(), child.key().toString(NATIVE))
    if isinstance(view, TellsKeys):
        for words, keys in view.told_keys():
            yield Deed(view, words, keys)
