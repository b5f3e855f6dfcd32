"""The media page: what was published, how it speaks of us, and what waits for an answer."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.clips import Clips
from desktop.models.coverage import columns, drawn, summary, told_hour, tone_hours, turning_points
from desktop.models.record_table import RecordTable
from desktop.pages.actions import act, passing_menu
from desktop.pages.beside import Beside
from desktop.pages.chart_saving import ChartSaving
from desktop.pages.coverage_chart import CoverageChart
from desktop.pages.coverage_deeds import CoverageDeeds
from desktop.pages.door import Door
from desktop.pages.filtered import FilteredPage
from desktop.pages.row_drop import RowDrop
from desktop.warroom.acts import Change
from desktop.warroom.choices import Carried, OutletKind, Tier, Tone
from desktop.warroom.records import Coverage, Entry, Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.tones import ToneCounts
from resources import _, ngettext
from widgets.filter_bar import FilterBar, FilterMenu
from widgets.seam import Seam
from widgets.table_view import TableView
from widgets.tone_hours import HOUR_MS

ASKED = ("tone", "outlet_kind", "tier", "carried", "story")  # fields that the filter asks for
KEYS = {
    "-": Tone.NEGATIVE,
    "0": Tone.NEUTRAL,
    "+": Tone.POSITIVE,
    "=": Tone.POSITIVE,  # the same key without Shift
    "m": Tone.MIXED,
    "?": Tone.NOT_RATED,
}
CARRIED = {"r": Carried.RIGHT, "w": Carried.WRONG, "o": Carried.NONE}
ALONE, COPIES = "one", "copies"


class CoveragePage(FilteredPage):
    """Rates, answers and groups items; ``did`` and ``failed`` carry a sentence for the notice."""

    def __init__(self, room: WarRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self.deeds = room, CoverageDeeds(room, self)
        self._stories: dict[str, int] = {}  # how many items each story has
        self._led: dict[str, int] = {}  # the same, while one row stands for each story
        self._kept: list[str] = []
        self.bar = FilterBar(_menus(), self, ordered=False)
        self.chart, self.table = CoverageChart(self), TableView(self)
        self.saving = ChartSaving(room, self.chart, self)
        self._split = Seam(Qt.Orientation.Vertical, self)
        self.beside = Beside(room, self._split, self.table, self)
        shown = columns(room, self._led, Clips(room, self))
        self._model = RecordTable(room, shown, self._selection(), self)
        self._lay_out()
        self._count_copies()
        self.table.set_model(self._model)
        self.table.setAccessibleName(_("Media coverage"))
        self.table.setObjectName("media-table")
        self._split.setObjectName("media-chart")
        self.beside.setObjectName("media")
        self.setFocusProxy(self.table)
        self.table.set_keys("".join((*KEYS, *CARRIED)) + "agc")
        self._connect()
        self._offer()
        self._tell()
        room.on_change(self._follow)

    def show_record(self, record: Record) -> None:
        """Bring an item into sight and open it."""
        row = self._model.row_of(record)
        if row >= 0:
            self.table.select(row)
        self.beside.open([record])

    def selection(self) -> Selection[Any]:
        """What the filter leaves of the list."""
        return self._model.selection()

    def refresh(self) -> None:
        """Judge anew what is late."""
        self._model.refresh()

    def add(self) -> None:
        """Ask for a new item."""
        self.beside.ask_new(Coverage)

    def chosen(self) -> list[Coverage]:
        """The items that are selected in the table."""
        return [self._model.record(row) for row in self.table.rows()]

    # building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.beside, 1)
        self._split.addWidget(self.chart)
        self._split.addWidget(self.table)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._narrow)
        self.bar.left.connect(self.table.setFocus)
        self.chart.asked.connect(self._open_hour)
        self.chart.chart.mark_asked.connect(self._open_statement)
        self.table.opened.connect(self._open)
        self.table.pressed.connect(self._key)
        self.table.menu_asked.connect(self._menu)
        self._model.modelAboutToBeReset.connect(self._keep_chosen)
        self._model.modelReset.connect(self._choose_again)
        drop = RowDrop(self._room, self.table, self._at, self._current, self)
        self.beside.told.connect(self.told)
        self.pass_on(drop, self.deeds, self.beside)
        self.saving.told.connect(self.told)
        self.saving.failed.connect(self.failed)
        tones = {tone: key for key, tone in reversed(KEYS.items())}
        act(self.table, *((f"{t.shown}\t{tones[t]}", "", self._rate_asked) for t in Tone))
        for action, tone in zip(self.table.actions(), Tone, strict=True):
            action.setData(tone.value)
        act(
            self.table,
            (_("Open and change"), "F2", self._open_chosen),
            (_("New media item"), "N", self.add),
            (_("Answered, or not yet") + "\tA", "", self.answer),
            (_("Carries our message") + "\tR", "", self.carry_right),
            (_("Carries it wrongly") + "\tW", "", self.carry_wrong),
            (_("Does not carry it") + "\tO", "", self.carry_none),
            (_("Group as one story") + "\tG", "", self.group),
            (_("Out of its story"), "", self.ungroup),
            (_("Request a correction") + "\tC", "", self.correct),
            (_("Take back"), "Del", self.take_back),
        )

    def _menu(self, at: QPoint) -> None:
        menu = passing_menu(self)
        menu.addActions(self.table.actions()[: len(Tone)])
        menu.addSeparator()
        menu.addActions(self.table.actions()[len(Tone) :])
        menu.popup(at)

    def _at(self, point: QPoint) -> Coverage | None:
        """The item at a point of the table, which becomes the current one."""
        index = self.table.indexAt(point)
        if not index.isValid():
            return None
        self.table.select(index.row())
        item: Coverage = self._model.record(index.row())
        return item

    def _current(self) -> Coverage | None:
        return next(iter(self.chosen()), None)

    # deeds

    def rate(self, tone: Tone) -> None:
        """Give the selected items a tone, in one act."""
        self.deeds.rate(self.chosen(), tone)

    def answer(self) -> None:
        """Note that the selected items are answered now, or that they are not."""
        self.deeds.answer(self.chosen())

    def carry_right(self) -> None:
        """Note that the selected items carry one of our messages."""
        self.deeds.carry(self.chosen(), Carried.RIGHT)

    def carry_wrong(self) -> None:
        """Note that the selected items carry one wrongly."""
        self.deeds.carry(self.chosen(), Carried.WRONG)

    def carry_none(self) -> None:
        """Note that the selected items carry none."""
        self.deeds.carry(self.chosen(), Carried.NONE)

    def group(self) -> None:
        """Make the selected items one story."""
        self.deeds.group(self.chosen())

    def ungroup(self) -> None:
        """Take the selected items out of their story."""
        self.deeds.ungroup(self.chosen())

    def correct(self) -> None:
        """Ask what is wrong in the current item; saving it marks the item as one with an error."""
        from desktop.warroom.answers.inquiries import Correction  # when it is asked for

        if item := self._current():
            self.beside.ask_new(Correction, coverage=item.id, outlet=item.outlet)

    def take_back(self) -> None:
        """Take the selected items out of the list, in one act; Undo brings them back."""
        first = next(iter(self.table.rows()), 0)
        self.deeds.take_back(self.chosen())
        if not self.table.rows():  # several, after which the table was read anew
            self.table.select(first)

    def _key(self, key: str) -> None:
        if key == "a":
            self.answer()
        elif key == "g":
            self.group()
        elif key == "c":
            self.correct()
        elif key in CARRIED:
            self.deeds.carry(self.chosen(), CARRIED[key])
        else:
            self.rate(KEYS[key])

    def _rate_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.rate(Tone(action.data()))

    def _open(self, _index: QModelIndex) -> None:
        self._open_chosen()

    def _open_chosen(self) -> None:
        self.beside.open(self.chosen())

    # what is shown

    def _selection(self) -> Selection[Coverage]:
        wanted = self.bar.filter()
        equal = tuple((n, wanted.of(n)) for n in ASKED if wanted.of(n))
        found = Selection(
            kind=Coverage,
            equal=equal,
            words=wanted.text,
            order="published_at",
            newest_first=True,
            leading=("story", "published_at") if wanted.of(COPIES) else None,
        )
        return self._through_door(found)

    def _open_hour(self, start: int) -> None:
        within = (("published_at", start, start + HOUR_MS),)
        selection = Selection(kind=Coverage, within=within)
        self.narrow(Door(told_hour(start, self._room.zone), selection))

    def _open_statement(self, entry_id: str) -> None:
        self.door_asked.emit("timeline", self._room.get(Entry, entry_id))

    def _narrow(self) -> None:
        self._count_copies()
        self._model.show(self._selection())
        self._tell()

    def _keep_chosen(self) -> None:
        self._kept = [item.id for item in self.chosen()]

    def _choose_again(self) -> None:
        """A table that was read anew keeps what was selected in it."""
        if self._kept and (found := self._room.find(Coverage, self._kept[0])):
            row = self._model.row_of(found)
            if row >= 0:
                self.table.select(row)

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Coverage for change in changes):
            self._count_copies()
            self._offer()
            self._tell()
        elif any(map(drawn, changes)):
            self._draw()

    def _count_copies(self) -> None:
        self._stories = self._room.tally(Selection(kind=Coverage, filled=("story",)), "story")
        self._led.clear()
        if self.bar.filter().of(COPIES):
            self._led.update(self._stories)

    def _offer(self) -> None:
        self.bar.offer("tone", [(tone.value, tone.shown) for tone in Tone])
        self.bar.offer("outlet_kind", [(kind.value, kind.shown) for kind in OutletKind])
        self.bar.offer("tier", [(tier.value, tier.shown) for tier in Tier])
        self.bar.offer("carried", [(each.value, each.shown) for each in Carried])
        stories = sorted(self._stories, key=lambda story: (-self._stories[story], story))
        self.bar.offer("story", [(story, story[:60]) for story in stories])
        self.bar.offer(COPIES, [(ALONE, _("One row for each story"))])

    def _tell(self) -> None:
        total = self._room.count(Selection(kind=Coverage))
        everything = ngettext("{n} item", "{n} items", total).format(n=f"{total:,}")
        self.bar.show_count(self._model.rowCount(), total, everything)
        self._draw()
        self._say_empty(
            self.table,
            _("Clear the filter to see all media items."),
            _("No media item has been logged yet"),
            _("Press N to add the first, or drop a CSV file here."),
        )

    def _draw(self) -> None:
        shown = self._model.selection()
        by_time = replace(shown, order="published_at", newest_first=False, leading=None)
        counts = ToneCounts(self._room.tally(by_time, "tone"))
        hours = tone_hours(self._room, by_time)
        since = hours[0].start_ms if hours else 0
        self.chart.show_coverage(summary(counts), hours, turning_points(self._room, since))


def _menus() -> tuple[FilterMenu, ...]:
    return (
        FilterMenu("tone", _("All tones"), _("Tones")),
        FilterMenu("outlet_kind", _("All outlets"), _("Outlets")),
        FilterMenu("tier", _("All tiers"), _("Tiers")),
        FilterMenu("carried", _("Any message"), _("Our message")),
        FilterMenu("story", _("All stories"), _("Stories")),
        FilterMenu(COPIES, _("Every copy"), _("Copies")),
    )
