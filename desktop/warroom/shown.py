"""Days, times and spans as a person reads them, in the language spoken now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, tzinfo

from desktop.warroom.moment import Moment, Precision
from resources import N_, _
from resources.visible import visible

LONGEST = 60  # characters of a name in a sentence
MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def day(when: date) -> str:
    """A day without its year: ``23 Nov``."""
    return _("{day} {month}").format(day=when.day, month=_(MONTHS[when.month - 1]))


def long_day(when: date) -> str:
    """A day that cannot be mistaken: ``Mon 23 Nov 2026``."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=_(WEEKDAYS[when.weekday()]),
        day=when.day,
        month=_(MONTHS[when.month - 1]),
        year=when.year,
    )


def time(moment: Moment, zone: tzinfo | None = None) -> str:
    """The time of day as exactly as it was said: ``14:05``, ``~14:05``, ``14:05:30``.

    Shown in ``zone``, or in the offset it was said in; a time said to the day has none, and ``~``
    is all that is shown of "about" this day.
    """
    local = moment.local if zone is None else moment.local.astimezone(zone)
    match moment.precision:
        case Precision.DAY:
            said = ""
        case Precision.HOUR:
            said = _("{hour} h").format(hour=f"{local:%H}")
        case Precision.MINUTE:
            said = f"{local:%H:%M}"
        case Precision.SECOND | Precision.MILLISECOND:
            said = f"{local:%H:%M:%S}"
    return "~" * moment.about + said


def short_time(moment: Moment, zone: tzinfo | None = None) -> str:
    """The time of day to the minute at most, for columns where the full instant is a tooltip."""
    exact = moment.precision in (Precision.SECOND, Precision.MILLISECOND)
    return time(replace(moment, precision=Precision.MINUTE) if exact else moment, zone)


def day_and_time(moment: Moment, now: datetime) -> str:
    """The time, with its day when that is not today; in the zone of ``now``."""
    return _with_day(moment, time(moment, now.tzinfo), now)


def when(moment: Moment, now: datetime) -> str:
    """Like ``day_and_time``, to the minute at most, for columns and notes."""
    return _with_day(moment, short_time(moment, now.tzinfo), now)


def day_said(moment: Moment) -> str:
    """The day of a time that was said to the day, by the calendar it was said in: ``~23 Nov``."""
    return "~" * moment.about + day(moment.local.date())


def _with_day(moment: Moment, said: str, now: datetime) -> str:
    if moment.precision is Precision.DAY:
        return day_said(moment)
    local = moment.local.astimezone(now.tzinfo).date()
    return said if said and local == now.date() else f"{day(local)} {said}".strip()


def span(ms: int) -> str:
    """A length of time in hours and minutes: ``05:48``, ``−00:20``, ``131:05``."""
    minutes = abs(ms) // 60_000
    return f"{'−' if ms < 0 else ''}{minutes // 60:02d}:{minutes % 60:02d}"


def elapsed(ms: int) -> str:
    """A length of time on a clock face: ``05:48``, in days and hours from a hundred hours on."""
    return span(ms) if abs(ms) < 100 * 3_600_000 else lasting(ms)


def lasting(ms: int) -> str:
    """A length of time to read: ``32 min``, ``1 h 58``, ``3 d 4 h``; under a minute is 0 min.

    Full hours and days are messages of their own, since not every language says the nought.
    """
    minutes = abs(ms) // 60_000
    days, hours = minutes // 1_440, minutes // 60 % 24
    if days:
        said = _("{d} d {h} h") if hours else _("{d} d 0 h")
        return said.format(d=days, h=hours)
    if hours:
        said = _("{h} h {min:02d}") if minutes % 60 else _("{h} h 00")
        return said.format(h=hours, min=minutes % 60)
    return _("{min} min").format(min=minutes)


def listed(parts: Iterable[str]) -> str:
    """Parts one after the other, as a sentence lists them: ``a, b``; empty ones are passed over."""
    return _(", ").join(filter(None, parts))


def labelled(label: str, text: str) -> str:
    """A text behind the name of what it tells: ``Channel: SMS``."""
    return _("{label}: {text}").format(label=label, text=text)


def short(text: str) -> str:
    """A text as it fits into a sentence, cut where it is long."""
    return visible(text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…")


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after the other; empty ones are passed over."""
    said = ""
    for part in filter(None, parts):
        said = _("{sentence} {next}").format(sentence=said, next=part) if said else part
    return said


def aside(text: str, note: str) -> str:
    """A text with a note in brackets behind it: ``23 Nov 14:05 (overdue)``."""
    return _("{text} ({note})").format(text=text, note=note)


def zone_name(offset: int) -> str:
    """``UTC+8`` or ``UTC+5:30`` for minutes east of UTC."""
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'−' if offset < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


def percent(share: float) -> str:
    """A part of all in whole percent; not all is never 100 %, and some never 0 %."""
    whole = round(100 * share)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole} %"


def deadline(time: str, *, answer: bool, late: bool = False) -> str:
    """What stands beside a deadline: the media want an answer, of all else something is due."""
    if answer:
        form = _("answer was due {time}") if late else _("answer by {time}")
    else:
        form = _("was due {time}") if late else _("due {time}")
    return form.format(time=time)
