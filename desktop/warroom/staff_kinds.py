"""The kinds of employee communication that are looked for by their words."""

from desktop.warroom.record import Record
from desktop.warroom.staff_roster import StaffMember
from desktop.warroom.staff_support import Referral, Thanks, Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion

FOUND: tuple[type[Record], ...] = (StaffQuestion, Rumour, StaffMember, Training, Referral, Thanks)
