"""The kinds of record that files are read as: their plural words, and what makes two the same."""

from desktop.warroom import shown
from desktop.warroom.answers.comments import Comment, Removal, ReplyTemplate
from desktop.warroom.answers.inquiries import Correction, Inquiry
from desktop.warroom.answers.lines import Answer, KeyMessage, ProofPoint
from desktop.warroom.answers.press import PressConference, PressQuestion, RunLine, WhatIf
from desktop.warroom.exchange.names import PLURALS
from desktop.warroom.faults import RuleBroken
from desktop.warroom.kinds import KINDS
from desktop.warroom.method.assessment import Assessment
from desktop.warroom.method.clocks import Clock
from desktop.warroom.method.exercises import Exercise, Finding
from desktop.warroom.method.facts import Fact, FactSource
from desktop.warroom.method.media import MediaContact, MediaMeeting, PressKit
from desktop.warroom.method.plan import Audience, Measure, Objective
from desktop.warroom.method.risks import Control, Risk
from desktop.warroom.method.signals import Signal
from desktop.warroom.method.subjects import Claim, LeakedData, Product, Service
from desktop.warroom.method.team import Duty, Post
from desktop.warroom.method.working_days import CalendarDay
from desktop.warroom.outlook import DecisionNeeded, Forecast
from desktop.warroom.records import (
    Coverage,
    Delivery,
    Entry,
    Person,
    Record,
    StaffGroup,
    StaffMessage,
    Task,
)
from desktop.warroom.review.cases import Case
from desktop.warroom.review.records import Lesson, Review
from desktop.warroom.review.recovery import Improvement, Indicator, IndicatorReading
from desktop.warroom.staff_receipts import Receipt
from desktop.warroom.staff_roster import Shift, StaffMember
from desktop.warroom.staff_support import Pulse, Referral, Thanks, Training
from desktop.warroom.staff_voices import Rumour, StaffQuestion
from desktop.warroom.statements.release import Release
from desktop.warroom.statements.remedies import AffectedCount, Remedy
from desktop.warroom.statements.statement import Statement
from resources import _, ngettext

NAMES: dict[str, type[Record]] = {plural: KINDS[name] for plural, name in PLURALS.items()}
SAME: dict[type[Record], tuple[str, ...]] = {  # records equal in all of these are one
    Entry: ("happened_at", "source", "text"),
    Task: ("due", "owner", "title"),
    Coverage: ("published_at", "outlet", "headline"),
    StaffGroup: ("name",),
    StaffMessage: ("sent_at", "title", "text"),
    Delivery: ("reported_at", "message", "group", "reached", "missed", "confirmed", "read"),
    Person: ("name", "role"),
    Fact: ("bucket", "subject"),
    FactSource: ("fact", "source", "says"),
    Product: ("name", "batch"),
    LeakedData: ("data",),
    Claim: ("text", "source"),
    Service: ("name",),
    Assessment: ("assessed_at",),
    Objective: ("text",),
    Audience: ("who", "name"),
    Measure: ("at", "text"),
    Post: ("role", "person"),
    Duty: ("person", "begun_at"),
    Signal: ("received_at", "source", "text"),
    Risk: ("title",),
    Control: ("risk", "text"),
    MediaContact: ("name", "outlet"),
    PressKit: ("title", "language", "version"),
    MediaMeeting: ("title",),
    Exercise: ("held_at", "scenario"),
    Finding: ("exercise", "text"),
    Clock: ("title", "template", "due"),
    CalendarDay: ("jurisdiction", "day"),
    Statement: ("title", "language", "text"),
    Release: ("at", "channel", "where", "sha256"),
    Remedy: ("what", "to_whom"),
    AffectedCount: ("who", "as_of"),
    KeyMessage: ("text",),
    ProofPoint: ("message", "text"),
    Answer: ("question", "language"),
    Inquiry: ("received_at", "outlet", "question"),
    Correction: ("asked_at", "outlet", "wrong"),
    PressConference: ("title", "starts_at"),
    RunLine: ("conference", "minute", "content"),
    WhatIf: ("conference", "happens"),
    PressQuestion: ("conference", "at", "question"),
    Comment: ("posted_at", "platform", "text"),
    Removal: ("comment", "at"),
    ReplyTemplate: ("title", "language"),
    StaffMember: ("number", "name", "group"),
    Shift: ("starts_at", "group"),
    Receipt: ("message", "member", "reached_at", "read_at", "confirmed_at", "unreachable_why"),
    StaffQuestion: ("asked_at", "question", "group"),
    Rumour: ("heard_at", "text"),
    Pulse: ("at", "group"),
    Training: ("held_at", "what", "group", "member"),
    Referral: ("at", "to_whom", "group"),
    Thanks: ("at", "to_whom", "what_for"),
    Review: ("held_at", "by"),
    Lesson: ("text",),
    Indicator: ("name",),
    IndicatorReading: ("indicator", "at", "value"),
    Improvement: ("area", "action"),
    Case: ("company", "year", "cause"),
    Forecast: ("course", "as_of"),
    DecisionNeeded: ("question",),
}


