"""Training with its validity, referrals to support, and thanks."""

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_support import Referral, Thanks, Training
from resources import _, ngettext


class SupportPart(Register):
    """Three registers; what has run out is said above them."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [
            (_("Training"), _trainings()),
            (_("Referrals to support"), _referrals()),
            (_("Thanks"), _thanks()),
        ]
        super().__init__(room, lists, parent)
        self.look_again()

    def look_again(self) -> None:
        now = self._room.now().ms
        held = [each for each in self._room.all(Training) if each.held_at]
        over = sum(bool(each.valid_until and each.valid_until.ms <= now) for each in held)
        many = ngettext("{n} training has run out.", "{n} trainings have run out.", over)
        self.advice.say(_told(self._room), [many.format(n=over)] if over else [])

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind in (Training, Referral, Thanks) for change in changes):
            self.look_again()


def _told(room: WarRoom) -> str:
    trained = sum(each.people or 0 for each in room.all(Training))
    referred = sum(each.people or 0 for each in room.all(Referral))
    parts = []
    if trained:
        many = ngettext("{n} person trained", "{n} people trained", trained)
        parts.append(many.format(n=f"{trained:,}"))
    if referred:
        many = ngettext(
            "{n} person referred to support", "{n} people referred to support", referred
        )
        parts.append(many.format(n=f"{referred:,}"))
    return shown.listed(parts)


def _trainings() -> Listed:
    return Listed(
        Training,
        ("what", "group", "member", "people", "held_at", "valid_until"),
        "what",
        "held_at",
        (_("No training yet"), _("N adds the first: what, whom, when, and until when it holds.")),
        newest_first=True,
    )


def _referrals() -> Listed:
    return Listed(
        Referral,
        ("to_whom", "group", "people", "why", "at", "followed_up_at"),
        "to_whom",
        "at",
        (_("No referral yet"), _("N adds the first; it names nobody, only a group and how many.")),
        newest_first=True,
    )


def _thanks() -> Listed:
    return Listed(
        Thanks,
        ("to_whom", "what_for", "group", "by", "at", "channel"),
        "what_for",
        "at",
        (_("No thanks yet"), _("N notes whom somebody thanked, and what for.")),
        newest_first=True,
    )
