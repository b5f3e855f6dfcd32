"""What is done with a message to staff, each an act; what the rules refuse is said beside it."""

from functools import partial

from desktop.pages.statements.desk_deeds import DeskDeeds
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.records import StaffMessage
from desktop.warroom.staff_messages import next_version, send
from desktop.warroom.statements.approving import missing
from resources import _


class MessageDeeds(DeskDeeds):
    """The deeds of the desk, and that a message was sent."""

    def send(self, message: StaffMessage) -> None:
        """Note that a message went out now; approvals that are missing are named."""
        lacking = shown.listed(word(role) for role in missing(self._room, message))
        said = _("The message is marked as sent.")
        if lacking:
            without = _("It has no approval by: {roles}.").format(roles=lacking)
            said = shown.sentences((said, without))
        self._attempt(partial(send, self._room, message), said)

    def carry_on(self, message: StaffMessage) -> None:
        """Carry a message on in a next version."""
        self._make(partial(next_version, self._room, message))
