"""Evaluations: one a day while the incident is handled, each beside the one before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.evaluation_columns import compared_columns
from desktop.models.evaluation_said import asked_for
from desktop.models.listed import ListedThings
from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.evaluation import Evaluation, before, compared, due, snapshot
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _
from widgets.headed_table import HeadedTable
from widgets.theme import Token


class EvaluationPart(Register):
    """A new evaluation takes the measures as they stand when it is asked for."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Evaluation,
            ("at", "verdict", "change", "why", "by"),
            "change",
            "at",
            (
                _("No evaluation yet"),
                _("Press N: the figures of this hour are taken, and you say keep or change."),
            ),
            newest_first=True,
        )
        super().__init__(room, [(_("Evaluations"), listed)], parent)
        self.figures = ListedThings(room, compared_columns(), self)
        self.compared = HeadedTable(_("Figures"), "watch-compared", self.figures, self._main)
        self.compared.table.set_empty(
            _("No figures are kept"), _("Choose an evaluation above to see what it rests on.")
        )
        inside = self._main.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(self.compared, 5)
        self.lists[0].table.selectionModel().selectionChanged.connect(self._show_figures)
        self.lists[0].model.rowsInserted.connect(self._choose_first)
        self.look_again()

    # what the page asks

    def mark(self) -> tuple[str, Token]:
        at = due(self._room)
        if at is None or at.ms > self._room.now().ms:
            return "", Token.MUTED
        return _("due"), Token.WARN

    def ask_new(self, kind: type[Record] | None = None, /, **given: object) -> None:
        """Ask for an evaluation that keeps the measures of this moment."""
        super().ask_new(kind, **{"snapshot": snapshot(self._room, self._room.now()), **given})

    def look_again(self) -> None:
        sentence = asked_for(self._room)
        self.advice.say("", [sentence] if sentence else [])
        self._show_figures()
        self.stood.emit()

    # inside

    def _choose_first(self) -> None:
        if not self.lists[0].chosen():
            self.lists[0].table.select(0)

    def _show_figures(self) -> None:
        chosen = next(iter(self.lists[0].chosen()), None)
        earlier = before(self._room, chosen) if chosen else None
        self.figures.show(compared(chosen, earlier) if chosen else [])
        here = self._room.here()
        title = _("Figures")
        if earlier and earlier.at:
            then = shown.when(earlier.at, here)
            title = _("Figures, beside those of {time}").format(time=then)
        self.compared.title.setText(title)
