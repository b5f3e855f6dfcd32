"""The review of the incident: what the record tells, what people wrote, closing and reopening."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.actions import act
from desktop.pages.beside import Beside
from desktop.pages.deeds import Deeds
from desktop.pages.doors import page_of
from desktop.pages.fresh import Fresh
from desktop.pages.parts.part import Part
from desktop.pages.review.closing_asking import ClosingAsking
from desktop.pages.review.review_views import ReviewViews
from desktop.pages.review.view_row import ViewRow
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.record import Record
from desktop.warroom.review.built import Built, built
from desktop.warroom.review.draft import drafted
from desktop.warroom.review.material import stands
from desktop.warroom.review.records import Review
from desktop.warroom.review.response import Topic
from desktop.warroom.review.told import lasting
from desktop.warroom.room import WarRoom
from resources import N_, _, ngettext
from widgets import theme
from widgets.advice import Advice
from widgets.plain import PlainButton
from widgets.theme import Token

LOW = 260  # pixels at 100 % of the part, below which it does without its counts
VIEWS = {
    "times": N_("Response times"),
    "written": N_("In words"),
    "chronology": N_("Chronology"),
    "fired": N_("Warnings"),
    "decisions": N_("Decisions"),
}


class ReviewPart(Part):
    """Shows one view of the review at a time; reviews that were held open beside it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, Deeds(room, self)
        self.main = QWidget(self)
        self.advice = Advice(self.main)
        named = {name: _(label) for name, label in VIEWS.items()}
        self.choice = ViewRow(_("What the review shows"), named, self.main)
        self.hold = PlainButton(_("Hold a review"), self.choice)
        self.close_it = PlainButton(_("Close the incident"), self.choice)
        self.choice.add(self.hold, self.close_it)
        self.views = ReviewViews(room, self.main)
        self.beside = Beside(room, self.main, self.views, self)
        self.beside.setObjectName("review-beside")
        self.asking = ClosingAsking(room, self.beside)
        self.beside.addWidget(self.asking)
        self._fresh = Fresh(room, self)
        self._lay_out()
        self._connect()
        self.turn("times")
        self.look_again()

    # what the page asks

    def holds(self, kind: type[Record]) -> bool:
        return kind is Review

    def show_record(self, record: Record) -> None:
        self.asking.leave()
        self.beside.open([record])

    def put_away(self) -> None:
        self.asking.put_away()

    def mark(self) -> tuple[str, Token]:
        if self._room.incident.closed_at:
            return _("closed"), Token.MUTED
        return "", Token.MUTED

    def refresh(self) -> None:
        if self.isVisible():
            self.look_again()

    # deeds

    def turn(self, name: str) -> None:
        """Show one of the views."""
        self.views.turn(name)
        self.choice.mark(name)
        self.setFocusProxy(self.views)

    def hold_review(self) -> None:
        """Open the review that was held, the last of several; else ask for one."""
        self.asking.leave()
        held = self._room.all(Review)
        if held:
            self.beside.open(held[-1:])
        else:
            self.new_review()

    def new_review(self) -> None:
        """Ask for a further review; it begins with what the record says."""
        self.asking.leave()
        found = built(self._room, self._room.now())
        self.beside.ask_new(Review, **drafted(self._room, found))

    def close_incident(self) -> None:
        """Ask before the incident is closed, or opened again."""
        self.beside.shut()
        if self._room.incident.closed_at:
            self.asking.ask_reopen()
        else:
            self.asking.ask_close()

    def look_again(self) -> None:
        """Build the review anew and show it."""
        found = built(self._room, self._room.now())
        self.views.show_built(found)
        closed = found.incident.closed_at is not None
        self.close_it.setText(_("Open again") if closed else _("Close the incident"))
        self.hold.setText(_("Open the review") if found.reviews else _("Hold a review"))
        stand = stands(found.incident, self._room) if closed else ""
        self.advice.say("\n".join(filter(None, (stand, _counts(found)))))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # inside

    def _make_room(self) -> None:
        """The counts give way to the buttons where the window is low for its text."""
        self.advice.setHidden(self.height() < theme.px(LOW))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.advice)
        inside.addWidget(self.choice)
        inside.addWidget(self.views, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)

    def _connect(self) -> None:
        self.pass_on(self.deeds, self.beside)
        self.beside.told.connect(self.told)
        self.beside.asked.connect(self._go_to)
        self.asking.did.connect(self.did)
        self.asking.failed.connect(self.failed)
        self.asking.left.connect(self.views.setFocus)
        self.choice.chosen.connect(self._turned)
        self.views.opened.connect(self._go_to)
        self.views.past_asked.connect(self.past_asked)
        self.hold.clicked.connect(self.hold_review)
        self.close_it.clicked.connect(self.close_incident)
        self._fresh.due.connect(self._renew)
        for view in self.views.views.values():
            act(
                view.listed.table,
                (_("Hold a review"), "N", self.new_review),
                (_("Close the incident or open it again"), "", self.close_incident),
            )
        self._room.on_change(self._follow)

    def _renew(self) -> None:
        if self.isVisible():
            self.look_again()
        else:
            self._fresh.soon()  # when it comes into sight

    def _turned(self, name: str) -> None:
        self.turn(name)
        self.views.setFocus()

    def _go_to(self, record: Record) -> None:
        if isinstance(record, Review):
            self.show_record(record)
            return
        self.door_asked.emit(page_of(record), record)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind.kind_name in ("incident", "review") for change in changes):
            self.look_again()
            self.stood.emit()


def _counts(found: Built) -> str:
    """The first word, and how many of each there are, in a line."""
    word = next(each for each in found.times if each.topic == Topic.WORD)
    decisions, rules = len(found.decisions), len(found.fired)
    held = len(found.reviews)
    review = ngettext("{n} post-crisis review", "{n} post-crisis reviews", held).format(n=held)
    parts = (
        review if held else _("No review was held yet."),
        shown.labelled(Topic.WORD.shown, lasting(word.minutes)),
        ngettext("{n} key entry", "{n} key entries", len(found.chronology)).format(
            n=len(found.chronology)
        ),
        ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions),
        ngettext("{n} rule warned", "{n} rules warned", rules).format(n=rules),
        ngettext("{n} lesson", "{n} lessons", len(found.lessons)).format(n=len(found.lessons)),
    )
    return "  ·  ".join(parts)
