"""The tables as files: a CSV for each, or one XLSX with a sheet for each, and the data
dictionary.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from server.report.tables import Table, dictionary

WIDEST = 46


def write_csv(folder: Path, tables: Iterable[Table]) -> list[Path]:
    """Write a CSV for each table: keys as heading, UTF-8 with a byte order mark for spreadsheets.
    Raises ``OSError``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = list(tables)
    written = []
    for table in (*made, dictionary(made)):
        path = folder / f"{table.key}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.key for column in table.columns)
            writer.writerows(table.rows)
        written.append(path)
    return written


def write_xlsx(path: Path, tables: Iterable[Table]) -> None:
    """Write a sheet for each table, with Vietnamese headings; the dictionary comes last. Raises
    ``OSError``.
    """
    book = Workbook()
    made = list(tables)
    for sheet in book.worksheets:
        book.remove(sheet)
    for table in (*made, dictionary(made)):
        sheet = book.create_sheet(table.title)
        sheet.append([column.words for column in table.columns])
        for row in table.rows:
            sheet.append(list(row))
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        for place, column in enumerate(table.columns, start=1):
            cells = (len(str(row[place - 1] or "")) for row in table.rows)
            width = min(WIDEST, max(len(column.words) // 2, 8, *cells) + 2)
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = "B2"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
