"""A script from a CSV file: one event to a line, each fault told with its line.

Columns: ``minute`` (after T0), ``kind`` (media, rumour, staff, fact, comment, inquiry, task,
entry, signal), ``text``; and, where wanted, ``who`` (outlet, platform, caller or group),
``reach``, ``tone`` (negative, neutral, positive, mixed), ``expects`` (statement, staff_message,
decision, entry, answer, confirm, done), ``within`` (minutes) and ``wanted`` (the answer in words).
"""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from desktop.warroom import shown
from desktop.warroom.choices import Choice, CrisisType, Tone
from desktop.warroom.drills.script import Inject, Script
from desktop.warroom.drills.words import Expected, InjectKind, allowed
from desktop.warroom.exchange.decoding import read_text
from desktop.warroom.exchange.row_faults import Faults
from desktop.warroom.exchange.sheets import SheetFaults, read_sheet
from desktop.warroom.faults import RuleBroken
from resources import _

NEEDED = ("minute", "kind", "text")
COLUMNS = (*NEEDED, "who", "reach", "tone", "expects", "within", "wanted")
LONGEST = 7 * 24 * 60  # minutes
_Choice = TypeVar("_Choice", bound=Choice)


def script_of(
    data: bytes, title: str, kind: CrisisType = CrisisType.PRODUCT_QUALITY, encoding: str = ""
) -> Script:
    """The script in the bytes of a CSV file.

    Raises RuleBroken where columns are missing, and SheetFaults that name every faulty line.
    """
    sheet = read_sheet(read_text(data, encoding or None))
    names = [name.casefold() for name in sheet.header]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise RuleBroken(
            _("The script has no column {missing}. Its columns are: {columns}.").format(
                missing=shown.listed(missing), columns=shown.listed(COLUMNS)
            )
        )
    faults = Faults()
    rows = [_Row(line, dict(zip(names, map(str.strip, row))), faults) for line, row in sheet.rows]
    injects = [row.inject(str(number)) for number, row in enumerate(rows, 1)]
    if faults:
        raise SheetFaults(faults)
    return Script.of(title, kind, [each for each in injects if each])


@dataclass
class _Row:
    """A row being read; what is wrong with it goes to ``faults``."""

    line: int
    cells: dict[str, str]
    faults: Faults
    sound: bool = field(default=True)

    def inject(self, key: str) -> Inject | None:
        kind = self._choice("kind", InjectKind, needed=True)
        minute = self._number("minute", needed=True)
        within, reach = self._number("within"), self._number("reach", LONGEST * 10**6)
        tone = self._choice("tone", Tone) or Tone.NOT_RATED
        expects = self._choice("expects", Expected)
        if not self.cells["text"]:
            self._fault("text", _("say what happens."))
        if kind and expects and expects not in allowed(kind):
            self._fault("expects", _not_there(allowed(kind)))
        if within is not None and not expects and not self.cells.get("expects"):
            self._fault("expects", _("say what is expected within this time."))
        if not (self.sound and kind and minute is not None):
            return None
        cells = self.cells
        more: dict[str, Any] = {"who": cells.get("who", ""), "wanted": cells.get("wanted", "")}
        return Inject(
            key, minute, kind, cells["text"], reach=reach, tone=tone, expects=expects,
            within=within, **more,
        )  # fmt: skip

    def _number(self, name: str, most: int = LONGEST, *, needed: bool = False) -> int | None:
        said = self.cells.get(name, "")
        if not said and not needed:
            return None
        if said.isascii() and said.isdigit() and len(said) < 16 and int(said) <= most:
            return int(said)
        self._fault(name, _("write a whole number from 0 to {most}.").format(most=f"{most:,}"))
        return None

    def _choice(self, name: str, kind: type[_Choice], *, needed: bool = False) -> _Choice | None:
        said = self.cells.get(name, "")
        if not said and not needed:
            return None
        words = {word.casefold(): c for c in kind for word in (c.value, c.word, c.shown)}
        if said.casefold() not in words:
            self._fault(name, _not_there(tuple(kind)))
        return words.get(said.casefold())

    def _fault(self, column: str, problem: str) -> None:
        self.sound = False
        self.faults.add(self.line, problem, column, self.cells.get(column, ""))


def _not_there(choices: tuple[Choice, ...]) -> str:
    return _("write one of: {names}.").format(names=shown.listed(c.value for c in choices))
