"""The report as tables, which the page, the PDF and the files all show. Pure.

A column says everything of itself: key, Vietnamese words, meaning, and its cell of a row. Cells are
text, numbers or ``None``; minutes have one decimal.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from server.core.advice_score import AdviceOutcome
from server.report.count import AlertDay, DayReport, Volume
from server.report.desks import DeskDay
from server.report.names import Names, language_name
from server.words.alerts import alert_name
from server.words.papers import paper_name
from server.words.times import clock as clock_at

Cell = str | int | float | None


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column of a table whose rows are made of a ``T`` each.

    ``key`` is the same in every file, ``meaning`` goes into the data dictionary, ``cell`` gives the
    column's cell of a row.
    """

    key: str
    words: str
    meaning: str
    cell: Callable[[T], Cell]


Columns = tuple[Column[T], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``key`` names its file or sheet."""

    key: str
    title: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, key: str, title: str, columns: Columns[T], things: Iterable[T]) -> "Table":
        """A table with a row for each of ``things``."""
        rows = tuple(tuple(column.cell(thing) for column in columns) for thing in things)
        return cls(key, title, columns, rows)

    def place(self, key: str) -> int:
        """Where the column of this key stands. Raises ``ValueError`` when there is none."""
        return [column.key for column in self.columns].index(key)


class ServiceOfReport(NamedTuple):
    """A row of the table of services: its name in words, and its figures."""

    name: str
    volume: Volume


class DeskOfReport(NamedTuple):
    """A row of the table of desks, with the office's words and zone."""

    desk: DeskDay
    names: Names
    zone: ZoneInfo


class AdviceOfReport(NamedTuple):
    """A row of the table of advice, with the office's words and zone."""

    outcome: AdviceOutcome
    names: Names
    zone: ZoneInfo


Count = tuple[str, str, str, int]
"""A row of the table of counted codes: group, code, its name, how often."""

SERVICES: Final[Columns[ServiceOfReport]] = (
    Column("service", "Dịch vụ", "tên dịch vụ; dòng cuối là toàn trung tâm", lambda of: of.name),
    Column("issued", "Đã cấp", "số phiếu đã cấp trong ngày", lambda of: of.volume.issued),
    Column(
        "offline",
        "Cấp khi mất mạng",
        "trong đó kiosk tự cấp khi mất máy chủ",
        lambda of: of.volume.offline,
    ),
    Column(
        "called",
        "Đã gọi",
        "số phiếu được gọi ít nhất một lần (không tính lần đã hoàn tác)",
        lambda of: of.volume.called,
    ),
    Column("completed", "Hoàn thành", "số phiếu phục vụ xong", lambda of: of.volume.completed),
    Column(
        "no_show",
        "Vắng",
        "được gọi mà không đến, đến cuối ngày vẫn chưa phục vụ",
        lambda of: of.volume.no_show,
    ),
    Column("cancelled", "Hủy", "bị hủy trước khi phục vụ", lambda of: of.volume.cancelled),
    Column(
        "left_waiting", "Còn chờ", "còn chờ khi kết thúc ngày", lambda of: of.volume.left_waiting
    ),
    Column(
        "transferred", "Chuyển", "số lần chuyển quầy hoặc dịch vụ", lambda of: of.volume.transferred
    ),
    Column(
        "chosen",
        "Ngoài thứ tự",
        "số lần gọi đích danh, không theo thứ tự",
        lambda of: of.volume.chosen,
    ),
    Column(
        "mean_wait_min",
        "Chờ TB",
        "phút từ lúc lấy số đến lần gọi đầu, bình quân",
        lambda of: minutes(of.volume.mean_wait_s),
    ),
    Column(
        "p50_wait_min",
        "Chờ P50",
        "một nửa chờ không quá số phút này",
        lambda of: minutes(of.volume.p50_wait_s),
    ),
    Column(
        "p90_wait_min",
        "Chờ P90",
        "chín phần mười chờ không quá số phút này",
        lambda of: minutes(of.volume.p90_wait_s),
    ),
    Column(
        "max_wait_min",
        "Lâu nhất",
        "lần chờ lâu nhất, phút",
        lambda of: minutes(of.volume.max_wait_s),
    ),
    Column(
        "kept_promise_percent",
        "Đúng hẹn %",
        "phần trăm người được gọi chờ không quá cam kết",
        lambda of: percent(of.volume.kept_promise, of.volume.called),
    ),
    Column(
        "mean_service_min",
        "Phục vụ TB",
        "phút từ bắt đầu đến hoàn thành, bình quân",
        lambda of: minutes(of.volume.mean_service_s),
    ),
    Column(
        "forecast_percent",
        "Dự báo đúng %",
        "phần trăm được gọi trong khoảng đã báo",
        lambda of: percent(of.volume.came_true, of.volume.told),
    ),
    Column(
        "rated", "Lượt đánh giá", "số người trả lời câu hỏi hài lòng", lambda of: of.volume.rated
    ),
    Column(
        "response_percent",
        "Tỷ lệ trả lời %",
        "lượt đánh giá trên số hoàn thành",
        lambda of: percent(of.volume.rated, of.volume.completed),
    ),
    Column(
        "content_percent",
        "Hài lòng %",
        "điểm 4 hoặc 5 trên lượt đánh giá; không ai trả lời: trống",
        lambda of: percent(of.volume.content, of.volume.rated),
    ),
)
DESKS: Final[Columns[DeskOfReport]] = (
    Column("counter", "Quầy", "tên quầy", lambda of: of.names.desk(of.desk.counter)),
    Column(
        "first_ready",
        "Sẵn sàng lúc",
        "giờ có cán bộ lần đầu trong ngày",
        lambda of: clock(of.desk.first_ready_at, of.zone),
    ),
    Column(
        "late_min",
        "Muộn (phút)",
        "so với giờ mở cửa của buổi đầu; 0 là đúng giờ",
        lambda of: minutes(of.desk.late_s),
    ),
    Column(
        "open_percent",
        "Có mặt %",
        "thời gian sẵn sàng hoặc phục vụ trên giờ làm việc",
        lambda of: percent(of.desk.open_s, of.desk.hours_s),
    ),
    Column("pauses", "Lần tạm dừng", "số lần tạm dừng", lambda of: of.desk.pauses),
    Column(
        "paused_min",
        "Tạm dừng (phút)",
        "tổng thời gian tạm dừng",
        lambda of: minutes(of.desk.paused_s),
    ),
    Column("calls", "Lượt gọi", "số lần gọi", lambda of: of.desk.calls),
    Column(
        "completed",
        "Hoàn thành",
        "số lượt phục vụ xong (tính từng chặng)",
        lambda of: of.desk.completed,
    ),
    Column(
        "last_call",
        "Gọi cuối lúc",
        "giờ gọi cuối cùng",
        lambda of: clock(of.desk.last_call_at, of.zone),
    ),
    Column("closed", "Đóng lúc", "giờ đóng quầy", lambda of: clock(of.desk.closed_at, of.zone)),
)
ALERTS: Final[Columns[AlertDay]] = (
    Column("kind", "Cảnh báo", "loại cảnh báo", lambda of: alert_name(of.kind)),
    Column("raised", "Số lần", "số lần phát sinh", lambda of: of.raised),
    Column("rose", "Lên mức 2", "số lần lên mức báo người phụ trách", lambda of: of.rose),
    Column(
        "unanswered",
        "Không ai nhận",
        "kết thúc mà không có người nhận xử lý",
        lambda of: of.unanswered,
    ),
    Column(
        "mean_answer_min",
        "Nhận sau (phút)",
        "từ lúc phát sinh đến lúc có người nhận, bình quân",
        lambda of: minutes(of.mean_answer_s),
    ),
)
ADVICE: Final[Columns[AdviceOfReport]] = (
    Column(
        "advised_at",
        "Gợi ý lúc",
        "giờ máy chủ gợi ý",
        lambda of: clock(of.outcome.given.at, of.zone),
    ),
    Column(
        "service",
        "Dịch vụ",
        "dịch vụ được gợi ý",
        lambda of: of.names.service(of.outcome.given.service),
    ),
    Column(
        "counter",
        "Quầy",
        "quầy được gợi ý mở hoặc nhận thêm",
        lambda of: of.names.desk(of.outcome.given.counter),
    ),
    Column(
        "until",
        "Đến",
        "gợi ý có giá trị đến giờ này",
        lambda of: clock(of.outcome.given.until_at, of.zone),
    ),
    Column(
        "followed",
        "Đã làm",
        "quầy có được mở hoặc nhận thêm trong thời gian đó không",
        lambda of: "có" if of.outcome.was_followed else "không",
    ),
    Column(
        "foretold_min",
        "P90 dự tính",
        "phút, cho cách đã làm (theo hoặc không theo gợi ý)",
        lambda of: minutes(of.outcome.foretold_s),
    ),
    Column(
        "p90_min",
        "P90 thực tế",
        "phút, của chính những người gợi ý nói đến",
        lambda of: minutes(of.outcome.p90_s),
    ),
)
COUNTS: Final[Columns[Count]] = (
    Column("group", "Nhóm", "loại mã được đếm", lambda of: of[0]),
    Column("code", "Mã", "mã trong hồ sơ văn phòng", lambda of: of[1]),
    Column("name", "Tên", "tên của mã", lambda of: of[2]),
    Column("count", "Số lượng", "số lần", lambda of: of[3]),
)


def tables(report: DayReport, names: Names) -> tuple[Table, ...]:
    """All tables of the report; ``names`` are the office's words by id and code."""
    zone = ZoneInfo(report.rules.zone)
    services = [
        *(
            ServiceOfReport(names.service(each.service), each)
            for each in report.services
            if each.issued
        ),
        ServiceOfReport("Toàn trung tâm", report.total),
    ]
    desks = (DeskOfReport(each, names, zone) for each in report.desks)
    advice = (AdviceOfReport(each, names, zone) for each in report.advice)
    return (
        Table.of("services", "Theo dịch vụ", SERVICES, services),
        Table.of("desks", "Theo quầy", DESKS, desks),
        Table.of("alerts", "Cảnh báo", ALERTS, report.alerts),
        Table.of("advice", "Gợi ý", ADVICE, advice),
        Table.of("counts", "Số đếm theo mã", COUNTS, _counts(report, names)),
    )


def dictionary(of: Iterable[Table]) -> Table:
    """What every column means."""
    columns: Columns[tuple[Table, Column[Any]]] = (
        Column("table", "Bảng", "tên bảng", lambda of: of[0].key),
        Column("column", "Cột", "tên cột", lambda of: of[1].key),
        Column("words", "Tiêu đề", "tiêu đề tiếng Việt", lambda of: of[1].words),
        Column("meaning", "Ý nghĩa", "ý nghĩa", lambda of: of[1].meaning),
    )
    told = ((table, column) for table in of for column in table.columns)
    return Table.of("dictionary", "Từ điển dữ liệu", columns, told)


def minutes(seconds: float | None) -> float | None:
    """Minutes with one decimal."""
    return None if seconds is None else round(seconds / 60, 1)


def percent(part: float, whole: float) -> float | None:
    """Per cent with one decimal; ``None`` when ``whole`` is 0."""
    return round(100 * part / whole, 1) if whole else None


def clock(at: datetime | None, zone: ZoneInfo) -> str | None:
    """The time of day in the office's zone, "09:41"."""
    return None if at is None else clock_at(at, zone)


def counted(report: DayReport, names: Names) -> Iterable[tuple[str, list[tuple[str, str, int]]]]:
    """The counted codes by group, each with code, name and count, most frequent first."""
    groups: tuple[tuple[str, Counter[str], Callable[[str], str]], ...] = (
        ("Xin lỗi vì chờ quá cam kết, theo nguyên nhân", report.apologies, names.code),
        ("Gọi ngoài thứ tự, theo lý do", report.chosen_reasons, names.code),
        ("Kết quả", report.outcomes, names.code),
        ("Diện ưu tiên", report.priorities, names.code),
        ("Vướng mắc", report.tags, names.code),
        ("Ngôn ngữ của phiếu", report.languages, language_name),
        ("Phiếu in", report.papers, paper_name),
        ("Lý do chưa hài lòng", report.rating_reasons, names.code),
    )
    for group, counter, named in groups:
        ordered = sorted(counter.items(), key=lambda each: (-each[1], each[0]))
        if ordered:
            yield group, [(code, named(code) or "chưa rõ", count) for code, count in ordered]


def _counts(report: DayReport, names: Names) -> Iterable[Count]:
    for group, entries in counted(report, names):
        for code, name, count in entries:
            yield group, code, name, count
