"""The annexes of a briefing, at choice: chronology, coverage, statements, who was told, more."""

from collections.abc import Iterator

from desktop.warroom import shown
from desktop.warroom.briefing.annex import annex
from desktop.warroom.briefing.chronology import timeline
from desktop.warroom.briefing.desk import in_force
from desktop.warroom.briefing.material import Material
from desktop.warroom.briefing.media import coverage
from desktop.warroom.briefing.method import audiences, objectives, team
from desktop.warroom.briefing.released import released
from desktop.warroom.briefing.tables import Plain, filled, said, table
from desktop.warroom.choices import Choice
from desktop.warroom.choices import shown as word
from desktop.warroom.faults import RuleBroken
from resources import N_, _

NONE = "none"  # what a paper keeps that was asked for without any
_LETTERS = "ABCDEFG"


class Annex(Choice):
    """What may stand behind the twelve sections."""

    CHRONOLOGY = "chronology", N_("Chronology")
    COVERAGE = "coverage", N_("Coverage list")
    STATEMENTS = "statements", N_("Statements in force")
    TOLD = "told", N_("Who was told")
    PLAN = "plan", N_("Plan and team")
    FILES = "files", N_("Attachments")


def chosen(names: tuple[str, ...]) -> tuple[Annex, ...]:
    """The annexes that a paper asks for; it says none by ``none``, and all by saying nothing.

    Raises RuleBroken for a word that is no annex.
    """
    if not names:
        return tuple(Annex)
    known = {str(each): each for each in Annex}
    for name in names:
        if name != NONE and name not in known:
            words = shown.listed((*known, NONE))
            raise RuleBroken(
                _('"{name}" is no annex. Write one of: {names}.').format(name=name, names=words)
            )
    return tuple(each for each in Annex if each.value in names)


def annexes(material: Material) -> Iterator[Plain]:
    """The annexes that tell something, lettered without gaps."""
    asked = chosen(material.paper.annexes)
    found = [(each, filled([*_parts(each, material)])) for each in asked]
    told = [(each, parts) for each, parts in found if parts]
    for letter, (each, parts) in zip(_LETTERS, told, strict=False):
        yield {"number": letter, "title": each.shown, "parts": parts, "none": ""}


def _parts(annex_: Annex, material: Material) -> Iterator[Plain]:
    match annex_:
        case Annex.CHRONOLOGY:
            yield timeline(material)
        case Annex.COVERAGE:
            yield coverage(material.coverage, material.changes)
        case Annex.STATEMENTS:
            paper = str(material.incident.classification)
            yield in_force(material.desk, paper, material.as_of)
            yield from released(material.desk)
        case Annex.TOLD:
            yield _messages(material)
            yield audiences(material.method, material.as_of)
        case Annex.PLAN:
            yield objectives(material.method, material.changes)
            yield team(material.method)
        case Annex.FILES:
            yield annex(material)


def _messages(material: Material) -> Plain:
    """The messages that staff were sent, the earliest first."""
    sent = [each for each in material.messages if each.sent_at]
    mine = sorted(sent, key=lambda each: each.sent_at.ms if each.sent_at else 0)
    names = {group.id: group.name for group in material.groups}
    rows = [
        [
            said(each.sent_at),
            each.title,
            word(each.channel),
            shown.listed(names.get(group, "") for group in each.groups) or _("all groups"),
            each.author,
        ]
        for each in mine
    ]
    head = [_("Sent at"), _("Message"), _("Channel"), _("Groups"), _("Author")]
    widths = ["auto", "2fr", "auto", "2fr", "1fr"]
    marks = material.changes.marks(mine)
    return table(_("Messages to employees"), head, widths, rows, marks=marks)
