"""What is done with media items: rated, answered, grouped as stories."""

from collections.abc import Sequence

from desktop.pages.deeds import Deeds
from desktop.warroom.choices import Carried, Tone
from desktop.warroom.records import Coverage
from resources import _, ngettext


class CoverageDeeds(Deeds):
    """Deeds on several items at once, each in one act."""

    def rate(self, items: Sequence[Coverage], tone: Tone) -> None:
        """Give items a tone."""
        others = [item for item in items if item.tone != tone]
        said = ngettext("{n} item is {tone}.", "{n} items are {tone}.", len(others))
        self.change(others, said.format(n=len(others), tone=tone.shown.lower()), tone=tone)

    def carry(self, items: Sequence[Coverage], carried: Carried) -> None:
        """Note whether items carry one of our messages."""
        others = [item for item in items if item.carried != carried]
        said = _("Our message: {how}.").format(how=carried.shown.lower())
        self.change(others, said, carried=carried)

    def answer(self, items: Sequence[Coverage]) -> None:
        """Note that items are answered now or, when all of them are, that they are not."""
        given = any(item.answered_at is None for item in items)
        wanted = [item for item in items if (item.answered_at is None) is given]
        done = _("Noted as answered now.") if given else _("Noted as not answered.")
        self.change(wanted, done, answered_at=self._room.minute() if given else None)

    def group(self, items: Sequence[Coverage]) -> None:
        """Make items one story, named by the first that has a story, or else by its headline."""
        if len(items) > 1:
            name = next((item.story for item in items if item.story), items[0].headline)
            said = ngettext("{n} item is one story.", "{n} items are one story.", len(items))
            wanted = [item for item in items if item.story != name]
            self.change(wanted, said.format(n=len(items)), story=name)

    def ungroup(self, items: Sequence[Coverage]) -> None:
        """Take items out of their stories."""
        grouped = [item for item in items if item.story]
        self.change(grouped, _("Taken out of the story."), story="")
