"""The head of the report: a few figures and a few plain sentences. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from assets.languages.language import SOURCE, language_of
from server.report.count import DayReport
from server.report.desks import DeskDay
from server.report.names import Names
from server.report.tables import clock, minutes, percent
from server.words.alerts import alert_name

LATE_FROM_S: Final = 60.0
"""A desk that opens less than a minute late is in time."""


@dataclass(frozen=True, slots=True)
class SummaryTile:
    """One large figure with its name and what it is compared with."""

    title: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The head of the page: date in words, figures, sentences."""

    date: str
    tiles: tuple[SummaryTile, ...]
    sentences: tuple[str, ...]


def summary(report: DayReport, names: Names) -> Summary:
    """The summary of a day; a figure that is not known is said to be so."""
    day = date.fromisoformat(report.day)
    return Summary(
        date=f"{language_of(SOURCE).weekdays[day.weekday()]}, ngày {day:%d/%m/%Y}",
        tiles=_tiles(report),
        sentences=tuple(_sentences(report, names)),
    )


def number(value: float | None, unit: str = "") -> str:
    """A figure in Vietnamese notation: decimal comma, a dash for ``None``."""
    if value is None:
        return "–"
    text = f"{value:.1f}".removesuffix(".0").replace(".", ",")
    return f"{text} {unit}".strip()


def _tiles(report: DayReport) -> tuple[SummaryTile, ...]:
    total, promise_min = report.total, report.rules.promise_s // 60
    return (
        SummaryTile("Lượt cấp số", str(total.issued), f"{total.completed} hoàn thành"),
        SummaryTile(
            "Chờ bình quân",
            number(minutes(total.mean_wait_s), "phút"),
            f"cam kết không quá {promise_min} phút",
        ),
        SummaryTile(
            "Chờ đúng cam kết",
            number(percent(total.kept_promise, total.called), "%"),
            f"trong {total.called} lượt được gọi",
        ),
        SummaryTile(
            "Chín phần mười chờ",
            f"≤ {number(minutes(total.p90_wait_s), 'phút')}" if total.called else "–",
            f"lâu nhất {number(minutes(total.max_wait_s), 'phút')}",
        ),
        SummaryTile(
            "Hài lòng",
            number(percent(total.content, total.rated), "%"),
            f"{total.rated} người trả lời, {number(percent(total.rated, total.completed), '%')}",
        ),
    )


def _sentences(report: DayReport, names: Names) -> list[str]:
    return [
        each
        for each in (
            _worst(report, names),
            _alerts(report),
            _order(report),
            _opening(report, names),
            _left(report),
        )
        if each
    ]


def _worst(report: DayReport, names: Names) -> str:
    waits = [(v.p90_wait_s, v) for v in report.services if v.p90_wait_s is not None]
    if not waits:
        return "Hôm nay chưa gọi lượt nào."
    longest_s, worst = max(waits, key=lambda each: each[0])
    name = names.service(worst.service)
    if longest_s <= report.rules.promise_s:
        return "Không dịch vụ nào để quá một phần mười số người chờ lâu hơn cam kết."
    return (
        f"Chờ lâu nhất là {name}: một phần mười số người chờ hơn "
        f"{number(minutes(longest_s), 'phút')}."
    )


def _alerts(report: DayReport) -> str:
    raised = sum(each.raised for each in report.alerts)
    if not raised:
        return "Cả ngày không có cảnh báo nào."
    missed = [each for each in report.alerts if each.unanswered]
    if not missed:
        return f"{raised} cảnh báo, tất cả đều có người nhận xử lý."
    kinds = ", ".join(f"{alert_name(each.kind).lower()} ({each.unanswered})" for each in missed)
    return f"{raised} cảnh báo; không có người nhận: {kinds}."


def _order(report: DayReport) -> str:
    chosen, called = report.total.chosen, report.total.called
    if not chosen:
        return "Không có lượt nào gọi ngoài thứ tự."
    return f"{chosen} lượt gọi ngoài thứ tự trên {called} lượt gọi, đều có ghi lý do."


def _opening(report: DayReport, names: Names) -> str:
    zone = ZoneInfo(report.rules.zone)
    late = [desk for desk in report.desks if (desk.late_s or 0) >= LATE_FROM_S]
    if not any(desk.first_ready_at for desk in report.desks):
        return "Hôm nay không quầy nào mở."
    if not late:
        return "Mọi quầy làm việc hôm nay đều sẵn sàng đúng giờ."
    told = ", ".join(_late(desk, names, zone) for desk in late[:4])
    more = f" và {len(late) - 4} quầy khác" if len(late) > 4 else ""
    return f"Mở quầy muộn: {told}{more}."


def _late(desk: DeskDay, names: Names, zone: ZoneInfo) -> str:
    return f"{names.desk(desk.counter)} ({clock(desk.first_ready_at, zone)})"


def _left(report: DayReport) -> str:
    left = report.total.left_waiting
    return f"{left} người còn chờ khi kết thúc ngày." if left else ""
