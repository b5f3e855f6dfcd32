"""Which of a room's incidents is on screen, and which records belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from desktop.warroom.record import Record
from desktop.warroom.records import Incident
from desktop.warroom.selection import Kind, Selection

ON_SCREEN = "incident"  # the draft that remembers it: where somebody looks is no evidence


@dataclass(frozen=True, slots=True)
class Scope:
    """The id of the incident on screen, and what its records hold as theirs.

    Records of the first incident hold nothing, as they did when a room had only one.
    """

    incident: str
    held: str
    alone: bool

    @classmethod
    def of(cls, incidents: Sequence[Incident], wanted: str) -> Self:
        """The wanted one of these incidents, the first opened first; else the first."""
        first = incidents[0].id
        shown = next((each.id for each in incidents if each.id == wanted), first)
        return cls(shown, "" if shown == first else shown, alone=len(incidents) == 1)

    def owns(self, record: Record) -> bool:
        """Whether a record is seen while this incident is on screen."""
        return record.company_wide or record.incident == self.held

    def narrowed(self, selection: Selection[Kind]) -> Selection[Kind]:
        """What a selection of records holds of this incident."""
        mine = ("incident", (self.held,))
        if self.alone or mine in selection.equal:
            return selection
        return replace(selection, equal=(*selection.equal, mine))
