"""The crisis team: what is wrong with it now, who holds which role, and who is on duty."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom.choices import Role
from desktop.warroom.method.team import Duty, Post, findings
from desktop.warroom.room import WarRoom
from resources import _, ngettext
from widgets.plain import PlainButton
from widgets.theme import Token


class TeamPart(Register):
    """Roles with deputies, and stretches of duty that end with a hand-over note."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        posts = Listed(
            Post,
            ("role", "person", "phone", "deputy", "deputy_phone", "verified_at"),
            "person",
            "role",
            (_("No role is filled yet"), _("N fills one: a person, a deputy, and their numbers.")),
        )
        duties = Listed(
            Duty,
            ("person", "role", "begun_at", "ended_at", "handed_to", "note"),
            "note",
            "begun_at",
            (_("Nobody is on duty"), _("N begins a stretch of duty; end it with a note.")),
            newest_first=True,
        )
        super().__init__(room, [(_("Roles"), posts), (_("Duty"), duties)], parent)
        self.fill = PlainButton(_("List all roles"), self)
        self.fill.clicked.connect(self.list_roles)
        self.verified = PlainButton(_("Numbers tried now"), self)
        self.verified.clicked.connect(self.tried)
        self.lists[0].add_buttons(self.fill, self.verified)
        self.over = PlainButton(_("Hand over"), self)
        self.over.clicked.connect(self.hand_over)
        self.lists[1].add_buttons(self.over)
        self.look_again()

    def list_roles(self) -> None:
        """Add a row for every role that has none, in one act."""
        held = {post.role for post in self._room.all(Post)}
        new = [Post(role=role) for role in Role if role not in held]
        n = len(new)
        said = ngettext("{n} role was listed.", "{n} roles were listed.", n).format(n=n)
        self.deeds.attempt(lambda: self._room.add_all(new), said)

    def tried(self) -> None:
        """Note that the numbers of the chosen roles were tried now."""
        posts = self.lists[0].chosen()
        said = _("The numbers count as tried now.")
        self.deeds.change(posts, said, verified_at=self._room.minute())

    def hand_over(self) -> None:
        """End the chosen stretch of duty now, with a note to be typed."""
        chosen = self.lists[1].chosen()
        if not chosen:
            self.told.emit(_("Choose who goes off duty first."))
            return
        if self.deeds.change(chosen, "", ended_at=self._room.minute()):
            self.beside.open([self._room.get(Duty, chosen[0].id)])
            self.beside.panel.go_to("note")

    def look_again(self) -> None:
        self.advice.say("", self._findings())
        held = {post.role for post in self._room.all(Post)}
        self.fill.setVisible(any(role not in held for role in Role))

    def mark(self) -> tuple[str, Token]:
        n = len(self._findings())
        return (f"▲ {n}", Token.WARN) if n else ("", Token.MUTED)

    def _findings(self) -> list[str]:
        room = self._room
        return findings(room.all(Post), room.all(Duty), room.incident, room.now())
