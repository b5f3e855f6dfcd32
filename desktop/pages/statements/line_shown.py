"""A line of the question bank shown large, with what is not to be said in red beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.warroom import shown
from desktop.warroom.answers.lines import Answer, valid
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.wording import worded
from resources import _
from resources.visible import visible
from widgets import theme
from widgets.ground import Ground, fill
from widgets.plain import PlainLabel
from widgets.theme import Token


class LineShown(QScrollArea):
    """Shows the best of the lines that were found, and names the others below it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.line_id = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = _Inside(self)
        self.setWidget(self.inside)
        self.show_lines(())

    def show_lines(self, found: Sequence[Answer], asked: str = "") -> None:
        """Show these, the first large; ``asked`` is what they were looked for by."""
        best = next(iter(found), None)
        self.line_id = best.id if best and self._valid(best) else ""
        inside = self.inside
        if best is None:
            said = _("No line for this question.") if asked.strip() else ""
            hint = _("Lines of the question bank stand here while a question is typed.")
            inside.say(said or hint, "", "", "", Token.MUTED)
            return
        valid = self._valid(best)
        line = (
            worded(self._room, best.line)
            if valid
            else _("No valid line: say that we come back to it.")
        )
        others = "\n".join(f"· {visible(each.question)}" for each in found[1:])
        inside.say(best.question, line, best.not_to_say, others, Token.MUTED, bad=not valid)

    def text(self) -> str:
        """The line that is shown large."""
        return self.inside.line.text()

    def _valid(self, answer: Answer) -> bool:
        return valid(answer, self._room.now().ms)


class _Inside(Ground):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Token.BACKGROUND, None, parent)
        bold = QFont.Weight.DemiBold
        self.question = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self.line = PlainLabel("", self, size="figure", weight=bold, wrap=True)
        self.not_to_say = PlainLabel("", self, size="lead", token=Token.BAD, wrap=True)
        self.others = PlainLabel("", self, token=Token.MUTED, wrap=True)
        self._column = QVBoxLayout(self)
        fill(self._column, self.question, self.line, self.not_to_say, self.others, 1)
        self.measure()

    def say(
        self,
        question: str,
        line: str,
        bad_words: str,
        others: str,
        token: Token,
        *,
        bad: bool = False,
    ) -> None:
        self.question.setText(visible(question))
        self.question.set_token(token)
        self.line.setText(visible(line))
        self.line.set_token(Token.WARN if bad else Token.TEXT)
        banned = shown.labelled(_("Do not say"), visible(bad_words)) if bad_words.strip() else ""
        self.not_to_say.setText(f"✗ {banned}" if banned else "")
        self.others.setText(others)
        for label in (self.line, self.not_to_say, self.others):
            label.setVisible(bool(label.text()))

    def measure(self) -> None:
        space = theme.space
        self._column.setContentsMargins(space(4), space(3), space(4), space(3))
        self._column.setSpacing(space(3))
