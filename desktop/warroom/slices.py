"""Long work in slices, between which the window draws a frame and the user may stop it."""

from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")

# yields (done, of all) between two slices; all is 0 where nobody knows it
Steps: TypeAlias = Generator[tuple[int, int], None, Result]
Progress = Callable[[int, int], bool]  # done, of all; answers False to stop

SLICE = 250


class Stopped(Exception):
    """The user stopped the work before its end."""


def finished(steps: Steps[Result], progress: Progress | None = None) -> Result:
    """Do the work to its end at once. Raises Stopped when ``progress`` answers False."""
    while True:
        try:
            done, whole = next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        if progress and not progress(done, whole):
            steps.close()
            raise Stopped
