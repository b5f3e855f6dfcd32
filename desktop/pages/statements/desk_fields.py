"""The fields of a text as the desk edits them: which there are, and what was typed."""

from dataclasses import dataclass
from typing import Any

from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field
from desktop.warroom.records import StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import TemplateField, template
from desktop.warroom.typed import as_typed, as_value
from resources import N_, _

TITLE, NEXT, WHOLE, CHANGED, UNKNOWN, OWNER = (
    "title",
    "next_update_at",
    "text",
    "changed_since_last",
    "still_unknown",
    "owner",
)
PART = "part:"  # before the key of a part of the template
_EXAMPLE = N_("14:05, yesterday 18:30 or 2026-11-01 09:30")
_OURS = N_("For us, not part of the text")

Text = Statement | StaffMessage


@dataclass(frozen=True, slots=True)
class DeskField:
    """A field: ``facts`` may stand in it, ``hint`` is what it says while it is empty."""

    name: str
    label: str
    needed: bool = False
    hint: str = ""
    facts: bool = True
    one_line: bool = False


def desk_fields(statement: Text) -> tuple[DeskField, ...]:
    """Title and next update, the parts of the text, and what is noted beside it."""
    declared = {field.name: field for field in type(statement).declared()}
    return (
        DeskField(TITLE, _(declared[TITLE].label), needed=True, one_line=True),
        *_parts(statement),
        DeskField(NEXT, _(declared[NEXT].label), hint=_(_EXAMPLE), facts=False, one_line=True),
        *(
            DeskField(name, _(declared[name].label), hint=_(_OURS), facts=False, one_line=short)
            for name, short in ((OWNER, True), (UNKNOWN, False), (CHANGED, False))
            if name in declared
        ),
    )


def stored(room: WarRoom, statement: Text, name: str) -> str:
    """What is saved in a field, as it is typed."""
    if name.startswith(PART):
        return statement.part(name.removeprefix(PART))
    return as_typed(_declared(statement, name), getattr(statement, name), room.here())


def typed(room: WarRoom, statement: Text, texts: dict[str, str]) -> dict[str, Any]:
    """The values of a statement for what was typed into some of its fields.

    Raises RuleBroken for a time that cannot be read and for an empty title.
    """
    values = {
        name: _value(room, statement, name, text)
        for name, text in texts.items()
        if not name.startswith(PART)
    }
    parts = {n.removeprefix(PART): text for n, text in texts.items() if n.startswith(PART)}
    if parts:
        values["parts"] = tuple(
            {**_part(statement, each.key), "text": parts.get(each.key, statement.part(each.key))}
            for each in _keys(statement)
        )
    return values


def _value(room: WarRoom, statement: Text, name: str, text: str) -> Any:
    field = _declared(statement, name)
    if field.needed and not text.strip():
        raise RuleBroken(_("{field} is empty. Fill it in.").format(field=_(field.label)))
    if name == NEXT:
        return as_value(field, text, room.here())
    return text


def _parts(statement: Text) -> tuple[DeskField, ...]:
    """The parts of the template, and others that the text has; without any, the text whole."""
    if statement.text.strip() and not statement.parts:
        return (DeskField(WHOLE, _(_declared(statement, WHOLE).label)),)
    return tuple(
        DeskField(PART + each.key, _(each.label), each.needed, _(each.hint) if each.hint else "")
        for each in _keys(statement)
    ) or (DeskField(WHOLE, _(_declared(statement, WHOLE).label)),)


def _keys(statement: Text) -> list[TemplateField]:
    of_template = list(template(statement.form).fields)
    known = {each.key for each in of_template}
    others = [str(part.get("field", "")) for part in statement.parts]
    return [*of_template, *(TemplateField(key, key) for key in others if key not in known)]


def _part(statement: Text, key: str) -> dict[str, Any]:
    """A part as it is stored, with whatever else another version keeps in it."""
    return next((each for each in statement.parts if each.get("field") == key), {"field": key})


def _declared(statement: Text, name: str) -> Field:
    return next(field for field in type(statement).declared() if field.name == name)
