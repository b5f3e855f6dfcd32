"""Lessons: each is open until an action, a change in a playbook or a reason closes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.models.lesson_table import lesson_table
from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.pages.review.lesson_asking import LessonAsking
from desktop.warroom.acts import Change
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.record import Record
from desktop.warroom.review.ending import playbook_rows
from desktop.warroom.review.records import Lesson
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.plain import PlainButton
from widgets.side_by_side import SideBySide
from widgets.theme import Token


class LessonPart(Register):
    """The lessons, and below them what the playbook of the chosen one does otherwise."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Lesson,
            (),
            "text",
            "recorded_at",
            (_("No lesson yet"), _("N writes the first: what is to be learned, and its cause.")),
            made=lesson_table,
        )
        super().__init__(room, [(_("Lessons"), listed)], parent)
        self.asking = LessonAsking(room, self.beside)
        self.beside.addWidget(self.asking)
        self.difference = SideBySide(_("What the playbook does otherwise"), self._main)
        column = self._main.layout()
        assert column is not None
        column.addWidget(self.difference)
        self._act()
        self.look_again()

    # deeds

    def close_with_action(self) -> None:
        """Ask for the action that closes the chosen lesson."""
        self._ask(self.asking.ask_action, open_=True)

    def close_with_playbook(self) -> None:
        """Ask for the playbook that was changed."""
        self._ask(self.asking.ask_playbook, open_=True)

    def close_with_reason(self) -> None:
        """Ask why nothing follows from the chosen lesson."""
        self._ask(self.asking.ask_reason, open_=True)

    def open_again(self) -> None:
        """Ask why the chosen lesson is opened again."""
        self._ask(self.asking.ask_again, open_=False)

    def open_playbooks(self) -> None:
        """Go to the playbook that is to be changed, and keep what was answered so far."""
        chosen = self.asking.values().get("playbook", "")
        found = self._room.find(PlaybookVersion, chosen) if chosen else None
        self.asking.leave()
        self.door_asked.emit("plan", found or PlaybookVersion())

    # what the page asks

    def ask_new(self, kind: type[Record] | None = None, /, **given: object) -> None:
        self.asking.leave()
        super().ask_new(kind, **given)

    def show_record(self, record: Record) -> None:
        self.asking.leave()
        super().show_record(record)

    def put_away(self) -> None:
        self.asking.put_away()

    def look_again(self) -> None:
        open_ = sum(each.open for each in self._room.all(Lesson))
        said = ngettext(
            "{n} lesson is open: an action, a change in a playbook or a reason closes it.",
            "{n} lessons are open: an action, a change in a playbook or a reason closes each.",
            open_,
        )
        self.advice.say("", [said.format(n=open_)] if open_ else [])
        self._show_difference()

    def mark(self) -> tuple[str, Token]:
        n = sum(each.open for each in self._room.all(Lesson))
        return (str(n), Token.WARN) if n else ("", Token.MUTED)

    # inside

    def _act(self) -> None:
        table = self.lists[0].table
        deeds = (
            (_("Action"), "a", self.close_with_action),
            (_("Playbook"), "p", self.close_with_playbook),
            (_("Reason"), "r", self.close_with_reason),
            (_("Open again"), "o", self.open_again),
        )
        self._keys = {key: deed for _words, key, deed in deeds}
        self.buttons = [PlainButton(words, self) for words, _key, _deed in deeds]
        self.lists[0].add_buttons(*self.buttons)
        for button, (words, key, deed) in zip(self.buttons, deeds, strict=True):
            button.clicked.connect(deed)
            act(table, (f"{words}\t{key.upper()}", "", deed))
        table.set_keys("".join(self._keys))
        table.pressed.connect(self._pressed)
        table.selectionModel().selectionChanged.connect(self._show_difference)
        self.asking.tool.clicked.connect(self.open_playbooks)
        self.asking.did.connect(self.did)
        self.asking.failed.connect(self.failed)
        self.asking.left.connect(table.setFocus)

    def _pressed(self, key: str) -> None:
        self._keys[key]()

    def _ask(self, question: Callable[[Lesson], None], *, open_: bool) -> None:
        chosen = next(iter(self.lists[0].chosen()), None)
        if chosen is None:
            self.told.emit(_("Choose a lesson first."))
        elif chosen.open != open_:
            self.told.emit(
                _("This lesson is closed already.") if open_ else _("This lesson is open.")
            )
        else:
            self.beside.shut()
            question(chosen)

    def _show_difference(self) -> None:
        if not hasattr(self, "difference"):
            return  # the lists are shown before what stands below them is made
        chosen = next(iter(self.lists[0].chosen()), None)
        heads, rows = playbook_rows(self._room, chosen) if chosen else (("", ""), [])
        marked = [row for row in rows if row.differs]
        self.difference.show_rows(marked, heads)
        self.difference.setVisible(bool(marked))
        for button, wants_open in zip(self.buttons, (True, True, True, False), strict=True):
            button.setEnabled(chosen is not None and chosen.open == wants_open)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.kind_name in ("lesson", "playbook") for change in changes):
            self.look_again()
            self.stood.emit()
