"""The pages: a ticket's status for a citizen's phone, health, and the published protocol."""

from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from server.core.estimate import forecast
from server.core.model import Status, Ticket
from server.office.running_office import RunningOffice
from server.protocol import codec
from server.protocol.messages import Role
from server.protocol.office import OfficeInfo
from server.wire import wait_range

_PAGE: Final = Template((Path(__file__).parent / "pages" / "ticket.html").read_text("utf-8"))

_SAY: Final = {
    Status.WAITING: "Xin mời ông/bà chờ được gọi.",
    Status.CALLED: "Kính mời ông/bà đến {counter}.",
    Status.SERVING: "Ông/bà đang được phục vụ tại {counter}.",
    Status.ON_HOLD: "Số của ông/bà đang được giữ chỗ.",
    Status.NO_SHOW: "Số tạm để lại. Xin báo quầy hướng dẫn để được gọi sớm.",
    Status.COMPLETED: "Đã phục vụ xong. Xin cảm ơn ông/bà.",
    Status.CANCELLED: "Số này không còn hiệu lực.",
}


def routes(running: RunningOffice) -> APIRouter:
    """All pages of one office."""
    router = APIRouter()

    @router.get("/health")
    async def health() -> dict[str, Any]:
        state = running.state
        return {
            "ok": True,
            "day": state.day,
            "version": state.version,
            "waiting": sum(len(line) for line in state.lines.values()),
            "devices": running.hub.count(),
        }

    @router.get("/protocol.json")
    async def protocol() -> dict[str, Any]:
        return codec.json_schema()

    @router.get("/t/{ticket}", response_class=HTMLResponse)
    async def ticket_page(ticket: str) -> HTMLResponse:
        office = running.office(Role.DISPLAY)
        present = running.state.tickets.get(ticket)
        if present is not None:
            return HTMLResponse(_present_page(running, office, present))
        row = await running.past_ticket(ticket)
        if row is None:
            return HTMLResponse(_filled(office, "–", "Không có số này.", {}, running.now()), 404)
        status, service = Status(row["status"]), row["service"]
        return HTMLResponse(_page(office, row["label"], status, running.now(), service))

    @router.get("/report", response_class=HTMLResponse)
    async def newest_report() -> HTMLResponse:
        return await day_report(running.state.day)

    @router.get("/report/{day}", response_class=HTMLResponse)
    async def day_report(day: str) -> HTMLResponse:
        """The day so far, or a day that is over: for the head of office and for observers."""
        page = await running.report_page(day)
        if page is None:
            return HTMLResponse("Không có ngày này trong nhật ký.", 404)
        return HTMLResponse(page)

    return router


def _present_page(running: RunningOffice, office: OfficeInfo, ticket: Ticket) -> str:
    facts = {}
    if ticket.status is Status.WAITING:
        told = forecast(running.state, ticket, running.now())
        facts["Trước ông/bà còn"] = f"{told.ahead} người"
        minutes = wait_range(told.low_s, told.high_s)
        if minutes:
            facts["Dự kiến chờ"] = f"{minutes.low_min}–{minutes.high_min} phút"
    status, service = ticket.status, ticket.service
    return _page(office, ticket.label, status, running.now(), service, ticket.counter, facts)


def _page(
    office: OfficeInfo,
    label: str,
    status: Status,
    now: datetime,
    service: str,
    counter: str = "",
    facts: dict[str, str] | None = None,
) -> str:
    desk = office.counter(counter)
    said = _SAY[status].format(counter=desk.name if desk else counter)
    shown = {"Việc": office.service_name(service)} | (facts or {})
    return _filled(office, label, said, shown, now)


def _filled(office: OfficeInfo, label: str, say: str, shown: dict[str, str], now: datetime) -> str:
    return _PAGE.substitute(
        unit=escape(office.unit),
        label=escape(label),
        say=escape(say),
        facts="".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in shown.items()),
        time=f"{now:%H:%M}",
        hotline=escape(office.hotline),
    )
