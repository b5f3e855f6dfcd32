"""A selection read piece by piece: any row of a million without loading the rows before it."""

from typing import Any, Generic, Protocol

from desktop.warroom.record import Record
from desktop.warroom.selection import Kind, Selection, key_of

PAGE = 32  # records: about two screens, so that no frame of scrolling waits for many
KEPT = 256  # pages in memory


class Shelf(Protocol):
    """What a window reads from."""

    def count(self, selection: Selection[Any]) -> int: ...
    def position(self, selection: Selection[Any], key: tuple[Any, ...]) -> int: ...
    def window(
        self, selection: Selection[Any], skip: int, limit: int, after: tuple[Any, ...] | None = None
    ) -> list[dict[str, Any]]: ...


class Window(Generic[Kind]):
    """Rows of a selection by number, read in pages behind the last known key.

    A page asks the index for what follows the key that ends a known page before it, so that
    reading far down costs no more than the pages between.
    """

    def __init__(self, shelf: Shelf, selection: Selection[Kind]) -> None:
        self._shelf, self.selection = shelf, selection
        self._pages: dict[int, list[Kind]] = {}
        self._ends: dict[int, tuple[Any, ...]] = {}
        self.count = shelf.count(selection)

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, row: int) -> Kind:
        """The record in a row. Raises IndexError outside the selection."""
        if not 0 <= row < self.count:
            raise IndexError(row)
        page = self._pages.get(row // PAGE) or self._read(row // PAGE)
        return page[row % PAGE]

    def place(self, record: Record) -> int:
        """The row where a record stands, or would stand."""
        return self._shelf.position(self.selection, key_of(self.selection, record))

    def changed(self, row: int, grown: int = 0, record: Kind | None = None) -> None:
        """Follow a change in ``row``, where ``grown`` rows came or went.

        Given the record that came or changed, the pages in memory take it in; without it they
        are forgotten from there on and read again, which costs ten times as much.
        """
        self.count += grown
        if record is None or grown < 0:
            self._forget(row // PAGE)
        elif grown:
            self._forget(self._push(row, record))
        elif page := self._pages.get(row // PAGE):
            page[row % PAGE] = record
            self._ends[row // PAGE] = key_of(self.selection, page[-1])
        else:
            self._forget(row // PAGE)  # where it ends may be kept without its rows

    def _push(self, row: int, record: Kind) -> int:
        """Let the pages that lie on end move by one; returns the first that could not."""
        number, at = divmod(row, PAGE)
        while page := self._pages.get(number):
            page.insert(at, record)
            if len(page) > PAGE:
                record = page.pop()
            self._ends[number] = key_of(self.selection, page[-1])
            number, at = number + 1, 0
        return number

    def _forget(self, first: int) -> None:
        self._pages = {n: page for n, page in self._pages.items() if n < first}
        self._ends = {n: key for n, key in self._ends.items() if n < first}

    def _read(self, number: int) -> list[Kind]:
        known = max((n for n in self._ends if n < number), default=-1)
        skip = (number - known - 1) * PAGE
        found = self._shelf.window(self.selection, skip, PAGE, self._ends.get(known))
        page = [self.selection.kind.from_plain(values) for values in found]
        self._pages[number] = page
        if page:
            self._ends[number] = key_of(self.selection, page[-1])
        while len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]
        return page
