"""The pages of tasks, media and staff of a wall in words."""

from datetime import datetime

from desktop.models.coverage import answer_cell, tone_cell, tone_hours
from desktop.models.staff import group_rows
from desktop.models.task_card import SOON
from desktop.models.wall_log import said_all, time_and_day, tones
from desktop.models.wall_words import PageWords
from desktop.warroom import shown
from desktop.warroom.choices import EntryKind, TaskStatus
from desktop.warroom.measures import Measures, coverage_of_day
from desktop.warroom.records import Coverage, Delivery, Entry, StaffGroup, StaffMessage, Task
from desktop.warroom.selection import Selection
from desktop.warroom.staff import GroupTold, told
from desktop.warroom.wall import Showing
from resources import _
from resources.visible import visible
from widgets.theme import Token
from widgets.wall_state import Board, Card, Column, Item, Media, Staff

MOST = 30  # cards of a column, and media items, that are put into words


class BoardWords(PageWords):
    """The task board: late cards on top, of those done the latest."""

    kinds = frozenset({Task})

    def read(self, showing: Showing) -> None:
        """Read the cards anew."""
        tasks = self._room.records(Selection(kind=Task, order="rank"))
        self._tasks = [task for task in tasks if showing.admits(task)]

    def said(self, _found: Measures) -> Board:
        """The page in words."""
        return Board(tuple(self._column(status) for status in TaskStatus))

    def _column(self, status: TaskStatus) -> Column:
        now = self._room.now().ms
        tasks = [task for task in self._tasks if task.status == status]
        if status is TaskStatus.DONE:
            tasks.sort(key=_done_ms, reverse=True)
        else:
            tasks.sort(key=lambda task: not task.overdue(now))
        cards = tuple(map(self._card, tasks[:MOST]))
        return Column(status.shown, f"{len(tasks):,}", cards)

    def _card(self, task: Task) -> Card:
        note, token = _due(task, self._room.now().ms, self._room.here())
        words = " · ".join(filter(None, (note, visible(task.owner))))
        return Card(visible(task.title), words, token, self._fresh.record(task))


def _done_ms(task: Task) -> int:
    return task.done_at.ms if task.done_at else 0


def _due(task: Task, now: int, here: datetime) -> tuple[str, Token]:
    """When a card is due or was done, and how loudly that is said."""
    if task.status == TaskStatus.DONE:
        return shown.when(task.done_at, here) if task.done_at else "", Token.MUTED
    if task.due is None:
        return "", Token.MUTED
    left = task.due.ms - now
    if left < 0:
        return _("overdue {time}").format(time=shown.lasting(-left)), Token.BAD
    return shown.when(task.due, here), Token.WARN if left < SOON else Token.MUTED


class MediaWords(PageWords):
    """The latest media items, and the tone of the day."""

    kinds = frozenset({Coverage})

    def read(self, _showing: Showing) -> None:
        """Read items and hours anew."""
        latest = Selection(kind=Coverage, order="published_at", newest_first=True)
        self._items = self._room.records(latest, MOST)
        self._hours = tuple(tone_hours(self._room, coverage_of_day(self._room.now())))

    def said(self, found: Measures) -> Media:
        """The page in words."""
        items = tuple(map(self._item, self._items))
        return Media(items, tones(found, self._hours), _("No media item has been logged yet"))

    def _item(self, item: Coverage) -> Item:
        now, here = self._room.now(), self._room.here()
        time, day = time_and_day(item.published_at, here)
        tone, answer = tone_cell(item, now), answer_cell(item, now, here.tzinfo)
        return Item(
            time=time,
            day=day,
            text=shown.labelled(visible(item.outlet), visible(item.headline)),
            tone=tone.chip.text if tone.chip else tone.text,
            tone_token=tone.chip.token if tone.chip else Token.MUTED,
            note=answer.text,
            note_token=answer.chip.token if answer.chip else Token.MUTED,
            fresh=self._fresh.record(item),
        )


class StaffWords(PageWords):
    """Who was told the message sent last, group by group."""

    kinds = frozenset({StaffGroup, StaffMessage, Delivery, Entry})

    def read(self, showing: Showing) -> None:
        """Read message, reports and rumours anew."""
        self._message = self._room.last_message()
        self._told = told(self._room, self._message)
        self._log = self._room.records(
            showing.entries(equal=(("kind", (EntryKind.RUMOUR,)),)), MOST
        )

    def said(self, _found: Measures) -> Staff:
        """The page in words."""
        title = visible(self._message.title) if self._message else _("No message to staff yet")
        fresh = (each for each in self._told if self._news(each))
        return Staff(
            title=title,
            groups=group_rows(self._told, self._room.here()),
            log=said_all(self._log, self._room.here(), self._fresh),
            fresh=frozenset(each.group.id for each in fresh),
            empty=_("No group of employees yet"),
        )

    def _news(self, group: GroupTold) -> bool:
        written = group.report is not None and self._fresh.record(group.report)
        return written or self._fresh.changed(group.group.id)
