"""Ids that exist before the first try to write: UUIDv7, rising within this process (RFC 9562)."""

import os
from collections.abc import Iterator

_last = 0


def new_id(ms: int) -> str:
    """A UUIDv7 for ``ms`` (UTC milliseconds); later calls for the same or an older ms sort after.

    The 12 bits behind the time count up within a millisecond, the last 62 are random.
    """
    global _last
    _last = max(_last + 1, (ms & (1 << 48) - 1) << 12)
    head = f"{_last >> 12 << 16 | 7 << 12 | _last & 0xFFF:016x}"
    tail = f"{int.from_bytes(next(_noise)) >> 2 | 2 << 62:016x}"
    return f"{head[:8]}-{head[8:12]}-{head[12:]}-{tail[:4]}-{tail[4:]}"


def _random_bytes() -> Iterator[bytes]:
    """Eight random bytes at a time; the system is asked for many at once, since asking is slow."""
    while True:
        many = os.urandom(8 * 256)
        for start in range(0, len(many), 8):
            yield many[start : start + 8]


_noise = _random_bytes()
