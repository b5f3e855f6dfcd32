"""How a file is read, as choices: its kind, its text, its times, its columns."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta, timezone, tzinfo

from desktop.warroom import shown
from desktop.warroom.exchange import guess_mapping, importable
from desktop.warroom.exchange.kinds import NAMES, kind_called, name_of, shown_plural
from desktop.warroom.exchange.mapping import ID, PRECISION, folded
from desktop.warroom.exchange.names import COMING_IN
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.exchange.sheets import Sheet
from desktop.warroom.fields import Shape
from desktop.warroom.moment import Moment
from desktop.warroom.records import Record
from resources import _
from resources.visible import visible
from widgets.choice_column import ChoiceRow, Heading

COLUMN = "column:"  # before the title of a column, in the name of its choice
SKIP, ADD, STOP = "skip", "add", "stop"
HERE = ""  # the offset of the laptop's own zone, which changes in summer
_SAMPLED = 50  # rows looked at for a cell that is not empty
_ODD = (-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765)  # minutes east of UTC
OFFSETS = tuple(sorted([*range(-720, 841, 60), *_ODD]))


@dataclass(frozen=True, slots=True)
class How:
    """What was chosen for a file; ``encodings`` and ``sheets`` are what there was to choose."""

    kind: type[Record]
    encoding: str = ""
    encodings: tuple[str, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    offset: str = HERE
    skips: bool = True
    leaves_faulty: bool = False
    makes_groups: bool = False

    def chosen(self, name: str, value: str) -> "How":
        """The same with another choice; ``name`` and ``value`` are those of ``choice_rows``."""
        match name:
            case "kind":
                return replace(self, kind=kind_called(value))
            case "encoding":
                return replace(self, encoding=value)
            case "sheet":
                return replace(self, sheet=value)
            case "offset":
                return replace(self, offset=value)
            case "faulty":
                return replace(self, leaves_faulty=value == SKIP)
            case "groups":
                return replace(self, makes_groups=value == ADD)
        return replace(self, skips=value == SKIP)

    def zone(self, here: tzinfo) -> tzinfo:
        """The zone of times that say no offset."""
        return here if self.offset == HERE else timezone(timedelta(minutes=int(self.offset)))


def choice_rows(
    how: How,
    sheet: Sheet | None,
    mapping: Mapping[str, str],
    now: Moment,
    *,
    bare_times: bool,
    twins: bool,
    faulty: bool = False,
) -> list[Heading | ChoiceRow]:
    """The choices that matter for this file."""
    rows: list[Heading | ChoiceRow] = [
        Heading(_("How it is read")),
        ChoiceRow("kind", _("Read as"), _kinds(), name_of(how.kind)),
    ]
    if how.encoding:
        options = tuple((name, name) for name in how.encodings)
        rows.append(ChoiceRow("encoding", _("Encoding"), options, how.encoding))
    if how.sheet:
        options = tuple((name, clipped(name)) for name in how.sheets)
        rows.append(ChoiceRow("sheet", _("Sheet"), options, how.sheet))
    if bare_times or how.offset != HERE:
        label = _("Times without an offset are in")
        rows.append(ChoiceRow("offset", label, _offsets(now), how.offset))
    if twins or not how.skips:
        kept = ((SKIP, _("Leave them out")), (ADD, _("Import them again")))
        rows.append(
            ChoiceRow("twins", _("What is known already"), kept, SKIP if how.skips else ADD)
        )
    if faulty or how.leaves_faulty:
        kept = ((STOP, _("Nothing comes in")), (SKIP, _("Leave them out")))
        chosen = SKIP if how.leaves_faulty else STOP
        rows.append(ChoiceRow("faulty", _("Rows with faults"), kept, chosen))
    if names_groups(how.kind):
        kept = ((STOP, _("Their rows are faults")), (ADD, _("Make them")))
        chosen = ADD if how.makes_groups else STOP
        rows.append(ChoiceRow("groups", _("Groups that are not there"), kept, chosen))
    if sheet is None:
        return rows
    fields = _fields(how.kind)
    columns = [
        ChoiceRow(COLUMN + title, title, fields, mapping.get(title, ""), _sample(sheet, place))
        for place, title in enumerate(sheet.header)
    ]
    return [*rows, Heading(_("Columns")), *columns]


def names_groups(kind: type[Record]) -> bool:
    """Whether each row of a kind names a staff group, which may be a new one."""
    return any(f.target == "staff_group" and f.needed for f in kind.declared())


def mapped(mapping: Mapping[str, str], column: str, field: str) -> dict[str, str]:
    """The mapping with ``column`` holding ``field``, which no other column then holds."""
    kept = {c: f for c, f in mapping.items() if c != column and f != field}
    return kept | {column: field} if field else kept


def remembered(kind: type[Record], sheet: Sheet, recall: Callable[[str], str]) -> dict[str, str]:
    """The mapping that was used last for these columns, or else a guess."""
    try:
        known = json.loads(recall(memory_name(kind, sheet)) or "null")
    except ValueError:
        known = None
    if not isinstance(known, dict):
        return guess_mapping(kind, sheet.header)
    fields = {value for value, _label in _fields(kind)}
    return {
        column: field
        for column, field in known.items()
        if column in sheet.header and field in fields and field
    }


def memory_name(kind: type[Record], sheet: Sheet) -> str:
    """The name under which the mapping of these columns is remembered."""
    titles = "\n".join(sorted(map(folded, sheet.header)))
    return f"columns/{name_of(kind)}/{hashlib.sha256(titles.encode()).hexdigest()[:16]}"


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((name, shown_plural(NAMES[name])) for name in COMING_IN)


def _offsets(now: Moment) -> tuple[tuple[str, str], ...]:
    here = _("{offset}, this computer's clock").format(offset=shown.zone_name(now.offset))
    return ((HERE, here), *((str(minutes), shown.zone_name(minutes)) for minutes in OFFSETS))


def _fields(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    fields = importable(kind)
    found = [("", _("Left out")), *((f.name, _(f.label)) for f in fields)]
    if any(f.shape is Shape.MOMENT for f in fields):
        found.append((PRECISION, _("How exact the time is")))
    return (*found, (ID, _("Id of this program")))


def _sample(sheet: Sheet, place: int) -> str:
    cells: Sequence[str] = [row[place].strip() for _line, row in sheet.rows[:_SAMPLED]]
    return clipped(" ".join(visible(next(filter(None, cells), "")).split()), 40)
