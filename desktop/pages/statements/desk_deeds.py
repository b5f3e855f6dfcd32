"""What is done with a text at the desk, each an act; what the rules refuse is said beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.actions import passing_menu
from desktop.pages.statements.desk_fields import Text
from desktop.warroom import shown
from desktop.warroom.choices import Language, Role
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.approving import approve, missing, submit
from desktop.warroom.statements.drafting import in_language, next_version
from desktop.warroom.statements.releasing import why_not_release
from desktop.warroom.statements.series import in_series, releases_of
from desktop.warroom.statements.statement import Statement
from resources import _
from widgets.plain import plain_button


class DeskDeeds(QObject):
    """``did`` carries what was done, ``refused`` why a rule forbids it, ``failed`` what went
    wrong; ``made`` a further text.
    """

    did = Signal(str)
    refused = Signal(str)
    failed = Signal(str)
    made = Signal(object)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._over = room, parent
        self._text: Text | None = None

    def submit(self, text: Text) -> None:
        """Give a draft to those who approve it."""
        self._attempt(partial(submit, self._room, text), _("It waits for approval now."))

    def approve(self, text: Text, at: QPoint) -> None:
        """Approve it in the role that is missing; of several one is asked for in a menu."""
        lacking = missing(self._room, text)
        if not lacking:
            self.refused.emit(_("No approval is missing."))
        elif len(lacking) == 1:
            self._approve(text, lacking[0])
        else:
            self._choose(text, [(str(role), word(role)) for role in lacking], at, self._as_role)

    def next_version(self, text: Statement) -> None:
        """Carry a text on in a next version."""
        self._make(partial(next_version, self._room, text))

    def in_language(self, text: Statement, at: QPoint) -> None:
        """Ask in a menu for a language that it is not written in, and begin that text."""
        mine = [each for each in in_series(self._room, text) if each.unreleased]
        there = {str(each.language) for each in mine} | {str(text.language)}
        lacking = [each for each in Language if str(each) not in there]
        if lacking:
            names = [(str(each), word(each)) for each in lacking]
            self._choose(text, names, at, self._as_language)
        else:
            self.refused.emit(_("It is being written in every language already."))

    def take_back(self, text: Text, done: str) -> None:
        """Take a text that is not out from the list."""
        self._attempt(partial(self._room.take_back, text), done)

    def refuses_release(self, text: Statement) -> bool:
        """Say why a text cannot go out at all; whether that is so."""
        refused = why_not_release(self._room, text)
        if refused:
            self.refused.emit(refused)
        return bool(refused)

    def refuses_withdrawal(self, text: Statement) -> bool:
        """Say that nothing of a text is out; whether that is so."""
        up = [each for each in releases_of(self._room, text) if each.withdrawn_at is None]
        if not up:
            self.refused.emit(_("It is not out: there is nothing to withdraw."))
        return not up

    # inside

    def _approve(self, text: Text, role: Role | str) -> None:
        done = _("Approved as {role}: {title}")
        said = done.format(role=word(role), title=shown.short(text.title))
        self._attempt(partial(approve, self._room, text, role), said)

    def _choose(
        self,
        text: Text,
        among: list[tuple[str, str]],
        at: QPoint,
        slot: Callable[[], None],
    ) -> None:
        self._text = text
        menu = passing_menu(self._over)
        for value, label in among:
            action = menu.addAction(plain_button(label))
            action.setData(value)
            action.triggered.connect(slot)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _as_role(self) -> None:
        if self._text:
            self._approve(self._text, Role(self.sender().data()))  # type: ignore[attr-defined]

    def _as_language(self) -> None:
        if isinstance(self._text, Statement):
            language = Language(self.sender().data())  # type: ignore[attr-defined]
            self._make(partial(in_language, self._room, self._text, language))

    def _make(self, deed: Callable[[], Text]) -> None:
        found: list[Text] = []

        def make() -> None:
            found.append(deed())

        if self._attempt(make, ""):
            self.made.emit(found[0])
            self.did.emit(_told_made(found[0]))

    def _attempt(self, deed: Callable[[], object], done: str) -> bool:
        try:
            deed()
        except RuleBroken as fault:
            self.refused.emit(str(fault))
            return False
        except WarRoomError as fault:
            self.failed.emit(str(fault))
            return False
        if done:
            self.did.emit(done)
        return True


def _told_made(text: Text) -> str:
    version = _("version {n}").format(n=text.version or 1)
    said = _("Begun: {title}, {language}, {version}")
    return said.format(title=shown.short(text.title), language=word(text.language), version=version)
