"""Blank forms for a power cut: numbered when they are printed, written on, and typed in later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.warroom.briefing.tables import Plain, at_home
from desktop.warroom.choices import Choice
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.papers.front import Front, printed
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from resources import N_, _


class Form(Choice):
    """What is written down on a form."""

    LOG = "log", N_("Log sheet")
    INQUIRY = "inquiry", N_("Inquiry sheet")
    TASK = "task", N_("Task sheet")
    STAFF = "staff", N_("Staff report sheet")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BlankForms(Record):
    """Some pages of a form under a number of their own: recorded first, then printed."""

    kind_name = "blank_forms"
    shown_name = N_("Blank forms")
    company_wide = True

    number: int | None = declare(Shape.NUMBER, N_("Number"), form=False)
    form: Form | str = declare(Shape.CHOICE, N_("Form"), Form.LOG, choices=Form, form=False)
    pages: int | None = declare(Shape.NUMBER, N_("Pages"), form=False)
    issued_at: Moment | None = declare(Shape.MOMENT, N_("Issued at"), form=False)


PAGES = {Form.LOG: 6, Form.INQUIRY: 2, Form.TASK: 2, Form.STAFF: 2}
_LINES = {Form.LOG: 18, Form.INQUIRY: 9, Form.TASK: 15, Form.STAFF: 15}


@dataclass(frozen=True, slots=True)
class Column:
    """A column to write in: the field it is typed into, its heading, its share of the width."""

    name: str
    label: str
    width: str


def columns(form: Form | str) -> tuple[Column, ...]:
    """What is written on a line of this form, the time first."""
    time = Column("time", _("Time"), "1fr")
    match form:
        case Form.INQUIRY:
            return (
                time,
                Column("outlet", _("Outlet"), "1.4fr"),
                Column("journalist", _("Journalist, phone"), "1.8fr"),
                Column("text", _("Question"), "4fr"),
                Column("due", _("Deadline"), "1.1fr"),
            )
        case Form.TASK:
            return (
                time,
                Column("text", _("Task"), "5fr"),
                Column("owner", _("Owner"), "1.6fr"),
                Column("due", _("Due"), "1.1fr"),
            )
        case Form.STAFF:
            return (
                time,
                Column("group", _("Group"), "2fr"),
                Column("reached", _("Reached"), "1fr"),
                Column("missed", _("Not reached"), "1.1fr"),
                Column("confirmed", _("Confirmed"), "1.1fr"),
                Column("text", _("What they say or ask"), "4fr"),
            )
    return (
        time,
        Column("kind", _("Kind"), "1.2fr"),
        Column("text", _("What happened, or was decided and why"), "6fr"),
        Column("source", _("From whom"), "1.5fr"),
    )


def name(number: int | None) -> str:
    """What a printed form is called: ``F-12``; with room for a number to be written by hand."""
    return f"F-{number}" if number else "F-____"


def numbered(room: WarRoom, wanted: Iterable[tuple[Form, int]] = ()) -> list[BlankForms]:
    """Forms with as many pages each, one of every kind unless said; their numbers are recorded.

    A room that takes no record gives no numbers.
    """
    asked = list(wanted) or list(PAGES.items())
    first = max((each.number or 0 for each in _ever(room)), default=0) + 1
    made = [
        BlankForms(number=n, form=form, pages=pages, issued_at=room.now())
        for n, (form, pages) in enumerate(asked, first)
    ]
    if room.why_read_only:
        return [BlankForms(form=each.form, pages=each.pages) for each in made]
    return room.add_all(made)


def _ever(room: WarRoom) -> Sequence[BlankForms]:
    """Every form that was printed; a number that was taken back is on paper all the same."""
    return (*room.all(BlankForms), *room.taken_back(BlankForms))


def blank(front: Front, forms: Sequence[BlankForms]) -> Plain:
    """The forms ready to print, in the language spoken now."""
    with at_home(front.material.as_of.offset):
        paper = front.paper("forms", _("Blank forms"))
        return printed(
            paper,
            forms=[_form(each) for each in forms],
            words={
                "page": _("Form {form}, page {n} of {all}"),
                "fields": [_("Date"), _("Written by"), _("Typed in by, at")],
                "note": _(
                    "Write one thing to a line, with the time at which it happened. When the power "
                    "is back, type the pages in: the paper itself is kept."
                ),
            },
        )


def _form(each: BlankForms) -> Plain:
    form = Form(each.form)
    found = columns(form)
    return {
        "title": form.shown,
        "name": name(each.number),
        "pages": each.pages or 1,
        "rows": _LINES[form],
        "head": [column.label for column in found],
        "widths": [column.width for column in found],
        "kinds": _kinds() if form is Form.LOG else "",
    }


def _kinds() -> str:
    """The kinds of a line, to be written in the second column."""
    from desktop.warroom import shown
    from desktop.warroom.choices import EntryKind

    return shown.labelled(_("Kind"), shown.listed(each.shown for each in EntryKind))


KINDS = (BlankForms,)
