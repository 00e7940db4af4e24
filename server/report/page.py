"""The report on one page: HTML for a screen, PDF for the file."""

from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from fpdf import FPDF
from fpdf.fonts import FontFace, TTFFont

import assets
from server.report.count import DayReport
from server.report.names import Names
from server.report.summary import Summary, SummaryTile, number, summary
from server.report.tables import Cell, Table, counted, tables

FONT: Final = "Be Vietnam Pro"
MARGIN_MM: Final = 12.0
ACCENT: Final = (13, 79, 108)
SOFT: Final = (225, 237, 241)
INK: Final = (23, 36, 45)
MUTED: Final = (84, 94, 101)
LINE: Final = (220, 214, 200)
ROWS_MM: Final = 4.2
ALL_DESKS: Final = 13
PRESENT_PERCENT: Final = 85
PAUSES: Final = 3
SHOWN: Final = {
    "services": (
        *("service", "issued", "completed", "no_show"),
        *("mean_wait_min", "p90_wait_min", "kept_promise_percent", "content_percent"),
    ),
    "desks": ("counter", "first_ready", "late_min", "open_percent", "pauses", "completed"),
}
"""The columns of a table that the page has room for; of other tables it shows all."""
_NEXT_LINE: Final[Any] = {"new_x": "LMARGIN", "new_y": "NEXT"}
_PAGE: Final = Template((Path(__file__).parent / "report.html").read_text("utf-8"))


