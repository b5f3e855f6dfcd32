"""Ids that exist before the first try to write: UUIDv7, rising within this process (RFC 9562)."""

import os
import uuid

_last = 0


def new_id(ms: int) -> str:
    """A UUIDv7 for ``ms`` (UTC milliseconds); later calls for the same or an older ms sort after.

    The 12 bits behind the time count up within a millisecond, the last 62 are random.
    """
    global _last
    _last = max(_last + 1, (ms & (1 << 48) - 1) << 12)
    tail = int.from_bytes(os.urandom(8), "big") >> 2
    return str(uuid.UUID(int=_last >> 12 << 80 | 7 << 76 | (_last & 0xFFF) << 64 | 2 << 62 | tail))
