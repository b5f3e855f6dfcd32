"""Media relations: contacts, press kits, recurring meetings (seed 7.4 and 17)."""

from dataclasses import dataclass

from desktop.warroom.choices import OutletKind, Tier
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.method.words import Stance
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record
from resources import N_

DAY = 86_400_000


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MediaContact(Record):
    """A journalist we know: what they write about, how they stand, when we last spoke."""

    kind_name = "media_contact"
    shown_name = N_("Media contact")
    company_wide = True

    name: str = declare(Shape.TEXT, N_("Name"), "", needed=True)
    outlet: str = declare(Shape.TEXT, N_("Outlet"), "")
    outlet_kind: OutletKind | str = declare(
        Shape.CHOICE, N_("Kind of outlet"), "", choices=OutletKind
    )
    tier: Tier | str = declare(Shape.CHOICE, N_("Tier of the outlet"), Tier.UNKNOWN, choices=Tier)
    beat: str = declare(Shape.TEXT, N_("Beat"), "")
    stance: Stance | str = declare(Shape.CHOICE, N_("Stance"), Stance.UNKNOWN, choices=Stance)
    phone: str = declare(Shape.TEXT, N_("Phone"), "")
    email: str = declare(Shape.TEXT, N_("E-mail"), "")
    last_contact: Moment | None = declare(Shape.MOMENT, N_("Last contact"))
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PressKit(Record):
    """Material for the media: texts, pictures, films, with rights and language (seed 17.2)."""

    kind_name = "press_kit"
    shown_name = N_("Press kit")
    company_wide = True

    title: str = declare(Shape.TEXT, N_("Press kit"), "", needed=True)
    language: str = declare(Shape.TEXT, N_("Language"), "")
    version: str = declare(Shape.TEXT, N_("Version"), "")
    rights: str = declare(Shape.TEXT, N_("Rights"), "")
    place: str = declare(Shape.TEXT, N_("Where it lies"), "")
    checked_at: Moment | None = declare(Shape.MOMENT, N_("Checked at"), starts=Start.NOW)
    note: str = declare(Shape.PROSE, N_("Note"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MediaMeeting(Record):
    """A meeting with the media that comes round, so that we know each other (seed 17.4)."""

    kind_name = "media_meeting"
    shown_name = N_("Media briefing")
    company_wide = True

    title: str = declare(Shape.TEXT, N_("Meeting"), "", needed=True)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    every_days: int | None = declare(Shape.NUMBER, N_("Every so many days"))
    last_held: Moment | None = declare(Shape.MOMENT, N_("Last held"))
    note: str = declare(Shape.PROSE, N_("Note"), "")

    def due_ms(self) -> int | None:
        """When the next one is due, in UTC milliseconds; None where nothing says."""
        if self.every_days is None or self.last_held is None:
            return None
        return self.last_held.ms + self.every_days * DAY


KINDS = (MediaContact, PressKit, MediaMeeting)
