"""Promises with their clocks, remedies, and the people affected."""

from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.models.owed_columns import AffectedTable, promise_table, remedy_table
from desktop.pages.parts.line_asking import LineAsking
from desktop.pages.parts.register import Listed, Register
from desktop.pages.statements.offers import Offers
from desktop.warroom import shown
from desktop.warroom.acts import Change
from desktop.warroom.method.clocks import Clock, ClockKind, ClockState
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import promises
from desktop.warroom.statements.promises import PromiseState
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import AffectedCount, Remedy, Sum, latest, sums
from desktop.warroom.statements.statement import Statement
from resources import _, ngettext
from resources.visible import visible
from widgets.theme import Token

SAID_OF = (Clock, Remedy, AffectedCount, Release, Statement)  # kinds that change what is said here
_STATES = (ClockState.RUNNING, ClockState.KEPT, ClockState.BROKEN)


class PromisePart(Register):
    """What we owe: promises by their clocks, remedies, and how many of the affected we reached."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        lists = [(_("Promises"), _promises()), (_("Remedies"), _remedies())]
        super().__init__(room, [*lists, (_("People affected"), _affected())], parent)
        self.asking = LineAsking(room, self.beside)
        self.beside.take_questions(self.asking)
        self._act()
        self.look_again()

    # deeds

    def keep(self) -> None:
        """Record that the chosen promise is kept, with what shows it."""
        if clock := self._promise():
            done = _("Kept: {title}").format(title=shown.short(clock.title))
            self.asking.ask_line(
                "keep",
                clock,
                _("Kept"),
                _("What shows it? A reference, or nothing"),
                partial(promises.keep, self._room),
                done,
                words=clock.title,
                needed=False,
            )

    def break_(self) -> None:
        """Record that the chosen promise is not kept, and why."""
        if clock := self._promise():
            done = _("Not kept: {title}").format(title=shown.short(clock.title))
            self.asking.ask_line(
                "break",
                clock,
                _("Not kept"),
                _("Why is this promise not kept?"),
                partial(promises.break_, self._room),
                done,
                words=clock.title,
            )

    def all_done(self) -> None:
        """Record that all of the chosen remedies is done with now."""
        chosen: list[Remedy] = [each for each in self.lists[1].chosen() if not each.done_at]
        n = len(chosen)
        said = ngettext("{n} remedy is done.", "{n} remedies are done.", n).format(n=n)
        self.deeds.change(chosen, said, done_at=self._room.minute())

    def count_anew(self) -> None:
        """Ask for a new count of the chosen people; it begins with what is known of them."""
        chosen = next(iter(self.lists[2].chosen()), None)
        given: dict[str, Any] = {}
        if chosen:
            given = {name: getattr(chosen, name) for name in ("who", "known", "notified", "helped")}
        self.ask_new(AffectedCount, **given)

    def note_offer(self) -> None:
        """Ask for the promise that the chosen sentence makes; it can be put in other words."""
        if offer := self.offers.chosen():
            said = {"title": " ".join(offer.text.split()), "start_reason": offer.text}
            self.ask_new(Clock, due=offer.due, statement=offer.statement.id, **said)

    def wave_away(self) -> None:
        """Record that the chosen sentence promises nothing."""
        if offer := self.offers.chosen():
            away = partial(promises.wave_away, self._room, offer.text, offer.due, offer.statement)
            self.deeds.attempt(away, _("No promise: {title}").format(title=shown.short(offer.text)))

    # what the page asks

    def top(self) -> QWidget:
        self.offers = Offers(self._room, self._main)
        return self.offers

    def show_record(self, record: Record) -> None:
        if isinstance(record, Clock) and record.what != ClockKind.PROMISE:
            return
        super().show_record(record)

    def look_again(self) -> None:
        self.offers.look_again()
        parts = (_told_promises(self._room), *map(_told_sum, sums(self._room.all(Remedy))))
        self.advice.say("  ·  ".join(filter(None, parts)), self._warnings())

    def mark(self) -> tuple[str, Token]:
        stands = _stands(self._room)
        if late := stands.count(PromiseState.LATE):
            return f"▲ {late}", Token.BAD
        n = stands.count(PromiseState.OPEN)
        return (str(n), Token.MUTED) if n else ("", Token.MUTED)

    # inside

    def _act(self) -> None:
        owed, remedies, people = self.lists
        owed.offer((_("Kept"), "k", self.keep), (_("Not kept"), "b", self.break_))
        remedies.offer((_("All done"), "d", self.all_done))
        people.offer((_("Count anew"), "c", self.count_anew))
        self.offers.noted.connect(self.note_offer)
        self.offers.waved.connect(self.wave_away)

    def _promise(self) -> Clock | None:
        chosen = next(iter(self.lists[0].chosen()), None)
        if chosen is None:
            self.told.emit(_("Choose a promise first."))
        return chosen

    def _warnings(self) -> list[str]:
        nobody = [each for each in promises.open_promises(self._room) if not each.owner]
        n = len(nobody)
        said = ngettext("{n} open promise has no owner.", "{n} open promises have no owner.", n)
        found = [said.format(n=n)] if n else []
        for each in latest(self._room.all(AffectedCount)):
            most = max(each.notified or 0, each.helped or 0)
            if each.known is not None and most > each.known:
                more = _("{who}: more were reached than are known to be affected.")
                found.append(more.format(who=visible(each.who)))
        return found

    def _follow(self, changes: tuple[Change, ...]) -> None:
        if any(issubclass(change.kind, SAID_OF) for change in changes):
            self.look_again()


def _stands(room: WarRoom) -> list[PromiseState]:
    now = room.now().ms
    return [promises.state(each, now) for each in promises.promises(room)]


def _told_promises(room: WarRoom) -> str:
    stands = _stands(room)
    counts = [(each, stands.count(each)) for each in PromiseState]
    kept = [f"{each.shown} {n}" for each, n in counts if n and each != PromiseState.DISMISSED]
    return shown.labelled(_("Promises"), shown.listed(kept)) if kept else ""


def _told_sum(found: Sum) -> str:
    """Delivered of promised in one currency, with what could not be added up."""
    said = _("{currency} {n} of {total} delivered").format(
        currency=found.currency, n=_figure(found.delivered), total=_figure(found.promised)
    )
    if not found.unknown:
        return said
    n = found.unknown
    without = ngettext("{n} remedy without a number", "{n} remedies without a number", n)
    return shown.aside(said, without.format(n=n))


def _figure(amount: Decimal) -> str:
    """An amount with its fraction only where it has one."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,f}"


def _promises() -> Listed:
    return Listed(
        Clock,
        (),
        "title",
        "due",
        (_("No promise yet"), _("N notes one: what, to whom, by when, who sees to it.")),
        narrowed=(("what", (ClockKind.PROMISE,)), ("state", _STATES)),
        given={"what": ClockKind.PROMISE},
        made=promise_table,
    )


def _remedies() -> Listed:
    return Listed(
        Remedy,
        (),
        "what",
        "recorded_at",
        (_("No remedy yet"), _("N adds the first: what, to whom, how it is claimed, how many.")),
        made=remedy_table,
    )


def _affected() -> Listed:
    return Listed(
        AffectedCount,
        (),
        "who",
        "as_of",
        (_("Nobody counted yet"), _("N adds the first count: known, notified, helped.")),
        made=AffectedTable,
    )
