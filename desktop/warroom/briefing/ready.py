"""Plain data made ready for the template: each text as paper shows it, unseen characters listed."""

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.warroom import shown
from desktop.warroom.briefing.tables import Plain
from desktop.warroom.printed import named, printed
from resources import _


def ready(data: Plain) -> Plain:
    """The data with every text printed, and ``named``: the characters that stand by their code."""
    made: Plain = _printed(data)
    codes = sorted(set().union(*map(named, _texts(made))), key=lambda c: int(c[2:], 16))
    made["named"] = _named(codes) if codes else None
    return made


def _named(codes: Sequence[str]) -> Plain:
    said = _("These characters hide or have no letter form here: {codes}.")
    return {
        "title": _("Characters printed by their code"),
        "text": said.format(codes=shown.listed(codes)),
    }


def _printed(value: Any) -> Any:
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {name: _printed(part) for name, part in value.items()}
    if isinstance(value, Sequence):
        return [_printed(part) for part in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
