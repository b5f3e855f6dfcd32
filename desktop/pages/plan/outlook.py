"""The outlook: what must be decided by when, and the best, likely and worst course of things."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.pages.plan.bottom_line import BottomLine
from desktop.warroom.outlook import DecisionNeeded, Forecast, needed
from desktop.warroom.room import WarRoom
from resources import _
from widgets.theme import Token


class OutlookPart(Register):
    """Both stand in the situation report under its bottom line; late decisions are marked."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        self.bottom_line: BottomLine | None = None
        decisions = Listed(
            DecisionNeeded,
            ("due", "question", "proposal", "who", "decided", "decided_at"),
            "question",
            "due",
            (
                _("No decision is needed"),
                _("N adds one: the question, what is proposed, who decides by when."),
            ),
        )
        forecasts = Listed(
            Forecast,
            ("course", "text", "sign", "prepared", "as_of", "until", "by"),
            "text",
            "as_of",
            (
                _("No forecast yet"),
                _("N adds one: best, likely or worst, and how we would notice."),
            ),
            newest_first=True,
        )
        lists = [(_("Decisions needed"), decisions), (_("Forecast"), forecasts)]
        super().__init__(room, lists, parent)

    def top(self) -> QWidget:
        self.bottom_line = BottomLine(self._room, self)
        return self.bottom_line

    def put_away(self) -> None:
        if self.bottom_line:
            self.bottom_line.keep()
        super().put_away()

    def look_again(self) -> None:
        if self.bottom_line:
            self.bottom_line.refresh()

    def mark(self) -> tuple[str, Token]:
        now = self._room.now().ms
        n = sum(each.late(now) for each in needed(self._room.all(DecisionNeeded)))
        return (f"▲ {n}", Token.WARN) if n else ("", Token.MUTED)
