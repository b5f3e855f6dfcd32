"""A text in pieces that QR codes carry to a phone, the last one holding the hash of the whole."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

BYTES = 900  # of UTF-8 in one code: a phone reads it off a laptop's screen at arm's length


@dataclass(frozen=True, slots=True)
class Code:
    """One code: ``text`` is exactly what a reader gets; ``proof`` marks the one with the hash."""

    number: int
    of: int
    text: str
    proof: bool = False


def codes(text: str, most: int = BYTES) -> list[Code]:
    """The codes of a text in their order: its parts, then the SHA-256 of its UTF-8 in hex.

    Parts are of about the same length, at most ``most`` bytes, and joined they are the text. None
    for a text that is empty.
    """
    if not text:
        return []
    parts = list(_parts(text, most))
    of = len(parts) + 1
    held = [Code(number, of, part) for number, part in enumerate(parts, 1)]
    return [*held, Code(of, of, sha256(text), proof=True)]


def sha256(text: str) -> str:
    """The SHA-256 of a text's UTF-8, as lower-case hexadecimal figures."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _parts(text: str, most: int) -> Iterator[str]:
    left = len(text.encode("utf-8"))
    start = 0
    while left > most:
        end = _cut(text, start, left / -(-left // most))
        yield text[start:end]
        left -= len(text[start:end].encode("utf-8"))
        start = end
    yield text[start:]


def _cut(text: str, start: int, wished: float) -> int:
    """Where a part ends that begins at ``start`` and has about as many bytes as wished, no more.

    Not beside white space where that can be helped: readers on phones trim what they read.
    """
    end, held = start, 0
    while end < len(text) and held + (n := len(text[end].encode("utf-8"))) <= wished:
        held, end = held + n, end + 1
    end = max(end, start + 1)
    near = range(end, max(start, end - 40), -1)
    return next((at for at in near if not _blank(text, at)), end)


def _blank(text: str, at: int) -> bool:
    """Whether white space stands at either side of this place."""
    return text[at - 1 : at + 1].strip() != text[at - 1 : at + 1]
