"""Checks a playbook file; one that has a fault is refused whole, with the line and the reason."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.warroom.choices import Choice, CrisisType, Phase, Role, Step, SubType
from desktop.warroom.faults import RuleBroken
from desktop.warroom.playbooks.located import read_located
from desktop.warroom.playbooks.plan import Playbook
from resources import N_, _

VERSION = 1
LATEST = 366 * 24 * 60  # minutes after T0: later than a year is a slip of the pen
SELDOMEST = 3_660  # days between two rounds of a prevention task
LARGEST = 4_000_000  # bytes of a file
LONGEST = 2_000  # characters of a text

Checks = Mapping[str, Callable[["_Place", Any], None]]


def read_playbooks(data: bytes) -> tuple[Playbook, ...]:
    """The playbooks of a file. Raises RuleBroken with line and reason when it has a fault."""
    if len(data) > LARGEST:
        raise RuleBroken(_("The file is too large for a playbook. Choose another."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise RuleBroken(
            _("Line {n}: this is no text in UTF-8. Save the file as UTF-8.").format(n=line)
        ) from None
    top = read_located(text)
    found = top.get("playbooks") if isinstance(top, dict) else None
    if not isinstance(found, list) or not found:
        raise RuleBroken(_('The file has no "playbooks". Choose one that was exported.'))
    if top.get("version") != VERSION:
        raise RuleBroken(
            _("The file is of version {n}, which this program does not read.").format(
                n=top.get("version")
            )
        )
    plans = tuple(map(checked, found))
    _refuse_twice([(_Place(each), each["key"]) for each in found])
    return plans


def checked(values: Any) -> Playbook:
    """The playbook of JSON values. Raises RuleBroken with line, where known, and reason."""
    place = _Place(values)
    place.run(_PLAYBOOK, needed=("key", "name", "tasks"))
    for name, checks, needed in _PARTS:
        for each in values.get(name, ()):
            _Place(each, place.line).run(checks, needed)
    named = [*values.get("prevention", ()), *values["tasks"]]
    _refuse_twice([(_Place(each, place.line), each["id"]) for each in named])
    return Playbook.from_plain(values)


class _Place:
    """An object of the file: what is wrong in it is said with its line and id."""

    def __init__(self, values: Any, line: int = 0) -> None:
        self.values = values
        self.line = getattr(values, "line", line)

    def run(self, checks: Checks, needed: Sequence[str]) -> None:
        if not isinstance(self.values, dict):
            self.refuse(_("a list or an object was expected here"))
        for name in needed:
            if name not in self.values:
                self.refuse(_('"{name}" is missing').format(name=name))
        for name, check in checks.items():
            if name in self.values:
                check(self, self.values[name])

    def refuse(self, reason: str) -> None:
        about = self.values.get("id", "") if isinstance(self.values, dict) else ""
        said = f"{about}: {reason}" if isinstance(about, str) and about else reason
        if self.line:
            form = _("Line {n}: {reason}. Nothing was imported.")
            raise RuleBroken(form.format(n=self.line, reason=said))
        raise RuleBroken(_("The playbook cannot be read: {reason}.").format(reason=said))


def _refuse_twice(named: Sequence[tuple[_Place, str]]) -> None:
    seen = set[str]()
    for place, name in named:
        if name in seen:
            place.refuse(_('"{name}" stands there twice').format(name=name))
        seen.add(name)


def _one_of(choices: type[Choice], refusal: str) -> Callable[[_Place, Any], None]:
    known = {each.value for each in choices}

    def check(place: _Place, value: Any) -> None:
        if not isinstance(value, str) or value not in known:
            place.refuse(_(refusal).format(value=str(value)[:40]))

    return check


def _whole(name: str, least: int, most: int) -> Callable[[_Place, Any], None]:
    def check(place: _Place, value: Any) -> None:
        if type(value) is not int or not least <= value <= most:
            place.refuse(
                _('"{name}" must be a whole number from {least} to {most}, not {value}').format(
                    name=name, least=least, most=most, value=repr(value)[:40]
                )
            )

    return check


def _said(name: str, *, needed: bool = True) -> Callable[[_Place, Any], None]:
    """A text, alone or by its languages."""

    def check(place: _Place, value: Any) -> None:
        found = list(value.values()) if isinstance(value, dict) else [value]
        if not all(isinstance(each, str) for each in found):
            place.refuse(_('"{name}" must be a text').format(name=name))
        if needed and not any(each.strip() for each in found):
            place.refuse(_('"{name}" is empty').format(name=name))
        if any(len(each) > LONGEST for each in found):
            place.refuse(_('"{name}" is too long').format(name=name))

    return check


def _plain_text(name: str) -> Callable[[_Place, Any], None]:
    def check(place: _Place, value: Any) -> None:
        if not isinstance(value, str) or len(value) > LONGEST:
            place.refuse(_('"{name}" must be a text').format(name=name))

    return check


def _id(place: _Place, value: Any) -> None:
    if not isinstance(value, str) or not value.strip() or len(value) > 40:
        place.refuse(_('"{name}" must be a short text').format(name="id"))


def _flag(place: _Place, value: Any) -> None:
    if not isinstance(value, bool):
        place.refuse(_('"{name}" must be true or false').format(name="critical"))


def _list(name: str) -> Callable[[_Place, Any], None]:
    def check(place: _Place, value: Any) -> None:
        if not isinstance(value, list | tuple):
            place.refuse(_('"{name}" must be a list').format(name=name))

    return check


def _words(name: str, allowed: type[Choice] | None = None) -> Callable[[_Place, Any], None]:
    def check(place: _Place, value: Any) -> None:
        _list(name)(place, value)
        if not all(isinstance(each, str) for each in value):
            place.refuse(_('"{name}" must be a list of words').format(name=name))
        if allowed:
            for each in value:
                _one_of(allowed, N_('"{value}" is no sub-type'))(place, each)

    return check


def _step(prevention: bool) -> Callable[[_Place, Any], None]:
    known = _one_of(Step, N_('"{value}" is no step'))

    def check(place: _Place, value: Any) -> None:
        known(place, value)
        if (Step(value).phase == Phase.PREVENTION) != prevention:
            place.refuse(_('"{value}" is a step of another part').format(value=value))

    return check


_ROLE = _one_of(Role, N_('"{value}" is no role'))
_PLAYBOOK: Checks = {
    "key": _one_of(CrisisType, N_('"{value}" is no type of crisis')),
    "name": _said("name"),
    "prevention": _list("prevention"),
    "tasks": _list("tasks"),
    "audiences": _list("audiences"),
    "statements": _words("statements"),
    "employee_messages": _words("employee_messages"),
}
_TASK: Checks = {
    "id": _id,
    "step": _step(prevention=False),
    "owner": _ROLE,
    "offset_min": _whole("offset_min", 0, LATEST),
    "critical": _flag,
    "seed": _plain_text("seed"),
    "title": _said("title"),
    "done_when": _said("done_when", needed=False),
    "why": _said("why", needed=False),
    "every_min": _whole("every_min", 1, LATEST),
    "every_min_level_1": _whole("every_min_level_1", 1, LATEST),
    "only_for": _words("only_for", SubType),
}
_ROUTINE: Checks = {
    "id": _id,
    "step": _step(prevention=True),
    "owner": _ROLE,
    "every_days": _whole("every_days", 1, SELDOMEST),
    "title": _said("title"),
    "why": _said("why", needed=False),
}
_AUDIENCE: Checks = {
    "audience": _plain_text("audience"),
    "channels": _plain_text("channels"),
    "owner": _ROLE,
    "first_due_min": _whole("first_due_min", 0, LATEST),
}
_PARTS: tuple[tuple[str, Checks, tuple[str, ...]], ...] = (
    ("prevention", _ROUTINE, ("id", "step", "owner", "every_days", "title")),
    ("tasks", _TASK, ("id", "step", "owner", "offset_min", "title")),
    ("audiences", _AUDIENCE, ("audience", "owner", "first_due_min")),
)
