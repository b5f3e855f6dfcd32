"""Files kept inside the room: the bytes by their SHA-256, in parts of a megabyte, once each."""

from collections.abc import Iterator

from desktop.warroom.store.driver import Connection
from desktop.warroom.store.schema import KEPT_TABLE

PART = 1_000_000  # bytes


def put(connection: Connection, sha256: str, data: bytes) -> Iterator[int]:
    """Write a file part by part unless it is there; yields the bytes written so far."""
    if sha256 in files(connection):
        return
    for part, start in enumerate(range(0, max(len(data), 1), PART)):
        some = data[start : start + PART]
        connection.execute(
            f"INSERT INTO main.{KEPT_TABLE}(sha256, part, bytes) VALUES (?, ?, ?)",
            (sha256, part, some),
        )
        yield start + len(some)


def parts(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The parts of a file, in order; none when it is not there."""
    found = connection.execute(
        f"SELECT bytes FROM {KEPT_TABLE} WHERE sha256 = ? ORDER BY part", (sha256,)
    )
    for row in found:
        yield bytes(row[0])


def files(connection: Connection) -> frozenset[str]:
    """The hashes of the files that are there."""
    found = connection.execute(f"SELECT DISTINCT sha256 FROM {KEPT_TABLE}")
    return frozenset(row[0] for row in found)


def hash_of(connection: Connection, sha256: str) -> str:
    """The hash that the bytes kept under ``sha256`` really have."""
    from hashlib import sha256 as empty  # OpenSSL takes 2 ms to load: not before the first paint

    digest = empty()
    for part in parts(connection, sha256):
        digest.update(part)
    return digest.hexdigest()
