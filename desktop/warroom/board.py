"""Where the cards of a column stand, and what must change so that one stands elsewhere."""

from collections.abc import Sequence
from itertools import pairwise

from desktop.warroom.rank import between
from desktop.warroom.records import Task


def placed(
    task: Task, others: Sequence[Task], ahead_of: Task | None = None
) -> list[tuple[Task, str]]:
    """The cards that need a new rank, with it, for ``task`` to stand among ``others``.

    ``others`` are the cards of the column in their order, without ``task``, which comes ahead of
    one of them or at the end. It alone changes, unless ranks are missing or equal.
    """
    ids = [card.id for card in others]
    at = ids.index(ahead_of.id) if ahead_of and ahead_of.id in ids else len(ids)
    ranks = [card.rank for card in others]
    if not all(ranks) or any(before >= after for before, after in pairwise(ranks)):
        ranks = _fresh(len(ranks))
    rank = between(ranks[at - 1] if at else "", ranks[at] if at < len(ranks) else "")
    moved = [(card, new) for card, new in zip(others, ranks, strict=True) if card.rank != new]
    return [*moved, (task, rank)]


def _fresh(count: int) -> list[str]:
    ranks = [""]
    for _card in range(count):
        ranks.append(between(ranks[-1], ""))
    return ranks[1:]
