"""The closed lists of review and recovery."""

from desktop.warroom.choices import Choice
from resources import N_


class Ending(Choice):
    """What a lesson was closed with; nothing else closes one (seed 20)."""

    ACTION = "action", N_("An action")
    PLAYBOOK = "playbook", N_("A change in a playbook")
    REASON = "reason", N_("A reason")


class IndicatorKind(Choice):
    """What shows whether a company has recovered (seed 6, 16 and 26)."""

    IMAGE = "image", N_("Image")
    TRUST = "trust", N_("Trust")
    COMPLAINTS = "complaints", N_("Complaint rate")
    RETURNS = "returns", N_("Returns")
    REPEAT = "repeat", N_("Repeat purchase")
    SERVICE = "service", N_("Service times")
    ORDERS = "orders", N_("Orders")
    OTHER = "other", N_("Other")


class Better(Choice):
    """In which direction an indicator becomes better."""

    UP = "higher", N_("Higher is better")
    DOWN = "lower", N_("Lower is better")


class Area(Choice):
    """What a company improves to be trusted again (seed 16.1 to 16.4)."""

    BRAND = "brand", N_("Brand")
    QUALITY = "quality", N_("Quality")
    SERVICE = "service", N_("Customer service")
    RESPONSIBILITY = "responsibility", N_("Social responsibility")
