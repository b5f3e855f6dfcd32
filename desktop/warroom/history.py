"""The versions of a record: who changed what, when, and why, read from the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.warroom.journal import Line
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, plain_value


@dataclass(frozen=True, slots=True)
class Version:
    """One version: the fields that changed with their plain values before and after.

    ``number`` is that of its line in the chain of its device, ``n`` the order in which the line
    arrived in this file.
    """

    number: int
    n: int
    at: Moment
    by: str
    changed: dict[str, tuple[Any, Any]]
    added: bool
    undone: bool
    why: str


def versions(kind: type[Record], lines: Iterable[Line]) -> list[Version]:
    """The versions that these lines of one record make, in their order."""
    values: dict[str, Any] = {f.name: plain_value(f.default) for f in kind.declared()}
    found = []
    for line in lines:
        said = line.said()
        changed = {
            name: (values.get(name), value)
            for name, value in said.values.items()
            if values.get(name) != value
        }
        values |= said.values
        found.append(
            Version(
                number=line.number,
                n=line.n,
                at=said.at,
                by=said.by,
                changed=changed,
                added=said.adds,
                undone=said.undoes is not None,
                why=said.why or "",
            )
        )
    return found
