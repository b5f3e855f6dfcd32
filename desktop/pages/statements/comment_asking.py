"""What is asked beside the queue of comments: the reply, why there is none, why it was removed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.models.comment_columns import FLAG
from desktop.pages.actions import passing_menu
from desktop.pages.parts.asking import Asking
from desktop.warroom import shown
from desktop.warroom.answers import comment_queue
from desktop.warroom.answers.comments import Comment
from desktop.warroom.answers.replies import Reply, offered
from desktop.warroom.answers.words import Fairness
from desktop.warroom.choices import Language
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.form import FormField

QUOTED = 400  # characters of a comment above the form
REPLY, WHY, REMOVAL = "reply", "why", "removal"


class CommentAsking(Asking):
    """Asks about one or several comments and does in one act what was answered."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self._comments: list[Comment] = []
        self._question = ""
        self.answered.connect(self._answer)
        self.tool.clicked.connect(self._offer_below)

    def replying(self, comments: Sequence[Comment]) -> bool:
        """Whether the reply to these is asked for now."""
        same = [each.id for each in comments] == [each.id for each in self._comments]
        return self.isVisible() and self._question == REPLY and same

    def ask_reply(self, comments: Sequence[Comment]) -> None:
        """Ask what was replied, and what was offered."""
        n, one = len(comments), comments[0] if len(comments) == 1 else Comment()
        fields = (
            FormField("reply", _("Our reply"), "prose", value=one.reply, needed=True),
            FormField("apology", _("What we apologise for"), value=one.apology),
            FormField("solution", _("Solution offered"), value=one.solution),
        )
        title = ngettext("Reply to {n} comment", "Reply to {n} comments", n).format(n=n)
        about = _("Post it on the platform yourself: nothing is posted from here.")
        self._begin(REPLY, comments, title, fields, _("Replied now"), about)

    def ask_why(self, comments: Sequence[Comment]) -> None:
        """Ask why nobody replies."""
        n = len(comments)
        title = ngettext("No reply to {n} comment", "No reply to {n} comments", n).format(n=n)
        fields = (FormField("why", _("Why no reply"), needed=True),)
        self._begin(WHY, comments, title, fields, _("No reply"))

    def ask_removal(self, comments: Sequence[Comment]) -> None:
        """Ask why these were removed; of what nobody judged unfair it is said what will stay."""
        n = len(comments)
        title = ngettext("Log {n} removal", "Log {n} removals", n).format(n=n)
        fields = (FormField("reason", _("Reason"), needed=True),)
        flagged = sum(each.fair != Fairness.NO for each in comments)
        warning = ngettext(
            "{n} was not judged unfair. Its removal stays flagged for ever ({flag}): a reply is "
            "better than a removal.",
            "{n} were not judged unfair. Their removal stays flagged for ever ({flag}): a reply is "
            "better than a removal.",
            flagged,
        ).format(n=flagged, flag=FLAG)
        about = _("Remove it on the platform yourself: nothing is removed from here.")
        self._begin(
            REMOVAL, comments, title, fields, _("Log it"), about, warning if flagged else ""
        )

    def offer_templates(self, at: QPoint) -> None:
        """Offer the replies at a point of the screen, those in the comment's language first."""
        menu, before = passing_menu(self), ""
        for each in offered(self._room, self._comments[0].text):
            if before and each.language != before:
                menu.addSeparator()
            before = each.language
            action = QAction(_called(each), menu)
            action.triggered.connect(partial(self.take, each))
            menu.addAction(action)
        menu.popup(at)

    def take(self, reply: Reply, _checked: bool = False) -> None:
        """Fill the reply with the words of a template."""
        self.put("reply", reply.text)

    # inside

    def _begin(
        self,
        question: str,
        comments: Sequence[Comment],
        title: str,
        fields: Sequence[FormField],
        submit: str,
        about: str = "",
        warning: str = "",
    ) -> None:
        self._question, self._comments = question, list(comments)
        key = ",".join([f"comment-{question}", *(each.id for each in comments)])
        tool = _("Take a template") if question == REPLY else ""
        said = "\n\n".join(filter(None, (_quoted(comments), about)))
        self.ask(key, title, fields, submit, about=said, warning=warning, tool=tool)

    def _answer(self) -> None:
        self.settle(self._do)

    def _do(self, said: dict[str, str]) -> str:
        room, kind = self._room, Comment
        comments = [room.get(kind, each.id) for each in self._comments]
        if self._question == REPLY:
            offers = {name: said[name] for name in ("apology", "solution")}
            comment_queue.reply(room, comments, said["reply"], **offers)
            return _("The reply is noted.")
        if self._question == WHY:
            comment_queue.leave(room, comments, said["why"])
            return _("Noted: no reply, with a reason.")
        comment_queue.remove(room, comments, said["reason"])
        return _("The removal is logged.")

    def _offer_below(self) -> None:
        self.offer_templates(self.tool.mapToGlobal(QPoint(0, self.tool.height())))


def _quoted(comments: Sequence[Comment]) -> str:
    """The first of the comments, and who wrote it where."""
    first = comments[0]
    where = shown.labelled(" · ".join(filter(None, (first.platform, first.who))), first.text)
    text = where if len(where) <= QUOTED else f"{where[: QUOTED - 1].rstrip()}…"
    more = len(comments) - 1
    others = ngettext("and {n} more", "and {n} more", more).format(n=more) if more else ""
    return "\n".join(filter(None, (text, others)))


def _called(reply: Reply) -> str:
    language = Language(reply.language).shown if reply.language in set(Language) else reply.language
    return f"{reply.title} · {language}".replace("&", "&&")
