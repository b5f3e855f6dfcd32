"""What a paper about the review is made of: sections of rows in words, in the language spoken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.warroom import shown
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.reading import Reading
from desktop.warroom.records import Entry, Incident
from desktop.warroom.review import told
from desktop.warroom.review.built import Built, built
from desktop.warroom.review.questions import unanswered
from desktop.warroom.review.records import Review
from desktop.warroom.review.recovery import Improvement, ways
from resources import _, ngettext

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A table: its name for a template, its title, its headings and rows, all in words.

    ``privileged`` says of each row whether it is legally privileged; ``note`` stands below.
    """

    name: str
    title: str
    head: Row
    rows: tuple[Row, ...]
    privileged: tuple[bool, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewMaterial:
    """A review for paper. ``texts`` are what people wrote, label by label, one review each."""

    incident: Incident
    stands: str
    texts: tuple[tuple[tuple[str, str], ...], ...]
    sections: tuple[Section, ...]

    def section(self, name: str) -> Section:
        """A section by its name."""
        return next(each for each in self.sections if each.name == name)


def review_material(room: Reading) -> ReviewMaterial:
    """The review of the incident on screen as of now, or of its closing; nothing is written."""
    found = built(room, room.now())
    sections = (
        _times(found),
        _warnings(found, room),
        _decisions(found, room),
        _known(found, room),
        _chronology(found, room),
        _lessons(found, room),
        _improvements(room),
        _indicators(room),
    )
    texts = tuple(tuple(texts_of(each, room)) for each in found.reviews)
    return ReviewMaterial(found.incident, stands(found.incident, room), texts, sections)


def stands(incident: Incident, room: Reading) -> str:
    """Whether the incident is open or closed, as a sentence."""
    if incident.closed_at is None:
        return _("The incident is open: the review stands as of now.")
    return _(
        "Closed {time}: it is read, and no longer written, until it is opened again for a reason."
    ).format(time=shown.day_and_time(incident.closed_at, room.here()))


def texts_of(review: Review, room: Reading) -> Iterator[tuple[str, str]]:
    """What people wrote in a review, label by label; what is empty is passed over."""
    parts = (
        (_("Held at"), _when(review.held_at, room)),
        (_("Led by"), review.by),
        (_("Present"), shown.listed(review.present)),
        (_("Summary"), review.summary),
        (_("Causes"), review.causes),
        (_("What worked"), review.worked),
        (_("Approved by"), review.approved_by),
    )
    yield from ((label, text) for label, text in parts if text.strip())


def _times(found: Built) -> Section:
    head = (_("What"), _("In time"), _("Took"), _("Allowed"), _("Late by at most"), _("Not done"))
    rows = (
        (
            each.topic.shown,
            told.in_time(each),
            told.lasting(each.minutes),
            told.allowed(each),
            told.lasting(each.worst),
            f"{each.open:,}" if each.open else "",
        )
        for each in found.times
    )
    note = _("Of several the median is told; statutory filings: when they were recorded.")
    return Section("times", _("Response times against targets"), head, tuple(rows), note=note)


def _warnings(found: Built, room: Reading) -> Section:
    head = (_("Grave"), _("Rule"), _("Times"), _("First at"), _("Held in all"), _("Seen after"))
    rows = (
        (
            str(each.severity),
            told.rule(each),
            f"{len(each.alarms):,}",
            _when(each.first, room),
            told.lasting(each.minutes),
            told.lasting(each.seen_after),
        )
        for each in found.fired
    )
    return Section("warnings", _("Warnings that fired"), head, tuple(rows))


def _decisions(found: Built, room: Reading) -> Section:
    head = (_("Time"), _("Decision"), _("Reason"), _("Facts known"), _("Otherwise today"))
    rows = (
        (
            _when(each.entry.happened_at, room),
            each.entry.text,
            _("reason missing") if each.entry.reason_missing else each.entry.reason,
            f"{len(each.known):,}",
            f"{each.learned:,}" if each.learned else "",
        )
        for each in found.decisions
    )
    private = _private([each.entry for each in found.decisions])
    return Section("decisions", _("Decisions"), head, tuple(rows), private)


def _known(found: Built, room: Reading) -> Section:
    """The facts that stand otherwise today than when a decision rested on what was known."""
    head = (_("Time"), _("Decision"), _("Fact"), _("At that time"), _("Today"))
    pairs = [(d, k) for d in found.decisions for k in d.known if not k.same]
    rows = (
        (
            _when(each.entry.happened_at, room),
            each.entry.text,
            known.then.subject,
            told.fact(known.then),
            told.today(known),
        )
        for each, known in pairs
    )
    private = _private([each.entry for each, _known in pairs])
    return Section("known", _("What was known then"), head, tuple(rows), private)


def _chronology(found: Built, room: Reading) -> Section:
    head = (_("Time"), _("Kind"), _("Text"), _("Author"))
    rows = (
        (_when(each.happened_at, room), word(each.kind), each.text, each.author)
        for each in found.chronology
    )
    n = found.entries
    note = ngettext("Key entries, of {n} entry.", "Key entries, of {n} entries.", n)
    private = _private(found.chronology)
    return Section(
        "chronology", _("Chronology"), head, tuple(rows), private, note.format(n=f"{n:,}")
    )


def _lessons(found: Built, room: Reading) -> Section:
    head = (_("Lesson"), _("Cause"), _("Owner"), _("Due"), _("Closed with"))
    rows = (
        (
            each.text,
            each.cause,
            each.owner,
            _when(each.due, room),
            told.ended_with(room, each) or _("Still open"),
        )
        for each in found.lessons
    )
    return Section("lessons", _("Lessons"), head, tuple(rows))


def _improvements(room: Reading) -> Section:
    head = (_("Area"), _("Action"), _("Owner"), _("Due"), _("State"), _("Effect"))
    rows = (
        (
            word(each.area),
            each.action,
            each.owner,
            _when(each.due, room),
            word(each.state),
            each.effect,
        )
        for each in room.all(Improvement)
    )
    return Section("improvements", _("Improvement actions"), head, tuple(rows))


def _indicators(room: Reading) -> Section:
    head = (_("Indicator"), _("Level before the crisis"), _("Worst"), _("Latest"), _("State"))
    found = ways(room)
    rows = (
        (
            way.indicator.name,
            told.figure(way.baseline, way.indicator.unit),
            told.figure(way.worst, way.indicator.unit),
            told.figure(way.latest, way.indicator.unit),
            told.stands(way),
        )
        for way in found
    )
    note = shown.sentences((told.way_back(found), _open(room), _normal(room)))
    return Section("indicators", _("Recovery indicators"), head, tuple(rows), note=note)


def _open(room: Reading) -> str:
    n = unanswered(room, room.now()).count
    if not n:
        return _("No question of customers or press is open.")
    said = ngettext("{n} question is not answered.", "{n} questions are not answered.", n)
    return said.format(n=n)


def _normal(room: Reading) -> str:
    at = room.incident.normal_at
    return _("Normal operation since {time}.").format(time=_when(at, room)) if at else ""


def _private(entries: Sequence[Entry]) -> tuple[bool, ...]:
    return tuple(each.privileged for each in entries)


def _when(moment: Moment | None, room: Reading) -> str:
    return shown.when(moment, room.here()) if moment else ""
