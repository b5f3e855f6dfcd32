"""Statements for tests: written, and approved by others than who wrote them."""

from typing import Any, TypeVar

from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.words import Form
from desktop.warroom.written import Written

Kind = TypeVar("Kind", bound=Record)


def fresh(room: WarRoom, record: Kind) -> Kind:
    """The record as it is now."""
    return room.get(type(record), record.id)


def written(
    room: WarRoom, form: Form = Form.HOLDING, text: str = "We stopped the line.", **more: Any
) -> Statement:
    """A draft with a text, begun by the operator."""
    draft = desk.begin(room, form, title="First word")
    room.change(draft, text=text, **more)
    return fresh(room, draft)


def approve_all(room: WarRoom, text: Written) -> None:
    """Submit a text and let somebody else approve it in each role."""
    me = room.operator
    desk.submit(room, text)
    for role in desk.approvers(text):
        room.operator = f"{role} of the day"
        desk.approve(room, text, role)
    room.operator = me


def approved(room: WarRoom, form: Form = Form.HOLDING, **more: Any) -> Statement:
    """A text that everybody approved whom its template asks."""
    text = written(room, form, **more)
    approve_all(room, text)
    return fresh(room, text)
