"""The fact sheet: what we know in the five kinds of information, with its sources below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.pages.parts.register import Listed, Register
from desktop.warroom import shown
from desktop.warroom.choices import Certainty, CrisisType
from desktop.warroom.method.facts import Fact, FactSource, missing
from desktop.warroom.method.subjects import OF_TYPE, Claim, LeakedData, Product, Service
from desktop.warroom.method.words import Information
from desktop.warroom.record import Record
from desktop.warroom.room import WarRoom
from desktop.warroom.selection import Selection
from desktop.warroom.statements.touched import all_open
from desktop.warroom.statements.touching import title_of, touched_texts
from resources import _, ngettext
from widgets.theme import Token

MOST = 5  # texts that one sentence names
_SUBJECTS: dict[type[Record], tuple[tuple[str, ...], str]] = {  # columns, and the one that grows
    Product: (("name", "batch", "supplier", "units_sold", "recovered", "hazard", "sale"), "name"),
    LeakedData: (("data", "people", "regions", "since", "cause"), "data"),
    Claim: (("text", "source", "verdict", "proof", "answered_in"), "text"),
    Service: (("name", "state", "since", "impact"), "impact"),
}


class FactSheet(Register):
    """Facts, the sources of the chosen one, and what the type of the crisis asks for besides."""

    def __init__(self, room: WarRoom, parent: QWidget) -> None:
        facts = Listed(
            Fact,
            ("bucket", "subject", "value", "status", "sensitivity", "as_of"),
            "value",
            "bucket",
            (
                _("No facts yet"),
                _("N adds the first: what it is about, what we hold to be so, how sure we are."),
            ),
        )
        sources = Listed(
            FactSource,
            ("source", "says", "said_at", "url"),
            "says",
            "recorded_at",
            (
                _("No source yet"),
                _("Write down who says what. Two that disagree make the fact disputed."),
            ),
        )
        lists = [(_("Facts"), facts), (_("Sources of the chosen fact"), sources)]
        lists += [_subject(kind) for kind in _subjects(room)]
        self._warned = set[str]()
        super().__init__(room, lists, parent, linked="fact")
        self.look_again()

    def look_again(self) -> None:
        facts = self._room.all(Fact)
        empty = missing(facts, self._room.incident.t0, self._room.now())
        said = _("An hour after T0 nothing is known of: {kinds}.").format(kinds=_listed(empty))
        waiting = _waiting(self._room)
        self.advice.say("", [*([said] if empty else []), *([waiting] if waiting else [])])

    def _follow_lead(self) -> None:
        self._warned = set()
        super()._follow_lead()

    def _take_back(self) -> None:
        """Take back what is chosen; where texts rest on it, name these the first time."""
        chosen = self._of_keys().chosen()
        facts = [each for each in chosen if isinstance(each, Fact)]
        texts = touched_texts(self._room, [(each, replace(each, gone=True)) for each in facts])
        ids = {each.id for each in chosen}
        if texts and ids != self._warned:
            self._warned = ids
            n = len(texts)
            said = ngettext(
                "This changes {n} text: {titles}. Do it again to take it back all the same.",
                "This changes {n} texts: {titles}. Do it again to take it back all the same.",
                n,
            )
            titles = shown.listed(shown.short(title_of(self._room, each)) for each in texts)
            self.told.emit(said.format(n=n, titles=titles))
            return
        self._warned = set()
        super()._take_back()

    def mark(self) -> tuple[str, Token]:
        disputed = Selection(kind=Fact, equal=(("status", (Certainty.DISPUTED,)),))
        n = self._room.count(disputed)
        if n:
            return f"▲ {n}", Token.BAD
        return str(self._room.count(Selection(kind=Fact)) or ""), Token.MUTED


def _listed(kinds: Sequence[Information]) -> str:
    return shown.listed(each.shown for each in kinds)


def _waiting(room: WarRoom) -> str:
    """Which texts wait to be looked at since a fact in them changed; empty when none does."""
    titles = list(dict.fromkeys(shown.short(mark.title) for mark in all_open(room)))
    said = _("A fact in these texts has changed: {titles}.")
    if len(titles) > MOST:
        said = _("A fact in these texts has changed: {titles} and others.")
    return said.format(titles=shown.listed(titles[:MOST])) if titles else ""


def _subjects(room: WarRoom) -> list[type[Record]]:
    """What the type of the crisis asks for, and others of which the room holds some already."""
    type_ = room.incident.type
    asked = OF_TYPE.get(CrisisType(type_)) if type_ in set(CrisisType) else None
    return [kind for kind in _SUBJECTS if kind is asked or room.count(Selection(kind=kind))]


def _subject(kind: type[Record]) -> tuple[str, Listed]:
    """The list of products, data, claims or services, and its title."""
    columns, grows = _SUBJECTS[kind]
    title = {
        Product: _("Products"),
        LeakedData: _("Leaked data"),
        Claim: _("Claims"),
        Service: _("Services"),
    }[kind]
    sentence = _("N adds the first. Its history says what we knew when.")
    return title, Listed(kind, columns, grows, "recorded_at", (_("None yet"), sentence))
