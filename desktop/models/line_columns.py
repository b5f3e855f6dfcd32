"""Lines of the question bank as a table and as the sheet that is read from on the phone."""

from functools import partial

from desktop.models.cells import Cell, Column
from desktop.warroom import shown
from desktop.warroom.answers.bank import Stand, stand, unsure
from desktop.warroom.answers.lines import Answer
from desktop.warroom.choices import shown as word
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.shown_value import full
from desktop.warroom.statements.wording import worded
from resources import _, ngettext
from resources.visible import visible
from widgets.line_sheet import Sheet
from widgets.table_cell import CellChip
from widgets.theme import Token

_TOKENS = {
    Stand.VALID: (Token.GOOD, "✓"),
    Stand.DRAFT: (Token.WARN, "○"),
    Stand.OPEN: (Token.BAD, "▲"),
    Stand.EXPIRED: (Token.BAD, "✕"),
    Stand.RETIRED: (Token.FAINT, "✕"),
}
_OVER = (Stand.EXPIRED, Stand.RETIRED)


def line_columns(room: WarRoom) -> tuple[Column, ...]:
    """Question, line, how it stands, when it expires, how often it was asked."""
    return (
        Column("", _("Question"), _question),
        Column("", _("Approved line"), partial(_line, room), grows=True),
        Column("", _("State"), _state),
        Column("", _("Expires at"), partial(_expires, room)),
        Column("", _("Times asked"), _asked, figures=True),
    )


def sheet_of(room: WarRoom, answer: Answer) -> Sheet:
    """What the sheet shows of an answer now."""
    stands = stand(answer, room.now().ms)
    token, sign = _TOKENS[stands]
    return Sheet(
        question=answer.question,
        line=worded(room, answer.line) or _("There is no line yet. Say that we call back."),
        not_to_say=worded(room, answer.not_to_say),
        state=stands.shown,
        token=token,
        sign=sign,
        struck=stands in _OVER,
        warnings=_warnings(room, answer, stands),
        notes="  ·  ".join(filter(None, _notes(room, answer))),
    )


def why_not_said(room: WarRoom, answer: Answer) -> str:
    """Why a line is not to be said now, as a sentence; empty when it may be."""
    match stand(answer, room.now().ms):
        case Stand.OPEN:
            return _("There is no line yet.")
        case Stand.DRAFT:
            return _("This line is a draft. Nobody has approved it.")
        case Stand.EXPIRED:
            at = shown.when(answer.expires_at, room.here()) if answer.expires_at else ""
            return _("This line expired: {time}. Do not say it.").format(time=at)
        case Stand.RETIRED:
            return _("This line is no longer said.")
    return ""


def _warnings(room: WarRoom, answer: Answer, stands: Stand) -> list[str]:
    found = [] if stands in (Stand.VALID, Stand.OPEN) else [why_not_said(room, answer)]
    facts = shown.listed(f"{each.subject} ({word(each.status)})" for each in unsure(room, answer))
    if facts:
        found.append(_("It rests on facts that are not confirmed: {facts}.").format(facts=facts))
    return found


def _notes(room: WarRoom, answer: Answer) -> list[str]:
    n = answer.asked or 0
    times = ngettext("asked {n} time", "asked {n} times", n).format(n=n)
    return [
        word(answer.audience),
        word(answer.language),
        _by(room, answer),
        _until(room, answer),
        times if n else "",
        shown.labelled(_("Owner"), answer.owner) if answer.owner else "",
    ]


def _by(room: WarRoom, answer: Answer) -> str:
    if not answer.approved_by:
        return ""
    at = shown.when(answer.approved_at, room.here()) if answer.approved_at else ""
    return shown.labelled(_("Approved by"), f"{answer.approved_by} {at}".strip())


def _until(room: WarRoom, answer: Answer) -> str:
    if answer.expires_at is None:
        return ""
    return shown.labelled(_("Expires at"), shown.when(answer.expires_at, room.here()))


def _question(answer: Answer, now: Moment) -> Cell:
    over = stand(answer, now.ms) in _OVER
    return Cell(_flat(answer.question), Token.FAINT if over else None, told=answer.question)


def _line(room: WarRoom, answer: Answer, now: Moment) -> Cell:
    stands = stand(answer, now.ms)
    over, text = stands in _OVER, worded(room, answer.line)
    token = Token.FAINT if over else None if stands is Stand.VALID else Token.MUTED
    return Cell(_flat(text), token, told=text, struck=over)


def _state(answer: Answer, now: Moment) -> Cell:
    stands = stand(answer, now.ms)
    token, sign = _TOKENS[stands]
    return Cell(stands.shown, chip=CellChip(f"{sign} {stands.shown}", token))


def _expires(room: WarRoom, answer: Answer, now: Moment) -> Cell:
    at = answer.expires_at
    if at is None:
        return Cell("")
    over = at.ms <= now.ms
    return Cell(
        shown.when(at, room.here()), Token.BAD if over else Token.MUTED, told=full(at, room.zone)
    )


def _asked(answer: Answer, _now: Moment) -> Cell:
    return Cell(f"{answer.asked:,}" if answer.asked else "")


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))
