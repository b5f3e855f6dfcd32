"""Rows of a table on the clipboard: tab-separated for a sheet, an escaped table for a letter."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, Qt

from widgets.table_cell import cell_text


def copied(model: QAbstractItemModel, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """These rows of these columns below a row of headings, as text and as HTML."""
    across = Qt.Orientation.Horizontal
    lines = [[str(model.headerData(column, across) or "") for column in columns]]
    for row in rows:
        lines.append([cell_text(model, model.index(row, column)) for column in columns])
    data = QMimeData()
    data.setText("".join("\t".join(map(_one_line, line)) + "\n" for line in lines))
    data.setHtml(_table(lines))
    return data


def _one_line(text: str) -> str:
    """A tab or a line break inside a cell would shift the cells after it."""
    return " ".join(text.split()) if any(mark in text for mark in "\t\n\r") else text


def _table(lines: list[list[str]]) -> str:
    head, *body = lines
    rows = [_row("th", head), *(_row("td", line) for line in body)]
    return f"<meta charset='utf-8'><table>{''.join(rows)}</table>"


def _row(tag: str, cells: list[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>"
