"""The risk register: a matrix of likelihood and severity to click on, risks, and their controls."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.risks import Control, Harm, Likelihood, Risk
from desktop.warroom.room import WarRoom
from resources import _
from widgets.matrix import Axis, Matrix
from widgets.theme import Token

HIGH = 15  # likelihood times severity from which a risk is marked


class RiskPart(Register):
    """Choosing a cell of the matrix shows its risks; the same cell again shows all."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self.matrix: Matrix | None = None
        risks = Listed(
            Risk,
            ("title", "type", "likelihood", "harm", "owner", "indicator", "reviewed_at"),
            "title",
            "recorded_at",
            (_("No risk here"), _("N adds one: how likely it is, how severe, who watches it.")),
        )
        controls = Listed(
            Control,
            ("text", "owner", "due", "done_at", "tested_at", "effect"),
            "text",
            "recorded_at",
            (_("No control yet"), _("What keeps the chosen risk small, and when it was tried.")),
        )
        lists = [(_("Risks"), risks), (_("Controls of the chosen risk"), controls)]
        super().__init__(room, lists, parent, linked="risk")
        self.look_again()

    def top(self) -> QWidget:
        self.matrix = Matrix(
            Axis(_("Likelihood"), [(each.value, each.shown) for each in Likelihood]),
            Axis(_("Severity"), [(each.value, each.shown) for each in Harm]),
            self,
        )
        self.matrix.chosen.connect(self.narrow_to)
        return self.matrix

    def narrow_to(self, likelihood: str, harm: str) -> None:
        """Show the risks of one cell; of all, where nothing is named."""
        if likelihood:
            narrowed = (("likelihood", (likelihood,)), ("harm", (harm,)))
            given = {"likelihood": Likelihood(likelihood), "harm": Harm(harm)}
            self.lists[0].narrow(*narrowed, **given)
        else:
            self.lists[0].narrow()
        self._follow_lead()

    def look_again(self) -> None:
        if self.matrix:
            counts: dict[tuple[str, str], int] = {}
            for risk in self._room.all(Risk):
                cell = (str(risk.likelihood), str(risk.harm))
                counts[cell] = counts.get(cell, 0) + 1
            self.matrix.show_counts(counts)

    def mark(self) -> tuple[str, Token]:
        n = sum(risk.score >= HIGH for risk in self._room.all(Risk))
        return (f"▲ {n}", Token.WARN) if n else ("", Token.MUTED)
