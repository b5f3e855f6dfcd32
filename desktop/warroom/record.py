"""What every record has, and its values as JSON holds them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from desktop.warroom.choices import Choice
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape, declare, defaults_of, fields_of, needed_of
from desktop.warroom.moment import Moment
from resources import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.warroom.reading import Reading

    Drawn = tuple["Record", dict[str, Any]]  # a record, and new values for it; an empty id: new


@dataclass(frozen=True, slots=True)
class Saying:
    """Who changes a record, when, and why."""

    at: Moment
    by: str
    why: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Record:
    """What every record has: an id made before the first try to write, an author, a time.

    ``recorded_at`` is when it was written down, ``author`` the operator who said to be writing.
    ``gone`` marks a record that was taken back; it stays in the room and can be brought back.
    ``nested`` names fields whose items hold lists and objects in turn.
    ``incident`` is the id of the incident it belongs to, empty for the first of the room; a kind
    that is ``company_wide`` belongs to none and is seen from all. ``stays`` names fields that
    bringing back an earlier state of a record leaves as they are. What is typed into a form and not
    saved is kept, unless ``half_typed_kept`` is False.
    """

    kind_name: ClassVar[str] = ""
    shown_name: ClassVar[str] = ""
    company_wide: ClassVar[bool] = False
    draws_others: ClassVar[bool] = False
    draws_when_new: ClassVar[bool] = True
    nested: ClassVar[frozenset[str]] = frozenset()
    stays: ClassVar[frozenset[str]] = frozenset()
    half_typed_kept: ClassVar[bool] = True

    id: str = ""
    recorded_at: Moment | None = declare(Shape.MOMENT, N_("Recorded at"), form=False)
    author: str = declare(Shape.TEXT, N_("Author"), "", form=False)
    gone: bool = declare(Shape.FLAG, N_("Taken back"), False, form=False)
    incident: str = declare(Shape.TEXT, N_("Incident"), "", form=False)

    # said once for all kinds: each would have its own compiled at every start, 4 ms in all

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    @classmethod
    def declared(cls) -> tuple[Field, ...]:
        """The declared fields, in order."""
        return fields_of(cls)

    @classmethod
    def from_plain(cls, values: dict[str, Any]) -> Self:
        """The record of plain JSON values; fields this version does not know are passed over."""
        known = {f.name: _value(f, values[f.name]) for f in cls.declared() if f.name in values}
        made = cls.__new__(cls)  # setting the fields one by one takes long
        vars(made)["id"] = values.get("id", "")
        vars(made).update(defaults_of(cls), **known)
        return made

    def plain(self) -> dict[str, Any]:
        """The declared fields as JSON values, without those that hold their default."""
        found, values = dict[str, Any](), vars(self)
        for name, default in defaults_of(type(self)):
            value = values[name]
            if value is not default and value != default:
                found[name] = value if type(value) is str else plain_value(value)
        return found

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """What else changes by the rules of this kind when these values do."""
        return {}

    def draws(self, before: "Record | None", room: "Reading") -> "Iterable[Drawn]":
        """What other records this one draws after it, now that it is so, in the same act.

        ``before`` is this record as it was, None when it is new; ``room`` is as it was, too. Only
        asked of kinds that say ``draws_others``; of a new record only where ``draws_when_new``.
        """
        return ()

    @classmethod
    def drawn_by(
        cls, changed: "Iterable[tuple[Record | None, Self]]", room: "Reading"
    ) -> "Iterable[Drawn]":
        """What the changes of one act to records of this kind draw after them, each by itself."""
        for before, after in changed:
            yield from after.draws(before, room)

    def check(self) -> None:
        """Raises RuleBroken when a needed field is empty."""
        for field in needed_of(type(self)):
            if not getattr(self, field.name):
                raise RuleBroken(_("{field} is empty. Fill it in.").format(field=_(field.label)))


def plain_value(value: Any) -> Any:
    """A field's value as JSON holds it."""
    if type(value) is str:
        return value
    if isinstance(value, (Moment, Choice)):
        return str(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def _value(field: Field, plain: Any) -> Any:
    """A field's value from JSON; what this version cannot read stays as it is."""
    if plain is None or plain == field.default:
        return field.default
    match field.shape:
        case Shape.MOMENT:
            return _moment(plain)
        case Shape.CHOICE:
            return _choice(field, plain)
        case Shape.WORDS | Shape.ITEMS:
            return tuple(plain)
    return plain


@lru_cache(maxsize=4_096)
def _moment(plain: str) -> Moment | None:
    """The moment of a text; many records share one, such as the time of writing."""
    try:
        return Moment.parse(plain)
    except ValueError:
        return None


def _choice(field: Field, plain: str) -> Choice | str:
    assert field.choices is not None
    try:
        return field.choices(plain)
    except ValueError:
        return plain
