"""A text that goes out: written in the parts of a template, approved, and then left as it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from desktop.warroom.choices import Language, Standing
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Shape, declare
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from resources import N_, _

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

CHANGEABLE = (Standing.DRAFT, Standing.REVIEW, Standing.APPROVED)  # what is out stays as it is


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Written(Record):
    """One version of a text in one language: a public statement or a message to staff.

    ``series`` is the id of the first text of which this is a later version or another language,
    empty for that first one itself; ``version`` counts within a language. An item of ``parts`` is
    ``{"field": key of the template's field, "text": as typed}``; a fact is named in it as
    ``statements.wording`` says. ``text`` is all parts together, or what was typed without a
    template. ``writers`` are all who changed the text. ``approved_parts`` of a kind are the fields
    that an approval is of.
    """

    draws_others, draws_when_new = True, False
    stays = frozenset({"standing", "writers", "series", "version"})
    approved_parts: ClassVar[tuple[str, ...]] = (
        "title",
        "text",
        "parts",
        "next_update_at",
        "language",
    )

    title: str = declare(Shape.TEXT, N_("Title"), "", needed=True)
    text: str = declare(Shape.PROSE, N_("Text"), "")
    language: Language | str = declare(
        Shape.CHOICE, N_("Language"), Language.ENGLISH, choices=Language
    )
    next_update_at: Moment | None = declare(Shape.MOMENT, N_("Next update at"), ahead=True)
    owner: str = declare(Shape.TEXT, N_("Owner"), "")
    parts: tuple[dict[str, Any], ...] = declare(
        Shape.ITEMS, N_("Parts of the text"), (), form=False
    )
    standing: Standing | str = declare(
        Shape.CHOICE, N_("State"), Standing.DRAFT, choices=Standing, form=False
    )
    series: str = declare(Shape.TEXT, N_("Series"), "", form=False)
    version: int | None = declare(Shape.NUMBER, N_("Version"), 1, form=False)
    writers: tuple[str, ...] = declare(Shape.WORDS, N_("Written by"), (), form=False)

    @property
    def of_series(self) -> str:
        """The id that all versions and languages of this text share."""
        return self.series or self.id

    @property
    def unreleased(self) -> bool:
        """Whether it is still written or waits to go out."""
        return self.standing in CHANGEABLE

    @property
    def wrote(self) -> tuple[str, ...]:
        """Everybody whose words may stand in it: who began it, and who changed it."""
        return tuple(dict.fromkeys(filter(None, (self.author, *self.writers))))

    def part(self, field: str) -> str:
        """What was typed into a part of the template; empty where nothing was."""
        return next((str(each["text"]) for each in self.parts if each.get("field") == field), "")

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A text that changes is a draft again, and whoever changed it wrote it too.

        Raises RuleBroken for a text that is out: that takes a further version.
        """
        changed = [n for n in self.approved_parts if values.get(n, was := getattr(self, n)) != was]
        if not changed:
            return {}
        if not self.unreleased:
            raise RuleBroken(_("This text is out. Make its next version, and change that."))
        more: dict[str, Any] = {"standing": Standing.DRAFT}
        if "parts" in changed:
            more["text"] = joined(values["parts"])
        elif "text" in changed and self.parts:
            more["parts"] = ()  # typed as a whole, it has no parts any more
        if saying.by and saying.by not in self.writers:
            more["writers"] = (*self.writers, saying.by)
        return more

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """A text that becomes a draft again loses its approvals, and the timeline says so; marks of
        changed facts end with what becomes of it.

        Raises RuleBroken where an earlier wording was brought back into a text that is out.
        """
        if not isinstance(before, Written):
            return
        reworded = any(getattr(self, n) != getattr(before, n) for n in self.approved_parts)
        if not before.unreleased and (reworded or self.gone):
            raise RuleBroken(_("This text is out. Make its next version, and change that."))
        if reworded and self.unreleased and self.standing != Standing.DRAFT:
            self = replace(self, standing=Standing.DRAFT)
            yield self, {"standing": Standing.DRAFT}
        if reworded or before.standing != self.standing:
            from desktop.warroom.statements.approval import lapsing  # few acts need it

            yield from lapsing(room, self)
        from desktop.warroom.statements.touching import settling  # few acts need it

        yield from settling(room, before, self)


def joined(parts: Iterable[dict[str, Any]]) -> str:
    """All parts of a text in their order, those that hold nothing left out."""
    return "\n\n".join(text for each in parts if (text := str(each["text"])).strip())
