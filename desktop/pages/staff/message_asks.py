"""What is asked before a message is begun, and whom it is for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from desktop.models.named import name_of
from desktop.pages.staff.group_names import group_names, named_groups
from desktop.pages.statements.desk_asking import Ask, WrongField
from desktop.warroom.choices import Channel, Language
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff_messages import begin_message
from desktop.warroom.staff_templates import ONLY, audience, forms_for
from desktop.warroom.statements.statement import Statement
from desktop.warroom.typed import as_typed, as_value
from resources import _, spoken
from resources.visible import visible
from widgets.editors import NO, YES, FormField

Choices = tuple[tuple[str, str], ...]


def ask_new(room: WarRoom, begun: Callable[[StaffMessage], None]) -> Ask:
    """Template, language and title of a new message, and the statement that it goes with."""
    fields = (
        FormField("form", _("Template"), "choice", _forms(room), _forms(room)[0][0]),
        FormField("language", _("Language"), "choice", _choices(Language), spoken()),
        FormField("title", _("Title"), hint=_("Without one it is called as the template.")),
        FormField("channel", _("Channel"), "choice", _choices(Channel), Channel.HUDDLE.value),
        FormField("statement", _("Goes with the statement"), "choice", _statements(room)),
    )
    deed = partial(_begin, room, begun)
    return Ask("staff_message,new", _("New message"), _("Begin the text"), fields, deed)


def ask_whom(room: WarRoom, message: StaffMessage) -> Ask:
    """Channel, groups, whether it is to be confirmed and by when, and the statement."""
    declared = {field.name: field for field in StaffMessage.declared()}
    by = as_typed(declared["confirm_by"], message.confirm_by, room.here())
    fields = (
        FormField("channel", _("Channel"), "choice", _choices(Channel), str(message.channel)),
        FormField(
            "groups",
            _("For the groups"),
            "prose",
            value=group_names(room, message.groups),
            hint=_("All groups; or one to a line"),
            known=tuple(each.name for each in room.all(StaffGroup)),
        ),
        FormField("confirm", _("To be confirmed"), "flag", value=YES if message.confirm else NO),
        FormField("confirm_by", _("To be confirmed by"), "moment", value=by),
        FormField(
            "statement",
            _("Goes with the statement"),
            "choice",
            _statements(room),
            message.statement,
        ),
    )
    title = _("For whom and how: {title}").format(title=message.title)
    deed = partial(_change, room, message)
    return Ask(f"staff_message,whom,{message.id}", title, _("Save"), fields, deed)


def _begin(room: WarRoom, begun: Callable[[StaffMessage], None], said: dict[str, str]) -> str:
    if not said["form"] and not said["title"].strip():
        raise WrongField("title", _("Without a template it needs a title."))
    made = begin_message(
        room,
        said["form"],
        said["title"],
        Language(said["language"]),
        channel=Channel(said["channel"]),
        statement=said["statement"],
    )
    begun(made)
    return _("Added: {title}").format(title=visible(made.title[:80]))


def _change(room: WarRoom, message: StaffMessage, said: dict[str, str]) -> str:
    declared = {field.name: field for field in StaffMessage.declared()}
    try:
        groups = named_groups(room, said["groups"])
    except RuleBroken as fault:
        raise WrongField("groups", str(fault)) from None
    try:
        by = as_value(declared["confirm_by"], said["confirm_by"], room.here())
    except RuleBroken as fault:
        raise WrongField("confirm_by", str(fault)) from None
    values: dict[str, Any] = {
        "channel": as_value(declared["channel"], said["channel"], room.here()),
        "groups": tuple(each.id for each in groups),
        "confirm": said["confirm"] == YES or by is not None,
        "confirm_by": by,
        "statement": said["statement"],
    }
    room.change(room.get(StaffMessage, message.id), **values)
    return _("Changed: {title}").format(title=visible(message.title[:80]))


def _forms(room: WarRoom) -> Choices:
    """The templates, those made for this type of crisis first, each with whom it is for."""
    found = sorted(forms_for(room.incident.type), key=lambda form: form not in ONLY)
    named = tuple((form.value, f"{form.shown} · {_(audience(form))}") for form in found)
    return (*named, ("", _("Without a template")))


def _statements(room: WarRoom) -> Choices:
    texts = tuple((each.id, _called(each)) for each in reversed(room.all(Statement)))
    return (("", _("none")), *texts)


def _called(statement: Statement) -> str:
    version = _("version {n}").format(n=statement.version or 1)
    return f"{name_of(statement)} · {version}"


def _choices(of: type[Any]) -> Choices:
    return tuple((each.value, each.shown) for each in of)
