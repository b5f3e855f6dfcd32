"""What a paper would tell, row by row, before it is written; and how much it leaves out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.warroom import shown
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.narrowed import narrowed, records_of
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.exchange.kinds import NAMES, counted
from desktop.warroom.record import Record
from resources import _


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it would stand on paper: in which section, in which part of it, and its words."""

    section: str
    part: str
    text: str


def rows(content: Plain) -> Iterator[Row]:
    """Every row of a paper in its order: nothing is printed that is not among them."""
    yield from _head(content)
    for each in content["sections"]:
        yield from _section(f"{each['number']} {each['title']}", each)
    for each in content["annexes"]:
        letter = content["head"]["annex"].replace("{letter}", each["number"])
        yield from _section(f"{letter} {each['title']}", each)


def _head(content: Plain) -> Iterator[Row]:
    head, first = content["head"], content["first"]
    section = first["title"]
    for name in ("title", "kind", "classification", "level", "drill", "elapsed"):
        if head[name]:
            yield Row(section, "", head[name])
    for label, value in first["details"]:
        yield Row(section, label, value)
    for text in first["bottom"]["rows"]:
        yield Row(section, first["bottom"]["title"], text)
    for each in (first["figures"] or {"rows": ()})["rows"]:
        yield Row(section, each["label"], _joined((each["value"], each["note"])))
    if chart := first["chart"]:
        yield Row(section, chart["title"], chart["alt"])
    for part in (first["due"], first["needed"]):
        if part:
            yield from _part(section, part)


def _section(name: str, section: Plain) -> Iterator[Row]:
    for part in section["parts"]:
        yield from _part(name, part)


def _part(section: str, part: Plain) -> Iterator[Row]:
    if part["note"]:
        yield Row(section, part["title"], part["note"])
    for row in part["rows"]:
        yield Row(section, part["title"], _words(row))


def _words(row: Plain | list[str] | str) -> str:
    """A row of a table, a sentence, or a line of the timeline, as one text."""
    if isinstance(row, str):
        return row
    if isinstance(row, dict):
        when = _joined((row["day"], row["time"]))
        return _joined((when, row["kind"], *row["struck"], row["text"], row["reason"], row["meta"]))
    return _joined(row)


def _joined(texts: tuple[str, ...] | list[str]) -> str:
    return " · ".join(" ".join(text.split()) for text in texts if text)


def left_out(material: Material) -> dict[type[Record], int]:
    """How many records of each kind the edition of a paper does not tell."""
    kept = {each.id for each in records_of(narrowed(material))}
    counts: dict[type[Record], int] = {}
    seen: set[str] = set()
    for each in records_of(material):
        if each.id not in kept and each.id not in seen and not each.gone:
            seen.add(each.id)
            counts[type(each)] = counts.get(type(each), 0) + 1
    return counts


def said_left_out(counts: Mapping[type[Record], int]) -> str:
    """``Left out: 2 facts, 1 entry.``; of a paper that tells all, nothing."""
    if not counts:
        return ""
    listed = NAMES.values()
    things = [
        counted(kind, n) if kind in listed else shown.labelled(_(kind.shown_name), f"{n:,}")
        for kind, n in counts.items()
    ]
    return _("Left out: {things}.").format(things=shown.listed(things))
