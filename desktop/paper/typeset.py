"""Typst: plain data in, PDF or page pictures out; the bundled faces only, and no network."""

import json
from datetime import UTC, datetime
from typing import Any, Final, Literal

import typst

from resources import path

STANDARDS: Final[tuple[Literal["a-2a"], Literal["ua-1"]]] = ("a-2a", "ua-1")


def pdf(content: dict[str, Any]) -> bytes:
    """The PDF of a briefing, PDF/A-2a and PDF/UA-1; the same content makes the same bytes.

    Typst refuses a file that breaks a standard: then it is set without, rather than not at all.
    """
    when = _when(content)
    try:
        made = _compiler(content).compile(
            format="pdf", pdf_standards=list(STANDARDS), timestamp=when
        )
    except typst.TypstError:
        made = _compiler(content).compile(format="pdf", timestamp=when)  # one works only once
    assert isinstance(made, bytes)
    return made


def pages(content: dict[str, Any], ppi: float = 110.0) -> list[bytes]:
    """The pages of a briefing as PNG files."""
    made = _compiler(content).compile(format="png", ppi=ppi, timestamp=_when(content))
    found = made if isinstance(made, list) else [made]
    return [page for page in found if page is not None]


def _compiler(content: dict[str, Any]) -> typst.Compiler:
    files: dict[str, str | bytes] = {
        "main.typ": path("templates", f"{content.get('template', 'briefing')}.typ").read_bytes(),
        "house.typ": path("templates", "house.typ").read_bytes(),
        "data.json": json.dumps(content, ensure_ascii=False).encode(),
    }
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(path("fonts"))],
    )
    return typst.Compiler(input=files, font_paths=fonts)  # type: ignore[type-var]


def _when(content: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(content["seal"]["ms"] // 1000, UTC)
