"""The closed lists of the method: what a field may hold, and the word a user reads for it."""

from enum import StrEnum
from typing import Self

from resources import N_, _


class Choice(StrEnum):
    """One value of a closed list, stored by its key and shown by its word."""

    word: str

    def __new__(cls, key: str, word: str = "") -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.word = word
        return member

    @property
    def shown(self) -> str:
        """The word in the language spoken now."""
        return _(self.word)


def shown(value: str) -> str:
    """The word for a choice; a key that this version does not know is shown as it is."""
    return value.shown if isinstance(value, Choice) else value


class CrisisType(Choice):
    """The four crisis types of the course (seed 5.1 to 5.4)."""

    PRODUCT_QUALITY = "product_quality", N_("Product quality")
    DATA_LEAK = "data_leak", N_("Personal-data leak")
    NEGATIVE_OPINION = "negative_opinion", N_("Negative public opinion")
    PLATFORM_SECURITY = "platform_security", N_("Platform outage or attack")


class SubType(Choice):
    """What sort of crisis of its type (seed 5.1 to 5.4); rumour and boycott are ours."""

    COUNTERFEIT = "counterfeit", N_("Counterfeit or shoddy goods")
    DEFECT = "defect", N_("Product defect")
    FOOD_SAFETY = "food", N_("Food safety")
    CLAIM = "claim", N_("Claim about us")
    RUMOUR = "rumour", N_("Rumour")
    BOYCOTT = "boycott", N_("Boycott")
    OUTAGE = "outage", N_("System failure")
    DATA_LOSS = "data_loss", N_("Data loss")
    ATTACK = "attack", N_("Cyber attack")

    @property
    def type(self) -> CrisisType:
        """The type that it is a part of."""
        return _TYPE_OF[self]


_TYPE_OF = {
    SubType.COUNTERFEIT: CrisisType.PRODUCT_QUALITY,
    SubType.DEFECT: CrisisType.PRODUCT_QUALITY,
    SubType.FOOD_SAFETY: CrisisType.PRODUCT_QUALITY,
    SubType.CLAIM: CrisisType.NEGATIVE_OPINION,
    SubType.RUMOUR: CrisisType.NEGATIVE_OPINION,
    SubType.BOYCOTT: CrisisType.NEGATIVE_OPINION,
    SubType.OUTAGE: CrisisType.PLATFORM_SECURITY,
    SubType.DATA_LOSS: CrisisType.PLATFORM_SECURITY,
    SubType.ATTACK: CrisisType.PLATFORM_SECURITY,
}


class Phase(Choice):
    """The four phases of a crisis (seed 22.1 to 22.4)."""

    PREVENTION = "prevention", N_("Prevention")
    EMERGENCY = "emergency", N_("Emergency")
    HANDLING = "handling", N_("Handling")
    RECOVERY = "recovery", N_("Recovery")


class Severity(Choice):
    """Four levels; the highest is assumed when in doubt (practice 2.11)."""

    CRITICAL = "1", N_("Level 1 – Critical")
    MAJOR = "2", N_("Level 2 – Major")
    MODERATE = "3", N_("Level 3 – Moderate")
    MINOR = "4", N_("Level 4 – Minor")


class Classification(Choice):
    """Who may read the room's papers."""

    OPEN = "open", N_("Open")
    INTERNAL = "internal", N_("Internal")
    RESTRICTED = "restricted", N_("Restricted")
    PRIVILEGED = "privileged", N_("Legally privileged")


class Edition(Choice):
    """For whom a briefing is written; the first tells what the room's classification allows."""

    ROOM = "room", N_("As classified")
    BOARD = "board", N_("For the board")
    LEGAL = "legal", N_("For counsel")
    STAFF = "staff", N_("For staff")
    MEDIA = "media", N_("For the media")


class EntryKind(Choice):
    """What a line of the timeline is about."""

    FACT = "fact", N_("Fact")
    DECISION = "decision", N_("Decision")
    TASK = "task", N_("Task")
    MEDIA = "media", N_("Media")
    STATEMENT = "statement", N_("Statement")
    STAFF = "staff", N_("Staff")
    RUMOUR = "rumour", N_("Rumour")
    SIGNAL = "signal", N_("Signal")
    NOTE = "note", N_("Note")


class Certainty(Choice):
    """How sure we are of what an entry says."""

    UNCONFIRMED = "unconfirmed", N_("Unconfirmed")
    CONFIRMED = "confirmed", N_("Confirmed")
    DISPUTED = "disputed", N_("Disputed")
    REFUTED = "refuted", N_("Refuted")


class TaskStatus(Choice):
    """The four columns of the task board."""

    TODO = "todo", N_("To do")
    DOING = "doing", N_("Doing")
    BLOCKED = "blocked", N_("Blocked")
    DONE = "done", N_("Done")


class Tone(Choice):
    """How a media item speaks of us; "not rated" never counts as neutral."""

    NOT_RATED = "not_rated", N_("Not rated")
    NEGATIVE = "negative", N_("Negative")
    NEUTRAL = "neutral", N_("Neutral")
    POSITIVE = "positive", N_("Positive")
    MIXED = "mixed", N_("Mixed")


