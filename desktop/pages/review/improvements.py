"""Improvements for brand, quality, service and responsibility: who, by when, with what effect."""

from PySide6.QtWidgets import QWidget

from desktop.pages.actions import act
from desktop.pages.parts.register import Listed, Register
from desktop.warroom.method.words import Progress
from desktop.warroom.review.recovery import Improvement
from desktop.warroom.review.words import Area
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.plain import PlainButton
from widgets.theme import Token


class ImprovementPart(Register):
    """The actions of the way back; D notes that one is done."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Improvement,
            ("area", "action", "owner", "due", "state", "indicator", "effect"),
            "action",
            "due",
            (
                _("No improvement yet"),
                _("N adds one: for brand, quality, service or responsibility, with its owner."),
            ),
        )
        super().__init__(room, [(_("Improvement actions"), listed)], parent)
        self.done = PlainButton(_("Done"), self)
        self.done.clicked.connect(self.finish)
        self.lists[0].add_buttons(self.done)
        table = self.lists[0].table
        table.set_keys("d")
        table.pressed.connect(self.finish)
        act(table, (_("Done") + "\tD", "", self.finish))
        self.look_again()

    def finish(self) -> None:
        """Note that the chosen actions are done."""
        chosen = [each for each in self.lists[0].chosen() if each.open]
        n = len(chosen)
        said = ngettext("{n} improvement is done.", "{n} improvements are done.", n).format(n=n)
        self.deeds.change(chosen, said, state=Progress.DONE)

    def look_again(self) -> None:
        found = self._room.all(Improvement)
        areas = [area for area in Area if not any(each.area == area for each in found)]
        bare = sum(each.open and not (each.owner and each.due) for each in found)
        dumb = sum(each.state == Progress.DONE and not each.effect.strip() for each in found)
        self.advice.say("", list(_advice(areas if found else [], bare, dumb)))

    def mark(self) -> tuple[str, Token]:
        now = self._room.now().ms
        open_ = [each for each in self._room.all(Improvement) if each.open]
        late = sum(each.due is not None and each.due.ms < now for each in open_)
        if late:
            return f"▲ {late}", Token.BAD
        return (str(len(open_)), Token.MUTED) if open_ else ("", Token.MUTED)


def _advice(areas: list[Area], bare: int, dumb: int) -> list[str]:
    """What is missing: an area without an action, an owner or a day, an effect."""
    found = []
    if bare:
        said = ngettext(
            "{n} action has no owner or no day.", "{n} actions have no owner or no day.", bare
        )
        found.append(said.format(n=bare))
    if dumb:
        said = ngettext(
            "{n} action is done and nobody has noted its effect.",
            "{n} actions are done and nobody has noted their effect.",
            dumb,
        )
        found.append(said.format(n=dumb))
    if areas:
        names = _(", ").join(area.shown for area in areas)
        found.append(_("Nothing is done yet for: {areas}.").format(areas=names))
    return found
