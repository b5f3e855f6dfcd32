"""How an act is worded for the journal: a line for each step, under one clock and one author."""

from collections.abc import Iterable, Iterator

from desktop.warroom.acts import Step
from desktop.warroom.ids import new_id
from desktop.warroom.journal import Clock, Draft, Said, later, storable
from desktop.warroom.moment import Moment
from desktop.warroom.now import boot_ms


def worded(
    act: str,
    steps: Iterable[Step],
    now: Moment,
    clock: Clock,
    by: str,
    *,
    pretended: bool,
    **said: str | None,
) -> Iterator[Draft]:
    """The drafts of an act, by its id, at ``now``, behind the logical ``clock`` of the last line.

    ``said`` is what belongs to the whole act: ``typed``, ``why``, ``undoes``, ``redoes``.
    """
    extra = {name: storable(text) or None for name, text in said.items()}
    boot = boot_ms()
    for step in steps:
        clock = later(clock, now.ms)
        line = Said(
            kind=step.kind.kind_name,
            record=step.record,
            values=step.values,
            act=act,
            at=now,
            by=by,
            clock=clock,
            boot=boot,
            adds=step.adds,
            pretended=pretended,
            **extra,
        )
        yield Draft(new_id(now.ms), line.body(), line)
