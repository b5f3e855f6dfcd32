"""A page that was written by hand: its lines become entries, and cards, inquiries, reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from desktop.warroom.answers.inquiries import Inquiry
from desktop.warroom.capture.times import due as read_due
from desktop.warroom.capture.words import folded
from desktop.warroom.choices import EntryKind
from desktop.warroom.exchange import read_time
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.papers.forms import Form, name
from desktop.warroom.record import Record
from desktop.warroom.records import Delivery, Entry, StaffGroup, Task
from desktop.warroom.room import WarRoom
from resources import _

MINUTE, HALF_A_DAY, DAY = 60_000, 43_200_000, 86_400_000  # milliseconds
_CLOCK = re.compile(r"(\d{1,2})[:.：]?(\d\d)", re.A)
_KINDS = {
    Form.INQUIRY: EntryKind.MEDIA,
    Form.TASK: EntryKind.TASK,
    Form.STAFF: EntryKind.STAFF,
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was written: its form, number and day, by whom, and its lines.

    A line holds the text of each column by its name; ``time`` may be later than the next one's
    only where the page goes past midnight, then the day is the next.
    """

    form: Form
    number: int | None
    page: int
    day: date
    by: str = ""
    lines: Sequence[dict[str, str]] = field(default_factory=tuple)

    @property
    def source(self) -> str:
        """Where an entry of this page came from, as the room keeps it."""
        return _("paper, form {form} page {n}").format(form=name(self.number), n=self.page)


class LineRefused(RuleBroken):
    """A line that cannot be read; ``line`` is its place on the page from 0, ``column`` where."""

    def __init__(self, sentence: str, line: int, column: str) -> None:
        super().__init__(sentence)
        self.line, self.column = line, column


def read(room: WarRoom, page: Page) -> Iterator[tuple[int, Entry, list[Record]]]:
    """The entry of each line with its place, and what else the line is; empty ones are passed over.

    Raises LineRefused.
    """
    before: Moment | None = None
    for place, line in enumerate(page.lines):
        if not any(text.strip() for text in line.values()):
            continue
        at = _at(room, page, place, line, before)
        before = at
        entry = _entry(page, place, line, at)
        yield place, entry, [*_beside(room, page, place, line, at)]


def _at(
    room: WarRoom, page: Page, place: int, line: dict[str, str], before: Moment | None
) -> Moment:
    text = line.get("time", "").strip()
    clock = _CLOCK.fullmatch(text)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        sentence = _('"{text}" is no time of day. Write it as on the page: 14:05.')
        raise LineRefused(sentence.format(text=text), place, "time")
    said = time(int(clock[1]), int(clock[2]))
    at = Moment.of(datetime.combine(page.day, said, room.zone))
    if before and at.ms < before.ms - HALF_A_DAY:
        at = replace(at, ms=at.ms + DAY)
    if at.ms > room.now().ms + MINUTE:
        sentence = _("{time} lies ahead. Look at the day of the page and at the time.")
        raise LineRefused(sentence.format(time=text), place, "time")
    return at


def _entry(page: Page, place: int, line: dict[str, str], at: Moment) -> Entry:
    text = _told(page.form, line)
    if not text:
        raise LineRefused(_("Say what happened."), place, "text")
    kind = _KINDS.get(page.form) or _kind(line.get("kind", ""), place)
    people = tuple(filter(None, (page.by.strip(),)))
    source = page.source
    if said := line.get("source", "").strip():
        source = _("{paper}; {whom}").format(paper=source, whom=said)
    reason = line.get("reason", "").strip()
    return Entry(kind=kind, text=text, happened_at=at, source=source, people=people, reason=reason)


