"""Commands of a supervisor for the whole hall, and the record of advice."""

from datetime import timedelta

from server.codes import ErrorCode
from server.core import checks
from server.core import commands as c
from server.core import events as e
from server.core.model import DayState
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


def record_advice(state: DayState, command: c.RecordAdvice) -> Events:
    """Record advice, to be compared later with what came; the same advice only once while it is
    valid.
    """
    asked = command.action, command.counter, command.service
    standing = (each for each in state.foresight.advice if each.until_at > command.at)
    if any((each.action, each.counter, each.service) == asked for each in standing):
        return ()
    return (
        e.AdviceGiven(
            command.at,
            command.advice,
            command.service,
            command.counter,
            command.until_at,
            command.p90_s,
            command.p90_then_s,
            command.spread_s,
            command.runs,
            command.action,
            command.clerk,
            command.from_counter,
            command.erlang_wait_s,
        ),
    )
