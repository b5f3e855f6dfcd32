"""The guide of five minutes: steps that point at the real window, some going on by a real act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.pages.desk import Desk
from desktop.settings import Settings
from desktop.warroom.acts import Change
from desktop.warroom.records import Entry, Task
from desktop.warroom.room import WarRoom
from resources import N_, _
from widgets.coach import CoachCard, Outline
from widgets.plain import visible
from widgets.rail import Rail

SEEN = "guide/seen"
WATCHED = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.StyleChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.LayoutRequest,
)


class Guided(Protocol):
    """The window as the guide knows it."""

    desk: Desk | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its words, the page it is on if any, what it points at, and what it waits for."""

    words: str
    part: Callable[[Desk], QWidget]
    page: str = ""
    hint: str = ""
    acted: Callable[[Change], bool] | None = None


def _logged(change: Change) -> bool:
    return change.before is None and isinstance(change.after, Entry)


def _moved(change: Change) -> bool:
    old, new = change.before, change.after
    return isinstance(old, Task) and isinstance(new, Task) and old.status != new.status


def _rail(desk: Desk) -> QWidget:
    return next(rail for rail in desk.window().findChildren(Rail) if rail.isVisible())


STEPS = (
    Step(
        N_(
            "The incident: how grave it is, who is at the keyboard, the phase it is in, and the "
            "time since it began."
        ),
        lambda desk: desk.header,
    ),
    Step(
        N_("What matters now, in figures. Choose one to see the rows behind it."),
        lambda desk: desk.strip,
    ),
    Step(
        N_(
            "Say here what happened, in your own words. A time such as 14:05, a kind such as "
            "/media, a @name and an answer due !16:30 are understood as you type."
        ),
        lambda desk: desk.bar,
        hint=N_("Type a line and press Enter, and the guide goes on."),
        acted=_logged,
    ),
    Step(
        N_(
            "A slip? Ctrl+Z takes the last act back and Ctrl+Shift+Z does it again. The journal "
            "keeps both."
        ),
        lambda desk: desk.bar,
    ),
    Step(
        N_(
            "Tasks. The arrow keys choose a card, Ctrl with an arrow moves it, the space bar says "
            "it is done. The mouse drags it."
        ),
        lambda desk: desk.page("tasks"),
        page="tasks",
        hint=N_("Move a card to another column, and the guide goes on."),
        acted=_moved,
    ),
    Step(
        N_(
            "What the media say, and its tone by the hour. N adds an item; the keys -, 0 and + "
            "give the selected rows their tone."
        ),
        lambda desk: desk.page("media"),
        page="media",
    ),
    Step(
        N_(
            "Who has been told. R begins a report, such as told 140 of night shift, 12 not "
            "reached; the bars show who is missing."
        ),
        lambda desk: desk.page("staff"),
        page="staff",
    ),
    Step(
        N_(
            "Ctrl+P writes the briefing as a PDF. Ctrl+K finds everything, Ctrl+/ shows all keys, "
            "and the gear below holds every command, this guide too."
        ),
        _rail,
        page="dashboard",
    ),
)


class Guide(QObject):
    """Leads through STEPS over the room of a window; typing is never taken from anybody.

    It follows the window through other sizes, looks and languages, and stops with the room.
    """

    def __init__(self, window: QWidget, guided: Guided, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._guided, self._settings = window, guided, settings
        self._at: int | None = None
        self._desk: Desk | None = None
        self._part: QWidget | None = None
        self._outline, self._card = Outline(window), CoachCard(window)
        self._card.next_asked.connect(self.go_on)
        self._card.back_asked.connect(self.go_back)
        self._card.stopped.connect(self.stop)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._follow)

    @property
    def card(self) -> CoachCard:
        """The card that says the step."""
        return self._card

    def running(self) -> bool:
        """Whether a step is shown."""
        return self._at is not None

    def start(self) -> None:
        """Begin at the first step; where it runs already, give its card the keys."""
        if self.running():
            self._card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._settings.remember(SEEN, "yes")
        self._window.installEventFilter(self)
        self._show(0)

    def go_on(self) -> None:
        """Show the next step; after the last one the guide is over."""
        self._leap(1)

    def go_back(self) -> None:
        """Show the step before."""
        self._leap(-1)

    def stop(self) -> None:
        """Take the marks away; the keys go to the log bar."""
        self._at = None
        self._window.removeEventFilter(self)
        self._watch(None)
        self._outline.hide()
        had_keys = self._card.isAncestorOf(self._window.focusWidget() or self._window)
        self._card.hide()
        self._desk = None
        if had_keys and (desk := self._guided.desk):
            desk.go_log()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in WATCHED:
            self._again.start()
        return super().eventFilter(watched, event)

    def _leap(self, by: int, *, keys: bool = True) -> None:
        if self._at is None or self._at + by < 0:
            return
        if self._at + by >= len(STEPS):
            self.stop()
        else:
            self._show(self._at + by, keys=keys)

    def _show(self, at: int, *, keys: bool = True) -> None:
        """Show a step; with ``keys`` they go to what it waits for, or else to the card."""
        self._at = at
        step = STEPS[at]
        if (desk := self._guided.desk) and step.page and desk.current() != step.page:
            desk.show_page(step.page)
        self._follow()
        if not keys or not self.running():
            return
        if step.acted and self._part and not self._read_only():
            self._part.setFocus() if step.page else self._go_log()
        else:
            self._card.setFocus()

    def _go_log(self) -> None:
        if self._desk:
            self._desk.go_log()

    def _follow(self) -> None:
        """Say the step and stand beside its part, wherever that is now."""
        desk = self._guided.desk
        if self._at is None:
            return
        if desk is None:
            self.stop()
            return
        self._meet(desk)
        step = STEPS[self._at]
        hint = _(step.hint) if step.hint and not self._read_only() else ""
        self._card.say(self._told(_(step.words), hint), hint, self._at + 1, len(STEPS))
        part = step.part(desk)
        self._watch(part)
        box = part.rect().translated(part.mapTo(self._window, part.rect().topLeft()))
        if part.isVisible():
            self._outline.go_round(box)
        else:
            self._outline.hide()
        self._card.stand_by(box)

    def _told(self, words: str, hint: str) -> str:
        """A step that waits for an act says what becomes of it."""
        if not hint or self._desk is None:
            return words
        title = visible(self._desk.room.incident.title)
        return f"{words} " + _("It is kept in this room: {title}.").format(title=title)

    def _meet(self, desk: Desk) -> None:
        """Listen to the desk, which is another one after a change of language."""
        if desk is not self._desk:
            self._desk = desk
            desk.page_shown.connect(self._again.start)
            desk.room.on_change(self._changed)

    def _watch(self, part: QWidget | None) -> None:
        if part is not self._part:
            if self._part and isValid(self._part):
                self._part.removeEventFilter(self)
            if part:
                part.installEventFilter(self)
            self._part = part

    def _changed(self, changes: tuple[Change, ...]) -> None:
        if self._at is not None:
            acted = STEPS[self._at].acted
            if acted and any(acted(change) for change in changes):
                QTimer.singleShot(0, self, self._went_on)

    def _went_on(self) -> None:
        self._leap(1, keys=False)

    def _read_only(self) -> bool:
        room: WarRoom | None = self._desk.room if self._desk else None
        return room is None or bool(room.why_read_only)
