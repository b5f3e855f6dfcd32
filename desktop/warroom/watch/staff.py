"""Staff not reached: the rules PF2-12 and PF2-13 on messages read and shifts told (seed 33.3)."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.choices import Standing
from desktop.warroom.records import Delivery, StaffGroup, StaffMessage
from desktop.warroom.selection import Selection
from desktop.warroom.staff import GroupTold, told
from desktop.warroom.staff_measures import Share, briefed_at, read_by, read_curve
from desktop.warroom.staff_messages import addressed
from desktop.warroom.staff_people import receipts
from desktop.warroom.staff_roster import Shift
from desktop.warroom.staff_shifts import ShiftTold, shifts_behind
from desktop.warroom.watch.rule import MINUTE, Limit, Raised, Rule, Seen
from resources import N_, _, ngettext

_MOST = 20  # groups that stand beside a warning


def not_read(seen: Seen) -> Iterator[Raised]:
    """PF2-12: a message that is to be confirmed was not read by enough at its times."""
    for message in _in_force(seen):
        if message.confirm and message.sent_at:
            yield from _managers(seen, message, message.sent_at.ms)
            yield from _everybody(seen, message, message.sent_at.ms)


def _managers(seen: Seen, message: StaffMessage, sent: int) -> Iterator[Raised]:
    if not seen.passed(sent + seen.limit("managers") * MINUTE):
        return
    groups = addressed(seen.room, message)
    times = briefed_at(seen.room, message)
    silent = [each for each in groups if times.get(each.id, seen.now.ms + 1) > seen.now.ms]
    share = Share(len(groups) - len(silent), len(groups))
    if _below(share, limit := seen.limit("managers_share")):
        yield Raised(
            f"managers {message.id}",
            3,
            _("{n} of {all} managers have confirmed the briefing: {message}").format(
                n=share.part, all=share.of, message=shown.short(message.title)
            ),
            _("At least {n} % have confirmed it.").format(n=limit),
            (message, *silent[:_MOST]),
            ((N_("briefed"), share.part), (N_("groups"), share.of), (N_("limit"), limit)),
        )


def _everybody(seen: Seen, message: StaffMessage, sent: int) -> Iterator[Raised]:
    """The goal whose time came last is the one that holds."""
    over = [key for key in ("some", "all") if seen.passed(sent + seen.limit(key) * MINUTE)]
    if not over:
        return
    limit, groups = seen.limit(f"{over[-1]}_share"), told(seen.room, message)
    share = _share(seen, message, groups)
    if _below(share, limit):
        yield Raised(
            message.id,
            3,
            _("{share} have read it {lasting} after sending: {message}").format(
                share=share.words,
                lasting=shown.lasting(seen.now.ms - sent),
                message=shown.short(message.title),
            ),
            _("At least {n} % have read it.").format(n=limit),
            (message, *_behind(groups, limit)),
            ((N_("read"), share.part), (N_("people"), share.of), (N_("limit"), limit)),
        )


def _share(seen: Seen, message: StaffMessage, groups: list[GroupTold]) -> Share:
    """How many have read it by now, as every screen counts them; what comes later is left out."""
    reads = [_read(each) for each in groups]
    of = sum(each.of for each in reads)
    if _tells_of_later(seen, message):
        return Share(read_by(read_curve(seen.room, message), seen.now.ms), of)
    return Share(sum(min(each.part, each.of) for each in reads), of)


def _tells_of_later(seen: Seen, message: StaffMessage) -> bool:
    """Whether the room is looked at from before something that it holds."""
    later = (seen.now.ms + 1, None)
    if seen.room.count(Selection(kind=Delivery, within=(("reported_at", *later),))):
        return True
    read = (receipts(message, within=((name, *later),)) for name in _READ_AT)
    return any(seen.room.count(each) for each in read)


_READ_AT = ("reached_at", "read_at", "confirmed_at")


def _behind(groups: list[GroupTold], limit: int) -> list[StaffGroup]:
    """The groups that keep the share down, those in which most are missing first."""
    low = [each for each in groups if each.heads and _below(_read(each), limit)]
    return [each.group for each in sorted(low, key=_missing)[:_MOST]]


def _read(each: GroupTold) -> Share:
    return Share(each.read or 0, each.heads or 0)


def _missing(each: GroupTold) -> int:
    return (each.read or 0) - (each.heads or 0)


def shift_gap(seen: Seen) -> Iterator[Raised]:
    """PF2-13: too few of a shift that came on duty after the sending had it in time.

    A group is one warning, however many messages and shifts it lacks.
    """
    grace, limit = seen.limit("minutes") * MINUTE, seen.limit("share")
    if soon := _next_start(seen, grace):
        seen.later(soon + grace)
    of: dict[str, dict[str, _Lack]] = {}
    for message in _in_force(seen) if seen.room.count(Selection(kind=Shift)) else ():
        for each in shifts_behind(seen.room, message, seen.now, grace, limit):
            of.setdefault(each.group.id, {})[message.id] = message, each
    yield from (_gap(list(lacks.values()), limit) for lacks in of.values())


_Lack = tuple[StaffMessage, ShiftTold]  # a message, and the last shift that came without it


def _gap(lacks: list[_Lack], limit: int) -> Raised:
    (newest, last), n = max(lacks, key=_sent), len(lacks)
    said = ngettext(
        "{had} of {all} on duty have it in {group}: {message}",
        "{n} messages are missing in {group}; {had} of {all} on duty have the newest: {message}",
        n,
    )
    shifts = {each.shift.id: each.shift for _message, each in lacks}
    return Raised(
        last.group.id,
        2,
        said.format(
            n=n,
            had=last.had,
            all=last.on_duty,
            group=last.group.name,
            message=shown.short(newest.title),
        ),
        _("At least {n} % of those on duty have it.").format(n=limit),
        (last.group, *(message for message, _each in lacks), *shifts.values()),
        (
            (N_("had"), last.had),
            (N_("on duty"), last.on_duty),
            (N_("messages"), n),
            (N_("limit"), limit),
        ),
    )


def _sent(lack: _Lack) -> int:
    message, _shift = lack
    return message.sent_at.ms if message.sent_at else 0


def _next_start(seen: Seen, grace: int) -> int | None:
    """When the next shift begins whose time is not over, in UTC milliseconds."""
    since = seen.now.ms - grace + 1
    coming = Selection(kind=Shift, within=(("starts_at", since, None),))
    starts = seen.room.cells(coming, ("starts_at",))
    return min((at for _id, at in starts), default=None)


def _in_force(seen: Seen) -> list[StaffMessage]:
    """The messages that were sent, and that no newer version has replaced."""
    sent = seen.all(StaffMessage, filled=("sent_at",))
    return [each for each in sent if each.standing != Standing.SUPERSEDED]


def _below(share: Share, percent: int) -> bool:
    return share.of > 0 and 100 * share.part < percent * share.of


_TOLD = ("staff_message", "delivery", "receipt", "staff_group", "staff_member")
RULES: tuple[Rule, ...] = (
    Rule(
        "PF2-12",
        N_("Staff have not read it"),
        "33.3",
        _TOLD,
        not_read,
        (
            Limit("managers", N_("Managers briefed within"), 60),
            Limit("managers_share", N_("Managers briefed at least"), 90, "percent"),
            Limit("some", N_("First goal of reading within"), 240),
            Limit("some_share", N_("First goal of reading at least"), 80, "percent"),
            Limit("all", N_("Second goal of reading within"), 1_440),
            Limit("all_share", N_("Second goal of reading at least"), 95, "percent"),
        ),
    ),
    Rule(
        "PF2-13",
        N_("Shift not told"),
        "33.3",
        (*_TOLD, "shift"),
        shift_gap,
        (
            Limit("minutes", N_("A shift is told within"), 30),
            Limit("share", N_("Of those on duty at least"), 90, "percent"),
        ),
    ),
)
