"""Which papers there are beside the briefing."""

from desktop.warroom.choices import Choice
from resources import N_


class Sort(Choice):
    """A paper by what it is for."""

    LOG = "log", N_("Full log for the file")
    HANDOVER = "handover", N_("Shift hand-over sheet")
    REVIEW = "review", N_("Review report")
    FORMS = "forms", N_("Blank forms for a power cut")
