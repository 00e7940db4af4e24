"""What a supervisor does for the whole hall: pausing services, notices on the displays."""

from dataclasses import replace
from datetime import timedelta

from server.codes import ErrorCode
from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.model import DayState, HallNotice
from server.core.rejected import Rejected

Events = tuple[e.Event, ...]


def pause_service(state: DayState, command: c.PauseService) -> Events:
    """Stop issuing tickets of a service; those that wait stay. Raises ``Rejected``."""
    checks.is_supervisor(state, command.supervisor)
    checks.known_services(state, (command.service,))
    checks.known(command.reason, state.in_force.causes)
    if command.service in state.paused_services:
        raise Rejected(ErrorCode.SERVICE_PAUSED, command.service)
    return (e.ServicePaused(command.at, command.service, command.reason, command.supervisor),)


def resume_service(state: DayState, command: c.ResumeService) -> Events:
    """Issue tickets of the service again. Raises ``Rejected``."""
    checks.is_supervisor(state, command.supervisor)
    if command.service not in state.paused_services:
        raise Rejected(ErrorCode.SERVICE_NOT_PAUSED, command.service)
    return (e.ServiceResumed(command.at, command.service, command.supervisor),)


def post_notice(state: DayState, command: c.PostNotice) -> Events:
    """Show a sentence on every display; one with a known id replaces that notice."""
    checks.is_supervisor(state, command.supervisor)
    until_at = command.at + timedelta(minutes=command.minutes)
    return (
        e.NoticePosted(
            command.at,
            command.notice,
            command.text,
            until_at,
            command.is_urgent,
            command.supervisor,
        ),
    )


def withdraw_notice(state: DayState, command: c.WithdrawNotice) -> Events:
    """Remove a notice before its time. Raises ``Rejected`` when there is none of that id."""
    checks.is_supervisor(state, command.supervisor)
    if all(each.id != command.notice for each in state.hall_notices):
        raise Rejected(ErrorCode.UNKNOWN_NOTICE, command.notice)
    return (e.NoticeWithdrawn(command.at, command.notice, command.supervisor),)


def service_paused(state: DayState, event: e.ServicePaused) -> DayState:
    """The service gives no numbers, for this reason."""
    return replace(state, paused_services=state.paused_services | {event.service: event.reason})


def service_resumed(state: DayState, event: e.ServiceResumed) -> DayState:
    """The service gives numbers."""
    left = {id_: reason for id_, reason in state.paused_services.items() if id_ != event.service}
    return replace(state, paused_services=left)


def notice_posted(state: DayState, event: e.NoticePosted) -> DayState:
    """The state with the notice; expired ones are dropped."""
    others = (n for n in state.hall_notices if n.id != event.notice and n.until_at > event.at)
    notice = HallNotice(event.notice, event.text, event.until_at, event.is_urgent)
    return replace(state, hall_notices=(*others, notice))


def notice_withdrawn(state: DayState, event: e.NoticeWithdrawn) -> DayState:
    """The state without the notice."""
    others = tuple(each for each in state.hall_notices if each.id != event.notice)
    return replace(state, hall_notices=others)
