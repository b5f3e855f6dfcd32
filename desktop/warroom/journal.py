"""The journal: what a change is, how a line of it is worded, chained and checked.

``hash = SHA-256("warroom1\\n" device "\\n" number "\\n" previous "\\n" body)``, in UTF-8; the body
is one line of JSON, hashed exactly as stored. Each device has its own chain, numbered from 1.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import Any, NamedTuple, Self

from desktop.warroom.moment import Moment

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

Clock = tuple[int, int]  # hybrid logical clock: UTC milliseconds, and a count within them


class Draft(NamedTuple):  # a tuple, like the next two, since an import makes very many
    """A line before it has a place in a chain; its id exists before the first try to write."""

    id: str
    body: str
    said: "Said"  # what the body says, so that it need not be read again


class Line(NamedTuple):
    """A line of the journal. ``n`` is its order of arrival in this file and is not hashed."""

    n: int
    device: str
    number: int
    id: str
    previous: str
    body: str
    hash: str

    @property
    def true_hash(self) -> str:
        """The hash that the line's content asks for."""
        return chain_hash(self.device, self.number, self.previous, self.body)

    def said(self) -> "Said":
        """What the line says."""
        return Said.read(self.body)


class Said(NamedTuple):
    """The content of a line: one record changed, by whom, when, and as part of which act.

    ``values`` holds plain JSON values of the fields that change; ``at`` is the operator's clock,
    ``boot`` the monotonic clock in milliseconds, ``clock`` the hybrid logical clock that orders
    lines of several devices.
    """

    kind: str
    record: str
    values: Mapping[str, Any]
    act: str
    at: Moment
    by: str
    clock: Clock
    boot: int = 0
    adds: bool = False
    pretended: bool = False
    typed: str | None = None
    undoes: str | None = None
    redoes: str | None = None
    why: str | None = None

    def body(self) -> str:
        """The line's body: one line of JSON with sorted keys; empty parts are left out."""
        text = encode_basestring
        return "".join(
            (
                f'{{"act":{text(self.act)}',
                ',"adds":true' if self.adds else "",
                f',"at":{text(str(self.at))},"boot":{self.boot},"by":{text(self.by)}',
                f',"clock":[{self.clock[0]},{self.clock[1]}]',
                f',"id":{text(self.record)},"kind":{text(self.kind)}',
                ',"pretended":true' if self.pretended else "",
                "" if self.redoes is None else f',"redoes":{text(self.redoes)}',
                f',"set":{_JSON.encode(self.values)}',
                "" if self.typed is None else f',"typed":{text(self.typed)}',
                "" if self.undoes is None else f',"undoes":{text(self.undoes)}',
                "" if self.why is None else f',"why":{text(self.why)}',
                "}",
            )
        )

    @classmethod
    def read(cls, body: str) -> Self:
        """Read a body. Raises ValueError or KeyError for one that no version wrote."""
        parts = json.loads(body)
        return cls(
            kind=parts["kind"],
            record=parts["id"],
            values=parts["set"],
            act=parts["act"],
            at=Moment.parse(parts["at"]),
            by=parts["by"],
            clock=(parts["clock"][0], parts["clock"][1]),
            boot=parts.get("boot", 0),
            adds=parts.get("adds", False),
            pretended=parts.get("pretended", False),
            typed=parts.get("typed"),
            undoes=parts.get("undoes"),
            redoes=parts.get("redoes"),
            why=parts.get("why"),
        )


def chain_hash(device: str, number: int, previous: str, body: str) -> str:
    """The hash of a line (formula at the head of this module), 64 hexadecimal digits."""
    text = f"warroom1\n{device}\n{number}\n{previous}\n{body}"
    from hashlib import sha256  # OpenSSL takes 2 ms to load: not before the first paint

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def later(last: Clock, now_ms: int) -> Clock:
    """The next reading of a hybrid logical clock (Kulkarni et al. 2014): never behind ``last``."""
    return (now_ms, 0) if now_ms > last[0] else (last[0], last[1] + 1)


@dataclass
class Fold:
    """The tables as the journal makes them: per record the last value of each field wins.

    Last means by (clock, device, number), so the order in which lines arrive does not matter.
    """

    values: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    _stamps: dict[tuple[str, str], dict[str, tuple[Clock, str, int]]] = field(default_factory=dict)

    def add(self, device: str, number: int, said: Said) -> None:
        """Fold one line in."""
        record = (said.kind, said.record)
        values = self.values.setdefault(record, {})
        stamps = self._stamps.setdefault(record, {})
        stamp = (said.clock, device, number)
        for name, value in said.values.items():
            if name not in stamps or stamps[name] < stamp:
                stamps[name], values[name] = stamp, value

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Self:
        """The fold of these lines."""
        fold = cls()
        for line in lines:
            fold.add(line.device, line.number, line.said())
        return fold


_NO_TEXT = (bool, int, type(None))
_LONE = re.compile("[\ud800-\udfff]")


def _is_plain(value: Any) -> bool:
    return type(value) is str and value.isascii()


def storable(value: Any) -> Any:
    """The same plain value without lone surrogates, which no file can hold.

    Pairs are joined; a lone one becomes the visible text ``⟨U+D800⟩``, so that nothing is lost.
    """
    if isinstance(value, str):
        if value.isascii() or not _LONE.search(value):
            return value
        joined = value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        return _LONE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", joined)
    if isinstance(value, list | tuple):
        return [storable(part) for part in value]
    if isinstance(value, dict):
        if all(map(_is_plain, value.values())):
            return value
        return {
            name: part if type(part) in _NO_TEXT else storable(part) for name, part in value.items()
        }
    return value
