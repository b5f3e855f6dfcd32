"""Negative comments: a queue by lateness, reach and age, replies, and a log of removals."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.models.comment_columns import FLAG, queue_table, removal_table
from desktop.models.ordered_table import OrderedTable
from desktop.pages.actions import Deed
from desktop.pages.parts.register import Listed, Register
from desktop.pages.statements.comment_asking import CommentAsking
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.answers.comment_queue import CommentFigures, figures
from desktop.warroom.answers.comments import MINUTE, Comment, Removal
from desktop.warroom.answers.words import CommentState, Fairness
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.theme import Token

FAIR = {"f": Fairness.YES, "p": Fairness.PARTLY, "u": Fairness.NO}


class CommentPart(Register):
    """Comments over the removals; a reply is written beside them, and posted by hand elsewhere."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [(_("Comments"), _comments()), (_("Removals"), _removals())]
        super().__init__(room, lists, parent)
        self.queue, self.log = self.lists
        self.asking = CommentAsking(room, self.beside)
        self.beside.take_questions(self.asking)
        self.log.new.setEnabled(False)
        self.log.new.hide()
        self._offer()
        self.look_again()

    # deeds

    def reply(self) -> None:
        """Ask what was replied to the chosen comments."""
        self._ask(self.asking.ask_reply)

    def take_template(self) -> None:
        """Ask for the reply, and offer the templates in the language of the comment."""
        if self.queue.chosen():
            if not self.asking.replying(self.queue.chosen()):
                self.reply()
            self.asking.offer_templates(self._below_row())

    def leave(self) -> None:
        """Ask why nobody replies to the chosen comments."""
        self._ask(self.asking.ask_why)

    def remove(self) -> None:
        """Ask why the chosen comments were removed."""
        self._ask(self.asking.ask_removal)

    def judge(self, fair: Fairness) -> None:
        """Say whether the chosen comments have a point."""
        said = _("Judged: {fair}").format(fair=fair.shown)
        self.deeds.change(self.queue.chosen(), said, fair=fair)

    def call_spam(self) -> None:
        """Take the chosen comments out of the queue as spam."""
        said = _("Out of the queue: spam")
        self.deeds.change(self.queue.chosen(), said, state=CommentState.SPAM)

    # what the page asks

    def ask_new(self, kind: type[Record] | None = None, /, **given: object) -> None:
        if kind is Removal:
            self.told.emit(_("Choose the comment that was removed, and press D."))
        else:
            super().ask_new(kind, **given)

    def mark(self) -> tuple[str, Token]:
        found = self.figures()
        if found.late:
            return f"▲ {found.late}", Token.BAD
        return str(found.open or ""), Token.MUTED

    def look_again(self) -> None:
        found = self.figures()
        self.advice.say(_summary(found), _minded(found))

    def refresh(self) -> None:
        super().refresh()
        self.look_again()

    def figures(self) -> CommentFigures:
        """How the queue stands now, from what the lists hold already."""
        comments, removals = (each.model for each in self.lists)
        assert isinstance(comments, OrderedTable)
        assert isinstance(removals, OrderedTable)
        return figures(comments.records(), removals.records(), self._room.now())

    # inside

    def _ask(self, question: Callable[[Sequence[Comment]], None]) -> None:
        if chosen := self.queue.chosen():
            question(chosen)
        else:
            self.told.emit(_("Choose a comment first."))

    def _offer(self) -> None:
        deeds: list[Deed] = [
            (_("Replied now"), "r", self.reply),
            (_("No reply"), "x", self.leave),
            (_("Removed"), "d", self.remove),
            (_("Take a template"), "t", self.take_template),
            (_("Spam"), "s", self.call_spam),
        ]
        deeds += [(fair.shown, key, partial(self.judge, fair)) for key, fair in FAIR.items()]
        self.queue.offer(*deeds, buttons=3)

    def _below_row(self) -> QPoint:
        table = self.queue.table
        return table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft())

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in (Comment, Removal) for change in changes):
            self.look_again()


def _summary(found: CommentFigures) -> str:
    """How the queue stands, in one line."""
    if not found.all:
        return ""
    replied = _("first reply after {time} (median)")
    took = shown.lasting(round(found.first_reply * MINUTE)) if found.first_reply is not None else ""
    parts = (
        ngettext("{n} open", "{n} open", found.open).format(n=found.open),
        ngettext("{n} replied to", "{n} replied to", found.replied).format(n=found.replied),
        replied.format(time=took) if took else "",
        _("{n} of unknown reach, taken as the middle").format(n=found.unknown_reach)
        if found.unknown_reach
        else "",
    )
    return "  ·  ".join(filter(None, parts))


def _minded(found: CommentFigures) -> list[str]:
    """What of it is to be minded, in sentences."""
    said = []
    if found.late:
        said.append(
            ngettext(
                "{n} comment waits longer than its reach allows.",
                "{n} comments wait longer than their reach allows.",
                found.late,
            ).format(n=found.late)
        )
    if found.without_solution:
        said.append(
            ngettext(
                "{n} comment with a point got a reply that offers no solution.",
                "{n} comments with a point got a reply that offers no solution.",
                found.without_solution,
            ).format(n=found.without_solution)
        )
    if found.flagged:
        said.append(
            ngettext(
                "{n} removal of criticism that nobody had judged unfair ({flag}).",
                "{n} removals of criticism that nobody had judged unfair ({flag}).",
                found.flagged,
            ).format(n=found.flagged, flag=FLAG)
        )
    return said


def _comments() -> Listed:
    return Listed(
        Comment,
        ("posted_at", "platform", "text", "reach", "fair", "state"),
        "text",
        "posted_at",
        (
            _("No comment yet"),
            _("N types one, Ctrl+I imports a list. Nothing is posted or hidden from here."),
        ),
        made=queue_table,
    )


def _removals() -> Listed:
    return Listed(
        Removal,
        ("at", "comment", "reason", "by"),
        "reason",
        "at",
        (
            _("Nothing removed"),
            _("D logs that a comment was removed, and why. Nothing is removed from here."),
        ),
        made=removal_table,
    )