def kind_called(name: str) -> type[Record]:
    """The kind of a plural word. Raises RuleBroken, with the words there are."""
    try:
        return NAMES[name]
    except KeyError:
        raise RuleBroken(
            _('"{name}" is no kind of record. Write one of: {names}.').format(
                name=name, names=shown.listed(NAMES)
            )
        ) from None


def name_of(kind: type[Record]) -> str:
    """The plural word of a kind, as the command line and the settings have it."""
    return next(name for name, each in NAMES.items() if each is kind)


def shown_plural(kind: type[Record]) -> str:
    """The plural word of a kind, as a user reads it."""
    return {
        Entry: _("Timeline"),
        Task: _("Tasks"),
        Coverage: _("Media coverage"),
        StaffGroup: _("Staff groups"),
        StaffMessage: _("Staff messages"),
        Delivery: _("Deliveries"),
        Person: _("People"),
        Fact: _("Facts"),
        FactSource: _("Sources of facts"),
        Product: _("Products"),
        LeakedData: _("Leaked data"),
        Claim: _("Claims"),
        Service: _("Services"),
        Assessment: _("Assessments"),
        Objective: _("Objectives"),
        Audience: _("Audiences"),
        Measure: _("Measures"),
        Post: _("Roles in the team"),
        Duty: _("Duties"),
        Signal: _("Signals"),
        Risk: _("Risks"),
        Control: _("Controls"),
        MediaContact: _("Media contacts"),
        PressKit: _("Press kits"),
        MediaMeeting: _("Media briefings"),
        Exercise: _("Crisis exercises"),
        Finding: _("Exercise findings"),
        Clock: _("Clocks"),
        CalendarDay: _("Days of a calendar"),
        Statement: _("Public statements"),
        Release: _("Releases"),
        Remedy: _("Remedies"),
        AffectedCount: _("Counts of people affected"),
        KeyMessage: _("Key messages"),
        ProofPoint: _("Proof points"),
        Answer: _("Questions and answers"),
        Inquiry: _("Media inquiries"),
        Correction: _("Correction requests"),
        PressConference: _("Press conferences"),
        RunLine: _("Lines of the run sheet"),
        WhatIf: _("What-ifs"),
        PressQuestion: _("Questions at press conferences"),
        Comment: _("Comments"),
        Removal: _("Removals of comments"),
        ReplyTemplate: _("Reply templates"),
        StaffMember: _("Staff members"),
        Shift: _("Shifts"),
        Receipt: _("Receipts"),
        StaffQuestion: _("Questions of employees"),
        Rumour: _("Rumours"),
        Pulse: _("Team pulses"),
        Training: _("Trainings"),
        Referral: _("Referrals to support"),
        Thanks: _("Words of thanks"),
        Review: _("Post-crisis reviews"),
        Lesson: _("Lessons"),
        Indicator: _("Recovery indicators"),
        IndicatorReading: _("Readings of indicators"),
        Improvement: _("Improvement actions"),
        Case: _("Cases"),
        Forecast: _("Forecasts"),
        DecisionNeeded: _("Decisions needed"),
    }[kind]


