"""The JSON of a room is read back: every record, or one sentence with the place that is wrong."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from desktop.warroom import shown
from desktop.warroom.exchange.json_out import FORMAT, KINDS_HELD, VERSION
from desktop.warroom.exchange.json_shapes import wrong_shape
from desktop.warroom.exchange.row_faults import clipped
from desktop.warroom.faults import RuleBroken
from desktop.warroom.records import Incident, Record
from resources import _

_LONGEST_ID = 64  # letters; ours have 36


def read_json(data: bytes) -> tuple[Incident, list[Record]]:
    """The first incident and the other records of a file, with their ids, times and authors.

    Raises RuleBroken for what is not JSON, not ours, of a newer version, or not as records are.
    """
    kinds = _kinds(_parsed(data))
    records = [record for name, found in kinds.items() for record in _records(name, found)]
    _refuse_twins(records)
    incidents = [record for record in records if isinstance(record, Incident)]
    if not incidents:
        _refuse(_("The file holds no incident; a room is about at least one."))
    _refuse_strays(records, {"", *(incident.id for incident in incidents)})
    return incidents[0], [record for record in records if record is not incidents[0]]


def _refuse_strays(records: list[Record], incidents: set[str]) -> None:
    for record in records:
        if record.incident not in incidents:
            _refuse(
                _("{kind} {id} belongs to an incident that is not in the file.").format(
                    kind=_(record.shown_name), id=clipped(record.id)
                )
            )


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number
        )
    except UnicodeDecodeError as error:
        _refuse(_("Byte {n} of the file is not UTF-8.").format(n=f"{error.start + 1:,}"))
    except json.JSONDecodeError as error:
        _refuse(
            _("The file is not JSON: line {line}, column {column}.").format(
                line=error.lineno, column=error.colno
            )
        )
    except (RecursionError, ValueError):  # lists in lists without end; a number of 5,000 digits
        _refuse(_("The file is JSON that no room writes."))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        _refuse(_('The file says "{name}" twice in one object.').format(name=clipped(twice)))
    return found


def _no_number(name: str) -> NoReturn:
    _refuse(_("The file is not JSON: it says {name}.").format(name=name))


def _kinds(parsed: Any) -> dict[str, Any]:
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT:
        _refuse(_("The file belongs to another program."))
    version = parsed.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _refuse(_("The file does not say its version."))
    if version > VERSION:
        _refuse(_("The file comes from a newer version of War Room. Install that."))
    for name in parsed:
        if name not in ("format", "version", "records"):
            _refuse(_('The file says "{name}", which no room writes.').format(name=clipped(name)))
    kinds = parsed.get("records")
    if not isinstance(kinds, dict):
        _refuse(_("The file holds no records."))
    for name, found in kinds.items():
        if name not in KINDS_HELD:
            _refuse(
                _('"{name}" is no kind of record. The kinds: {names}.').format(
                    name=clipped(name), names=shown.listed(KINDS_HELD)
                )
            )
        if not isinstance(found, list):
            _refuse(_('"{name}" is no list of records.').format(name=name))
    return kinds


def _records(name: str, found: list[Any]) -> Iterator[Record]:
    for number, values in enumerate(found, 1):
        try:
            yield _record(KINDS_HELD[name], values)
        except RuleBroken as broken:
            place = _('Record {n} of "{kind}"').format(n=f"{number:,}", kind=name)
            _refuse(f"{place}: {broken}")


def _record(kind: type[Record], values: Any) -> Record:
    if not isinstance(values, dict):
        raise RuleBroken(_("it is no object."))
    fields = {field.name: field for field in kind.declared()}
    for name, value in values.items():
        if name == "id":
            continue
        if name not in fields:
            raise RuleBroken(_('it has no field "{name}".').format(name=clipped(name)))
        should = wrong_shape(fields[name], value, nested=name in kind.nested)
        if should:
            raise RuleBroken(
                _('the field "{name}" should be {shape}.').format(name=name, shape=should)
            )
    if not _is_id(values.get("id")):
        raise RuleBroken(_("it has no id."))
    record = kind.from_plain(values)
    record.check()
    return record


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value) <= _LONGEST_ID


def _refuse_twins(records: list[Record]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            _refuse(_("Two records have the id {id}.").format(id=record.id))
        seen.add(record.id)


def _refuse(why: str) -> NoReturn:
    raise RuleBroken(_("{why} Nothing was imported.").format(why=why))
