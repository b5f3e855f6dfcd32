"""What changed in a room within the last five minutes, so that a wall can say what is new."""

from collections.abc import Mapping, Sequence

from desktop.warroom.acts import Change
from desktop.warroom.moment import Moment
from desktop.warroom.records import Delivery, Entry, Record
from desktop.warroom.room import WarRoom

LASTS_MS = 5 * 60_000


class Fresh:
    """Remembers when records and figures changed; times are UTC milliseconds."""

    def __init__(self, room: WarRoom) -> None:
        self._room = room
        self._changed: dict[str, int] = {}
        self._figures: dict[str, tuple[int, object]] = {}

    def since(self) -> int:
        """From when on what changed is new."""
        return self._room.now().ms - LASTS_MS + 1

    def follow(self, changes: Sequence[Change]) -> None:
        """Note what a commit changed; a report is news of its group."""
        now, since = self._room.now().ms, self.since()
        self._changed = {name: at for name, at in self._changed.items() if at >= since}
        for change in changes:
            after = change.after
            self._changed[after.group if isinstance(after, Delivery) else after.id] = now

    def compare(self, answers: Mapping[str, object]) -> None:
        """Note which figures answer otherwise than before; those first heard are not new."""
        now = self._room.now().ms
        for name, answer in answers.items():
            at, before = self._figures.get(name, (0, answer))
            self._figures[name] = (at if before == answer else now, answer)

    def figure(self, name: str) -> bool:
        """Whether a figure changed just now."""
        return self._figures.get(name, (0, None))[0] >= self.since()

    def changed(self, name: str) -> bool:
        """Whether the record of an id changed just now."""
        return self._changed.get(name, 0) >= self.since()

    def record(self, record: Record) -> bool:
        """Whether a record was written or changed just now, also before anybody looked."""
        written = record.recorded_at.ms if record.recorded_at else 0
        worded = _worded(record) if isinstance(record, Entry) else 0
        return self.changed(record.id) or max(written, worded) >= self.since()


def _worded(entry: Entry) -> int:
    """When the wording was corrected last."""
    try:
        return Moment.parse(str(entry.earlier[-1].get("at", ""))).ms if entry.earlier else 0
    except ValueError:
        return 0
