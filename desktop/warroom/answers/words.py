"""The closed lists of questions, inquiries, press conferences and comments."""

from desktop.warroom.choices import Choice
from resources import N_


class MessageRole(Choice):
    """The place of a message in the house: one roof, at most three pillars (practice 2.4)."""

    UMBRELLA = "umbrella", N_("Umbrella message")
    KEY = "key", N_("Key message")


class LineState(Choice):
    """How far a line of the question bank has come."""

    OPEN = "open", N_("No line yet")
    DRAFT = "draft", N_("Draft")
    APPROVED = "approved", N_("Approved")
    RETIRED = "retired", N_("No longer said")


class InquiryState(Choice):
    """What became of a journalist's question."""

    OPEN = "open", N_("Not answered yet")
    ANSWERED = "answered", N_("Answered")
    DECLINED = "declined", N_("Declined with a reason")


class CorrectionState(Choice):
    """What became of a request for correction."""

    REQUESTED = "requested", N_("Requested")
    CORRECTED = "corrected", N_("Corrected")
    REFUSED = "refused", N_("Refused")
    DROPPED = "dropped", N_("Dropped")


class Fairness(Choice):
    """Whether a comment has a point (seed 15.2)."""

    UNKNOWN = "unknown", N_("Not judged yet")
    YES = "yes", N_("Fair")
    PARTLY = "partly", N_("Partly fair")
    NO = "no", N_("Unfair")


class CommentState(Choice):
    """What became of a comment."""

    OPEN = "open", N_("Not answered yet")
    REPLIED = "replied", N_("Replied")
    NO_REPLY = "no_reply", N_("No reply")
    SPAM = "spam", N_("Spam")
    REMOVED = "removed", N_("Removed")


class Outcome(Choice):
    """How a reply was received."""

    UNKNOWN = "unknown", N_("Not known yet")
    SOLVED = "solved", N_("Solved")
    CALMED = "calmed", N_("Calmed")
    UNCHANGED = "unchanged", N_("Unchanged")
    WORSE = "worse", N_("Worse")
