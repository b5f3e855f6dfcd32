"""Every kind of record by its name; those that a start does without are imported when asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from desktop.warroom.record import Record
from desktop.warroom.records import FIRST

# modules of ``desktop.warroom`` whose KINDS come behind the first
_LATER: tuple[str, ...] = (
    "method.facts",
    "method.subjects",
    "method.assessment",
    "method.plan",
    "method.team",
    "method.signals",
    "method.risks",
    "method.media",
    "method.exercises",
    "method.clocks",
    "clock_check",
    "attachments",
    "playbooks.kept",
    "statements.statement",
    "statements.approval",
    "statements.release",
    "statements.touched",
    "statements.four_rules",
    "statements.remedies",
    "answers.lines",
    "answers.inquiries",
    "answers.press",
    "answers.comments",
    "staff_roster",
    "staff_receipts",
    "staff_voices",
    "staff_support",
    "watch.alarms",
    "drills.records",
    "review.records",
    "review.recovery",
    "review.cases",
    "evaluation",
    "outlook",
    "papers.forms",
    "distribution",
)


class _Kinds(Mapping[str, type[Record]]):
    """The kinds in the order in which a room lists them."""

    def __init__(self) -> None:
        self._first = {kind.kind_name: kind for kind in FIRST}
        self._all: dict[str, type[Record]] = {}

    def __getitem__(self, name: str) -> type[Record]:
        return self._first.get(name) or self._every()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every())

    def __len__(self) -> int:
        return len(self._every())

    def _every(self) -> dict[str, type[Record]]:
        if not self._all:
            found = dict(self._first)
            for name in _LATER:
                module = import_module(f"desktop.warroom.{name}")
                found |= {kind.kind_name: kind for kind in module.KINDS}
            self._all = found
        return self._all


KINDS: Mapping[str, type[Record]] = _Kinds()
