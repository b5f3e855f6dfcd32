"""The picture command: one page into one file, or every page into a folder."""

from pathlib import Path

import click

from desktop.cli.frame import WRONG_USE, Asked, fail
from desktop.warroom import shown
from resources import _, ngettext, speaking, spoken


def picture(
    asked: Asked,
    room: Path | None,
    page: str,
    part: str,
    size: tuple[int, int],
    theme: str,
    language: str,
    out: Path | None,
    folder: Path | None,
) -> None:
    """Take what is asked for and say what was written."""
    if folder is not None and out is not None:
        fail(_("Name a file with -o or a folder with --all, not both."), WRONG_USE)
    if folder is not None:
        _all(asked, room, folder, size)
    elif room is None or out is None:
        fail(_("Name a room, and with -o the file; or a folder with --all."), WRONG_USE)
    else:
        from desktop.pictures import Look, parts, take_picture

        if part and part not in parts(page):
            said = _("'{part}' is no part of this page. Its parts: {parts}.")
            there = shown.listed(parts(page)) or _("none")
            fail(said.format(part=part, parts=there), WRONG_USE)
        take_picture(room, page, Look(theme, language, size, part), out, asked.clock)
        click.echo(_("Wrote {file}.").format(file=out.name))


def _all(asked: Asked, room: Path | None, folder: Path, size: tuple[int, int]) -> None:
    from desktop.pictures import take_all

    language = spoken()  # the pictures speak each in turn
    count = sum(1 for _each in take_all(room, folder, asked.clock, size=size))
    with speaking(language):
        said = ngettext("Wrote {n} picture to {folder}.", "Wrote {n} pictures to {folder}.", count)
    click.echo(said.format(n=count, folder=folder.name))
