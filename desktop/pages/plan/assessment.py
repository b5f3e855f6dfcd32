"""Assessments: severity by points, and whether the strategy fits whom people blame."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.choices import shown as word
from desktop.warroom.method.assessment import Assessment, level, mismatches, points
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from resources import _
from widgets.plain import PlainButton
from widgets.theme import Token


class AssessmentPart(Register):
    """The newest assessment is the one in force; its level can be made the incident's."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        listed = Listed(
            Assessment,
            ("assessed_at", "nature", "cluster", "strategy", "affected", "next_review"),
            "nature",
            "assessed_at",
            (
                _("Not assessed yet"),
                _("N begins: nature, impact and blame. What is not known counts as the worst."),
            ),
            newest_first=True,
        )
        super().__init__(room, [(_("Assessments"), listed)], parent)
        self.use = PlainButton(_("Use this level"), self)
        self.use.clicked.connect(self.use_level)
        self.lists[0].add_buttons(self.use)
        self.look_again()

    def in_force(self) -> Assessment | None:
        """The newest assessment."""
        newest = Selection(kind=Assessment, order="assessed_at", newest_first=True)
        return next(iter(self._room.records(newest, 1)), None)

    def use_level(self) -> None:
        """Give the incident the level that the points stand for."""
        if (seen := self.in_force()) is None:
            return
        found = level(seen)
        why = _("Assessed: {points}").format(points=_points(seen))
        self.deeds.change([self._room.incident], _told(found), severity=found, why=why)

    def look_again(self) -> None:
        seen = self.in_force()
        self.advice.say(_lead(seen), mismatches(seen, self._room.incident.subtype) if seen else [])
        self.use.setVisible(seen is not None and level(seen) != self._room.incident.severity)

    def mark(self) -> tuple[str, Token]:
        seen = self.in_force()
        if seen and mismatches(seen, self._room.incident.subtype):
            return "▲", Token.WARN
        return "", Token.MUTED


def _lead(seen: Assessment | None) -> str:
    if seen is None:
        return ""
    return _("By its points: {level} ({points}).").format(
        level=word(level(seen)), points=_points(seen)
    )


def _points(seen: Assessment) -> str:
    found = points(seen)
    if found is None:
        return _("death or serious injury")
    return _("{n} points, what is not known counted as the worst").format(n=found)


def _told(found: str) -> str:
    return _("The incident is now: {level}").format(level=word(found))
