"""An approved text as QR codes, to be carried by a phone to where it is published."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.statements.code_sheet import CodeSheet
from desktop.pages.statements.side_panel import SidePanel
from desktop.warroom.choices import Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.codes import Code, codes
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import public_text
from resources import _
from widgets import theme
from widgets.announce import announce
from widgets.ground import fill
from widgets.plain import PlainButton, PlainLabel, set_tip
from widgets.qr_view import QrView
from widgets.theme import Token

SECONDS = 4  # that a code is seen when they turn by themselves
OVER = (Standing.SUPERSEDED, Standing.WITHDRAWN)


class CodePanel(SidePanel):
    """One code at a time: arrows turn, the space bar lets them turn by themselves."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._codes: list[Code] = []
        self._at = 0
        self.place = PlainLabel("", self, size="lead", tabular=True)
        self.said = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.view = QrView(self)
        self.back = self._button("←", _("Previous code"), "←")
        self.on = self._button("→", _("Next code"), "→")
        self.large = self._button(_("Large"), _("Large"), _("Enter"))
        self.turning = self._button(_("Turn by itself"), _("Turn by itself"), _("Space"))
        self.turning.setCheckable(True)
        self.sheet: CodeSheet | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(SECONDS * 1000)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.large.clicked.connect(self.show_large)
        self.turning.toggled.connect(self._turn_by_itself)
        self.timer.timeout.connect(self._on)
        self.measure()
        self.renew()

    def renew(self) -> None:
        held = codes(carried(self._room, self.statement)) if self.statement else []
        if held != self._codes:
            self._codes, self._at = held, 0
        self._show()

    def code(self) -> Code | None:
        """The code that is shown."""
        return self._codes[self._at] if self._codes else None

    def turn(self, to: int) -> None:
        """Show another code; after the last comes the first."""
        if self._codes:
            self._at = to % len(self._codes)
            self._show()
            announce(self.view, self.place.text())

    def show_large(self) -> None:
        """Let the code fill the window, or no longer."""
        if self.sheet:
            self.sheet.leave()
        elif self._codes:
            self.sheet = CodeSheet(self)
            self.sheet.left.connect(self._left_large)
            self._show()

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(4), space(3))
        self._column.setSpacing(space(2))
        self._foot.setSpacing(space(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.turn(self._at - 1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.turn(self._at + 1)
            case Qt.Key.Key_Home:
                self.turn(0)
            case Qt.Key.Key_End:
                self.turn(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._codes:
                self.show_large()
            case Qt.Key.Key_Space if self._codes:
                self.turning.toggle()
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turning.setChecked(False)
        if self.sheet:
            self.sheet.leave()

    # inside

    def _button(self, sign: str, words: str, key: str) -> PlainButton:
        button = PlainButton(sign, self, "quiet")
        button.setAccessibleName(words)
        set_tip(button, _("{words} ({key})").format(words=words, key=key))
        return button

    def _lay_out(self) -> None:
        self._column, self._foot = QVBoxLayout(self), QHBoxLayout()
        fill(self._foot, self.back, self.on, 1, self.turning, self.large)
        fill(self._column, self.place, self.said)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._foot)
        self._column.addStretch(0)

    def _show(self) -> None:
        code = self.code()
        for part in (self.place, self.view, self.back, self.on, self.large, self.turning):
            part.setVisible(code is not None)
        if code is None:
            self.turning.setChecked(False)
            self.view.show_code("", "")
            if self.sheet:
                self.sheet.leave()
            self.said.setText(self._why_not())
            self._column.setStretch(3, 1)
            return
        self.place.setText(_("{n} of {of}").format(n=code.number, of=code.of))
        self.said.setText(_told(code))
        self.view.show_code(code.text, _("Code {n} of {of}").format(n=code.number, of=code.of))
        self.view.setAccessibleDescription(self.said.text())
        if self.sheet:
            self.sheet.show_code(code.text, self.place.text(), self.view.accessibleName())

    def _why_not(self) -> str:
        if self.statement is None:
            return _("Choose a text to carry it out on a phone.")
        return why_not(self._room, self.statement) or _("This text is empty. Write it first.")

    def _left_large(self) -> None:
        self.sheet = None
        self.view.setFocus()

    def _back(self) -> None:
        self.turn(self._at - 1)

    def _on(self) -> None:
        self.turn(self._at + 1)

    def _turn_by_itself(self, on: bool) -> None:
        self.timer.start() if on else self.timer.stop()


def why_not(room: WarRoom, text: Statement) -> str:
    """Why a text is not carried out of the room, as a sentence; empty when it may be."""
    if text.standing in OVER:
        said = _("This text is over: {state}. Choose the one that is in force.")
        return said.format(state=word(text.standing))
    if text.standing == Standing.RELEASED:
        return ""
    if text.standing != Standing.APPROVED:
        said = _("Only an approved text leaves the room. This one is: {state}.")
        return said.format(state=word(text.standing))
    if desk.missing(room, text):
        return _("A fact in it has changed since it was approved. Let it be approved again.")
    return ""


def carried(room: WarRoom, text: Statement) -> str:
    """The text that a phone carries: as it went out last, or as it would go out now."""
    if why_not(room, text):
        return ""
    out = desk.releases_of(room, text)
    return out[-1].text if out else public_text(room, text)


def _told(code: Code) -> str:
    if code.proof:
        return _(
            "The last code holds the SHA-256 of the whole text, {start}… It is the same that "
            "the release keeps. Do not paste it into the text."
        ).format(start=code.text[:12])
    return _(
        "Read each code with the camera of a phone, copy the text, and paste the parts one after "
        "the other with nothing between them."
    )
