"""Facts in a text: how one stands in it, and how it is found to be put in."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop.warroom import shown
from desktop.warroom.choices import Certainty
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import WarRoomError
from desktop.warroom.method.facts import Fact
from desktop.warroom.room import WarRoom
from desktop.warroom.statements.wording import fact_named, named_in, reference, worded
from resources import _
from widgets.inlay import Inlay
from widgets.palette_items import PaletteGroup, PaletteItem, matching
from widgets.theme import Token

SURE = {  # a sign says without colour what the colour says
    Certainty.CONFIRMED: ("✓", Token.GOOD),
    Certainty.UNCONFIRMED: ("?", Token.WARN),
    Certainty.DISPUTED: ("▲", Token.BAD),
    Certainty.REFUTED: ("✕", Token.BAD),
}


class FactInlays:
    """What stands in a text for a fact of the room now; asked at every paint, so it is kept."""

    def __init__(self, room: WarRoom) -> None:
        self._room = room
        self._kept: dict[str, Inlay | None] = {}

    def forget(self) -> None:
        """Facts have changed: read anew what stands in texts, also in those out of sight.

        Reading them later could come when the room is closed and its pages are not gone yet.
        """
        self._kept = {name: self._read(name) for name in self._kept}

    def named(self, text: str) -> list[tuple[int, int, str]]:
        return named_in(text)

    def written(self, name: str) -> str:
        return reference(name)

    def shown(self, name: str) -> Inlay | None:
        if name not in self._kept:
            self._kept[name] = self._read(name)
        return self._kept[name]

    def _read(self, name: str) -> Inlay | None:
        fact = fact_named(self._room, name)
        return self._inlay(fact) if fact else None

    def _inlay(self, fact: Fact) -> Inlay:
        sign, token = SURE.get(fact.status, ("", Token.MUTED))  # type: ignore[call-overload]
        value = worded(self._room, reference(fact.id))
        told = shown.aside(shown.labelled(fact.subject, fact.value), word(fact.status))
        return Inlay(value, sign, token, told)


def _fact_in(words: str) -> tuple[str, str] | None:
    """Subject and value of a fact that is typed in one line, with a colon of either width."""
    subject, _colon, value = words.replace("：", ":", 1).partition(":")
    return (subject.strip(), value.strip()) if subject.strip() and value.strip() else None


class FindsFacts:
    """Answers words with the facts of the room; choosing one hands over its id.

    One that is not there yet is typed as ``subject: value`` and added; ``failed`` is told why not.
    """

    def __init__(
        self, room: WarRoom, put_in: Callable[[str], None], failed: Callable[[str], None]
    ) -> None:
        self._room, self._put_in, self._failed = room, put_in, failed
        self._groups: dict[str, list[PaletteItem]] = {}
        for fact in room.all(Fact):
            sign, _token = SURE.get(fact.status, ("", Token.MUTED))  # type: ignore[call-overload]
            words = shown.labelled(fact.subject, fact.value) if fact.value else fact.subject
            note = f"{sign} {word(fact.status)}".strip()
            item = PaletteItem(words, note=note, do=partial(put_in, fact.id))
            self._groups.setdefault(word(fact.bucket), []).append(item)

    def at_once(self, words: str) -> Sequence[PaletteGroup]:
        found = [PaletteGroup(name, matching(words, each)) for name, each in self._groups.items()]
        if fresh := _fact_in(words):
            said = _("Add it, unconfirmed: {fact}").format(fact=shown.labelled(*fresh))
            item = PaletteItem(said, do=partial(self._add, *fresh))
            found.append(PaletteGroup(_("New fact"), [item]))
        elif not self._groups:
            hint = _("Type what it is about, a colon, and what holds, such as People hurt: 3")
            found.append(PaletteGroup(_("No fact yet"), [PaletteItem(hint)]))
        return found

    def _add(self, subject: str, value: str) -> None:
        try:
            made = self._room.add(Fact(subject=subject, value=value))
        except WarRoomError as fault:
            self._failed(str(fault))
        else:
            self._put_in(made.id)

    def later(self, words: str) -> Sequence[PaletteGroup]:
        return ()
