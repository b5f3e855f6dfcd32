"""What the desk asks before a deed: a template, where a text goes out, why it is withdrawn."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop.models.named import name_of
from desktop.pages.statements.desk_asking import Ask, WrongField
from desktop.pages.statements.offers import told_offers
from desktop.warroom import shown
from desktop.warroom.choices import Channel, Language
from desktop.warroom.faults import RuleBroken
from desktop.warroom.method.plan import Audience
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.drafting import begin
from desktop.warroom.statements.fitting import fitting_first
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.releasing import (
    release,
    tells_public_first,
    why_reason,
    withdraw,
)
from desktop.warroom.statements.series import releases_of
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.touched import Touched, settle
from desktop.warroom.statements.words import Form
from desktop.warroom.typed import as_value
from resources import _, spoken
from resources.visible import visible
from widgets.editors import FormField

USUAL = {  # where a text of a template goes first
    Form.STATUS: Channel.STATUS_PAGE,
    Form.PRESS: Channel.PRESS,
    Form.BREACH: Channel.EMAIL,
    Form.AUTHORITY: Channel.EMAIL,
}


def ask_new(room: WarRoom, begun: Callable[[Statement], None]) -> Ask:
    """Template and language of a new text; those that fit the crisis come first."""
    forms = [(form.value, form.shown) for form in fitting_first(room.incident.type)]
    fields = (
        FormField("form", _("Template"), "choice", tuple(forms), forms[0][0], needed=True),
        FormField("language", _("Language"), "choice", _languages(Language), spoken()),
        FormField("title", _("Title"), hint=_("Without one it is called as the template.")),
        FormField("audience", _("Audience"), "choice", (("", _("not said")), *_audiences(room))),
    )
    deed = partial(_begin, room, begun)
    return Ask("statement,new", _("New statement"), _("Begin the text"), fields, deed)


def _begin(room: WarRoom, begun: Callable[[Statement], None], said: dict[str, str]) -> str:
    form, language = Form(said["form"]), Language(said["language"])
    made = begin(room, form, language, said["title"], said["audience"])
    begun(made)
    return _("Added: {title}").format(title=visible(made.title[:80]))


def ask_release(room: WarRoom, statement: Statement) -> Ask:
    """Where and when a text goes out; reasons only where they are needed, and why they are."""
    unapproved, first = why_reason(room, statement), tells_public_first(room, statement)
    staff = _("No matching staff message was sent: the public would hear it first.")
    usual = USUAL.get(statement.form, Channel.WEBSITE)  # type: ignore[call-overload]
    channels = tuple((each.value, each.shown) for each in Channel)
    fields = [
        FormField("channel", _("Channel"), "choice", channels, usual.value),
        FormField("where", _("Account or outlet"), known=_used(room, "where")),
        FormField("url", _("Link"), known=_used(room, "url")),
        FormField("at", _("Released at"), "moment", value=f"{room.here():%Y-%m-%d %H:%M}"),
    ]
    if unapproved:
        label = _("Why it goes out all the same")
        fields.append(FormField("unapproved_why", label, "prose", needed=True))
    if first:
        label = _("Why before the staff")
        fields.append(FormField("before_staff_why", label, "prose", needed=True))
    why = [*unapproved, *([staff] if first else [])]
    deed = partial(_release, room, statement)
    title = _("Release: {title}").format(title=statement.title)
    return Ask(f"statement,release,{statement.id}", title, _("Release it"), fields, deed, why)


def _release(room: WarRoom, statement: Statement, said: dict[str, str]) -> str:
    for name in ("unapproved_why", "before_staff_why"):
        if name in said and not said[name].strip():
            raise WrongField(name, _("Give the reason; it is kept with the release."))
    out = release(
        room,
        statement,
        Channel(said["channel"]),
        where=said["where"],
        url=said["url"],
        at=_time(room, said["at"]),
        unapproved_why=said.get("unapproved_why", ""),
        before_staff_why=said.get("before_staff_why", ""),
    )
    told = _("Released on {place}.").format(place=visible(out.place))
    return shown.sentences((told, told_offers(room, statement)))


def ask_withdraw(room: WarRoom, statement: Statement) -> Ask:
    """Which release is taken down, and why."""
    up = [each for each in releases_of(room, statement) if each.withdrawn_at is None]
    places = tuple((each.id, _place(room, each)) for each in up)
    fields = (
        FormField("release", _("Released on"), "choice", places, places[0][0] if places else ""),
        FormField("why", _("Why it is withdrawn"), "prose", needed=True),
    )
    title = _("Withdraw: {title}").format(title=statement.title)
    deed = partial(_withdraw, room)
    return Ask(f"statement,withdraw,{statement.id}", title, _("Withdraw it"), fields, deed)


def _withdraw(room: WarRoom, said: dict[str, str]) -> str:
    if not said["why"].strip():
        raise WrongField("why", _("Say why it is withdrawn."))
    out = room.get(Release, said["release"])
    withdraw(room, out, said["why"])
    return _("Withdrawn from {place}.").format(place=visible(out.place))


def ask_seen(room: WarRoom, mark: Touched, told: str) -> Ask:
    """How somebody sees to a fact that has changed."""
    hint = _("For example: the text was read again and stays as it is.")
    fields = (FormField("how", _("How it was seen to"), "prose", needed=True, hint=hint),)
    deed = partial(_settle, room, mark)
    title, key = _("A fact has changed"), f"statement,seen,{mark.id}"
    return Ask(key, title, _("Seen to"), fields, deed, [told])


def _settle(room: WarRoom, mark: Touched, said: dict[str, str]) -> str:
    if not said["how"].strip():
        raise WrongField("how", _("Say how it was seen to."))
    settle(room, mark, said["how"])
    return _("Somebody has seen to it.")


def _languages(among: Sequence[Language] | type[Language]) -> tuple[tuple[str, str], ...]:
    return tuple((each.value, each.shown) for each in among)


def _audiences(room: WarRoom) -> list[tuple[str, str]]:
    return [(each.id, name_of(each)) for each in room.all(Audience)]


def _used(room: WarRoom, name: str) -> tuple[str, ...]:
    counted = room.tally(Selection(kind=Release), name)
    return tuple(each for each in counted if each)


def _place(room: WarRoom, out: Release) -> str:
    time = shown.when(out.at, room.here()) if out.at else ""
    return shown.aside(out.place, time) if time else out.place


def _time(room: WarRoom, text: str) -> Moment | None:
    field = next(field for field in Release.declared() if field.name == "at")
    try:
        found: Moment | None = as_value(field, text, room.here())
    except RuleBroken as fault:
        raise WrongField("at", str(fault)) from None
    return found