def counted(kind: type[Record], n: int) -> str:
    """``1 entry``, ``19 entries``."""
    return {
        Entry: ngettext("{n} entry", "{n} entries", n),
        Task: ngettext("{n} task", "{n} tasks", n),
        Coverage: ngettext("{n} media item", "{n} media items", n),
        StaffGroup: ngettext("{n} staff group", "{n} staff groups", n),
        StaffMessage: ngettext("{n} staff message", "{n} staff messages", n),
        Delivery: ngettext("{n} delivery", "{n} deliveries", n),
        Person: ngettext("{n} person", "{n} people", n),
        Fact: ngettext("{n} fact", "{n} facts", n),
        FactSource: ngettext("{n} source of a fact", "{n} sources of facts", n),
        Product: ngettext("{n} product", "{n} products", n),
        LeakedData: ngettext("{n} kind of leaked data", "{n} kinds of leaked data", n),
        Claim: ngettext("{n} claim", "{n} claims", n),
        Service: ngettext("{n} service", "{n} services", n),
        Assessment: ngettext("{n} assessment", "{n} assessments", n),
        Objective: ngettext("{n} objective", "{n} objectives", n),
        Audience: ngettext("{n} audience", "{n} audiences", n),
        Measure: ngettext("{n} measure", "{n} measures", n),
        Post: ngettext("{n} role in the team", "{n} roles in the team", n),
        Duty: ngettext("{n} duty", "{n} duties", n),
        Signal: ngettext("{n} signal", "{n} signals", n),
        Risk: ngettext("{n} risk", "{n} risks", n),
        Control: ngettext("{n} control", "{n} controls", n),
        MediaContact: ngettext("{n} media contact", "{n} media contacts", n),
        PressKit: ngettext("{n} press kit", "{n} press kits", n),
        MediaMeeting: ngettext("{n} media briefing", "{n} media briefings", n),
        Exercise: ngettext("{n} crisis exercise", "{n} crisis exercises", n),
        Finding: ngettext("{n} exercise finding", "{n} exercise findings", n),
        Clock: ngettext("{n} clock", "{n} clocks", n),
        CalendarDay: ngettext("{n} day of a calendar", "{n} days of a calendar", n),
        Statement: ngettext("{n} public statement", "{n} public statements", n),
        Release: ngettext("{n} release", "{n} releases", n),
        Remedy: ngettext("{n} remedy", "{n} remedies", n),
        AffectedCount: ngettext("{n} count of people affected", "{n} counts of people affected", n),
        KeyMessage: ngettext("{n} key message", "{n} key messages", n),
        ProofPoint: ngettext("{n} proof point", "{n} proof points", n),
        Answer: ngettext("{n} question and answer", "{n} questions and answers", n),
        Inquiry: ngettext("{n} media inquiry", "{n} media inquiries", n),
        Correction: ngettext("{n} correction request", "{n} correction requests", n),
        PressConference: ngettext("{n} press conference", "{n} press conferences", n),
        RunLine: ngettext("{n} line of the run sheet", "{n} lines of the run sheet", n),
        WhatIf: ngettext("{n} what-if", "{n} what-ifs", n),
        PressQuestion: ngettext(
            "{n} question at a press conference", "{n} questions at press conferences", n
        ),
        Comment: ngettext("{n} comment", "{n} comments", n),
        Removal: ngettext("{n} removal of a comment", "{n} removals of comments", n),
        ReplyTemplate: ngettext("{n} reply template", "{n} reply templates", n),
        StaffMember: ngettext("{n} staff member", "{n} staff members", n),
        Shift: ngettext("{n} shift", "{n} shifts", n),
        Receipt: ngettext("{n} receipt", "{n} receipts", n),
        StaffQuestion: ngettext("{n} question of employees", "{n} questions of employees", n),
        Rumour: ngettext("{n} rumour", "{n} rumours", n),
        Pulse: ngettext("{n} team pulse", "{n} team pulses", n),
        Training: ngettext("{n} training", "{n} trainings", n),
        Referral: ngettext("{n} referral to support", "{n} referrals to support", n),
        Thanks: ngettext("{n} word of thanks", "{n} words of thanks", n),
        Review: ngettext("{n} post-crisis review", "{n} post-crisis reviews", n),
        Lesson: ngettext("{n} lesson", "{n} lessons", n),
        Indicator: ngettext("{n} recovery indicator", "{n} recovery indicators", n),
        IndicatorReading: ngettext("{n} reading of an indicator", "{n} readings of indicators", n),
        Improvement: ngettext("{n} improvement action", "{n} improvement actions", n),
        Case: ngettext("{n} case", "{n} cases", n),
        Forecast: ngettext("{n} forecast", "{n} forecasts", n),
        DecisionNeeded: ngettext("{n} decision needed", "{n} decisions needed", n),
    }[kind].format(n=f"{n:,}")
