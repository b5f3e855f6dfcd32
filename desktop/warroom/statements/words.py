"""The closed lists of the statement desk."""

from desktop.warroom.choices import Choice
from resources import N_


class Form(Choice):
    """The ten statement templates, by the keys of the playbooks."""

    HOLDING = "ST-HOLD", N_("Holding statement")
    FULL = "ST-FULL", N_("Full statement / apology")
    UPDATE = "ST-UPD", N_("Progress update")
    CLARIFICATION = "ST-CLAR", N_("Clarification")
    RECALL = "ST-RECALL", N_("Recall notice")
    BREACH = "ST-BREACH", N_("Individual breach notice")
    STATUS = "ST-STATUS", N_("Status-page entry")
    PRESS = "ST-PRESS", N_("Press-conference opening")
    AUTHORITY = "ST-REG", N_("Report to authority")
    CLOSING = "ST-CLOSE", N_("Closing statement")
