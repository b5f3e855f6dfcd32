"""How texts are begun and written on the command line."""

from pathlib import Path
from typing import Any

import click

from desktop.cli.frame import WRONG_USE, Asked, fail, instant
from desktop.cli.statement_lines import numbered, one, opened, say
from desktop.warroom import shown
from desktop.warroom.choices import Language
from desktop.warroom.faults import RuleBroken
from desktop.warroom.moment import Moment
from desktop.warroom.room import WarRoom
from desktop.warroom.statements import desk
from desktop.warroom.statements.statement import Statement
from desktop.warroom.statements.templates import template
from resources import _


def draft(
    asked: Asked, path: Path, form: str | None, of: int | None, language: str | None, **said: Any
) -> None:
    """Begin a text from a template, or carry on text number ``of``."""
    if (form is None) == (of is None):
        fail(_("Say either --template or --of."), WRONG_USE)
    _refuse_both(said)
    with opened(asked, path, writing=True) as room:
        if form is not None:
            new = _begun(room, form, language or Language.ENGLISH, said)
        else:
            new = _carried_on(room, numbered(room, of or 0), language, said)
        say(room, new)


def write(asked: Asked, path: Path, number: int, **said: Any) -> None:
    """Change what a text says."""
    _refuse_both(said)
    with one(asked, path, number) as (room, text):
        values = _changed(text, said)
        if not values:
            fail(_("Say what to change: --title, --part, --file or --next-update."), WRONG_USE)
        room.change(text, **values)


def _begun(room: WarRoom, form: str, language: str, said: dict[str, Any]) -> Statement:
    more = _values(said)
    title, parts = more.pop("title", ""), _parts(form, said["parts"])
    return desk.begin(room, form, language, title, said=parts, **more)


def _carried_on(
    room: WarRoom, text: Statement, language: str | None, said: dict[str, Any]
) -> Statement:
    other = language is not None and language != text.language
    values = _changed(text, said)
    new = desk.in_language(room, text, language) if other and language else None
    new = new or desk.next_version(room, text)
    if values:
        room.change(new, **values)
    return new


def _changed(text: Statement, said: dict[str, Any]) -> dict[str, Any]:
    """The new values of a text that is there; parts that nobody named stay."""
    values, typed = _values(said), _parts(text.form, said["parts"])
    if typed:
        order = [*(str(each["field"]) for each in text.parts), *typed]
        held = {key: typed.get(key, text.part(key)) for key in order}
        values["parts"] = tuple({"field": key, "text": held[key]} for key in held)
    return values


def _values(said: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if said["title"] is not None:
        values["title"] = said["title"]
    if said["file"] is not None:
        values["text"] = _typed(said["file"])
    if said["next_update"] is not None:
        values["next_update_at"] = Moment.of(instant(said["next_update"]))
    return values


def _refuse_both(said: dict[str, Any]) -> None:
    if said["parts"] and said["file"]:
        fail(_("Say either --part or --file."), WRONG_USE)


def _parts(form: str, said: tuple[str, ...]) -> dict[str, str]:
    """What ``KEY=TEXT`` says, of the template's parts alone."""
    keys = [each.key for each in template(form).fields]
    found = {key.strip(): text for key, _equals, text in (each.partition("=") for each in said)}
    unknown = [key for key in found if key not in keys]
    if unknown:
        sentence = _('The template has no part "{name}". It has: {names}.')
        raise click.UsageError(sentence.format(name=unknown[0], names=shown.listed(keys)))
    return found


def _typed(file: Path) -> str:
    """The text of a file as it was typed, without the end of its last line.

    Raises RuleBroken when it cannot be read.
    """
    try:
        said = file.read_bytes().decode("utf-8-sig")
        return said.removesuffix("\n").removesuffix("\r")
    except OSError as error:
        sentence = _("{file} cannot be read: {why}.")
        raise RuleBroken(sentence.format(file=file.name, why=error.strerror)) from None
    except UnicodeDecodeError as error:
        sentence = _("Byte {n} of the file is not UTF-8.")
        raise RuleBroken(sentence.format(n=f"{error.start + 1:,}")) from None
