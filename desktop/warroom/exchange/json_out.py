"""All records of a room as one JSON file: ids, said times and authors; the journal is not in it."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.warroom.faults import StoreFailed
from desktop.warroom.records import Record
from resources import _

FORMAT = "warroom-records"
VERSION = 1


def write_json(records: Iterable[Record], target: Path) -> int:
    """Write records by kind to ``target``, whole or not at all; returns how many.

    Raises StoreFailed when the file cannot be written.
    """
    kinds: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        kinds.setdefault(record.kind_name, []).append({"id": record.id, **record.plain()})
    data = {"format": FORMAT, "version": VERSION, "records": kinds}
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreFailed(
            _("{file} cannot be written: {why}.").format(file=target.name, why=error.strerror)
        ) from error
    return sum(map(len, kinds.values()))
