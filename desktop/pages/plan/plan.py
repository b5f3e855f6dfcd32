"""Objectives with their measures, and the audiences that must hear from us."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.plan import Audience, Measure, Objective
from desktop.warroom.method.words import Aim
from desktop.warroom.playbooks.audiences import load_audiences
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.plain import PlainButton
from widgets.theme import Token


class PlanPart(Register):
    """What the plan wants to reach, and what is done towards the outside for it."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        objectives = Listed(
            Objective,
            ("aim", "text", "measured_by", "target", "due", "reached_at"),
            "text",
            "recorded_at",
            (
                _("No objective yet"),
                _("N adds the first. Say before the strategy what is to be reached, and by when."),
            ),
        )
        measures = Listed(
            Measure,
            ("what", "text", "audience", "channel", "owner", "at", "state"),
            "text",
            "at",
            (_("No measure yet"), _("N adds one: a statement, an answer, a recall, and for whom.")),
        )
        lists = [(_("Objectives"), objectives), (_("Measures"), measures)]
        super().__init__(room, lists, parent)
        self.look_again()

    def look_again(self) -> None:
        held = {each.aim for each in self._room.all(Objective)}
        open_aims = [aim.shown for aim in Aim if aim not in held]
        said = _("No objective yet for: {aims}.").format(aims=_("; ").join(open_aims))
        self.advice.say("", [said] if held and open_aims else [])


class AudiencePart(Register):
    """Who must hear from us, who answers for them, and when we first spoke to them."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Audience,
            ("who", "name", "stance", "role", "owner", "channels", "first_due", "first_made"),
            "name",
            "who",
            (
                _("No audience yet"),
                _("N adds the first; affected customers come first. None is without an owner."),
            ),
        )
        super().__init__(room, [(_("Audiences"), listed)], parent)
        self.take = PlainButton(_("Take from the playbook"), self)
        self.take.clicked.connect(self.take_over)
        self.lists[0].add_buttons(self.take)

    def take_over(self) -> None:
        """Add the audiences of the playbook in force, with their first contacts due from T0."""
        done = _("The audiences of the playbook were added.")
        self.deeds.attempt(partial(load_audiences, self._room), done)

    def mark(self) -> tuple[str, Token]:
        now = self._room.now().ms
        late = sum(each.late(now) for each in self._room.all(Audience))
        said = ngettext("{n} late", "{n} late", late).format(n=late)
        return (said, Token.BAD) if late else ("", Token.MUTED)
