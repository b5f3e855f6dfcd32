"""Ids that exist before the first try to write: UUIDv7, rising within this process (RFC 9562)."""

import os

_last = 0


def new_id(ms: int) -> str:
    """A UUIDv7 for ``ms`` (UTC milliseconds); later calls for the same or an older ms sort after.

    The 12 bits behind the time count up within a millisecond, the last 62 are random.
    """
    global _last
    _last = max(_last + 1, (ms & (1 << 48) - 1) << 12)
    tail = int.from_bytes(os.urandom(8), "big") >> 2
    found = f"{_last >> 12 << 80 | 7 << 76 | (_last & 0xFFF) << 64 | 2 << 62 | tail:032x}"
    return f"{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"
