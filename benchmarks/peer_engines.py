"""The same timeline by other engines, each in a process of its own: ``NAME TARGET < rows.json``.

A row is day and time, kind, text and source. Layouts are plain: a title and a table whose head is
repeated; the faces are those that the briefing has.
"""

import html
import json
import sys
from collections.abc import Callable, Sequence

from resources import path

Rows = Sequence[Sequence[str]]
HEAD = ("Time", "Kind", "Text", "Source")
LATIN, HAN = ("Inter-Regular.ttf", "NotoSansTC-Regular.ttf")


def face(name: str) -> str:
    """The file of a bundled face."""
    return str(path("fonts", name))


def marked(rows: Rows) -> str:
    """The rows as HTML, for engines that read it."""
    cells = ("".join(f"<td>{html.escape(each)}</td>" for each in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    head = "".join(f"<th>{each}</th>" for each in HEAD)
    return f"<h1>Measured</h1><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def qt(rows: Rows, target: str) -> None:
    """QTextDocument on a QPdfWriter."""
    from PySide6.QtGui import (
        QFont,
        QFontDatabase,
        QGuiApplication,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    app = QGuiApplication([])
    for name in (LATIN, HAN):
        QFontDatabase.addApplicationFont(face(name))
    writer = QPdfWriter(target)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    font = QFont(["Inter", "Noto Sans TC"])
    font.setPointSizeF(8.6)
    document.setDefaultFont(font)
    document.setHtml(marked(rows))
    document.print_(writer)
    app.quit()


def reportlab(rows: Rows, target: str) -> None:
    """Platypus with a LongTable; ReportLab chooses no face by the letter, so that runs are cut."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    registerFont(TTFont("latin", face(LATIN)))
    registerFont(TTFont("han", face(HAN)))
    plain = ParagraphStyle("plain", fontName="latin", fontSize=8.6, leading=12, wordWrap="CJK")
    cells = [[Paragraph(runs(each), plain) for each in row] for row in rows]
    table = LongTable([list(HEAD), *cells], colWidths=(80, 60, 290, 80), repeatRows=1)
    SimpleDocTemplate(target, pagesize=A4).build([Paragraph("Measured", plain), table])


def runs(text: str) -> str:
    """Text in the mark-up of ReportLab, Chinese runs in their own face."""
    from itertools import groupby

    made = []
    for han, letters in groupby(text, lambda letter: letter >= "\u2e80"):
        said = html.escape("".join(letters))
        made.append(f'<font name="han">{said}</font>' if han else said)
    return "".join(made)


def weasyprint(rows: Rows, target: str) -> None:
    """HTML and CSS with the bundled faces, tagged."""
    from weasyprint import HTML

    faces = "".join(
        f"@font-face{{font-family:{family};src:url('file://{face(name)}')}}"
        for family, name in (("latin", LATIN), ("han", HAN))
    )
    style = (
        f"<style>{faces} @page{{size:A4}} body{{font:8.6pt latin,han}} td{{padding:4pt}}</style>"
    )
    HTML(string=style + marked(rows)).write_pdf(target, pdf_variant="pdf/ua-1")


def fpdf2(rows: Rows, target: str) -> None:
    """A table of fpdf2 with a fallback face."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    for family, name in (("latin", LATIN), ("han", HAN)):
        pdf.add_font(family, fname=face(name))
    pdf.set_font("latin", size=8.6)
    pdf.set_fallback_fonts(["han"])
    pdf.add_page()
    pdf.cell(text="Measured", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(col_widths=(16, 12, 58, 16), first_row_as_headings=False) as table:
        for each in (HEAD, *rows):
            table.row(each)
    pdf.output(target)


ENGINES: dict[str, Callable[[Rows, str], None]] = {
    "PySide6": qt,
    "reportlab": reportlab,
    "weasyprint": weasyprint,
    "fpdf": fpdf2,
}

if __name__ == "__main__":
    ENGINES[sys.argv[1]](json.load(sys.stdin), sys.argv[2])
