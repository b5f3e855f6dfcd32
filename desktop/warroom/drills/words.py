"""The closed lists of a drill: what a script can let happen, and what answer it waits for."""

from desktop.warroom.choices import Choice
from resources import N_


class InjectKind(Choice):
    """What arrives in the room."""

    MEDIA = "media", N_("Media item")
    RUMOUR = "rumour", N_("Rumour")
    STAFF = "staff", N_("Question of employees")
    FACT = "fact", N_("Fact")
    COMMENT = "comment", N_("Comment")
    INQUIRY = "inquiry", N_("Media inquiry")
    TASK = "task", N_("Task")
    ENTRY = "entry", N_("Timeline entry")
    SIGNAL = "signal", N_("Signal")


class Expected(Choice):
    """What the room is expected to do about it."""

    STATEMENT = "statement", N_("A public statement is released")
    STAFF_MESSAGE = "staff_message", N_("The staff are sent a message")
    DECISION = "decision", N_("A decision is logged")
    ENTRY = "entry", N_("A line is logged")
    ANSWER = "answer", N_("It is answered")
    CONFIRM = "confirm", N_("It is confirmed or refuted")
    DONE = "done", N_("It is done")


TO_ONE: dict[InjectKind, frozenset[Expected]] = {  # what is done to the record that arrived
    InjectKind.MEDIA: frozenset({Expected.ANSWER}),
    InjectKind.RUMOUR: frozenset({Expected.ANSWER}),
    InjectKind.STAFF: frozenset({Expected.ANSWER}),
    InjectKind.FACT: frozenset({Expected.CONFIRM}),
    InjectKind.COMMENT: frozenset({Expected.ANSWER}),
    InjectKind.INQUIRY: frozenset({Expected.ANSWER}),
    InjectKind.TASK: frozenset({Expected.DONE}),
}
ANYWHERE = frozenset(
    {Expected.STATEMENT, Expected.STAFF_MESSAGE, Expected.DECISION, Expected.ENTRY}
)


def allowed(kind: InjectKind) -> tuple[Expected, ...]:
    """What can be expected of an inject of this kind."""
    return tuple(each for each in Expected if each in ANYWHERE | TO_ONE.get(kind, frozenset()))
