"""The kinds of records; each is declared once, and everything else reads the declaration."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.warroom.choices import (
    Carried,
    Certainty,
    Edition,
    EntryKind,
    OutletKind,
    PaperState,
    Phase,
    Prominence,
    Role,
    Step,
    TaskStatus,
    Tier,
    Tone,
)
from desktop.warroom.fields import Shape, Start, declare
from desktop.warroom.incident import Incident
from desktop.warroom.moment import Moment
from desktop.warroom.record import Record, Saying
from desktop.warroom.staff_records import Delivery, StaffGroup, StaffMessage
from resources import N_

if TYPE_CHECKING:
    from desktop.warroom.reading import Reading
    from desktop.warroom.record import Drawn

__all__ = [
    "FIRST",
    "Coverage",
    "Delivery",
    "Entry",
    "Evidence",
    "Incident",
    "Paper",
    "Person",
    "Record",
    "Sitting",
    "StaffGroup",
    "StaffMessage",
    "Task",
]

Items = tuple[dict[str, Any], ...]
_DECISION = ("kind", EntryKind.DECISION.value)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Entry(Record):
    """A line of the timeline. ``earlier`` holds the wordings that corrections struck through.

    A decision is an entry of kind decision; without a ``reason`` it is marked "reason missing".
    It also keeps the question, the options (one to a line), who was present, the facts relied on
    and when it is looked at again (practice 2.7).
    """

    kind_name = "entry"
    shown_name = N_("Timeline entry")

    kind: EntryKind | str = declare(
        Shape.CHOICE, N_("Kind"), EntryKind.FACT, choices=EntryKind, also=("type", "category")
    )
    text: str = declare(
        Shape.PROSE,
        N_("Text"),
        "",
        needed=True,
        also=("event", "description", "entry", "topic", "message", "what", "內容", "内容", "事件"),
    )
    reason: str = declare(Shape.PROSE, N_("Reason"), "", also=("because", "rationale", "理由"))
    happened_at: Moment | None = declare(
        Shape.MOMENT,
        N_("Time of event"),
        needed=True,
        starts=Start.NOW,
        also=("time", "date", "when", "timestamp", "first_seen_at", "時間", "时间"),
    )
    source: str = declare(Shape.TEXT, N_("Source"), "", also=("platform", "來源", "来源"))
    source_url: str = declare(Shape.TEXT, N_("Source link"), "", also=("url", "link", "連結"))
    certainty: Certainty | str = declare(
        Shape.CHOICE, N_("Certainty"), Certainty.UNCONFIRMED, choices=Certainty
    )
    key: bool = declare(Shape.FLAG, N_("Key entry"), False)
    privileged: bool = declare(Shape.FLAG, N_("Legally privileged"), False)
    tags: tuple[str, ...] = declare(Shape.WORDS, N_("Tags"), ())
    people: tuple[str, ...] = declare(Shape.WORDS, N_("People"), ())
    deadline: Moment | None = declare(Shape.MOMENT, N_("Deadline"), ahead=True)
    question: str = declare(Shape.PROSE, N_("Question"), "", only=_DECISION)
    options: str = declare(Shape.PROSE, N_("Options considered"), "", only=_DECISION)
    present: tuple[str, ...] = declare(Shape.WORDS, N_("Present"), (), only=_DECISION)
    relied_on: tuple[str, ...] = declare(Shape.WORDS, N_("Facts relied on"), (), only=_DECISION)
    review_at: Moment | None = declare(Shape.MOMENT, N_("Review at"), ahead=True, only=_DECISION)
    earlier: Items = declare(Shape.ITEMS, N_("Earlier wordings"), (), form=False)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A wording that changes stays readable among the earlier ones."""
        if values.get("text", self.text) == self.text:
            return {}
        struck = {"text": self.text, "at": str(saying.at), "by": saying.by, "why": saying.why}
        return {"earlier": (*self.earlier, struck)}

    @property
    def reason_missing(self) -> bool:
        """Whether this is a decision that nobody has given a reason for."""
        return self.kind == EntryKind.DECISION and not self.reason


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Task(Record):
    """A card of the task board. ``rank`` orders cards within their column.

    An item of ``checklist`` is ``{"text": ..., "done": true or false}``. ``plan_id`` is the
    id of the task in the playbook that it came from, ``offset`` its minutes after T0 there;
    ``entry`` is the line of the log that made it.
    """

    kind_name = "task"
    shown_name = N_("Task")
    draws_others, draws_when_new = True, False

    title: str = declare(Shape.TEXT, N_("Task"), "", needed=True)
    status: TaskStatus | str = declare(
        Shape.CHOICE, N_("Status"), TaskStatus.TODO, choices=TaskStatus
    )
    phase: Phase | str = declare(Shape.CHOICE, N_("Phase"), Phase.EMERGENCY, choices=Phase)
    step: Step | str = declare(Shape.CHOICE, N_("Step"), "", choices=Step)
    owner: str = declare(Shape.TEXT, N_("Owner"), "", starts=Start.ME)
    role: Role | str = declare(Shape.CHOICE, N_("Role"), "", choices=Role)
    critical: bool = declare(Shape.FLAG, N_("Critical"), False)
    due: Moment | None = declare(Shape.MOMENT, N_("Due"), ahead=True)
    rank: str = declare(Shape.TEXT, N_("Order"), "", form=False)
    blocked_by: str = declare(Shape.TEXT, N_("Waits for"), "")
    checklist: Items = declare(Shape.ITEMS, N_("Checklist"), ())
    note: str = declare(Shape.PROSE, N_("Note"), "")
    done_when: str = declare(Shape.TEXT, N_("Done when"), "")
    evidence: str = declare(Shape.TEXT, N_("Evidence of completion"), "")
    done_at: Moment | None = declare(Shape.MOMENT, N_("Done at"), form=False)
    status_at: Moment | None = declare(Shape.MOMENT, N_("In this column since"), form=False)
    entry: str = declare(Shape.LINK, N_("Timeline entry"), "", target="entry", form=False)
    plan_id: str = declare(Shape.TEXT, N_("Task of a playbook"), "", form=False)
    offset: int | None = declare(Shape.NUMBER, N_("Due offset from T0 (minutes)"), form=False)
    every: int | None = declare(Shape.NUMBER, N_("Repeats every (minutes)"))
    every_level_1: int | None = declare(
        Shape.NUMBER, N_("Repeats at level 1 every (minutes)"), form=False
    )
    counts_from: Moment | None = declare(Shape.MOMENT, N_("Counts from"), form=False)

    def entails(self, values: dict[str, Any], saying: Saying) -> dict[str, Any]:
        """A card has the time at which it comes to stand in a column, and at which it is done."""
        status = values.get("status", self.status)
        if status == self.status:
            return {}
        done = saying.at if status == TaskStatus.DONE else None
        return {"done_at": done, "status_at": saying.at}

    def draws(self, before: Record | None, room: "Reading") -> "Iterable[Drawn]":
        """A card that repeats comes back for its next round when it is done.

        Raises RuleBroken where its playbook asks for something first.
        """
        finished = TaskStatus.DONE
        if not isinstance(before, Task) or self.status != finished or before.status == finished:
            return
        if self.plan_id:
            from desktop.warroom.playbooks.ending import done  # few acts need these

            yield from done(room, self)
        from desktop.warroom.playbooks.following import next_round

        yield from ((card, {}) for card in next_round(self, room))

    def ticked(self, number: int) -> Items:
        """The checklist with one of its items turned from not done to done, or back.

        An item that another program wrote in its own way becomes one of ours.
        """
        item: Any = self.checklist[number]
        before = item if isinstance(item, dict) else {"text": str(item)}
        turned = {**before, "done": not before.get("done", False)}
        return (*self.checklist[:number], turned, *self.checklist[number + 1 :])

    @property
    def unevidenced(self) -> bool:
        """Whether it is done and nothing shows what was to show it."""
        return self.status == TaskStatus.DONE and bool(self.done_when) and not self.evidence

    def overdue(self, now_ms: int) -> bool:
        """Whether the task is late at ``now_ms`` (UTC milliseconds)."""
        return self.status != TaskStatus.DONE and self.due is not None and self.due.ms < now_ms


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Coverage(Record):
    """One media item. ``reach`` is potential, not unique; unknown reach is None, never guessed.

    ``company`` names a competitor that it is about; empty: it is about us.
    """

    kind_name = "coverage_item"
    shown_name = N_("Media item")

    outlet: str = declare(
        Shape.TEXT,
        N_("Outlet"),
        "",
        needed=True,
        also=("source", "publication", "platform", "媒體", "媒体", "來源", "来源"),
    )
    outlet_kind: OutletKind | str = declare(
        Shape.CHOICE, N_("Kind of outlet"), OutletKind.ONLINE, choices=OutletKind
    )
    channel: str = declare(Shape.TEXT, N_("Channel"), "")
    headline: str = declare(
        Shape.TEXT,
        N_("Headline"),
        "",
        needed=True,
        also=("title", "topic", "subject", "標題", "标题", "話題", "话题"),
    )
    url: str = declare(Shape.TEXT, N_("Link"), "")
    published_at: Moment | None = declare(
        Shape.MOMENT,
        N_("Published at"),
        needed=True,
        starts=Start.NOW,
        also=("date", "time", "when", "first_seen_at", "時間", "时间", "日期"),
    )
    tone: Tone | str = declare(Shape.CHOICE, N_("Tone"), Tone.NOT_RATED, choices=Tone)
    reach: int | None = declare(Shape.NUMBER, N_("Reach"))
    key_message: str = declare(Shape.TEXT, N_("Key message"), "")
    story: str = declare(Shape.TEXT, N_("Story"), "", also=("story_id", "cluster"))
    answer_due: Moment | None = declare(Shape.MOMENT, N_("Answer due"), ahead=True)
    answered_at: Moment | None = declare(Shape.MOMENT, N_("Answered at"))
    no_answer_why: str = declare(Shape.TEXT, N_("Why no answer"), "")
    tier: Tier | str = declare(Shape.CHOICE, N_("Tier of the outlet"), Tier.UNKNOWN, choices=Tier)
    prominence: Prominence | str = declare(
        Shape.CHOICE, N_("Prominence"), Prominence.UNKNOWN, choices=Prominence
    )
    carried: Carried | str = declare(
        Shape.CHOICE, N_("Our message"), Carried.UNKNOWN, choices=Carried
    )
    quoted: str = declare(Shape.TEXT, N_("Whom it quotes"), "")
    off_message: bool = declare(Shape.FLAG, N_("Quote is off message"), False)
    error: bool = declare(Shape.FLAG, N_("Holds an error"), False)
    company: str = declare(Shape.TEXT, N_("About a competitor"), "")
    claim: str = declare(Shape.LINK, N_("Repeats the claim"), "", target="claim")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Person(Record):
    """Somebody in the room or named in it; operators are chosen from these."""

    kind_name = "person"
    shown_name = N_("Person")
    company_wide = True

    name: str = declare(Shape.TEXT, N_("Name"), "", needed=True)
    role: str = declare(Shape.TEXT, N_("Role"), "")
    phone: str = declare(Shape.TEXT, N_("Phone"), "")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Sitting(Record):
    """One stretch of work at the window by one operator, from opening or hand-over."""

    kind_name = "sitting"
    shown_name = N_("Sitting")
    company_wide = True

    operator: str = declare(Shape.TEXT, N_("Operator"), "", form=False)
    opened_at: Moment | None = declare(Shape.MOMENT, N_("Opened at"), form=False)
    closed_at: Moment | None = declare(Shape.MOMENT, N_("Closed at"), form=False)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Paper(Record):
    """A numbered briefing: recorded first, rendered from the state at that record.

    What was asked for is kept, so that it can be printed again: the bottom line as somebody typed
    it, the annexes (none said: all of them), the size (``a4`` or ``letter``), whom it is for.
    """

    kind_name = "paper"
    shown_name = N_("Briefing")

    number: int | None = declare(Shape.NUMBER, N_("Number"), form=False)
    language: str = declare(Shape.TEXT, N_("Language"), "en", form=False)
    issued_at: Moment | None = declare(Shape.MOMENT, N_("Issued at"), form=False)
    bottom_line: str = declare(Shape.PROSE, N_("Bottom line"), "", form=False)
    annexes: tuple[str, ...] = declare(Shape.WORDS, N_("Annexes"), (), form=False)
    size: str = declare(Shape.TEXT, N_("Paper size"), "a4", form=False)
    distribution: tuple[str, ...] = declare(Shape.WORDS, N_("Distribution"), (), form=False)
    edition: Edition | str = declare(
        Shape.CHOICE, N_("Edition"), Edition.ROOM, choices=Edition, form=False
    )
    state: PaperState | str = declare(
        Shape.CHOICE, N_("State"), PaperState.RECORDED, choices=PaperState, form=False
    )
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Evidence(Record):
    """A file kept in the room as it came, under the hash of its bytes; records were read from it.

    ``imported_as`` is the kind of those records, ``size`` the length in bytes.
    """

    kind_name = "evidence"
    shown_name = N_("Kept file")
    company_wide = True

    name: str = declare(Shape.TEXT, N_("File"), "", form=False)
    sha256: str = declare(Shape.TEXT, N_("SHA-256"), "", form=False)
    size: int | None = declare(Shape.NUMBER, N_("Size in bytes"), form=False)
    imported_as: str = declare(Shape.TEXT, N_("Imported as"), "", form=False)


FIRST: tuple[type[Record], ...] = (  # the kinds that a start needs; ``kinds`` knows all
    Incident,
    Entry,
    Task,
    Coverage,
    StaffGroup,
    StaffMessage,
    Delivery,
    Person,
    Sitting,
    Paper,
    Evidence,
)
