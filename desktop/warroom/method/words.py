"""The closed lists of the method: plan, facts, audiences, team and early warning."""

from desktop.warroom.choices import Choice
from resources import N_


class Information(Choice):
    """The five kinds of information (seed 9.1 to 9.5)."""

    INCIDENT = "incident", N_("Incident information")
    INTERNAL = "internal", N_("Internal company information")
    EXTERNAL = "external", N_("External environment information")
    CUSTOMER = "customer", N_("Customer feedback")
    MEDIA = "media", N_("Media coverage information")


class Aim(Choice):
    """The three objectives (seed 10.1)."""

    CONTROL = "control", N_("Control the situation")
    IMAGE = "image", N_("Protect the image")
    LOSSES = "losses", N_("Recover losses")


class Strategy(Choice):
    """The three strategies (seed 10.2)."""

    CLARIFY = "clarify", N_("Clarify")
    APOLOGISE = "apologise", N_("Apologise and compensate")
    PUBLICITY = "publicity", N_("Crisis publicity")


class Cluster(Choice):
    """Whom people hold responsible (Coombs' SCCT; practice 2.1)."""

    VICTIM = "victim", N_("Victim")
    ACCIDENTAL = "accidental", N_("Accidental")
    PREVENTABLE = "preventable", N_("Preventable")


class Reputation(Choice):
    """How the company stood before the crisis (practice 2.1)."""

    GOOD = "good", N_("Good")
    NEUTRAL = "neutral", N_("Neutral")
    POOR = "poor", N_("Poor")


class Known(Choice):
    """The answer to a question that may still be open; unknown counts as the worst plausible."""

    UNKNOWN = "unknown", N_("Not known yet")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class MeasureKind(Choice):
    """What a company can do towards the outside (seed 10.3 and 12)."""

    STATEMENT = "statement", N_("Issue a statement")
    APOLOGY = "apology", N_("Apologise and compensate")
    PRESS = "press", N_("Press conference")
    MEDIA = "media", N_("Media relations")
    SOCIAL = "social", N_("Use of social media")
    RECALL = "recall", N_("Product recall")
    POSITIVE = "positive", N_("Publish positive information")


class Progress(Choice):
    """How far a measure has come."""

    PLANNED = "planned", N_("Planned")
    RUNNING = "running", N_("Under way")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


class AudienceKind(Choice):
    """Who must hear from us, affected customers first (seed 6.1)."""

    CUSTOMERS_AFFECTED = "customers_affected", N_("Affected customers")
    CUSTOMERS_ALL = "customers_all", N_("All customers")
    PUBLIC = "public", N_("General public")
    MEDIA = "media", N_("Media")
    REGULATOR = "regulator", N_("Regulator")
    EMPLOYEES = "employees", N_("Employees")
    FRONTLINE = "frontline", N_("Frontline staff")
    MERCHANTS = "merchants", N_("Merchants")
    SUPPLIERS = "suppliers", N_("Suppliers")
    PARTNERS = "partners", N_("Partners (payment, logistics, cloud)")
    INVESTORS = "investors", N_("Investors")
    INFLUENCERS = "influencers", N_("Influencers and hosts")


class Stance(Choice):
    """How somebody stands towards us."""

    UNKNOWN = "unknown", N_("Not known yet")
    SUPPORTIVE = "supportive", N_("Supportive")
    NEUTRAL = "neutral", N_("Neutral")
    CRITICAL = "critical", N_("Critical of us")
    HOSTILE = "hostile", N_("Hostile")


class Sale(Choice):
    """Where the sale of a product stands."""

    ON_SALE = "on_sale", N_("On sale")
    STOPPED = "stopped", N_("Sale stopped")
    WITHDRAWN = "withdrawn", N_("Withdrawn")
    RECALLED = "recalled", N_("Recalled")


class Verdict(Choice):
    """What became of a claim about us."""

    OPEN = "open", N_("Not checked yet")
    TRUE = "true", N_("True")
    PARTLY = "partly", N_("Partly true")
    FALSE = "false", N_("False")


class Running(Choice):
    """How a service runs."""

    UP = "up", N_("Running")
    DEGRADED = "degraded", N_("Impaired")
    DOWN = "down", N_("Down")


class SignalKind(Choice):
    """Where an early warning comes from (seed 8.1 to 8.3 and 32)."""

    COMPLAINT = "complaint", N_("Customer complaint")
    COMMENT = "negative_comment", N_("Negative comment")
    MEDIA = "media_report", N_("Media report")
    INDUSTRY = "industry", N_("Industry news")


class Triage(Choice):
    """What was decided about a signal."""

    NEW = "new", N_("Not looked at")
    WATCHED = "watched", N_("Watched")
    ANSWERED = "answered", N_("Answered")
    NO_ACTION = "no_action", N_("Nothing to do")
    ESCALATED = "escalated", N_("Escalated to an incident")
