"""Offices and views by hand, for the tests and pictures of the display."""

from datetime import datetime, timedelta, timezone

from assets import OFFICES
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.protocol.messages import CallNotice, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import (
    AnyView,
    CallRow,
    CounterState,
    CounterStatus,
    DisplayView,
    ServiceFigures,
    ServiceLoad,
    TicketStatus,
    Totals,
    WaitRange,
    WallView,
)

ZONE = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 23, 9, 41, tzinfo=ZONE)
DAY = "2026-11-23"
C = CounterStatus
T = TicketStatus


def ago(minutes: float) -> datetime:
    """So many minutes before ``NOW``."""
    return NOW - timedelta(minutes=minutes)


def office(name: str = "ward-hoa-binh") -> OfficeInfo:
    """One of the shipped offices as a display is told of it."""
    profile = load_office(OFFICES / f"{name}.toml")
    return office_info(profile, status_url="", with_procedures=False)


def state(
    counter: str,
    status: CounterStatus = C.OPEN,
    label: str = "",
    ticket_status: TicketStatus | None = None,
    minutes: float = 4,
    reason: str = "",
) -> CounterState:
    """A desk, in this state for so many minutes."""
    return CounterState(
        counter=counter,
        status=status,
        clerk="" if status is C.CLOSED else "clerk",
        label=label,
        ticket_status=ticket_status,
        since_at=None if status is C.CLOSED else ago(minutes),
        pause_reason=reason,
        back_at=NOW + timedelta(minutes=14) if status is C.PAUSED else None,
    )


def call(
    label: str,
    counter: str,
    status: TicketStatus = T.CALLED,
    minutes: float = 1,
    recall_count: int = 0,
) -> CallRow:
    """A call so many minutes ago."""
    return CallRow(
        ticket=f"t-{label.replace(' ', '-')}",
        label=label,
        counter=counter,
        called_at=ago(minutes),
        recall_count=recall_count,
        status=status,
    )


def load(
    service: str, waiting: int, low: int | None, high: int = 0, open_counters: int = 1
) -> ServiceLoad:
    """A service with so many waiting; no ``low``, no forecast."""
    forecast = None if low is None else WaitRange(low_min=low, high_min=high)
    return ServiceLoad(service=service, waiting=waiting, open_counters=open_counters, wait=forecast)


def display_view(**changes: object) -> DisplayView:
    """A view with nothing in it but what is given."""
    fields: dict[str, object] = {
        "version": 1,
        "at": NOW,
        "day": DAY,
        "calls": (),
        "counters": (),
        "services": (),
        "missed": (),
        "serving_priority": (),
    }
    return DisplayView.model_validate(fields | changes)


def empty_lobby(of: OfficeInfo) -> DisplayView:
    """Before opening: every desk closed, nobody called."""
    return display_view(counters=tuple(state(c.id, C.CLOSED) for c in of.counters))


def busy_states(of: OfficeInfo) -> tuple[CounterState, ...]:
    """Desks in all states by turns, most of them serving."""
    prefixes = {s.id: s.prefix for s in of.services}
    made = []
    for place, counter in enumerate(of.counters):
        label = f"{prefixes[counter.services[0]]} {17 * place % 90 + 1:03}"
        if place % 7 == 5:
            made.append(state(counter.id, C.PAUSED, minutes=6, reason="hop"))
        elif place % 11 == 3:
            made.append(state(counter.id, C.CLOSED))
        elif place % 6 == 2:
            made.append(state(counter.id, minutes=2))
        elif place % 8 in (1, 4):
            made.append(state(counter.id, label=label, ticket_status=T.CALLED, minutes=1))
        else:
            made.append(state(counter.id, label=label, ticket_status=T.SERVING, minutes=5 + place))
    return tuple(made)


