"""What is asked of a briefing: the fields of its form, and the paper that was typed into them."""

from collections.abc import Iterable, Mapping

from desktop.warroom.briefing import drafted
from desktop.warroom.briefing.annexes import NONE, Annex
from desktop.warroom.choices import Choice, Edition, Language
from desktop.warroom.records import Paper
from desktop.warroom.room import WarRoom
from resources import _, spoken
from widgets.editors import NO, YES, FormField

_ANNEX = "annex-"
KEPT = ("bottom_line", "distribution")  # what is typed for one edition, and kept for it alone


def draft(edition: Edition) -> str:
    """Under which name the half-typed form of an edition is kept: none reads another's words."""
    return "briefing" if edition is Edition.ROOM else f"briefing-{edition.value}"


def started(room: WarRoom, edition: Edition, typed: Mapping[str, str]) -> dict[str, str]:
    """The texts that the form of an edition starts with: what was typed goes on, its own words."""
    begun = {"language": spoken(), "size": "a4", **{_ANNEX + each.value: YES for each in Annex}}
    own = _kept(room, edition)
    return {**begun, **typed, **own, "edition": edition.value}


def keep(room: WarRoom, edition: Edition, values: Mapping[str, str]) -> None:
    """Keep what is typed for an edition; the bottom line of the room's own has its own place."""
    if room.why_read_only:
        return
    typed = {name: values.get(name, "") for name in KEPT}
    if edition is Edition.ROOM:
        drafted.keep(room, typed.pop("bottom_line"))
    room.keep_form(draft(edition), {name: text for name, text in typed.items() if text.strip()})


def _kept(room: WarRoom, edition: Edition) -> dict[str, str]:
    kept = room.kept_form(draft(edition))
    found = {name: kept.get(name, "") for name in KEPT}
    if edition is Edition.ROOM:
        found["bottom_line"] = drafted.drafted(room)
    return found


def fields(texts: Mapping[str, str]) -> tuple[FormField, ...]:
    """The form, in the order in which it is filled in."""
    sizes = (("a4", "A4"), ("letter", _("Letter")))
    return (
        FormField("edition", _("Edition"), "choice", _named(Edition), texts["edition"]),
        FormField("language", _("Language"), "choice", _named(Language), texts["language"]),
        FormField(
            "bottom_line",
            _("Bottom line"),
            "prose",
            value=texts["bottom_line"],
            hint=_("three sentences; left empty, they are built from the record"),
        ),
        FormField("distribution", _("Distribution"), "words", value=texts["distribution"]),
        FormField("size", _("Paper size"), "choice", sizes, texts["size"]),
        *(
            FormField(
                _ANNEX + each.value,
                _("Annex: {title}").format(title=each.shown),
                "flag",
                value=texts[_ANNEX + each.value],
            )
            for each in Annex
        ),
    )


def wanted(values: Mapping[str, str]) -> Paper:
    """The paper that a form asks for."""
    annexes = tuple(each.value for each in Annex if values[_ANNEX + each.value] != NO)
    whole = len(annexes) == len(Annex)
    return Paper(
        edition=Edition(values["edition"]),
        language=values["language"],
        size=values["size"],
        bottom_line=values["bottom_line"],
        distribution=tuple(_words(values["distribution"])),
        annexes=() if whole else annexes or (NONE,),
    )


def _named(choices: Iterable[Choice]) -> tuple[tuple[str, str], ...]:
    return tuple((each.value, each.shown) for each in choices)


def _words(text: str) -> Iterable[str]:
    for comma in "，、":
        text = text.replace(comma, ",")
    return filter(None, map(str.strip, text.split(",")))
