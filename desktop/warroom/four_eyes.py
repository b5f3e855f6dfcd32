"""Four eyes: at level 1 and 2 nobody judges what they wrote themselves."""

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.warroom.choices import Severity
from desktop.warroom.record import Record
from desktop.warroom.records import Incident

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

LENIENT = (Severity.MODERATE, Severity.MINOR)  # at any other level, also one not set, it holds


def holds(room: "Reading", record: Record) -> bool:
    """Whether the incident that a record belongs to asks for a second person."""
    own = room.find(Incident, record.incident) if record.incident else None
    return (own or room.incidents()[0]).severity not in LENIENT


def same_person(name: str, others: Iterable[str]) -> bool:
    """Whether a name is one of these; letter case, width and spaces make no difference."""
    return _plain(name) in {_plain(each) for each in others}


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
