"""What a briefing is made of: the records of one moment and the seal of the journal then."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.warroom.attachments import Attachment
from desktop.warroom.briefing.ahead import Outlook
from desktop.warroom.briefing.changed import Changes
from desktop.warroom.briefing.desk import Desk
from desktop.warroom.briefing.impact import Impact
from desktop.warroom.briefing.legal import legal
from desktop.warroom.briefing.media import Media
from desktop.warroom.briefing.method import Method
from desktop.warroom.briefing.staff import Staff
from desktop.warroom.clock_check import NOTHING_KNOWN, Standing
from desktop.warroom.method.clocks import Clock
from desktop.warroom.moment import Moment
from desktop.warroom.records import (
    Coverage,
    Entry,
    Incident,
    Paper,
    StaffGroup,
    StaffMessage,
    Task,
)


@dataclass(frozen=True, slots=True)
class Seal:
    """The last line of the journal as a paper prints it: a commitment outside the file."""

    device: str
    number: int
    hash: str
    room: str = ""  # the hash of the first line of the room, short

    @property
    def whole(self) -> str:
        """``device:number:hash``, as the check of a room takes it."""
        return f"{self.device}:{self.number}:{self.hash}"

    @property
    def anchor(self) -> str:
        """The seal as a word of the file's own, for the check of a paper against a room."""
        return f"warroom:{self.room}:{self.whole}"

    @property
    def spoken(self) -> str:
        """The first 80 bits of the hash as 16 letters and digits in fours, for the telephone."""
        letters = base64.b32encode(bytes.fromhex(self.hash)[:10]).decode()
        return " ".join(letters[i : i + 4] for i in range(0, 16, 4))


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a briefing tells of, as of one moment.

    ``heads`` and ``confirmed`` tell of the message that staff were sent last.
    ``paper`` says what was asked for.
    """

    incident: Incident
    entries: Sequence[Entry]
    tasks: Sequence[Task]
    coverage: Sequence[Coverage]
    groups: Sequence[StaffGroup]
    messages: Sequence[StaffMessage]
    heads: int
    confirmed: int | None
    seal: Seal
    as_of: Moment
    operator: str
    clock: Standing = NOTHING_KNOWN
    attachments: Sequence[Attachment] = ()
    method: Method = Method()
    desk: Desk = Desk()
    staff: Staff = Staff()
    impact: Impact = Impact()
    media: Media = Media()
    outlook: Outlook = Outlook()
    changes: Changes = Changes()
    paper: Paper = Paper()

    @property
    def legal(self) -> list[Clock]:
        """The clocks of the law, those that run first."""
        return legal(self.method.clocks)

    @property
    def language(self) -> str:
        """The language of the paper: en, zh_TW or zh_CN."""
        return self.paper.language

    @property
    def number(self) -> int | None:
        """The number on the paper; None on a preview."""
        return self.paper.number
