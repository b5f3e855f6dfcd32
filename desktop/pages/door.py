"""A door from a figure, a bar or a warning to the rows behind it."""

from dataclasses import dataclass, replace

from desktop.warroom.selection import Kind, Selection


@dataclass(frozen=True, slots=True)
class Door:
    """A narrowing with the words that name it in the filter of a page."""

    label: str = ""
    selection: Selection[Kind] | None = None  # type: ignore[valid-type]

    def narrowed(self, wanted: Selection[Kind]) -> Selection[Kind]:
        """``wanted`` with what this door asks as well; the door's own order goes first."""
        door = self.selection
        if door is None:
            return wanted
        return replace(
            wanted,
            equal=(*wanted.equal, *door.equal),
            within=(*wanted.within, *door.within),
            filled=(*wanted.filled, *door.filled),
            empty=(*wanted.empty, *door.empty),
        )
