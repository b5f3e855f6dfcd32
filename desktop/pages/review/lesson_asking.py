"""What closes a lesson, asked beside the list: an action, a playbook that was changed, a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.named import name_of
from desktop.pages.parts.asking import Asking
from desktop.warroom import shown
from desktop.warroom.choices import TaskStatus
from desktop.warroom.faults import RuleBroken, WarRoomError
from desktop.warroom.fields import fields_of
from desktop.warroom.playbooks.kept import PlaybookVersion
from desktop.warroom.records import Task
from desktop.warroom.review import ending, playbook_change
from desktop.warroom.review.records import Lesson
from desktop.warroom.review.recovery import Improvement
from desktop.warroom.review.words import Area, Ending
from desktop.warroom.room import WarRoom
from desktop.warroom.typed import as_typed, as_value
from resources import _
from widgets.form import FormField

AGAIN = "again"
MOST = 60  # actions that can be chosen


class LessonAsking(Asking):
    """Asks about one lesson and does what was answered."""

    did = Signal(str)
    failed = Signal(str)

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        super().__init__(room, parent)
        self._lesson = Lesson()
        self._question = ""
        self.answered.connect(self._answer)

    def ask_action(self, lesson: Lesson) -> None:
        """Ask for an action that is there, or for a new one with its owner and day."""
        due = as_typed(_DUE, lesson.due, self._room.here())
        fields = (
            FormField("there", _("Action that is there"), "choice", self._actions()),
            FormField("what", _("New action")),
            FormField("area", _("Area"), "choice", _areas(), value=Area.QUALITY),
            FormField("owner", _("Owner"), value=lesson.owner, known=self._room.people()),
            FormField("due", _("Due"), "moment", value=due),
        )
        about = _("Choose a card or an improvement, or begin a new one.")
        self._begin(Ending.ACTION, lesson, _("Close with an action"), fields, about)

    def ask_playbook(self, lesson: Lesson) -> None:
        """Ask which version of a playbook has the change."""
        options = [
            (each.id, playbook_change.named(each))
            for each in playbook_change.own_versions(self._room)
        ]
        fields = (
            FormField(
                "playbook",
                _("Playbook with the change"),
                "choice",
                tuple(options) or (("", "–"),),
                value=options[0][0] if options else "",
            ),
        )
        about = _("It is compared with the version before it; the difference stands below.")
        if not options:
            about = _("No playbook of your own yet: change one in Plan and readiness first.")
        title, tool = _("Close with a playbook"), _("Go to the playbooks")
        self._begin(Ending.PLAYBOOK, lesson, title, fields, about, tool)

    def ask_reason(self, lesson: Lesson) -> None:
        """Ask why nothing follows."""
        fields = (FormField("reason", _("Reason"), "prose", needed=True),)
        self._begin(Ending.REASON, lesson, _("Close with a reason"), fields)

    def ask_again(self, lesson: Lesson) -> None:
        """Ask why a closed lesson is opened again."""
        fields = (FormField("why", _("Why"), "prose", needed=True),)
        self._begin(AGAIN, lesson, _("Open the lesson again"), fields)

    # inside

    def _begin(
        self,
        question: str,
        lesson: Lesson,
        title: str,
        fields: tuple[FormField, ...],
        about: str = "",
        tool: str = "",
    ) -> None:
        self._question, self._lesson = question, lesson
        said = "\n\n".join(filter(None, (lesson.text, about)))
        submit = _("Open again") if question == AGAIN else _("Close the lesson")
        self.ask(f"lesson-{question}-{lesson.id}", title, fields, submit, about=said, tool=tool)

    def _actions(self) -> tuple[tuple[str, str], ...]:
        better = [each for each in self._room.all(Improvement) if each.open]
        cards = [each for each in self._room.all(Task) if each.status != TaskStatus.DONE]
        options = [(each.id, shown.short(name_of(each))) for each in (*better, *cards)[:MOST]]
        return (("", _("A new one")), *options)

    def _answer(self) -> None:
        said = self.values()
        try:
            self._do(self._room.get(Lesson, self._lesson.id), said)
        except RuleBroken as fault:
            self.refuse(self._at_fault(said), str(fault))
        except WarRoomError as fault:
            self.failed.emit(str(fault))
        else:
            again = self._question == AGAIN
            self.done()
            self.left.emit()
            self.did.emit(_("The lesson is open again.") if again else _("The lesson is closed."))

    def _do(self, lesson: Lesson, said: dict[str, str]) -> None:
        room = self._room
        match self._question:
            case Ending.ACTION if said["there"]:
                found = room.find(Task, said["there"]) or room.find(Improvement, said["there"])
                if found:
                    ending.by_action(room, lesson, found)
            case Ending.ACTION:
                due = as_value(_DUE, said["due"], room.here())
                what, owner = said["what"], said["owner"]
                ending.by_new_action(room, lesson, what, owner, due, Area(said["area"]))
            case Ending.PLAYBOOK:
                if not said["playbook"]:
                    raise RuleBroken(_("Change a playbook first, in Plan and readiness."))
                version = room.get(PlaybookVersion, said["playbook"])
                ending.by_playbook(room, lesson, version)
            case Ending.REASON:
                ending.by_reason(room, lesson, said["reason"])
            case _:
                ending.open_again(room, lesson, said["why"])

    def _at_fault(self, said: dict[str, str]) -> str:
        """The field that a fault of a new action is said beside: the first that is empty."""
        if self._question == Ending.ACTION:
            empty = (name for name in ("what", "owner", "due") if not said[name].strip())
            return next(empty, "due")
        return next(iter(said))


def _areas() -> tuple[tuple[str, str], ...]:
    return tuple((str(each), each.shown) for each in Area)


_DUE = next(field for field in fields_of(Lesson) if field.name == "due")
