"""Who has not been told, as rows: a group with the person to call, and its people below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models.cells import Cell, Column
from desktop.models.staff import NOTHING
from desktop.warroom import shown
from desktop.warroom.choices import Standing
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, StaffMessage
from desktop.warroom.room import WarRoom
from desktop.warroom.staff import standing
from desktop.warroom.staff_measures import Reached, overdue, reports_on
from desktop.warroom.staff_not_told import NotTold, Untold, how_many
from resources import _, ngettext
from resources.visible import visible
from widgets.table_cell import CellBar, CellChip
from widgets.theme import Token


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A group in which somebody has not been told, or with ``person`` one of its people.

    ``report`` is how its reports stand together.
    """

    of: NotTold
    person: Untold | None = None
    report: Delivery | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells the row from others: the ids of group and person."""
        return self.of.group.id, self.person.id if self.person else ""


def missing_rows(
    room: WarRoom, message: StaffMessage, groups: Sequence[NotTold]
) -> list[MissingRow]:
    """Each group and its people below it, in the order of the groups."""
    reports: dict[str, list[Delivery]] = {}
    for report in reports_on(room, message):
        reports.setdefault(report.group, []).append(report)
    found: list[MissingRow] = []
    for each in groups:
        found.append(MissingRow(each, report=standing(reports.get(each.group.id, ()))))
        found.extend(MissingRow(each, person) for person in each.people)
    return found


def missing_columns() -> tuple[Column, ...]:
    """Group or person, how many have not been told, why, staff number, whom to call, phone."""
    return (
        Column("", _("Group or person"), _name, grows=True),
        Column("", _("Not told"), _not_told),
        Column("", _("Why not reached"), _why),
        Column("", _("Staff number"), _number),
        Column("", _("Call"), _call),
        Column("", _("Phone"), _phone),
    )


def _name(row: MissingRow, _now: Moment) -> Cell:
    if row.person:
        return Cell(f"└ {visible(row.person.name)}")
    group = row.of.group
    place = " · ".join(filter(None, (group.department, group.site, group.shift)))
    return Cell(visible(group.name), Token.ACCENT, told=visible(place))


def _not_told(row: MissingRow, _now: Moment) -> Cell:
    each = row.of
    if row.person:
        if each.exact:
            return Cell(_("not told"), Token.BAD)
        said = _("More were reported than have a receipt: not all of these have not been told.")
        return Cell(_("perhaps"), Token.WARN, told=said)
    if each.count is None:
        return Cell(_("headcount not known"), Token.FAINT)
    said = _("{n} of {total}").format(n=f"{each.count:,}", total=f"{each.heads or 0:,}")
    token = Token.BAD if not each.told else Token.WARN
    return Cell(said, token, bar=CellBar(each.count / each.heads if each.heads else 0, token))


def _why(row: MissingRow, _now: Moment) -> Cell:
    if row.person:
        why = row.person.why
        return Cell(visible(why), Token.WARN) if why else Cell("")
    if row.report and row.report.missed:
        n = row.report.missed
        said, why = _("{n} not reached").format(n=f"{n:,}"), row.report.why_missed
        return Cell(visible(shown.labelled(said, why) if why else said), Token.WARN)
    if not row.of.told:
        return Cell(_("not briefed"), chip=CellChip(_("not briefed"), Token.BAD))
    return Cell("")


def _number(row: MissingRow, _now: Moment) -> Cell:
    return Cell(visible(row.person.number), Token.MUTED) if row.person else Cell("")


def _call(row: MissingRow, _now: Moment) -> Cell:
    if row.person:
        return Cell("")
    return Cell(visible(row.of.call.name)) if row.of.call.name else Cell(NOTHING, Token.FAINT)


def _phone(row: MissingRow, _now: Moment) -> Cell:
    return Cell(visible(row.person.phone if row.person else row.of.call.phone))


# what stands above them


def missing_words(message: StaffMessage, groups: Sequence[NotTold]) -> str:
    """The answer in one sentence: how many have not been told this version, in how many groups."""
    n, of = how_many(list(groups)), len(groups)
    if not groups:
        return _("Everybody in the groups it is for has been told version {v}.").format(
            v=message.version or 1
        )
    people = ngettext(
        "{n} person has not been told version {v}", "{n} people have not been told version {v}", n
    ).format(n=f"{n:,}", v=message.version or 1)
    within = ngettext("in {n} group", "in {n} groups", of).format(n=f"{of:,}")
    unknown = sum(each.count is None for each in groups)
    more = ngettext("{n} group of unknown size", "{n} groups of unknown size", unknown)
    said = _("{people} {within}").format(people=people, within=within)
    return shown.listed((said, more.format(n=unknown) if unknown else ""))


def standing_words(room: WarRoom, message: StaffMessage, found: Reached) -> list[str]:
    """When it went out, its coverage, and how many read it and confirmed."""
    sent = message.sent_at
    at = _("sent {when}").format(when=shown.when(sent, room.here())) if sent else _("not sent")
    parts = [at, _counted(_("told"), found.coverage.part, found.coverage.words)]
    if found.read_rate.part:
        parts.append(_counted(_("read or briefed"), found.read_rate.part, found.read_rate.words))
    if message.confirm:
        parts.append(_counted(_("confirmed"), found.ack_rate.part, found.ack_rate.words))
    if found.reported:
        parts.append(_("counts of supervisors among them (reported)"))
    return parts


def _counted(label: str, n: int, share: str) -> str:
    return shown.aside(f"{label} {n:,}", share)


def late_words(room: WarRoom, message: StaffMessage, found: Reached) -> str:
    """That people should have confirmed by now, how many and since when; empty while none is."""
    by = message.confirm_by
    if not found.late or by is None:
        return ""
    late = shown.lasting(room.now().ms - by.ms)
    said = ngettext(
        "{n} person should have confirmed by {time}, {late} ago.",
        "{n} people should have confirmed by {time}, {late} ago.",
        found.late,
    )
    time = shown.when(by, room.here())
    return said.format(n=f"{found.late:,}", time=time, late=late)


def ordered_messages(room: WarRoom) -> list[StaffMessage]:
    """The messages to choose from: late ones first, then the newest sent; drafts and old last."""
    now = room.now()

    def place(message: StaffMessage) -> tuple[bool, bool, bool, int]:
        old = message.standing == Standing.SUPERSEDED
        at = message.sent_at.ms if message.sent_at else 0
        return old, message.sent_at is None, not overdue(message, now), -at

    return sorted(room.all(StaffMessage), key=place)


def message_words(room: WarRoom, message: StaffMessage) -> str:
    """A message as it is chosen: title, version, when it was sent, and that it is late."""
    at = message.sent_at
    sent = _("sent {when}").format(when=shown.when(at, room.here())) if at else _("not sent")
    version = _("version {n}").format(n=message.version or 1)
    late = "▲ " if overdue(message, room.now()) else ""
    said = " · ".join((visible(message.title), version, sent))
    return f"{late}{said}"
