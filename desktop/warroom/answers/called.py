"""A call of a journalist as it is typed while the phone rings: outlet, name, question, deadline."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.choices import EntryKind, Tier
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.media import MediaContact
from desktop.warroom.selection import Selection
from resources import _

if TYPE_CHECKING:
    from desktop.warroom import capture
    from desktop.warroom.reading import Reading
    from desktop.warroom.room import WarRoom

_COLON = re.compile(r"\s*[:：](?!\d|//)\s*")
_COMMA = re.compile(r"\s*[,，、]\s*")


@dataclass(frozen=True, slots=True)
class Call:
    """What was understood of a line; ``known`` is the contact of that name and outlet."""

    outlet: str
    journalist: str
    question: str
    tier: Tier | str
    known: MediaContact | None
    reading: "capture.Reading"


def read(room: "WarRoom", line: str) -> Call:
    """How ``City TV, Wu: why so late? !16:30`` reads now; a time before it is when they called."""
    reading = room.reading(line, EntryKind.MEDIA)
    head, question = who_and_what(reading.text)
    outlet, *name = _COMMA.split(head.strip(), maxsplit=1)
    journalist = name[0] if name else ""
    known = _contact(room, outlet, journalist)
    if known:
        outlet, journalist = known.outlet or outlet, known.name
    tier = known.tier if known and known.tier != Tier.UNKNOWN else _last_tier(room, outlet)
    return Call(outlet, journalist, question, tier, known, reading)


def who_and_what(text: str) -> tuple[str, str]:
    """What stands before the first colon, and what behind it; without one all is the question."""
    found = _COLON.split(text.strip(), maxsplit=1)
    return (found[0], found[1].strip()) if len(found) == 2 else ("", found[0])


def log(room: "WarRoom", line: str) -> Inquiry:
    """Log a call. Raises RuleBroken where the outlet or the question is missing."""
    call = read(room, line)
    if not call.outlet or not call.question:
        raise RuleBroken(_("Write the outlet, a colon, and the question: City TV, Wu: why?"))
    reading = call.reading
    return room.add(
        Inquiry(
            outlet=call.outlet,
            journalist=call.journalist,
            contact=call.known.id if call.known else "",
            phone=call.known.phone if call.known else "",
            tier=call.tier,
            question=call.question,
            deadline=reading.deadline,
            received_at=reading.happened_at if reading.time_said else room.minute(),
            owner=room.operator,
        )
    )


def known_of(room: "Reading", inquiry: Inquiry, before: Inquiry) -> dict[str, Any]:
    """The values that the contact of an inquiry gives it, where nobody typed others with it."""
    contact = room.find(MediaContact, inquiry.contact)
    if contact is None:
        return {}
    found: dict[str, Any] = {}
    if contact.outlet and inquiry.outlet == before.outlet:
        found["outlet"] = contact.outlet
    if contact.tier != Tier.UNKNOWN and inquiry.tier == before.tier:
        found["tier"] = contact.tier
    found |= {"journalist": contact.name} if not inquiry.journalist else {}
    found |= {"phone": contact.phone} if contact.phone and not inquiry.phone else {}
    return {name: value for name, value in found.items() if getattr(inquiry, name) != value}


def _contact(room: "WarRoom", outlet: str, journalist: str) -> MediaContact | None:
    """The only contact of this name and outlet; or of this name, where it stands alone."""
    name = (journalist or outlet).casefold()
    found = [each for each in room.all(MediaContact) if each.name.casefold() == name]
    if journalist:
        found = [each for each in found if each.outlet.casefold() in ("", outlet.casefold())]
    return found[0] if name and len(found) == 1 else None


def _last_tier(room: "WarRoom", outlet: str) -> Tier | str:
    """The tier that an outlet had the last time it asked."""
    asked = Selection(kind=Inquiry, equal=(("outlet", (outlet,)),), newest_first=True)
    tiers = (each.tier for each in room.records(asked, 20))
    return next((tier for tier in tiers if tier != Tier.UNKNOWN), Tier.UNKNOWN)
