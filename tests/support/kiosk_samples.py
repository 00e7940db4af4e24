"""The demo ward office, a morning's view and a server answering by hand, for kiosk tests."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache

from argon2 import PasswordHasher

from assets import OFFICES
from kiosk.offline.wishes import Declined, Given, Wish
from kiosk.ports import KioskPorts
from kiosk.printing.receipt import Receipt
from kiosk.viewmodel import KioskViewModel
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.protocol.messages import AnyQuery
from server.protocol.office import KioskInfo, OfficeInfo, SupportInfo
from server.protocol.views import KioskView, ServiceLoad, WaitRange

ZONE = timezone(timedelta(hours=7))
MORNING = datetime(2026, 11, 23, 7, 42, tzinfo=ZONE)
STATUS_URL = "http://192.168.1.10:8765/t/"

SUPPORT = (
    SupportInfo(
        id="photo",
        name="Photocopy, in tài liệu",
        names={"en": "Photocopies, printing"},
        where="Cạnh quầy hướng dẫn, tầng 1",
        hours="Trong giờ làm việc",
    ),
    SupportInfo(
        id="notary",
        name="Công chứng",
        names={"en": "Notary"},
        where="Văn phòng công chứng, phòng 103",
    ),
    SupportInfo(
        id="legal",
        name="Trợ giúp pháp lý miễn phí",
        names={"en": "Free legal advice"},
        where="Phòng 105, tầng 1",
        hours="Thứ Ba và thứ Năm, 8 giờ đến 11 giờ",
    ),
)
CODE = "246810"
KIOSK = KioskInfo(
    languages=("vi", "en", "km"),
    code_hash=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(CODE),
    on_at="06:30",
    off_at="18:00",
)
BIRTH = "1.001193"
COPY = "2.000815"
MARRIAGE = "1.000894"


@cache
def ward(name: str = "ward-hoa-binh") -> OfficeInfo:
    """The shipped demo office as a kiosk is told of it."""
    profile = load_office(OFFICES / f"{name}.toml")
    office = office_info(profile, status_url=STATUS_URL, with_procedures=True)
    own = {"support": SUPPORT, "kiosk": KIOSK}
    return office.model_copy(update=own)


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
        self.asked: list[tuple[str, Wish]] = []
        self.questions: list[tuple[str, AnyQuery]] = []
        self.printing: list[tuple[str, Receipt]] = []
        self.copied: list[str] = []
        self.given_up: list[str] = []
        self.heard: list[tuple[str, ...]] = []
        self.marks: list[str] = []
        self.may_take = True
        self.ports = KioskPorts(
            issue=self._issue,
            ask=self._ask,
            now=lambda: self.now,
            print_ticket=self._print if printer else None,
            reprint=self._reprint,
            give_up=self.given_up.append,
            say=self.heard.append,
            may_take=lambda _mark, _limit: self.may_take,
            took=self.marks.append,
            languages=lambda _office: LANGUAGES,
        )

    def _issue(self, wish: Wish) -> str:
        self.asked.append((f"wish{len(self.asked) + 1}", wish))
        return self.asked[-1][0]

    def _ask(self, query: AnyQuery) -> str:
        self.questions.append((f"question{len(self.questions) + 1}", query))
        return self.questions[-1][0]

    def _print(self, ticket: str, receipt: Receipt) -> None:
        self.printing.append((ticket, receipt))

    def _reprint(self, ticket: str, at: datetime) -> bool:
        assert at == self.now
        self.copied.append(ticket)
        return len(self.copied) < 3

    @property
    def ticket(self) -> str:
        """The id of the last ticket given."""
        return f"tick{len(self.asked):06d}"

    def given(
        self,
        label: str = "9 027",
        ahead: int | None = 6,
        notes: tuple[str, ...] = (),
        *,
        offline: bool = False,
    ) -> Given:
        """The answer to the last wish: a ticket."""
        wish, wanted = self.asked[-1]
        return Given(
            wish=wish,
            ticket=self.ticket,
            label=label,
            service=wanted.service,
            issued_at=self.now,
            ahead=None if offline else ahead,
            wait=None if offline else WaitRange(low_min=10, high_min=20),
            notes=notes,
            offline=offline,
        )

    def declined(self, code: str) -> Declined:
        """The answer to the last wish: a refusal."""
        return Declined(self.asked[-1][0], code)


LANGUAGES = ("vi", "en", "km")
"""Khmer too, whose letters are looked at, though too little is translated to offer it."""


def live_kiosk(fake: FakeOffice, office: Callable[[], OfficeInfo] = ward) -> KioskViewModel:
    """A view model that knows the office, has a view and is connected."""
    kiosk = KioskViewModel(fake.ports)
    kiosk.answers.set_office(office())
    kiosk.answers.set_view(morning_view(office()))
    kiosk.answers.set_connection("live")
    return kiosk
