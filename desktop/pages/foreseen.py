"""What a change of a fact would touch, said while it is typed and before it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.models.touched_rows import touched_rows
from desktop.pages.record_form import shared
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.facts import Fact, FactSource, sources_of, standing
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.touching import touched_texts
from desktop.warroom.typed import as_value
from resources import ngettext
from widgets import theme
from widgets.form import Form
from widgets.ground import Ground
from widgets.plain import PlainLabel
from widgets.theme import Token
from widgets.two_lines import TwoLineList

SHAKES = ("value", "status")  # the fields of a fact that texts rest on
MOST = 3  # rows in sight; the rest is scrolled to


class Foreseen(Ground):
    """Stands over the buttons of a form about facts or their sources: how many texts rest on them,
    and while something is typed that touches these, which; ``asked`` carries a text to be opened.
    """

    asked = Signal(object)

    def __init__(self, room: WarRoom, records: Sequence[Record], form: Form) -> None:
        super().__init__(Token.BACKGROUND, Qt.Edge.TopEdge, form)
        self._room, self._records, self._form = room, records, form
        self._start = shared(room, records) if records else {}
        self._texts: dict[str, Record] = {}
        self.lead = PlainLabel("", self, token=Token.WARN, wrap=True)
        self.rows = TwoLineList(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.rows)
        self.rows.opened.connect(self._ask)
        self.rows.clicked.connect(self._ask_clicked)
        form.edited.connect(self.look)
        self.look()

    def look(self) -> None:
        """Say what the change as it is typed now would touch."""
        texts = touched_texts(self._room, self._changed())
        self._texts = {each.id: each for each in texts}
        self.rows.show_rows(touched_rows(self._room, texts))
        self.rows.setVisible(bool(texts))
        self._lead(len(texts), self._resting())
        self.measure()

    def measure(self) -> None:
        self._column.setContentsMargins(0, theme.space(2), theme.space(2), 0)
        self._column.setSpacing(theme.space(1))
        seen = min(len(self._texts), MOST)
        self.rows.setFixedHeight(seen * max(self.rows.sizeHintForRow(0), 0))

    # inside

    def _lead(self, touched: int, resting: int) -> None:
        """Say how many texts are touched, or calmly how many would be."""
        said = ngettext("▲ This changes {n} text:", "▲ This changes {n} texts:", touched)
        if not touched:
            said = ngettext("{n} text rests on this.", "{n} texts rest on this.", resting)
        self.lead.setText(said.format(n=touched or resting))
        self.lead.set_token(Token.WARN if touched else Token.MUTED)
        self.rows.setAccessibleName(self.lead.text())
        self.setVisible(bool(touched or resting))

    def _resting(self) -> int:
        """How many texts rest on the facts that are open."""
        facts = [each for each in self._records if isinstance(each, Fact)]
        return len(touched_texts(self._room, [(each, replace(each, gone=True)) for each in facts]))

    def _changed(self) -> list[tuple[Fact, Fact]]:
        """The facts as they are, and as they would be."""
        said = self._form.values()
        if "says" in said:
            return self._disputed(said)
        facts = [each for each in self._records if isinstance(each, Fact)]
        typed = self._typed(said)
        return [(fact, replace(fact, **typed)) for fact in facts]

    def _typed(self, said: dict[str, str]) -> dict[str, Any]:
        """What was typed anew of that which texts rest on."""
        fields = [f for f in Fact.declared() if f.name in SHAKES and f.name in said]
        anew = [f for f in fields if said[f.name] != self._start.get(f.name, "")]
        try:
            return {f.name: as_value(f, said[f.name], self._room.here()) for f in anew}
        except RuleBroken:
            return {}

    def _disputed(self, said: dict[str, str]) -> list[tuple[Fact, Fact]]:
        """The fact of a source, with the certainty that what the source says gives it."""
        fact = self._room.find(Fact, said.get("fact", ""))
        if fact is None:
            return []
        mine = {each.id for each in self._records}
        sources = [each for each in sources_of(self._room, fact) if each.id not in mine]
        if says := said["says"].strip():
            sources.append(FactSource(fact=fact.id, source="", says=says))
        return [(fact, replace(fact, status=standing(fact.status, sources)))]

    def _ask(self, text: str) -> None:
        if record := self._texts.get(text):
            self.asked.emit(record)

    def _ask_clicked(self, _index: QModelIndex) -> None:
        self._ask(self.rows.chosen())
