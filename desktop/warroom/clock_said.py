"""What somebody says of a clock that is off: the true time, or how far off it is."""

import re
from datetime import datetime

from desktop.warroom.capture.words import folded
from desktop.warroom.faults import RuleBroken
from resources import _

HALF_A_DAY, A_DAY = 12 * 3_600, 24 * 3_600
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?", re.A)
_OFF = re.compile(r"([+-]) *(?:(\d{1,2}):(\d\d):(\d\d)|(\d{1,3}):(\d\d)|(\d{1,5}) *s?)", re.A)


def behind(text: str, now: datetime) -> int:
    """Seconds by which a laptop that says ``now`` is behind the truth; negative when it is ahead.

    ``14:33:40`` is the true time, the nearest of any day; without seconds it is held against the
    minute that the laptop shows. ``-95`` or ``-1:35`` is a laptop that is behind, ``+95`` one that
    is ahead. Raises RuleBroken with a sentence for anything else.
    """
    said = folded(text).replace("−", "-").strip()
    if off := _OFF.fullmatch(said):
        return _off(off)
    time = _TIME.fullmatch(said)
    if time is None or int(time[1]) > 23 or int(time[2]) > 59 or int(time[3] or 0) > 59:
        raise RuleBroken(_("Write the true time, such as 14:33:40, or the seconds, such as −95."))
    true = int(time[1]) * 3_600 + int(time[2]) * 60 + int(time[3] or 0)
    shown = now.hour * 3_600 + now.minute * 60 + (now.second if time[3] else 0)
    return (true - shown + HALF_A_DAY) % A_DAY - HALF_A_DAY


def _off(match: re.Match[str]) -> int:
    _sign, hours, *parts = match.groups()
    if hours is not None:
        size = int(hours) * 3_600 + int(parts[0]) * 60 + int(parts[1])
    elif parts[2] is not None:
        size = int(parts[2]) * 60 + int(parts[3])
    else:
        size = int(parts[4])
    return size if match[1] == "-" else -size
