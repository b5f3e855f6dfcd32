"""The texts of an incident as rows, each with its state, versions and languages together."""

from collections.abc import Iterable

from desktop.warroom import shown
from desktop.warroom.choices import Standing
from desktop.warroom.choices import shown as word
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.wording import public_title
from resources import _
from widgets.theme import Token
from widgets.two_lines import TwoLines

TOKENS = {
    Standing.DRAFT: Token.MUTED,
    Standing.REVIEW: Token.WARN,
    Standing.APPROVED: Token.ACCENT,
    Standing.RELEASED: Token.GOOD,
    Standing.WITHDRAWN: Token.BAD,
}
OVER = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def standing_token(standing: Standing | str) -> Token:
    """The colour of a state; calm for one of another version."""
    return TOKENS.get(standing, Token.MUTED) if isinstance(standing, Standing) else Token.MUTED


def statement_rows(room: WarRoom, marked: Iterable[str] = ()) -> list[TwoLines]:
    """A row for each text: the series begun last first, in it the newest versions first.

    ``marked`` are the ids of texts that a changed fact has touched.
    """
    series: dict[str, list[Statement]] = {}
    for each in room.all(Statement):
        series.setdefault(each.of_series, []).append(each)
    held, spoken = set(marked), _last_spoken(room)
    ordered = [sorted(found, key=_place) for found in reversed(list(series.values()))]
    return [
        _row(
            room,
            text,
            text.id in held,
            inside=text is not texts[0],
            answered=any(at > spoken.get(text.of_series, 0) for at in spoken.values()),
        )
        for texts in ordered
        for text in texts
    ]


def _place(text: Statement) -> tuple[bool, int, str]:
    return (text.standing in OVER, -(text.version or 0), str(text.language))


def _last_spoken(room: WarRoom) -> dict[str, int]:
    """When each series last went out, in UTC milliseconds."""
    series = {each.id: each.of_series for each in room.all(Statement)}
    last: dict[str, int] = {}
    for out in room.all(Release):
        if out.at and (of := series.get(out.statement)):
            last[of] = max(last.get(of, 0), out.at.ms)
    return last


def _row(room: WarRoom, text: Statement, marked: bool, *, inside: bool, answered: bool) -> TwoLines:
    """``answered``: another text went out later, so that what was promised as the next came."""
    version = _("version {n}").format(n=text.version or 1)
    passed = text.next_update_at is not None and text.next_update_at.ms < room.now().ms
    out = text.standing == Standing.RELEASED
    return TwoLines(
        text.id,
        public_title(room, text),
        shown.listed((version, word(text.language), word(text.form))),
        f"▲ {word(text.standing)}" if marked else word(text.standing),
        Token.WARN if marked else standing_token(text.standing),
        "" if passed and out and answered else _next(room, text),
        Token.BAD if passed and out else Token.MUTED,
        inside=inside,
        faint=text.standing in OVER,
    )


def _next(room: WarRoom, text: Statement) -> str:
    if text.next_update_at is None or text.standing in OVER:
        return ""
    return _("next {time}").format(time=shown.when(text.next_update_at, room.here()))
