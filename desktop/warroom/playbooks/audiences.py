"""Takes the audiences of a playbook over, with their first contacts due from T0."""

from desktop.warroom.choices import CrisisType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.plan import Audience
from desktop.warroom.method.words import AudienceKind
from desktop.warroom.playbooks.keeping import in_force
from desktop.warroom.playbooks.loading import holders
from desktop.warroom.playbooks.timing import due_at
from desktop.warroom.room import WarRoom
from resources import _


def load_audiences(room: WarRoom) -> list[str]:
    """Add the audiences of the playbook in force that are not there yet; their ids.

    Raises RuleBroken when there is no playbook, no T0, or nothing to add.
    """
    incident = room.incident
    if not isinstance(incident.type, CrisisType):
        raise RuleBroken(_("There is no playbook for this type of crisis."))
    if incident.t0 is None:
        raise RuleBroken(_("Say first when the incident began (T0)."))
    there, owners = {each.who for each in room.all(Audience)}, holders(room)
    new = [
        Audience(
            who=_kind(row.audience),
            role=row.owner,
            owner=owners.get(row.owner, ""),
            channels=tuple(part.strip() for part in row.channels.split(",") if part.strip()),
            first_due=due_at(incident.t0, row.first_due),
            plan_id=row.audience,
        )
        for row in in_force(room, incident.type).plan().audiences
        if row.audience not in there
    ]
    if not new:
        raise RuleBroken(_("All audiences of this playbook are there already."))
    return room.together(new)


def _kind(key: str) -> AudienceKind | str:
    return AudienceKind(key) if key in set(AudienceKind) else key
