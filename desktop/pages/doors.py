"""Where the figures and the panels lead: to the page, and there to the rows behind them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.pages.door import Door
from desktop.pages.page import Page
from desktop.warroom.choices import EntryKind
from desktop.warroom.records import Coverage, Entry, Record, StaffMessage, Task
from desktop.warroom.selection import entries_of
from resources import _

if TYPE_CHECKING:
    from desktop.pages.desk import Desk

PAGES: dict[type[Record], str] = {
    Entry: "timeline",
    Task: "tasks",
    Coverage: "media",
    StaffMessage: "staff",
}
_DESK = (
    *("statement", "sign_off", "release", "touched", "rule_answers", "remedy", "affected_count"),
    *("key_message", "proof_point", "answer", "inquiry", "correction"),
    *("press_conference", "run_line", "what_if", "press_question"),
    *("comment", "removal", "reply_template"),
)
_STAFF = (
    *("staff_group", "delivery", "staff_member", "shift", "receipt"),
    *("staff_question", "rumour", "pulse", "training", "referral", "thanks"),
)
# a start does without these kinds; all others are on the plan page
_WATCH = ("clock", "calendar_day", "alarm", "threshold", "evaluation")
_REVIEW = ("review", "lesson", "indicator", "indicator_reading", "improvement", "case")
_LATER = {
    **dict.fromkeys(_WATCH, "clocks"),
    **dict.fromkeys(_DESK, "statements"),
    **dict.fromkeys(_STAFF, "staff"),
    **dict.fromkeys(_REVIEW, "review"),
}


def page_of(record: Record) -> str:
    """The name of the page that shows a record."""
    return PAGES.get(type(record)) or _LATER.get(record.kind_name, "plan")


class Doors(QObject):
    """Opens pages of the desk by what was pressed elsewhere."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def watch(self, page: Page) -> None:
        """Open what this page asks for."""
        page.door_asked.connect(self.open)

    def open(self, name: str, behind: Door | Record | None = None) -> None:
        """Show a page with the rows behind a door, with a record, or as it is.

        A record without the name of a page is shown on the page of its kind.
        """
        if not name and behind is not None and not isinstance(behind, Door):
            self.open_record(behind)
            return
        page = self._desk.show_page(name)
        page.setFocus()
        if isinstance(behind, Door):
            page.narrow(behind)
        elif behind is None:
            page.leave_door()
        elif behind is not None:
            page.show_record(behind)

    def open_record(self, record: Record) -> None:
        """Show a record on the page of its kind, and open it."""
        self.open(page_of(record), record)

    def open_figure(self, name: str) -> None:
        """Show what stands behind a figure of the strip."""
        from desktop.warroom import measures  # comes with the figures, after the first paint

        now = self._desk.room.now()
        match name:
            case "response":
                said = entries_of(EntryKind.STATEMENT)
                self.open("timeline", Door(_("Statements"), said))
            case "due":
                if due := measures.next_due(self._desk.room, now):
                    self.open_record(due.record)
            case "coverage":
                self.open("media", Door(_("Today"), measures.coverage_of_day(now)))
            case "waiting":
                self.open("media", Door(_("Waiting for our answer"), measures.waiting()))
            case "staff":
                self.open("staff", Door())
            case "tasks":
                self.open("tasks", Door(_("Still open"), measures.open_tasks()))
            case _:
                self.open("timeline", Door())