def _told(form: Form, line: dict[str, str]) -> str:
    """A line in words: what the columns say that have no place of their own in an entry."""
    text = line.get("text", "").strip()
    if form is Form.INQUIRY:
        whom = _joined(line.get("outlet", ""), line.get("journalist", ""))
        return f"{whom} – {text}" if whom and text else whom or text
    if form is Form.STAFF:
        counts = _joined(
            *(
                f"{label} {line[key].strip()}"
                for key, label in (
                    ("reached", _("Reached")),
                    ("missed", _("Not reached")),
                    ("confirmed", _("Confirmed")),
                )
                if line.get(key, "").strip()
            )
        )
        return " – ".join(filter(None, (line.get("group", "").strip(), counts, text)))
    return text


def _joined(*parts: str) -> str:
    return _(", ").join(filter(None, map(str.strip, parts)))


def _kind(text: str, place: int) -> EntryKind:
    """The kind that was written down, by its word or by the beginning of one alone."""
    said = _same(text)
    if not said:
        return EntryKind.FACT
    for each in EntryKind:
        if said in (_same(each.shown), each.value):
            return each
    begun = [each for each in EntryKind if _same(each.shown).startswith(said)]
    if len(begun) == 1:
        return begun[0]
    sentence = _('"{text}" is no kind of entry. Write one of: {names}.')
    names = _joined(*(each.shown for each in EntryKind))
    raise LineRefused(sentence.format(text=text.strip(), names=names), place, "kind")


def _same(text: str) -> str:
    """A word as it is compared: letters of either case and width are one."""
    return folded(text.strip()).casefold()


def _beside(
    room: WarRoom, page: Page, place: int, line: dict[str, str], at: Moment
) -> Iterator[Record]:
    """The card, inquiry or report that a line is, beside its entry."""
    text = line.get("text", "").strip()
    if page.form is Form.TASK:
        yield Task(title=text, owner=line.get("owner", "").strip(), due=_due(line, place, at, room))
    elif page.form is Form.INQUIRY:
        outlet = line.get("outlet", "").strip()
        if not outlet or not text:
            column = "text" if outlet else "outlet"
            raise LineRefused(_("An inquiry needs its outlet and its question."), place, column)
        yield Inquiry(
            outlet=outlet,
            journalist=line.get("journalist", "").strip(),
            question=text,
            received_at=at,
            deadline=_due(line, place, at, room),
            owner=room.operator,
        )
    elif page.form is Form.STAFF:
        yield from _report(room, line, place, at)


def _report(room: WarRoom, line: dict[str, str], place: int, at: Moment) -> Iterator[Record]:
    """Counts of a group, which report on the message that staff were sent last."""
    counts = {key: _count(line, key, place) for key in ("reached", "missed", "confirmed")}
    if all(count is None for count in counts.values()):
        return
    said = line.get("group", "").strip()
    group = next((g for g in room.all(StaffGroup) if _same(g.name) == _same(said)), None)
    message = room.last_message()
    if group is None:
        raise LineRefused(_('There is no group "{name}".').format(name=said), place, "group")
    if message is None:
        sentence = _("No message was sent to staff yet, which these figures could report on.")
        raise LineRefused(sentence, place, "reached")
    yield Delivery(
        message=message.id,
        group=group.id,
        reported_at=at,
        reached=counts["reached"],
        missed=counts["missed"],
        confirmed=counts["confirmed"],
    )


def _count(line: dict[str, str], key: str, place: int) -> int | None:
    text = line.get(key, "").strip().replace(",", "")
    if not text:
        return None
    if not text.isdecimal():
        raise LineRefused(_('"{text}" is no whole number.').format(text=text), place, key)
    return int(text)


def _due(line: dict[str, str], place: int, at: Moment, room: WarRoom) -> Moment | None:
    """The deadline of a line: the first such time after the line was written."""
    text = line.get("due", "").strip()
    if not text:
        return None
    bare, since = folded(text).removeprefix("!"), at.local
    said = read_due(bare, 0, since, since)
    if said and said.end == len(bare):
        return said.moment
    zone = room.zone
    assert zone is not None
    try:
        return read_time(text, zone)
    except RuleBroken as fault:
        raise LineRefused(str(fault), place, "due") from None
