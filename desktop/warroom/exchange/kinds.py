"""The words for the kinds of record that files hold: one list for import, export and their help."""

from dataclasses import dataclass

from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from resources import N_, _


@dataclass(frozen=True, slots=True)
class KindWord:
    """A kind by the word a user types for it; ``label`` is a message key, at most 31 letters."""

    word: str
    kind: type[Record]
    label: str


KIND_WORDS = (
    KindWord("timeline", Entry, N_("Timeline")),
    KindWord("tasks", Task, N_("Tasks")),
    KindWord("coverage", Coverage, N_("Media coverage")),
    KindWord("staff_groups", StaffGroup, N_("Staff groups")),
    KindWord("staff_messages", StaffMessage, N_("Staff messages")),
    KindWord("deliveries", Delivery, N_("Deliveries")),
    KindWord("people", Person, N_("People")),
)
WORDS = tuple(each.word for each in KIND_WORDS)


def kind_of(word: str) -> type[Record]:
    """The kind that a word stands for. Raises RuleBroken, naming the words there are."""
    for each in KIND_WORDS:
        if each.word == word:
            return each.kind
    raise RuleBroken(
        _('"{word}" is no kind of record. Name one of: {words}.').format(
            word=word, words=", ".join(WORDS)
        )
    )


def label_of(kind: type[Record]) -> str:
    """What several records of a kind are called, in the language spoken now."""
    found = (each.label for each in KIND_WORDS if each.kind is kind)
    return _(next(found, kind.shown_name))
