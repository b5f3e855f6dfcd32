"""The closed lists of a message to staff: its templates, and how a report on it came about."""

from desktop.warroom.choices import Choice
from resources import N_


class StaffForm(Choice):
    """The eighteen templates of messages to staff, by the keys of the playbooks."""

    FIRST_ALERT = "EM-01", N_("First alert to all staff")
    MANAGERS = "EM-02", N_("Manager briefing pack")
    FRONTLINE = "EM-03", N_("Frontline script (customer service, stores, couriers)")
    ANSWERS = "EM-04", N_("Q&A update")
    RUMOUR = "EM-05", N_("Rumour correction")
    CONFIDENCE = "EM-06", N_("Message of confidence from the CEO")
    HANDOVER = "EM-07", N_("Shift handover brief")
    FAMILY = "EM-08", N_("Talking points for family and friends; social-media rule")
    PULSE = "EM-09", N_("Pulse check invitation")
    CLOSING = "EM-10", N_("Closing, thanks and lessons")
    STOP_SHIP = "EM-Q1", N_("Stop-ship order")
    RECALL_DESK = "EM-Q2", N_("Recall desk instructions")
    NEED_TO_KNOW = "EM-L1", N_("Need-to-know and evidence notice")
    CREDENTIALS = "EM-L2", N_("Credential reset instruction")
    FREEZE = "EM-N1", N_("Posting freeze for executives, hosts and stores")
    CONDUCT = "EM-N2", N_("Conduct reminder and support for attacked colleagues")
    ENGINEERS = "EM-P1", N_("Engineering roster and rest rule")
    WORKAROUND = "EM-P2", N_("Manual work-around for merchants and couriers")


class ToldHow(Choice):
    """Who says that people were told; what a supervisor counts is marked as reported."""

    SUPERVISOR = "supervisor", N_("Reported by a supervisor")
    SYSTEM = "system", N_("By the system that sent it")
    PERSON = "person", N_("By each person")
