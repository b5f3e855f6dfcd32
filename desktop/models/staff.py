"""Groups and their reports in the words, bars and chips of the staff page."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from desktop.warroom.staff import GroupTold, MessageTold
from resources import _, ngettext
from resources.visible import visible
from widgets.group_columns import GroupRow
from widgets.theme import Token

NOTHING = "–"


def group_heads() -> tuple[str, ...]:
    """The headings of the figures of a group."""
    return (_("Headcount"), _("Told"), _("Not reached"), _("Confirmed"), _("Last report"))


def group_rows(groups: Sequence[GroupTold], now: datetime | None = None) -> tuple[GroupRow, ...]:
    """The rows of groups; with ``now``, in whose zone times are shown, those of the page."""
    return tuple(_group_row(each, now) for each in groups)


def group_table(groups: Sequence[GroupTold], now: datetime, parent: QObject) -> QStandardItemModel:
    """The groups as a table to be copied."""
    table = QStandardItemModel(parent)
    table.setHorizontalHeaderLabels([_("Group"), *group_heads(), _("Note")])
    for each in groups:
        row = _group_row(each, now)
        texts = (row.name, *row.cells, row.doubt or row.chip)
        table.appendRow([QStandardItem(text) for text in texts])
    return table


def _group_row(each: GroupTold, now: datetime | None) -> GroupRow:
    heads, reached, confirmed = each.heads, each.reached, each.confirmed
    chip, token = _state(each)
    return GroupRow(
        id=each.group.id,
        name=visible(each.group.name),
        counts=_pair(each) if now is None else _in_short(each),
        reached=each.share(reached),
        confirmed=each.share(confirmed),
        token=Token.BAD if each.untold else Token.GOOD,
        chip=chip,
        hint=each.doubt,
        told=_told(each, now),
        chip_token=token,
        track=bool(heads),
        cells=_figures(each, now) if now else (),
    )


def _state(each: GroupTold) -> tuple[str, Token]:
    """What must be known of a group, as a chip: not told, some not reached, or all confirmed."""
    if each.untold and not each.missed:
        return _("not briefed"), Token.BAD
    if each.missed:
        n = each.missed
        return _("{n} not reached").format(n=f"{n:,}"), Token.WARN
    if (each.share(each.confirmed) or 0) >= 1:
        return _("all confirmed"), Token.GOOD
    return "", Token.MUTED


def _pair(each: GroupTold) -> str:
    """Confirmed of all, else told of all: ``371 / 402``."""
    said = each.confirmed if each.confirmed is not None else each.reached
    return f"{count(said)} / {count(each.heads)}"


def _in_short(each: GroupTold) -> str:
    """The counts where there is no room for columns: ``388 told, 371 confirmed / 402``."""
    forms = ((_("{n} told"), each.reached), (_("{n} confirmed"), each.confirmed))
    said = shown.listed(form.format(n=f"{n:,}") for form, n in forms if n is not None)
    return f"{said or NOTHING} / {count(each.heads)}"


def _figures(each: GroupTold, now: datetime) -> tuple[str, ...]:
    counts = (each.heads, each.reached, each.missed, each.confirmed)
    at = each.report.reported_at if each.report else None
    return (*map(count, counts), shown.when(at, now) if at else NOTHING)


def _told(each: GroupTold, now: datetime | None) -> str:
    """A group in full: its name, each count, the last report and what cannot be right."""
    heads = each.heads
    forms = (
        (_("headcount {n}"), heads),
        (_("told {n}"), each.reached),
        (_("not reached {n}"), each.missed),
        (_("confirmed {n}"), each.confirmed),
    )
    parts = [form.format(n=f"{n:,}") for form, n in forms if n is not None]
    if heads is None:
        parts.insert(0, _("headcount not known"))
    if each.untold and not each.missed:
        parts.append(_("not briefed"))
    if each.report and each.missed and each.report.why_missed:
        parts.append(visible(each.report.why_missed))
    if each.reported:
        parts.append(_("reported by a supervisor"))
    if each.doubt:
        parts.append(each.doubt)
    told = shown.labelled(visible(each.group.name), shown.listed(parts))
    if each.report and each.report.reported_at:
        zone = now.tzinfo if now else None
        at = full(each.report.reported_at, zone)
        told = f"{told}\n" + _("Last report {when}").format(when=at)
    return told


def summed(told: MessageTold, now: datetime) -> str:
    """The sums over all groups in a line, what is missing first."""
    parts = []
    if told.untold:
        n = told.untold
        parts.append(ngettext("{n} group not told", "{n} groups not told", n).format(n=n))
    for name, form in (
        ("missed", _("{n} not reached")),
        ("reached", _("{n} told")),
        ("confirmed", _("{n} confirmed")),
    ):
        found, share = told.count(name), told.share(name)
        if found is not None:
            part = form.format(n=f"{found:,}")
            bare = share is None or name == "missed"
            parts.append(part if bare else shown.aside(part, shown.percent(share or 0)))
    parts.append(_("{n} people").format(n=f"{told.heads:,}"))
    if told.last:
        when = shown.when(told.last, now)
        parts.append(_("last report {when}").format(when=when))
    return " · ".join(parts)


def count(number: int | None) -> str:
    """A number, or a dash for what is not known."""
    return NOTHING if number is None else f"{number:,}"


# reports


def report_columns(room: WarRoom) -> tuple[Column, ...]:
    """The columns of the reports of a group."""

    def at(report: Delivery, _now: Moment) -> Cell:
        if report.reported_at is None:
            return Cell(NOTHING, Token.FAINT)
        said = shown.when(report.reported_at, room.here())
        return Cell(said, Token.MUTED, told=full(report.reported_at, room.zone))

    return (
        Column("reported_at", _("Reported"), at),
        Column("reached", _("Told"), _reached, figures=True),
        Column("missed", _("Not reached"), _missed, figures=True),
        Column("confirmed", _("Confirmed"), _confirmed, figures=True),
        Column("how", _("How we know"), _how),
        Column("author", _("By"), _author, grows=True),
    )


def _reached(report: Delivery, _now: Moment) -> Cell:
    return Cell(count(report.reached))


def _missed(report: Delivery, _now: Moment) -> Cell:
    return Cell(count(report.missed), Token.WARN if report.missed else None)


def _confirmed(report: Delivery, _now: Moment) -> Cell:
    return Cell(count(report.confirmed))


def _how(report: Delivery, _now: Moment) -> Cell:
    return Cell(visible(word(report.how)), Token.MUTED, told=visible(report.why_missed))


def _author(report: Delivery, _now: Moment) -> Cell:
    return Cell(visible(report.author), Token.MUTED)
