"""An office with causes, alerts and notices, for the tests of the supervisor's page."""

from datetime import timedelta

from server.protocol.messages import WhatIf
from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow, CounterView, HallNotice
from tests.support import counter_samples as samples
from tests.support.counter_samples import NOW, codes, desk

CAUSES = codes(
    ("dong_nguoi", "đông người bất thường"),
    ("thieu_can_bo", "thiếu cán bộ trực quầy"),
    ("phan_mem_loi", "hệ thống phần mềm gặp sự cố"),
    ("mat_mang", "mất kết nối mạng"),
    ("ho_so_kho", "hồ sơ cần nhiều thời gian hơn"),
)


def office() -> OfficeInfo:
    """The ward office; Mrs Khanh is told of what is urgent, Mr An supervises, too."""
    more = {"causes": CAUSES, "notify": "khanh", "supervisors": ("khanh", "hai")}
    return samples.office().model_copy(update=more)


def alert(kind: str, subject: str, minutes: int = 10, **more: object) -> AlertRow:
    """An alert raised ``minutes`` ago."""
    fields: dict[str, object] = {
        **{"id": f"{kind}:{subject}", "kind": kind, "subject": subject, "label": ""},
        **{"level": 1, "amount": 3, "raised_at": NOW - timedelta(minutes=minutes)},
    }
    return AlertRow.model_validate(fields | more)


LATE = alert("over_promise", "chung_thuc", 12, level=2, amount=1860)
IDLE = alert("desk_idle", "q6", 4)
PRINTER = alert(
    "device",
    "K3:printer",
    25,
    owner="hai",
    acknowledged_at=NOW - timedelta(minutes=20),
)
OVER = alert(
    "unmanned",
    "xay_dung",
    80,
    owner="khanh",
    cause="thieu_can_bo",
    acknowledged_at=NOW - timedelta(minutes=78),
    resolved_at=NOW - timedelta(minutes=70),
    outcome="desk_opened",
)
ENDED = alert("ping_pong", "t-x", 60, label="5 009", resolved_at=NOW, outcome="over")
NOTICE = HallNotice(
    id="n1",
    text="Máy chủ cổng dịch vụ công bảo trì đến 10 giờ. Ông/bà cần nộp hồ sơ trực tuyến xin chờ.",
    until_at=NOW + timedelta(minutes=48),
    is_urgent=True,
)
QUIET = HallNotice(
    id="n2",
    text="Nước uống có tại góc trái phòng chờ.",
    until_at=NOW + timedelta(minutes=200),
    is_urgent=False,
)
FORESEEN = WhatIf(
    id="q1",
    action="open",
    counter="q5",
    service="chung_thuc",
    until_at=NOW + timedelta(hours=2),
    p90_s=41 * 60,
    p90_then_s=18 * 60,
    spread_s=5 * 60,
    runs=40,
    erlang_wait_s=7 * 60,
)


def view(**more: object) -> CounterView:
    """Desk 9, three alerts, two that are over, two notices, one service without numbers."""
    shown = samples.view(desk())
    services = tuple(
        each.model_copy(update={"paused": "phan_mem_loi", "open": False})
        if each.service == "dat_dai"
        else each
        for each in shown.services
    )
    fields: dict[str, object] = {
        "services": services,
        "alerts": (LATE, IDLE, PRINTER),
        "past_alerts": (ENDED, OVER),
        "notices": (NOTICE, QUIET),
    }
    return shown.model_copy(update=fields | more)
