"""The texts in force, word for word as they went out, each with the hash of its bytes."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.briefing.desk import Desk
from desktop.warroom.briefing.tables import Plain, said, sentences
from desktop.warroom.choices import shown as word
from desktop.warroom.statements.release import Release
from resources import _


def released(desk: Desk) -> Iterator[Plain]:
    """Each text once, where it went, and the SHA-256 that a copy of it must answer to."""
    by_hash: dict[str, list[Release]] = {}
    for each in desk.releases:
        by_hash.setdefault(each.sha256 or each.id, []).append(each)
    for same in by_hash.values():
        yield sentences(same[0].title, [*_lines(same)])


def _lines(same: list[Release]) -> Iterator[str]:
    first = same[0]
    yield from filter(None, map(str.strip, first.text.splitlines()))
    places = shown.listed(dict.fromkeys(each.place for each in same))
    yield " · ".join(filter(None, (places, word(first.language), said(first.at))))
    if first.sha256:
        yield shown.labelled(_("SHA-256 of this text"), first.sha256)