class OutletKind(Choice):
    """What sort of outlet published an item (seed 11.3)."""

    PAPER = "paper", N_("Newspaper")
    TV = "tv", N_("Television")
    RADIO = "radio", N_("Radio")
    ONLINE = "online", N_("Online")
    WIRE = "wire", N_("News agency")
    SOCIAL = "social", N_("Social media")


class Tier(Choice):
    """How large an outlet is (practice 2.11); unknown counts as the first tier."""

    UNKNOWN = "unknown", N_("Not known yet")
    FIRST = "1", N_("National or first tier")
    SECOND = "2", N_("Regional or second tier")
    NONE = "0", N_("None or smaller")


class Prominence(Choice):
    """Where in a media item we stand (practice 2.5)."""

    UNKNOWN = "unknown", N_("Not rated")
    HEADLINE = "headline", N_("Headline")
    LEAD = "lead", N_("Lead")
    BODY = "body", N_("Body")
    PASSING = "passing", N_("In passing")


class Carried(Choice):
    """Whether a media item carries one of our key messages (practice 2.5)."""

    UNKNOWN = "unknown", N_("Not rated")
    RIGHT = "right", N_("Carried correctly")
    WRONG = "wrong", N_("Carried wrongly")
    NONE = "none", N_("Not carried")


class Channel(Choice):
    """The way a message travels (seed 11 and 18)."""

    WEBSITE = "website", N_("Official website")
    SOCIAL = "social", N_("Social media")
    TRADITIONAL = "traditional", N_("Traditional media")
    PRESS = "press", N_("Press conference")
    APP = "app", N_("In-app notice")
    SMS = "sms", N_("SMS")
    EMAIL = "email", N_("E-mail")
    HOTLINE = "hotline", N_("Hotline")
    STATUS_PAGE = "status_page", N_("Status page")
    INTRANET = "intranet", N_("Intranet")
    CHAT = "im", N_("Workplace chat")
    HUDDLE = "huddle", N_("Team huddle")
    PAPER = "paper", N_("Paper or notice board")
    CALL = "call", N_("Phone call")
    OTHER = "other", N_("Another channel")


class Language(Choice):
    """The languages that texts are written in."""

    ENGLISH = "en", N_("English")
    TRADITIONAL = "zh_TW", N_("Traditional Chinese")
    SIMPLIFIED = "zh_CN", N_("Simplified Chinese")


class Standing(Choice):
    """How far a public text or a staff message has come."""

    DRAFT = "draft", N_("Draft")
    REVIEW = "review", N_("In review")
    APPROVED = "approved", N_("Approved")
    RELEASED = "released", N_("Released")
    SUPERSEDED = "superseded", N_("Superseded")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class PaperState(Choice):
    """What became of a numbered briefing."""

    RECORDED = "recorded", N_("Recorded, not yet written")
    WRITTEN = "written", N_("Written")
    NOT_WRITTEN = "not_written", N_("Not written")


class Role(Choice):
    """Who answers for what in a crisis team (seed 7.2; the keys are those of the playbooks)."""

    CRISIS_LEAD = "crisis_lead", N_("Crisis lead")
    COMMS_LEAD = "comms_lead", N_("Communications lead")
    SPOKESPERSON = "spokesperson", N_("Spokesperson")
    LOGGIST = "loggist", N_("Loggist")
    MEDIA_MONITOR = "media_monitor", N_("Media monitor")
    MEDIA_RELATIONS = "media_relations", N_("Media relations")
    SOCIAL = "social", N_("Social media lead")
    CUSTOMER_SERVICE = "customer_service", N_("Customer service lead")
    INTERNAL_COMMS = "internal_comms", N_("Internal communication lead")
    HR = "hr", N_("Human resources")
    LEGAL = "legal", N_("Legal and compliance")
    PRIVACY = "privacy", N_("Privacy officer")
    QUALITY = "quality", N_("Quality lead")
    SUPPLY = "supply", N_("Supply chain and warehouse")
    TECH = "tech", N_("Technology lead")
    SECURITY = "security", N_("Information security lead")
    MARKETPLACE = "marketplace", N_("Marketplace operations")
    FINANCE = "finance", N_("Finance")
    GOVERNMENT = "government", N_("Government relations")
    EXECUTIVE = "executive", N_("Executive sponsor")
    ANALYST = "analyst", N_("Analyst")


class Step(Choice):
    """The 3 + 3 + 3 + 4 steps of the four phases (seed 23 to 26)."""

    IDENTIFY = "prevention.identify", N_("Risk identification")
    ASSESS = "prevention.assess", N_("Risk assessment")
    CONTROL = "prevention.control", N_("Risk control")
    REACT = "emergency.react", N_("Rapid response")
    COLLECT = "emergency.collect", N_("Information collection")
    ANALYSE = "emergency.analyse", N_("Assessment and analysis")
    PLAN = "handling.plan", N_("Draw up the plan")
    EXECUTE = "handling.execute", N_("Carry out measures")
    EVALUATE = "handling.evaluate", N_("Evaluate the effect")
    REBUILD = "recovery.rebuild", N_("Rebuild the image")
    COMMUNICATE = "recovery.communicate", N_("Strengthen communication")
    SERVICE = "recovery.service", N_("Improve service")
    LEARN = "recovery.learn", N_("Learn lessons")

    @property
    def phase(self) -> Phase:
        """The phase that the step belongs to."""
        return Phase(self.value.partition(".")[0])
