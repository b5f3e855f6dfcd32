"""What every desk does: a list of texts, the chosen one in the editor, what a deed asks beside."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.named import told_gone
from desktop.pages.actions import passing_menu
from desktop.pages.parts.part import Part
from desktop.pages.statements.desk_asking import Ask, AskPanel
from desktop.pages.statements.desk_deeds import DeskDeeds
from desktop.pages.statements.desk_fields import Text
from desktop.pages.statements.desk_head import APPROVE
from desktop.pages.statements.desk_list import DeskList
from desktop.pages.statements.desk_writing import DeskWriting
from desktop.warroom.acts import Change
from desktop.warroom.choices import Standing
from desktop.warroom.method.facts import Fact
from desktop.warroom.record import Record
from desktop.warroom.records import Sitting
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from widgets import theme
from widgets.seam import Seam

NARROW = 900  # pixels at 100 % below which there is no room for list, text and what is beside it


class DeskPart(Part):
    """Texts of one kind: written, submitted, approved and taken back here.

    ``follows`` are the kinds of which a change is shown.
    """

    kind: type[Text]
    follows: tuple[type[Record], ...]
    writes: type[DeskWriting] = DeskWriting
    does: type[DeskDeeds] = DeskDeeds

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.seam = Seam(Qt.Orientation.Horizontal, self)
        self.list, self.writing = DeskList(self.seam), self.writes(room, self.seam)
        self.asking, self.deeds = AskPanel(room, self.seam), self.does(room, self)
        self.setFocusProxy(self.list.rows)

    def begin(self, name: str, *aside: QWidget) -> None:
        """Lay the parts out, ``aside`` between the text and what is asked; show the first text."""
        self._lay_out(name, aside)
        self._connect()
        self._show_rows()
        self._choose_first()
        self._room.on_change(self._follow)

    # for the desk of a kind

    def deed_of(self) -> Mapping[str, Callable[[], None]]:
        """What is done when the head asks for it by name."""
        raise NotImplementedError

    def new(self) -> None:
        """Ask for template and language of a new text."""
        raise NotImplementedError

    def make_room(self) -> None:
        """Where there is no room for three, what is asked stands in place of the text."""
        narrow = self.width() < theme.px(NARROW)
        self.writing.setHidden(narrow and not self.asking.isHidden())

    # what the page asks

    def show_record(self, record: Record) -> None:
        self.list.rows.choose(record.id)
        self._show(record.id)

    def selection(self) -> Selection[Any]:
        return Selection(kind=self.kind)

    def refresh(self) -> None:
        self._show_rows()

    def put_away(self) -> None:
        self.writing.text.put_away()
        self.asking.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    # deeds

    def submit(self) -> None:
        """Give the chosen draft to those who approve it."""
        if text := self._ready():
            self.deeds.submit(text)

    def approve(self) -> None:
        """Approve the chosen text; where several roles are missing, ask in which."""
        if text := self._ready():
            self.deeds.approve(text, self.writing.head.below(APPROVE))

    def take_back(self) -> None:
        """Take the chosen text out of the list, as long as it is not out."""
        if text := self._ready():
            self.deeds.take_back(text, told_gone([text]))

    # inside

    def _ready(self) -> Any:
        """The chosen text with all that was typed saved; None where that cannot be."""
        self.writing.head.refuse("")
        if self.writing.save():
            return self.writing.statement
        self.writing.head.refuse(self.writing.text.fault() or self.writing.head.sentence.text())
        return None

    def _ask(self, ask: Ask) -> None:
        self.asking.ask(ask)
        self.asking.show()
        self.make_room()
        self.asking.setFocus()

    def _asked(self, name: str) -> None:
        self.deed_of()[name]()

    def _begun(self, text: Text) -> None:
        self._show_rows()
        self.show_record(text)

    def _answered(self, sentence: str) -> None:
        self._shut()
        self.did.emit(sentence)

    def _shut(self) -> None:
        """Back to the text where it is still written, else to the list."""
        self.asking.hide()
        self.make_room()
        text = self.writing.statement
        written = text is not None and text.standing == Standing.DRAFT
        (self.writing if written else self.list.rows).setFocus()

    def _open(self, *_name: str) -> None:
        self.writing.setFocus()

    def _show(self, name: str) -> None:
        text = self._room.find(self.kind, name) if name else None
        self.writing.show_statement(None if text is None or text.gone else text)

    def _show_rows(self) -> None:
        raise NotImplementedError

    def _choose_first(self) -> None:
        if names := self.list.rows.names():
            self.list.rows.choose(names[0])
            self._show(names[0])

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.list.rows.actions())
        menu.popup(at)

    def _lay_out(self, name: str, aside: Sequence[QWidget]) -> None:
        self.seam.setObjectName(name)
        for part in (self.list, self.writing, *aside, self.asking):
            self.seam.addWidget(part)
            self.seam.setStretchFactor(self.seam.indexOf(part), int(part is self.writing))
        for part in (*aside, self.asking):
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.seam)

    def _connect(self) -> None:
        rows, writing = self.list.rows, self.writing
        self.list.new.clicked.connect(self.new)
        rows.chose.connect(self._show)
        rows.opened.connect(self._open)
        rows.menu_asked.connect(self._menu)
        writing.left.connect(rows.setFocus)
        writing.head.asked.connect(self._asked)
        self.asking.done.connect(self._answered)
        self.asking.closed.connect(self._shut)
        self.asking.failed.connect(self.failed)
        self.deeds.did.connect(self.did)
        self.deeds.refused.connect(writing.head.refuse)
        self.deeds.failed.connect(self.failed)
        self.deeds.made.connect(self._begun)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        kinds = {change.kind for change in changes}
        if Sitting in kinds:
            self.writing.head.refuse("")  # what was refused was refused to who sat here before
        if not kinds & set(self.follows):
            return
        if Fact in kinds:
            self.writing.follow()
        self._show_rows()
        if chosen := self.list.rows.chosen():
            self._show(chosen)
        else:
            self._show("")
            self._choose_first()
