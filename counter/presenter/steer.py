"""A supervisor's page: who sits where, move somebody, change what a desk serves, read a story."""

from typing import Final

from counter.presenter.screen import PickRow, SteerScreen
from counter.presenter.story import story_rows
from counter.situation.situation import Situation
from server.protocol.commands import AnyCommand, AssignServices, MoveClerk
from server.protocol.office import CounterInfo, OfficeInfo
from server.protocol.views import CounterState, CounterStatus, CounterView, TicketStatus
from server.words.desks import counter_name
from server.words.spelling import glued, small

ASSIGN: Final = "assign_services"
MOVE: Final = "move_clerk"
MOST_SERVICES: Final = 8


def steer(office: OfficeInfo, view: CounterView, situation: Situation) -> SteerScreen:
    """The page as it stands."""
    told = situation.told
    shown = SteerScreen(
        desks=tuple(_desk_row(office, view, each, situation.steered) for each in office.counters),
        steps=story_rows(told, office) if told else (),
        story=f"Chuyện của số {glued(told.label)}" if told else "",
    )
    known = office.counter(situation.steered)
    return _about(office, view, situation, known, shown) if known else shown


def _about(
    office: OfficeInfo,
    view: CounterView,
    situation: Situation,
    known: CounterInfo,
    shown: SteerScreen,
) -> SteerScreen:
    state = state_of(view, known.id)
    sits = state is not None and state.status is not CounterStatus.CLOSED
    busy = bool(state and state.label)
    free = situation.is_free
    served = served_by(office, view, known.id)
    return SteerScreen(
        title=f"{counter_name(office, known.id)} · {known.name}",
        detail=_who(office, state),
        can_move=sits and not busy and free,
        move=_move_words(office, state, sits=sits, busy=busy),
        reset=free and bool(state and state.assigned),
        desks=shown.desks,
        services=tuple(
            PickRow(each.id, each.prefix, each.name, "", each.id in served, lit=free)
            for each in office.services
        ),
        places=_empty_places(office, view, lit=sits and not busy and free),
        steps=shown.steps,
        story=shown.story,
    )


def assign_command(
    now: tuple[str, ...], supervisor: str, counter: str, service: str
) -> AnyCommand | None:
    """The command that adds this service to the desk, or removes it; ``None`` where none or too
    many would be left.
    """
    then = [each for each in now if each != service] if service in now else [*now, service]
    if not 0 < len(then) <= MOST_SERVICES:
        return None
    return AssignServices(supervisor=supervisor, counter=counter, services=tuple(then))


def served_by(office: OfficeInfo, view: CounterView, counter: str) -> tuple[str, ...]:
    """What this desk serves now: as set by a supervisor today, else by the office's profile."""
    state = state_of(view, counter)
    if state is not None and state.assigned:
        return state.assigned
    known = office.counter(counter)
    return known.services if known else ()


def reset_command(supervisor: str, counter: str) -> AnyCommand:
    """The command after which the desk serves again what the office's profile says."""
    return AssignServices(supervisor=supervisor, counter=counter, services=())


def move_command(supervisor: str, counter: str, to_counter: str) -> AnyCommand:
    """The command that moves the clerk of this desk to that empty one."""
    return MoveClerk(supervisor=supervisor, counter=counter, to_counter=to_counter)


def state_of(view: CounterView, counter: str) -> CounterState | None:
    """The state of this desk now."""
    return next((each for each in view.counters if each.counter == counter), None)


def _desk_row(office: OfficeInfo, view: CounterView, known: CounterInfo, chosen: str) -> PickRow:
    state = state_of(view, known.id)
    name = known.name or ", ".join(office.service_name(each) for each in known.services)
    return PickRow(known.id, str(known.number), name, _who(office, state), known.id == chosen)


def _who(office: OfficeInfo, state: CounterState | None) -> str:
    if state is None or state.status is CounterStatus.CLOSED:
        return "trống"
    who = office.clerk_name(state.clerk)
    if state.status is CounterStatus.PAUSED:
        return f"{who} · tạm nghỉ"
    if not state.label:
        return f"{who} · sẵn sàng"
    doing = "phục vụ" if state.ticket_status is TicketStatus.SERVING else "mời"
    return f"{who} · {doing} {glued(state.label)}"


def _move_words(office: OfficeInfo, state: CounterState | None, *, sits: bool, busy: bool) -> str:
    if state is None or not sits:
        return "Quầy đang trống, không có ai để điều chuyển."
    who = office.clerk_name(state.clerk)
    if busy:
        return f"{who} đang phục vụ số {glued(state.label)}. Điều chuyển được khi xong số này."
    return f"Điều {who} sang:"


def _empty_places(office: OfficeInfo, view: CounterView, *, lit: bool) -> tuple[PickRow, ...]:
    rows = []
    for each in office.counters:
        state = state_of(view, each.id)
        if state is None or state.status is CounterStatus.CLOSED:
            name = f"{counter_name(office, each.id)} · {small(each.name)}"
            rows.append(PickRow(each.id, "", name, "", chosen=False, lit=lit))
    return tuple(rows)
