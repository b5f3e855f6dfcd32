"""A playbook as it is thought of; texts stand there in all their languages side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from desktop.warroom.choices import CrisisType, Role, Step, SubType
from resources import spoken

Said = Mapping[str, str]  # a text by its language: en, zh_TW, zh_CN


def said(text: Said, language: str = "") -> str:
    """A text in a language, by default the one spoken now; else in English, else in any."""
    wanted = text.get(language or spoken(), "")
    return wanted or text.get("en", "") or next(filter(None, text.values()), "")


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A task of a playbook, due ``offset`` minutes after T0; ``seed`` says where the course has it.

    One that repeats is due again ``every`` minutes later, at severity 1 after ``every_level_1``.
    ``only_for`` names the sub-types that it is for; empty: for all.
    """

    id: str
    step: Step
    owner: Role
    offset: int
    title: Said
    critical: bool = False
    seed: str = ""
    done_when: Said | None = None
    why: Said | None = None
    every: int | None = None
    every_level_1: int | None = None
    only_for: tuple[SubType, ...] = ()

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """The task of checked JSON values."""
        return cls(
            id=values["id"],
            step=Step(values["step"]),
            owner=Role(values["owner"]),
            offset=values["offset_min"],
            title=_texts(values["title"]),
            critical=values.get("critical", False),
            seed=values.get("seed", ""),
            done_when=_texts(values["done_when"]) if values.get("done_when") else None,
            why=_texts(values["why"]) if values.get("why") else None,
            every=values.get("every_min"),
            every_level_1=values.get("every_min_level_1"),
            only_for=tuple(SubType(each) for each in values.get("only_for", ())),
        )

    def plain(self) -> dict[str, Any]:
        """The task as JSON values; what it does not say is left out."""
        found: dict[str, Any] = {
            "id": self.id,
            "step": self.step.value,
            "owner": self.owner.value,
            "offset_min": self.offset,
            "critical": self.critical,
            "seed": self.seed,
            "title": dict(self.title),
        }
        more = {
            "done_when": dict(self.done_when or {}),
            "why": dict(self.why or {}),
            "every_min": self.every,
            "every_min_level_1": self.every_level_1,
            "only_for": [each.value for each in self.only_for],
        }
        return found | {name: value for name, value in more.items() if value}

    def is_for(self, subtype: str) -> bool:
        """Whether it is a task of an incident of this sub-type."""
        return not self.only_for or subtype in self.only_for


@dataclass(frozen=True, slots=True)
class Routine:
    """A task of prevention that comes back every so many days."""

    id: str
    step: Step
    owner: Role
    every_days: int
    title: Said
    why: Said | None = None

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """The routine of checked JSON values."""
        return cls(
            id=values["id"],
            step=Step(values["step"]),
            owner=Role(values["owner"]),
            every_days=values["every_days"],
            title=_texts(values["title"]),
            why=_texts(values["why"]) if values.get("why") else None,
        )

    def plain(self) -> dict[str, Any]:
        """The routine as JSON values."""
        found: dict[str, Any] = {
            "id": self.id,
            "step": self.step.value,
            "owner": self.owner.value,
            "every_days": self.every_days,
            "title": dict(self.title),
        }
        return found | ({"why": dict(self.why)} if self.why else {})


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """Whom to speak to, by which channels, who does, and how many minutes after T0 at first."""

    audience: str
    channels: str
    owner: Role
    first_due: int

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """The audience of checked JSON values."""
        return cls(
            values["audience"],
            values.get("channels", ""),
            Role(values["owner"]),
            values["first_due_min"],
        )

    def plain(self) -> dict[str, Any]:
        """The audience as JSON values."""
        return {
            "audience": self.audience,
            "channels": self.channels,
            "owner": self.owner.value,
            "first_due_min": self.first_due,
        }


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is to be done in a crisis of a type.

    ``statements`` and ``messages`` are the keys of the templates to have at hand.
    """

    type: CrisisType
    name: Said
    prevention: tuple[Routine, ...] = ()
    tasks: tuple[PlanTask, ...] = ()
    audiences: tuple[AudienceRow, ...] = ()
    statements: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """The playbook of checked JSON values."""
        return cls(
            type=CrisisType(values["key"]),
            name=_texts(values["name"]),
            prevention=tuple(map(Routine.from_plain, values.get("prevention", ()))),
            tasks=tuple(map(PlanTask.from_plain, values.get("tasks", ()))),
            audiences=tuple(map(AudienceRow.from_plain, values.get("audiences", ()))),
            statements=tuple(values.get("statements", ())),
            messages=tuple(values.get("employee_messages", ())),
        )

    def plain(self) -> dict[str, Any]:
        """The playbook as JSON values."""
        return {
            "key": self.type.value,
            "name": dict(self.name),
            "prevention": [each.plain() for each in self.prevention],
            "tasks": [each.plain() for each in self.tasks],
            "audiences": [each.plain() for each in self.audiences],
            "statements": list(self.statements),
            "employee_messages": list(self.messages),
        }

    def tasks_for(self, subtype: str) -> list[PlanTask]:
        """The tasks of an incident of this sub-type, in the order in which they fall due."""
        found = (task for task in self.tasks if task.is_for(subtype))
        return sorted(found, key=lambda task: task.offset)


def _texts(value: Any) -> dict[str, str]:
    return {"en": value} if isinstance(value, str) else dict(value)
