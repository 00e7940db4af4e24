"""The demo ward office, a morning's view and a server answering by hand, for kiosk tests."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache

from assets import OFFICES
from kiosk.printing.receipt import Receipt
from kiosk.viewmodel import KioskViewModel, Outside
from server.profile.load import load_office, office_info
from server.protocol.commands import IssueTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView, ServiceLoad, WaitRange

ZONE = timezone(timedelta(hours=7))
MORNING = datetime(2026, 11, 23, 7, 42, tzinfo=ZONE)
STATUS_URL = "http://192.168.1.10:8765/t/"

BIRTH = "1.001193"
COPY = "2.000815"
MARRIAGE = "1.000894"


@cache
def ward(name: str = "ward-hoa-binh") -> OfficeInfo:
    """The shipped demo office as a kiosk is told of it."""
    profile = load_office(OFFICES / f"{name}.toml")
    return office_info(profile, status_url=STATUS_URL, with_procedures=True)


def morning_view(office: OfficeInfo | None = None, *, is_open: bool = True) -> KioskView:
    """A view in which the services are ever busier, and the last one has no open counter."""
    services = (office or ward()).services
    loads = [
        ServiceLoad(
            service=service.id,
            waiting=place,
            open_counters=1,
            wait=WaitRange(low_min=5 * place, high_min=5 * place + 10),
        )
        for place, service in enumerate(services)
    ]
    unserved = {"open_counters": 0, "wait": None}
    loads[-1] = loads[-1].model_copy(update=unserved)
    return KioskView(version=7, at=MORNING, day="2026-11-23", open=is_open, services=tuple(loads))


class FakeOffice:
    """Stands for the server, the printer and the clock; keeps all it was asked."""

    def __init__(self, *, printer: bool = True) -> None:
        """Nothing asked yet."""
        self.now = MORNING
        self.asked: list[tuple[str, IssueTicket]] = []
        self.printing: list[tuple[str, Receipt]] = []
        self._ids = 0
        self.outside = Outside(
            send=self._send,
            now=lambda: self.now,
            new_id=self._new_id,
            print_ticket=self._print if printer else None,
        )

    def _send(self, wish: IssueTicket, command: str) -> None:
        self.asked.append((command, wish))

    def _print(self, ticket: str, receipt: Receipt) -> None:
        self.printing.append((ticket, receipt))

    def _new_id(self) -> str:
        self._ids += 1
        return f"tick{self._ids:06d}"

    def result(
        self, label: str = "9 027", ahead: int | None = 6, notes: tuple[str, ...] = ()
    ) -> tuple[str, Result]:
        """The answer to the last wish: a ticket."""
        command, wish = self.asked[-1]
        return command, Result(
            id=command,
            version=12,
            ticket=wish.ticket,
            label=label,
            issued_at=self.now,
            ahead=ahead,
            wait=WaitRange(low_min=10, high_min=20),
            notes=notes,
        )

    def error(self, code: ErrorCode) -> tuple[str, Error]:
        """The answer to the last wish: a refusal."""
        command, _ = self.asked[-1]
        return command, Error(id=command, code=code)


def live_kiosk(fake: FakeOffice, office: Callable[[], OfficeInfo] = ward) -> KioskViewModel:
    """A view model that knows the office, has a view and is connected."""
    kiosk = KioskViewModel(fake.outside)
    kiosk.set_office(office())
    kiosk.set_view(morning_view(office()))
    kiosk.set_connection("live")
    return kiosk
