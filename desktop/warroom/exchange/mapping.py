"""Which column of a foreign file holds which field of a record."""

import unicodedata
from collections.abc import Sequence

from desktop.warroom.exchange.elsewhere import ELSEWHERE
from desktop.warroom.exchange.languages import in_all
from desktop.warroom.faults import RuleBroken
from desktop.warroom.fields import Field, Shape
from desktop.warroom.records import Record
from resources import _

PRECISION = "precision"  # no field: says how exactly the time of the row is known
_PRECISION_ALSO = ("accuracy", "time precision", "精度", "精確度", "精确度")
ID = "id"  # no field: the record's own id, kept where it is one of ours


def guess_mapping(kind: type[Record], header: Sequence[str]) -> dict[str, str]:
    """Column to field, by the field's name, its label, and the names it has elsewhere.

    Case, spaces, underscores and hyphens do not matter; a name goes before a label, a label
    before the rest. A column that means nothing is left out. ``precision`` may stand for the
    column that says how exact the time is, ``id`` for that of the records' ids.
    """
    columns = {folded(column): column for column in reversed(header)}
    mapping: dict[str, str] = {}
    for rank in range(3):
        for field, ranks in _names(kind).items():
            if field in mapping.values():
                continue
            found = (columns.get(folded(name)) for name in ranks[rank])
            column = next((c for c in found if c and c not in mapping), None)
            if column is not None:
                mapping[column] = field
    return mapping


def parse_mapping(kind: type[Record], header: Sequence[str], said: Sequence[str]) -> dict[str, str]:
    """The guess, changed by what was said as ``column=field``; ``column=`` leaves a column out.

    Raises RuleBroken, naming what exists, for a column or field that does not, and for a field
    that was said twice.
    """
    chosen: dict[str, str] = {}
    for choice in said:
        column, field = _choice(kind, header, choice)
        if field and field in chosen.values():
            raise RuleBroken(
                _('Two columns are mapped to "{field}". Name only one.').format(field=field)
            )
        chosen[column] = field
    guess = guess_mapping(kind, header)
    kept = {c: f for c, f in guess.items() if c not in chosen and f not in chosen.values()}
    return kept | {column: field for column, field in chosen.items() if field}


def importable(kind: type[Record]) -> tuple[Field, ...]:
    """The fields a cell can fill: those a user edits and lists of links, no lists of objects."""
    listed = (f for f in kind.declared() if f.form or (f.shape is Shape.WORDS and f.target))
    return tuple(f for f in listed if f.shape is not Shape.ITEMS)


def folded(name: str) -> str:
    """A name as it is compared: without case, width, spaces, underscores and hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in plain if not c.isspace() and c not in "_-")


def _names(kind: type[Record]) -> dict[str, tuple[Sequence[str], ...]]:
    """For each field: its name, its labels, and the names it has elsewhere."""
    fields, elsewhere = importable(kind), ELSEWHERE.get(kind, {})
    names: dict[str, tuple[Sequence[str], ...]] = {
        f.name: ((f.name,), in_all(f.label), (*f.also, *elsewhere.get(f.name, ()))) for f in fields
    }
    names[ID] = ((ID,), in_all("Id"), ())
    if any(f.shape is Shape.MOMENT for f in fields):
        names.setdefault(PRECISION, ((PRECISION,), (), _PRECISION_ALSO))
    return names


def _choice(kind: type[Record], header: Sequence[str], choice: str) -> tuple[str, str]:
    said_column, equals, said_field = choice.rpartition("=")
    if not equals:
        raise RuleBroken(
            _('"{choice}" is not a mapping. Write it as column=field.').format(choice=choice)
        )
    return _column(header, said_column), _field(kind, said_field) if said_field.strip() else ""


def _column(header: Sequence[str], said: str) -> str:
    if said.strip() in header:
        return said.strip()
    for column in header:
        if folded(column) == folded(said):
            return column
    raise RuleBroken(
        _('The file has no column "{column}". Its columns: {columns}.').format(
            column=said, columns=", ".join(header)
        )
    )


def _field(kind: type[Record], said: str) -> str:
    for rank in range(3):
        for field, ranks in _names(kind).items():
            if folded(said) in map(folded, ranks[rank]):
                return field
    raise RuleBroken(
        _('"{field}" is not a field of this log. Its fields: {fields}.').format(
            field=said, fields=", ".join(_names(kind))
        )
    )
