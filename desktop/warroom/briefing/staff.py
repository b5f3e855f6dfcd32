"""Employee communication in a briefing: who was told, the figures, questions, and moods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from desktop.warroom import shown
from desktop.warroom.briefing.tables import Plain, said, table
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import StaffGroup, StaffMessage
from desktop.warroom.staff import GroupTold, all_told
from desktop.warroom.staff_measures import NOTHING
from desktop.warroom.staff_mood import Mood, moods
from desktop.warroom.staff_table import Figure, figures
from desktop.warroom.staff_voices import StaffQuestion
from resources import _


@dataclass(frozen=True, slots=True)
class Staff:
    """The groups, where the newest message stands that each was told of, and the figures.

    The figures are in the language that is spoken while they are read. ``asked`` are the questions
    of employees, those that wait first, without those who asked.
    """

    groups: Sequence[StaffGroup] = ()
    told: Sequence[tuple[GroupTold, StaffMessage]] = ()
    figures: Sequence[Figure] = ()
    asked: Sequence[StaffQuestion] = ()
    moods: Sequence[Mood] = ()
    as_of: Moment | None = None

    @classmethod
    def of(cls, room: Reading, as_of: Moment) -> Self:
        """What a room holds of it; of a room without groups only the questions are told."""
        groups, asked = room.all(StaffGroup), sorted(room.all(StaffQuestion), key=_open_first)
        if not groups:
            return cls(asked=asked, as_of=as_of)
        newest: dict[str, tuple[GroupTold, StaffMessage]] = {}
        for each in all_told(room):  # the newest first
            for group in each.groups:
                if each.message and each.message.sent_at and not group.untold:
                    newest.setdefault(group.group.id, (group, each.message))
        found = [each for each in figures(room, room.last_message(), as_of) if _counts(each)]
        return cls(groups, list(newest.values()), found, asked, moods(room), as_of)


def sections(staff: Staff) -> Iterator[Plain]:
    """The tables of a briefing; those without a row are left out by it."""
    yield _groups(staff)
    head = [_("Figure"), _("Value"), _("Counted")]
    rows = [[each.label, each.words, _parts(each)] for each in staff.figures]
    yield table(_("Employee communication"), head, ["3fr", "2fr", "auto"], rows)
    yield _questions(staff)
    yield _moods(staff)


def _groups(staff: Staff) -> Plain:
    told = {each.group.id: (each, message) for each, message in staff.told}
    rows = [_row(group, *told.get(group.id, (None, None))) for group in staff.groups]
    head = [
        _("Group"),
        _("Headcount"),
        _("Reached"),
        _("Read"),
        _("Confirmed"),
        _("Not told"),
        _("Audience coverage"),
        _("Last message"),
    ]
    widths = ["2fr", "auto", "auto", "auto", "auto", "auto", "auto", "2fr"]
    return table(_("Employees"), head, widths, rows)


def _row(group: StaffGroup, told: GroupTold | None, message: StaffMessage | None) -> list[str]:
    if told is None or message is None:
        return [group.name, _count(group.headcount), _("not told"), "", "", "", "", ""]
    counts = (told.heads, told.reached, told.read, told.confirmed, told.left)
    share = told.share(told.told)
    percent = "" if share is None else shown.percent(share)
    return [group.name, *map(_count, counts), percent, message.title]


def _questions(staff: Staff) -> Plain:
    """What employees ask; who asked is told to nobody."""
    names = {group.id: group.name for group in staff.groups}
    rows = [
        [
            each.question,
            names.get(each.group, ""),
            f"{each.asked or 1:,}",
            _state(each, staff.as_of),
            each.answer,
        ]
        for each in staff.asked
    ]
    head = [_("Question or concern"), _("Group"), _("Times asked"), _("State")]
    widths = ["2fr", "1fr", "auto", "auto", "2fr"]
    return table(_("Questions of employees"), [*head, _("What we answered")], widths, rows)


def _state(question: StaffQuestion, as_of: Moment | None) -> str:
    if question.answered_at:
        return _("answered {when}").format(when=said(question.answered_at))
    if question.asked_at is None or as_of is None:
        return _("open")
    return _("open for {time}").format(time=shown.lasting(as_of.ms - question.asked_at.ms))


def _moods(staff: Staff) -> Plain:
    """The mood of each group that was asked; of too few answers that alone is said."""
    head = [_("Group"), _("Mean (1 to 5)"), _("Favourable"), _("Against baseline")]
    widths = ["1.5fr", "2fr", "auto", "auto", "auto", "2fr"]
    rows = [_mood(each) for each in staff.moods]
    return table(_("Mood by group"), [*head, _("Participation"), _("Concerns")], widths, rows)


def _mood(mood: Mood) -> list[str]:
    if mood.mean is None:
        return [mood.group.name, _("too few answers to be shown"), "", "", "", ""]
    return [
        mood.group.name,
        f"{mood.mean:.1f}",
        mood.favourable.words if mood.favourable else "",
        "" if mood.trend is None else f"{mood.trend:+.1f}",
        mood.participation.words,
        shown.listed(mood.concerns),
    ]


def _open_first(question: StaffQuestion) -> tuple[bool, int]:
    return question.answered, question.asked_at.ms if question.asked_at else 0


def _count(number: int | None) -> str:
    return _("unknown") if number is None else f"{number:,}"


def _parts(figure: Figure) -> str:
    share = figure.share
    return f"{share.part:,} / {share.of:,}" if share else ""


def _counts(figure: Figure) -> bool:
    """Whether there is anything behind a figure that has no table of its own."""
    return figure.words not in (NOTHING, "0") and figure.key != "pulse_mean"
