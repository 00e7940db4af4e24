"""Undo of the last action at a desk: its conditions and its result."""

from dataclasses import replace
from datetime import timedelta

from server.codes import ErrorCode
from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.model import DayState, Status, Ticket
from server.core.rejected import Rejected
from server.core.state_changes import (
    credited,
    placed,
    reachable,
    tallied,
    with_desk,
    with_front,
    with_status,
)

Events = tuple[e.Event, ...]


def undo(state: DayState, command: c.UndoLast) -> Events:
    """The event that undoes the last action at the desk. Raises ``Rejected`` once something
    followed from it.
    """
    desk = checks.own_desk(state, command)
    memory = desk.memory
    if memory is None or memory.clerk != command.clerk:
        raise Rejected(ErrorCode.NOTHING_TO_UNDO, desk.id)
    if command.at - memory.at > timedelta(seconds=state.in_force.limits.undo_s):
        raise Rejected(ErrorCode.TOO_LATE, desk.id)
    before = memory.ticket
    if before is None:
        return (e.PauseUndone(command.at, desk.id, command.clerk, memory.version),)
    now = state.tickets.get(before.id)
    ended_here = now is None and memory.kind == e.TicketCompleted.__name__
    if not ended_here and (now is None or now.touched != memory.version):
        raise Rejected(ErrorCode.TOO_LATE, before.label)
    if before.service not in state.in_force.service_by_id:
        raise Rejected(ErrorCode.UNKNOWN_SERVICE, before.service)
    if before.priority not in state.in_force.priority_by_code:
        raise Rejected(ErrorCode.UNKNOWN_PRIORITY, before.priority)
    if ended_here and any(each.label == before.label for _, each in state.tickets.items()):
        raise Rejected(ErrorCode.TOO_LATE, f"{before.label} is somebody else's now")
    return (
        e.ActionUndone(
            command.at,
            before.id,
            desk.id,
            command.clerk,
            undone=memory.kind,
            undone_version=memory.version,
            status=before.status.value,
            service=before.service,
            owner=before.counter,
            called_at=before.called_at,
            started_at=before.started_at,
            first_called_at=before.first_called_at,
            recall_count=before.recall_count,
            transfer_count=before.transfer_count,
            leg=before.leg,
        ),
    )


def undone(state: DayState, event: e.ActionUndone) -> DayState:
    """The state with ticket and desk as they were before the action."""
    desk = state.desks[event.counter]
    memory = desk.memory
    if memory is None or memory.ticket is None:
        raise AssertionError("decide found an action to undo where there is none")
    before = reachable(state, _as_remarked(memory.ticket, state))
    changed = with_front(placed(state, state.tickets.get(before.id), before), before, memory.desk)
    now = changed.desks[desk.id]
    restored = replace(memory.desk, front=now.front, services=now.services, memory=None)
    calls = with_status(changed.calls, before)
    if before.status is Status.WAITING:
        calls = tuple(call for call in calls if call.ticket != before.id)
    changed = replace(with_desk(changed, restored), calls=calls)
    changed = credited(changed, memory.clerk, memory.counted, times=-1)
    return tallied(changed, memory.service, memory.counted, times=-1)


def _as_remarked(before: Ticket, state: DayState) -> Ticket:
    """The ticket before the action, with what was noted of it since."""
    now = state.tickets.get(before.id) or before
    return replace(
        before,
        touched=state.version,
        paper=now.paper,
        copy_count=now.copy_count,
        tags=now.tags,
    )


def pause_undone(state: DayState, event: e.PauseUndone) -> DayState:
    """The state with the desk as it was before the pause, except for what others changed
    meanwhile.
    """
    desk = state.desks[event.counter]
    if desk.memory is None:
        raise AssertionError("decide found a pause to undo where there is none")
    before = replace(desk.memory.desk, front=desk.front, services=desk.services, memory=None)
    return with_desk(state, before)