def short(table: Table) -> Table:
    """The table with the columns the page shows."""
    keys = SHOWN.get(table.key, tuple(column.key for column in table.columns))
    places = [table.place(key) for key in keys]
    return Table(
        table.key,
        table.title,
        tuple(table.columns[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in table.rows),
    )


def page_tables(report: DayReport, names: Names) -> list[Table]:
    """The tables of the page; of many desks only those that were late, often away or paused."""
    all_of_them = (_desks_to_note(table) for table in tables(report, names))
    return [short(table) for table in all_of_them if table.rows and table.key != "counts"]


def _desks_to_note(table: Table) -> Table:
    if table.key != "desks" or len(table.rows) <= ALL_DESKS:
        return table
    places = [table.place(key) for key in ("late_min", "open_percent", "pauses")]
    odd = tuple(row for row in table.rows if _is_odd(*(row[place] for place in places)))
    return Table(table.key, "Quầy cần lưu ý", table.columns, odd)


def _is_odd(late: Cell, present: Cell, pauses: Cell) -> bool:
    return (
        late is None
        or (isinstance(late, float) and late >= 1)
        or (isinstance(present, float) and present < PRESENT_PERCENT)
        or (isinstance(pauses, int) and pauses > PAUSES)
    )


def _count_lines(report: DayReport, names: Names) -> list[tuple[str, str]]:
    return [
        (group, " · ".join(f"{name} {count}" for _, name, count in entries[:8]))
        for group, entries in counted(report, names)
    ]


def shown(cell: Cell) -> str:
    """A cell as text for people."""
    if isinstance(cell, float) or cell is None:
        return number(cell)
    return str(cell)


def html(report: DayReport, names: Names, office: str, unit: str) -> str:
    """The page for a screen."""
    told = summary(report, names)
    return _PAGE.substitute(
        office=escape(office),
        unit=escape(unit),
        date=escape(told.date),
        tiles="".join(_tile_html(tile) for tile in told.tiles),
        sentences="".join(f"<li>{escape(each)}</li>" for each in told.sentences),
        tables="".join(_table_html(each) for each in page_tables(report, names)),
        counts="".join(
            f"<dt>{escape(group)}</dt><dd>{escape(line)}</dd>"
            for group, line in _count_lines(report, names)
        ),
        day=escape(report.day),
    )


def _tile_html(tile: SummaryTile) -> str:
    title, value, note = escape(tile.title), escape(tile.value), escape(tile.note)
    return f"<div class=tile><small>{title}</small><b>{value}</b><small>{note}</small></div>"


def _table_html(table: Table) -> str:
    head = "".join(f"<th>{escape(column.words)}</th>" for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(shown(cell))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f"<h2>{escape(table.title)}</h2><table><tr>{head}</tr>{rows}</table>"


def write_pdf(
    path: Path, report: DayReport, names: Names, office: str, unit: str, at: datetime
) -> None:
    """The page for the file, A4. Raises ``OSError``."""
    pdf = FPDF(format="A4")
    for style, weight in (("", "400Regular"), ("B", "600SemiBold")):
        pdf.add_font(FONT, style, assets.FONTS / f"BeVietnamPro_{weight}.ttf")
    pdf.set_margins(MARGIN_MM, MARGIN_MM)
    pdf.set_auto_page_break(auto=True, margin=MARGIN_MM + 5)
    pdf.set_creation_date(at)
    pdf.set_title(f"{office} – {report.day}")
    pdf.add_page()
    _head(pdf, summary(report, names), office, unit)
    for table in page_tables(report, names):
        _table(pdf, table)
    for group, line in _count_lines(report, names):
        _pen(pdf, 8, MUTED)
        pdf.multi_cell(0, 4.4, f"**{group}:** {line}.", markdown=True, align="L", **_NEXT_LINE)
    _foot(pdf, report, at)
    path.parent.mkdir(parents=True, exist_ok=True)
    pdf.output(str(path))
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            font.close()


def _head(pdf: FPDF, told: Summary, office: str, unit: str) -> None:
    _pen(pdf, 9, MUTED)
    pdf.cell(0, 5, unit, **_NEXT_LINE)
    _pen(pdf, 15, ACCENT, "B")
    pdf.multi_cell(0, 7, office, align="L", **_NEXT_LINE)
    _pen(pdf, 11, INK)
    pdf.cell(0, 7, f"Báo cáo ngày làm việc. {told.date}", **_NEXT_LINE)
    pdf.ln(1)
    _tiles(pdf, told.tiles)
    for sentence in told.sentences:
        _pen(pdf, 10, INK)
        pdf.multi_cell(0, 5.4, f"•  {sentence}", align="L", **_NEXT_LINE)
    pdf.ln(1.5)


def _tiles(pdf: FPDF, tiles: tuple[SummaryTile, ...]) -> None:
    gap, top = 2.5, pdf.get_y()
    width = (pdf.w - 2 * MARGIN_MM - gap * (len(tiles) - 1)) / len(tiles)
    for place, tile in enumerate(tiles):
        left = MARGIN_MM + place * (width + gap)
        pdf.set_fill_color(*SOFT)
        pdf.rect(left, top, width, 21, style="F", round_corners=True, corner_radius=2)
        for offset, size, ink, style, text in (
            (1.8, 8, MUTED, "", tile.title),
            (7.0, 14, ACCENT, "B", tile.value),
            (14.6, 7, MUTED, "", tile.note),
        ):
            _pen(pdf, size, ink, style)
            pdf.set_xy(left + 2, top + offset)
            _fitting(pdf, width - 4, size, text)
    pdf.set_xy(MARGIN_MM, top + 24)


def _fitting(pdf: FPDF, width: float, size: float, text: str) -> None:
    """The text as one line, in smaller type if needed."""
    while pdf.get_string_width(text) > width and size > 5:
        size -= 0.5
        pdf.set_font_size(size)
    pdf.cell(width, 5, text)


def _table(pdf: FPDF, table: Table) -> None:
    _pen(pdf, 10.5, ACCENT, "B")
    pdf.cell(0, 6.5, table.title, **_NEXT_LINE)
    _pen(pdf, 7.5, INK)
    pdf.set_fill_color(255)
    pdf.set_draw_color(*LINE)
    pdf.set_line_width(0.15)
    columns = len(table.columns) - 1
    with pdf.table(
        col_widths=(3.4, *(1.0,) * columns),
        line_height=ROWS_MM,
        text_align=("LEFT", *("RIGHT",) * columns),
        borders_layout="HORIZONTAL_LINES",
        headings_style=FontFace(emphasis="BOLD", color=MUTED),
        padding=0.2,
    ) as made:
        made.row([column.words for column in table.columns])
        for row in table.rows:
            made.row([shown(cell) for cell in row])
    pdf.ln(2)


def _foot(pdf: FPDF, report: DayReport, at: datetime) -> None:
    _pen(pdf, 7, MUTED)
    text = (
        f"Mọi số liệu tính lại được từ nhật ký bằng lệnh: denluot report {report.day}. "
        f"In lúc {at:%H:%M} ngày {at:%d/%m/%Y}. Số liệu không chứa thông tin cá nhân."
    )
    pdf.multi_cell(0, 4, text, align="L", **_NEXT_LINE)


def _pen(pdf: FPDF, size: float, ink: tuple[int, int, int], style: str = "") -> None:
    pdf.set_font(FONT, style, size)
    pdf.set_text_color(*ink)
