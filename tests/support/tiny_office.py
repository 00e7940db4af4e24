"""A tiny office that speaks the wire: the other end for tests of the client.

No sockets and no clock of its own: text in, messages out.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from server.protocol.codec import decode_client
from server.protocol.commands import CallNext, CompleteTicket, IssueTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    CallNotice,
    CommandMessage,
    Error,
    Hello,
    Result,
    ViewMessage,
    Watch,
    Welcome,
)
from server.protocol.office import OfficeInfo, Wire
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import KioskView

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

OFFICE = OfficeInfo(
    id="tiny",
    name="Trung tâm Phục vụ hành chính công phường Hòa Bình",
    unit="Phường Hòa Bình",
    zone="Asia/Ho_Chi_Minh",
    hotline="",
    slogan="",
    hours=(),
    status_url="",
    promise_min=15,
    alert_min=30,
    recall_limit=2,
    fields=(),
    services=(),
    counters=(),
    clerks=(),
    priorities=(),
    pause_reasons=(),
    transfer_reasons=(),
    hold_reasons=(),
    outcomes=(),
    frequent=(),
    notices=(),
    phrases={},
)

ISSUE = IssueTicket(ticket="t1", service="s1")
CALL = CallNext(counter="c1", clerk="an")
REFUSED_COMMAND = CompleteTicket(counter="c1", clerk="an", ticket="t1", outcome="done")


def kiosk_view(version: int, day: str = "2026-11-23") -> KioskView:
    """A whole view of nothing at ``version``."""
    return KioskView(version=version, at=NINE, day=day, open=True, services=())


def greeting(
    version: int = 0,
    last_notice: str = "2026-11-23/0",
    *,
    at: datetime = NINE,
    clock_rate: float = 1.0,
    protocol: int = PROTOCOL_VERSION,
    zone: str = OFFICE.zone,
) -> Welcome:
    """A welcome with a view of ``version``."""
    return Welcome(
        protocol=protocol,
        server="tiny",
        at=at,
        clock_rate=clock_rate,
        office=OFFICE.model_copy(update={"zone": zone}),
        view=kiosk_view(version),
        last_notice=last_notice,
    )


def call_notice(version: int, day: str = "2026-11-23") -> CallNotice:
    """A call that is the event ``version`` of ``day``."""
    return CallNotice(
        n=f"{day}/{version}",
        at=NINE,
        ticket=f"t{version}",
        label=f"6 {version:03}",
        service="s1",
        counter="c1",
        priority="",
        recall_count=0,
    )


@dataclass
class Said:
    """What the office says after it heard something: to the speaker, and to everyone greeted."""

    own: list[Wire] = field(default_factory=list)
    everyone: list[Wire] = field(default_factory=list)


@dataclass
class TinyOffice:
    """Carries each command id out once, keeps every answer and every notice, as the real one."""

    days: int = 0
    version: int = 0
    notices: list[CallNotice] = field(default_factory=list)
    answers: dict[str, Result | Error] = field(default_factory=dict)
    hellos: list[Hello] = field(default_factory=list)
    watched: list[str] = field(default_factory=list)

    @property
    def day(self) -> str:
        """The business day."""
        return f"2026-11-{23 + self.days:02}"

    def hear(self, text: str | bytes) -> Said:
        """Take a client's message. Raises ``BadMessage``."""
        message = decode_client(text)
        if isinstance(message, Hello):
            self.hellos.append(message)
            return Said(own=[self.welcome(), *self._replay(message.resume_from)])
        if isinstance(message, Watch):
            self.watched.append(message.scope)
            return Said(own=[self.view()])
        assert isinstance(message, CommandMessage), "this office tells no stories"
        return self._carry_out(message)

    def welcome(self) -> Welcome:
        """The greeting of this moment."""
        here = f"{self.day}/{self.version}"
        return greeting(last_notice=here).model_copy(update={"view": self.view().view})

    def view(self) -> ViewMessage:
        """The view of this moment."""
        return ViewMessage(view=kiosk_view(self.version, self.day))

    def call(self) -> list[Wire]:
        """Another counter calls somebody."""
        self.version += 1
        self.notices.append(call_notice(self.version, self.day))
        return [self.view(), self.notices[-1]]

    def next_day(self) -> list[Wire]:
        """The day turns over: versions begin again."""
        self.days += 1
        self.version = 0
        return [self.view()]

    def _replay(self, resume_from: str | None) -> list[Wire]:
        if resume_from is None:
            return []
        ends = [notice.n for notice in self.notices]
        if resume_from in ends:
            return list(self.notices[ends.index(resume_from) + 1 :])
        day, version = resume_from.split("/")
        after = (day, int(version))
        return [n for n in self.notices if (n.n[:10], int(n.n[11:])) > after]

    def _carry_out(self, message: CommandMessage) -> Said:
        if message.id in self.answers:
            return Said(own=[self.answers[message.id]])
        if message.command.kind == "complete_ticket":
            said = Said(own=[Error(id=message.id, code=ErrorCode.ILLEGAL_MOVE)])
        else:
            calling = message.command.kind == "call_next"
            news = self.call() if calling else self._issue()
            said = Said(own=[Result(id=message.id, version=self.version)], everyone=news)
        answer = said.own[0]
        assert isinstance(answer, Result | Error)
        self.answers[message.id] = answer
        return said

    def _issue(self) -> list[Wire]:
        self.version += 1
        return [self.view()]
