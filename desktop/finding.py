"""Finding by words from anywhere: commands, pages, people and records, and every key there is."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desktop.commands import Commands, Offered
from desktop.declared import deeds_of, keys_of
from desktop.finding_records import FindsRecords
from desktop.pages.desk import Desk
from desktop.pages.places import PLACES
from resources import _
from widgets.palette import Palette
from widgets.palette_items import PaletteGroup, PaletteItem, matching

FOUND, ALL = 16, 100  # rows in sight at once
RECENT = 5  # commands offered again before anything is typed


def ask_anything(window: QWidget, commands: Commands, desk: Desk | None) -> Palette:
    """Let anything be found; what was asked before in this window goes."""
    _put_away(window)
    records = FindsRecords(desk) if desk and desk.isVisible() else None
    return Palette(Anything(commands, desk, records), _("Find anything"), window, most=FOUND)


def show_keys(window: QWidget, commands: Commands, desk: Desk | None) -> Palette:
    """Show all keys; typing narrows them, and Enter does what can be done from here."""
    _put_away(window)
    return Palette(Keys(commands, desk), _("Keys"), window, most=ALL)


def _put_away(window: QWidget) -> None:
    for old in window.findChildren(Palette):
        old.close_palette()


class Anything:
    """Answers words with commands, pages and people at once, with records after a pause."""

    def __init__(self, commands: Commands, desk: Desk | None, records: FindsRecords | None) -> None:
        self._recent = [_item(each) for each in commands.recent() if _can(each, desk)][:RECENT]
        self._groups = list(_commands(commands, desk))
        self._records = records

    def at_once(self, words: str) -> Sequence[PaletteGroup]:
        if not words:
            return [PaletteGroup(_("Used last"), self._recent), *self._groups]
        found = [PaletteGroup(each.title, matching(words, each.items)) for each in self._groups]
        if self._records:
            found.append(self._records.people(words))
        return found

    def later(self, words: str) -> Sequence[PaletteGroup]:
        return self._records.found(words) if self._records and words else ()


class Keys:
    """Every key by the place where it works."""

    def __init__(self, commands: Commands, desk: Desk | None) -> None:
        self._groups = [*_by_title(commands), *(_places(desk) if desk else ())]

    def at_once(self, words: str) -> Sequence[PaletteGroup]:
        return [PaletteGroup(each.title, _narrowed(words, each)) for each in self._groups]

    def later(self, words: str) -> Sequence[PaletteGroup]:
        return ()


def _narrowed(words: str, group: PaletteGroup) -> Sequence[PaletteItem]:
    """The keys whose words match; typed keys such as ``Ctrl+K`` are found as well."""
    pressed = words.casefold().replace(" ", "")
    found = matching(words, group.items)
    return [each for each in group.items if each in found or pressed in each.keys.casefold()]


def _commands(commands: Commands, desk: Desk | None) -> Iterator[PaletteGroup]:
    """What the page in sight offers, the commands, and the pages."""
    offered = [each for each in commands.offered() if _can(each, desk)]
    if desk and desk.isVisible():
        page = desk.page(desk.current())
        deeds = [deed for deed in deeds_of(page) if deed.action and deed.view.isVisible()]
        items = [
            PaletteItem(deed.words, deed.keys, deed.view.accessibleName(), deed.do)
            for deed in deeds
        ]
        yield PaletteGroup(_("On this page"), items)
    pages = [each for each in offered if _is_page(each)]
    yield PaletteGroup(_("Commands"), [_item(each) for each in offered if each not in pages])
    yield PaletteGroup(_("Pages"), [_item(each) for each in pages])


def _by_title(commands: Commands) -> Iterator[PaletteGroup]:
    """The keys of the commands, under the titles that they are declared under."""
    with_keys = [each for each in commands.offered() if keys_of(each)]
    for title in dict.fromkeys(each.title for each in with_keys):
        items = [_key(each) for each in with_keys if each.title == title]
        yield PaletteGroup(title, items)


def _places(desk: Desk) -> Iterator[PaletteGroup]:
    """The keys that work on each page, and in the log bar below them all."""
    parts: list[tuple[str, QWidget]] = [(_("Log"), desk.bar)]
    parts += [(_(place.label), desk.page(place.name)) for place in PLACES]
    for title, part in parts:
        read = [PaletteItem(deed.words, deed.keys) for deed in deeds_of(part) if deed.keys]
        yield PaletteGroup(title, list(dict.fromkeys(read)))


def _can(offered: Offered, desk: Desk | None) -> bool:
    return offered.action.isEnabled() and (desk is not None or not offered.command.in_room)


def _is_page(offered: Offered) -> bool:
    return offered.command.data in [place.name for place in PLACES]


def _item(offered: Offered) -> PaletteItem:
    return PaletteItem(
        offered.command.words,
        keys_of(offered),
        offered.title if offered.action.isCheckable() else "",
        offered.action.trigger,
    )


def _key(offered: Offered) -> PaletteItem:
    return PaletteItem(offered.command.words, keys_of(offered), do=offered.action.trigger)
