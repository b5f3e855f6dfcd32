"""A disk that takes no more: a real error of the system at the write that is too many."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

resource = pytest.importorskip("resource", reason="Windows cannot limit the size of files")


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Every write that would make a file larger than ``size`` bytes fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