def busy_lobby(of: OfficeInfo) -> DisplayView:
    """The middle of a full morning."""
    states = busy_states(of)
    held = [s for s in states if s.label]
    calls = [
        call(s.label, s.counter, s.ticket_status or T.CALLED, minutes=place + 1, recall_count=0)
        for place, s in enumerate(sorted(held, key=lambda s: s.ticket_status is not T.CALLED))
    ]
    return display_view(
        calls=tuple(calls[:12]),
        counters=states,
        services=tuple(
            load(s.id, place * 3 % 11, 5 + place if place % 4 else None, 12 + 2 * place)
            for place, s in enumerate(of.services)
        ),
        missed=tuple(f"{of.services[p].prefix} {p + 3:03}" for p in (1, 3, 5)),
        serving_priority=(of.counters[1].id,),
        near=tuple(f"{of.services[p].prefix} {p + 21:03}" for p in (1, 2, 4, 6, 7, 8)),
        held=(f"{of.services[2].prefix} 012",),
    )


def figures(
    service: str,
    waiting: int = 0,
    longest: float | None = None,
    mean_s: float | None = None,
    open_counters: int = 1,
    wait: WaitRange | None = None,
) -> ServiceFigures:
    """Today's figures of a service whose first in line waits for ``longest`` minutes."""
    return ServiceFigures(
        service=service,
        waiting=waiting,
        oldest_at=None if longest is None else ago(longest),
        mean_wait_s=mean_s,
        issued=waiting + 9,
        called=9,
        completed=8,
        open_counters=open_counters,
        wait=wait,
    )


def wall_view(**changes: object) -> WallView:
    """A wall with nothing on it but what is given."""
    nothing = Totals(
        issued=0, called=0, completed=0, no_show=0, cancelled=0, waiting=0, in_hand=0,
        mean_wait_s=None, p90_wait_s=None,
    )  # fmt: skip
    fields: dict[str, object] = {
        "version": 1,
        "at": NOW,
        "day": DAY,
        "services": (),
        "counters": (),
        "totals": nothing,
        "devices": {},
    }
    return WallView.model_validate(fields | changes)


def empty_wall(of: OfficeInfo) -> WallView:
    """Before opening."""
    return wall_view(
        services=tuple(figures(s.id, open_counters=0) for s in of.services),
        counters=tuple(state(c.id, C.CLOSED) for c in of.counters),
        devices={"kiosk": 1, "counter": 0, "display": 1, "wall": 1},
    )


def busy_wall(of: OfficeInfo) -> WallView:
    """The middle of a full morning, with two lines in trouble."""
    rows = []
    for place, service in enumerate(of.services):
        waiting = place * 3 % 11
        longest = None if not waiting else 3.0 + place * 2 % 12
        if place == 6:
            longest = 34.0
        if place == 9:
            longest = 17.0
        rows.append(
            figures(
                service.id,
                waiting,
                longest,
                mean_s=60.0 * (4 + place),
                open_counters=0 if place == 4 else 1 + place % 2,
                wait=None if place == 4 else WaitRange(low_min=4 + place, high_min=9 + 2 * place),
            )
        )
    totals = Totals(
        issued=187, called=152, completed=139, no_show=6, cancelled=2, waiting=33, in_hand=7,
        mean_wait_s=742.0, p90_wait_s=1561.0,
    )  # fmt: skip
    return wall_view(
        services=tuple(rows),
        counters=busy_states(of),
        totals=totals,
        devices={"kiosk": 2, "counter": 9, "display": 1, "wall": 1},
    )


def welcome(of: OfficeInfo, view: AnyView) -> Welcome:
    """The server's greeting with this view."""
    return Welcome(
        protocol=PROTOCOL_VERSION,
        server="test",
        at=NOW,
        clock_rate=1.0,
        office=of,
        view=view,
        last_notice=f"{DAY}/0",
    )


def notice(version: int, label: str, counter: str, recall_count: int = 0) -> CallNotice:
    """A call to announce, made just now."""
    return CallNotice(
        n=f"{DAY}/{version}",
        at=NOW,
        ticket=f"t-{label.replace(' ', '-')}",
        label=label,
        service="chung_thuc",
        counter=counter,
        priority="",
        recall_count=recall_count,
    )
