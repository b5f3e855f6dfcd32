"""The three elements in words: gauges, and a row for each of their parts."""

from collections.abc import Sequence

from desktop.warroom import shown
from desktop.warroom.elements import MINUTE, RAPID, Gauge, Part, PartName
from desktop.warroom.opinion import LEAST
from resources import N_, _, ngettext
from widgets.gauge import NOTHING, GaugeState
from widgets.score_rows import ScoreRow
from widgets.theme import Token

GOOD, FAIR = 0.8, 0.5  # from these scores on the colour is calm, or a warning


def gauge_states(gauges: Sequence[Gauge]) -> list[GaugeState]:
    """The gauges as they are shown."""
    return [_gauge(each) for each in gauges]


def part_rows(gauges: Sequence[Gauge]) -> list[ScoreRow]:
    """A row for each part, in groups by element."""
    return [_row(gauge, part) for gauge in gauges for part in gauge.parts]


def score(value: float | None) -> str:
    """A score as it is read, from 0 to 100; a dash where it is not known."""
    return NOTHING if value is None else f"{100 * value:.0f}"


def told(part: Part) -> str:
    """What a part rests on, in a sentence."""
    if part.name in RAPID:
        return _told_rapid(part)
    if part.name in (PartName.TONE, PartName.PULL) and part.value is None:
        n = part.of or 0
        few = _("{n} rated items are too few; {least} are needed.")
        return few.format(n=n, least=LEAST)
    if part.value is None:
        return _(_NONE[part.name])
    n, of = part.n or 0, part.of or 0
    net = f"{n / of:+.2f}".replace("-", "−") if of else ""
    return _(_SOME[part.name]).format(n=f"{n:,}", all=f"{of:,}", net=net)


def loud(value: float | None) -> Token:
    """The colour of a score."""
    if value is None:
        return Token.MUTED
    return Token.GOOD if value >= GOOD else Token.WARN if value >= FAIR else Token.BAD


def _told_rapid(part: Part) -> str:
    if part.n is None or part.of is None:
        return _("No card of the playbook tells of it.") if part.n is None else _("No target.")
    taken, target = (shown.lasting(each * MINUTE) for each in (part.n, part.of))
    if not part.open:
        return _("{time} after T0, target {target}.").format(time=taken, target=target)
    if part.value is None:
        return _("Due within {target} of T0.").format(target=target)
    return _("Not done {time} after T0, target {target}.").format(time=taken, target=target)


def _gauge(gauge: Gauge) -> GaugeState:
    known, all_ = len(gauge.known), len(gauge.parts)
    note = ngettext("{n} of {all} part known", "{n} of {all} parts known", all_)
    lines = [f"{part.name.shown}: {score(part.value)}  {told(part)}" for part in gauge.parts]
    return GaugeState(
        gauge.element.value,
        gauge.element.shown,
        gauge.value,
        score(gauge.value),
        note.format(n=known, all=all_),
        "\n".join(lines),
        loud(gauge.value),
    )


def _row(gauge: Gauge, part: Part) -> ScoreRow:
    said = told(part)
    return ScoreRow(
        part.name.value,
        part.name.shown,
        part.value or 0.0,
        score(part.value),
        said,
        group=gauge.element.shown,
        token=loud(part.value),
    )


_NONE = {
    PartName.CONTACTED: N_("No first contact was due yet."),
    PartName.UPDATES: N_("No update was promised for a time by now."),
    PartName.CONSISTENT: N_("No figure is in what is live."),
    PartName.READ: N_("Nobody reports who has read the latest message."),
    PartName.LINES: N_("No question was asked yet."),
    PartName.RUMOURS: N_("No rumour had to be closed yet."),
}
_SOME = {
    PartName.CONTACTED: N_("{n} of {all} due contacts on time."),
    PartName.UPDATES: N_("{n} of {all} promised updates on time."),
    PartName.CONSISTENT: N_("{n} of {all} figures agree in all that is live."),
    PartName.READ: N_("{n} of {all} who got it have read it."),
    PartName.LINES: N_("{n} of {all} questions have a line that may be said."),
    PartName.RUMOURS: N_("{n} of {all} were judged in time."),
    PartName.PULL: N_("{n} of {all} rated items carry a message; half of them would do."),
    PartName.TONE: N_("{net} of {all} rated items."),
}
