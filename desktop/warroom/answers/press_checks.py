"""The four checks of a press conference: timing, process, materials, venue (seed 14.1 to 14.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.warroom import shown
from desktop.warroom.answers.press import PressConference
from desktop.warroom.answers.run_sheet import faults, run_sheet, what_ifs
from desktop.warroom.choices import Certainty, Role, Standing, Tone
from desktop.warroom.method.facts import Fact
from desktop.warroom.method.team import Post, holder
from desktop.warroom.method.words import Information
from desktop.warroom.moment import Moment
from desktop.warroom.records import Coverage
from desktop.warroom.selection import Selection
from desktop.warroom.statements.statement import Statement
from desktop.warroom.tones import RATED, ToneCounts
from resources import N_, _, ngettext

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading

WINDOW = 4 * 3_600_000  # milliseconds of coverage that are compared (practice 2.5)
LEAST_WHAT_IFS = 3
TIMING, PROCESS, MATERIALS, VENUE = "timing", "process", "materials", "venue"
NAMES = {
    TIMING: N_("Timing"),
    PROCESS: N_("Process control"),
    MATERIALS: N_("Materials"),
    VENUE: N_("Venue"),
}
_OPEN = (Certainty.UNCONFIRMED, Certainty.DISPUTED)
_VENUE = ("venue", "capacity", "access", "network", "stream", "security")
_MOST = 3  # facts that are named


@dataclass(frozen=True, slots=True)
class Check:
    """One of the four: whether it is green, and in sentences why not or what is to be minded.

    ``why`` is the reason that was given for holding it although the timing is not green; ``field``
    is the field of the conference that mends it first, empty where it is mended elsewhere.
    """

    name: str
    ok: bool
    said: tuple[str, ...] = ()
    why: str = ""
    field: str = ""

    @property
    def label(self) -> str:
        """What it is called."""
        return _(NAMES[self.name])


def checks(room: "Reading", conference: PressConference) -> tuple[Check, Check, Check, Check]:
    """The four checks as they stand now."""
    return (
        _timing(room, conference),
        _process(room, conference),
        _materials(room, conference),
        _venue(conference),
    )


def all_green(room: "Reading", conference: PressConference) -> bool:
    """Whether it may be held: all green, or the timing explained."""
    return all(check.ok or check.why for check in checks(room, conference))


# timing


def _timing(room: "Reading", conference: PressConference) -> Check:
    """Green when no critical fact is open and the tone is not falling (seed 14.1).

    Critical are the facts about the incident itself; one is open while it is unconfirmed or
    disputed.
    """
    amiss = list(filter(None, (_no_time(conference), _open_facts(room), *_falling(room))))
    noted = _too_few(room)
    field = "" if conference.starts_at else "starts_at"
    why = conference.timing_why.strip() if amiss and conference.starts_at else ""
    if amiss and not why:
        amiss.append(_("Wait, or say why it is held at this time."))
        field = field or "timing_why"
    return Check(TIMING, not amiss, (*amiss, *noted), why, field)


def _no_time(conference: PressConference) -> str:
    return "" if conference.starts_at else _("No time is set.")


def critical_facts(room: "Reading") -> list[Fact]:
    """The facts about the incident that are not confirmed, nor refuted."""
    asked = (("bucket", (Information.INCIDENT,)), ("status", _OPEN))
    return room.records(Selection(kind=Fact, equal=asked))


def _open_facts(room: "Reading") -> str:
    facts = critical_facts(room)
    if not facts:
        return ""
    named = shown.listed(fact.subject for fact in facts[:_MOST])
    said = ngettext(
        "{n} critical fact is open: {facts}.", "{n} critical facts are open: {facts}.", len(facts)
    )
    more = "…" if len(facts) > _MOST else ""
    return said.format(n=len(facts), facts=f"{named}{more}")


def net_tone(counts: ToneCounts) -> float | None:
    """``(P − N) / (P + N + U + M)`` (practice 2.5); None with fewer than ten rated items."""
    if counts.too_few:
        return None
    return (counts.of(Tone.POSITIVE) - counts.of(Tone.NEGATIVE)) / counts.rated


def tones(room: "Reading", now: Moment) -> tuple[ToneCounts, ToneCounts]:
    """The tones of the last four hours, and of the four hours before."""
    return (
        _tones(room, now.ms - WINDOW, now.ms + 1),
        _tones(room, now.ms - 2 * WINDOW, now.ms - WINDOW),
    )


def _tones(room: "Reading", since: int, until: int) -> ToneCounts:
    items = Selection(kind=Coverage, within=(("published_at", since, until),))
    return ToneCounts({tone: n for tone, n in room.tally(items, "tone").items() if tone in RATED})


def _falling(room: "Reading") -> Iterable[str]:
    last, before = (net_tone(counts) for counts in tones(room, room.now()))
    if last is not None and before is not None and last < before:
        yield _("The tone of coverage is falling: {before} four hours ago, {now} now.").format(
            before=_signed(before), now=_signed(last)
        )


def _too_few(room: "Reading") -> Iterable[str]:
    last, before = tones(room, room.now())
    if last.too_few or before.too_few:
        yield _("Tone: too few items to tell ({before} before, {now} in the last 4 h).").format(
            before=before.rated, now=last.rated
        )


def _signed(tone: float) -> str:
    return f"{'−' if tone < 0 else '+'}{abs(tone):.2f}"


# process, materials, venue


def _process(room: "Reading", conference: PressConference) -> Check:
    lines = run_sheet(room, conference)
    said, field = [], ""
    for name, sentence in (
        ("host", _("Nobody is named as host.")),
        ("question_rules", _("No rules for questions are set.")),
    ):
        if not str(getattr(conference, name)).strip():
            said.append(sentence)
            field = field or name
    said += faults(lines, conference.minutes)
    said += _unnamed(sum(not line.speaker.strip() for line in lines))
    if not holder(room.all(Post), Role.SPOKESPERSON):
        said.append(_("No spokesperson is named in the team."))
    said += _few_what_ifs(len(what_ifs(room, conference)))
    return Check(PROCESS, not said, tuple(said), field=field)


def _unnamed(n: int) -> list[str]:
    said = ngettext("{n} line has no speaker.", "{n} lines have no speaker.", n)
    return [said.format(n=n)] if n else []


def _few_what_ifs(n: int) -> list[str]:
    if n >= LEAST_WHAT_IFS:
        return []
    said = _("{n} of at least {least} what-ifs are written down.")
    return [said.format(n=n, least=LEAST_WHAT_IFS)]


def _materials(room: "Reading", conference: PressConference) -> Check:
    items = conference.materials
    missing = [str(each.get("text", "")) for each in items if not each.get("done")]
    said = [] if items else [_("No materials are listed.")]
    if missing:
        said.append(_("Not ready yet: {materials}.").format(materials=shown.listed(missing)))
    field = "materials" if said else ""
    opening = room.find(Statement, conference.statement) if conference.statement else None
    if opening is None:
        said.append(_("No opening statement is chosen."))
        field = field or "statement"
    elif opening.standing not in (Standing.APPROVED, Standing.RELEASED):
        said.append(
            _("The opening statement is not approved: {title}.").format(title=opening.title)
        )
    return Check(MATERIALS, not said, tuple(said), field=field)


def _venue(conference: PressConference) -> Check:
    fields = {field.name: field for field in PressConference.declared()}
    empty = [name for name in _VENUE if not str(getattr(conference, name) or "").strip()]
    if not empty:
        return Check(VENUE, True)
    named = shown.listed(_(fields[name].label) for name in empty)
    return Check(VENUE, False, (_("Not said yet: {fields}.").format(fields=named),), field=empty[0])
