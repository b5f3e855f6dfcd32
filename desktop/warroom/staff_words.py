"""The closed lists of what employees ask, hear and feel."""

from desktop.warroom.choices import Choice
from resources import N_


class Verdict(Choice):
    """What a rumour turned out to be."""

    OPEN = "open", N_("Not judged yet")
    TRUE = "true", N_("True")
    PARTLY = "partly", N_("Partly true")
    FALSE = "false", N_("False")


class Spread(Choice):
    """How far a rumour had come when it was heard."""

    ONE = "one", N_("One person")
    TEAM = "team", N_("One team")
    TEAMS = "teams", N_("Several teams")
    COMPANY = "company", N_("The whole company")
    OUTSIDE = "outside", N_("Outside the company")


class Stage(Choice):
    """How far a rumour has travelled in our hands, from heard to told."""

    HEARD = "heard", N_("Heard")
    JUDGED = "judged", N_("Judged")
    ANSWERED = "answered", N_("Answer ready")
    TOLD = "told", N_("Groups told")
