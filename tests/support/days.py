"""Days for tests of whatever follows the core: arbitrary ones, and one with every kind of event."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from hypothesis import strategies as st

from server.core import commands as c
from server.core import events as e
from server.core.calibration import Calibration, Factors
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rejected import Rejected
from tests.support.builders import ALWAYS_OPEN, MONDAY, at, call, issue, seat, some_rules

DAY = "2026-11-23"


@dataclass(frozen=True, slots=True)
class Step:
    """One press of a button by somebody, ``minutes`` after the one before."""

    button: str
    counter: str
    clerk: str
    service: str
    priority: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Done:
    """A command that was carried out: what it found, what it made, what it left."""

    command: c.Command
    before: DayState
    facts: tuple[e.Event, ...]
    state: DayState


_DESK_BUTTONS: dict[str, type[c.DeskCommand]] = {
    "call": c.CallNext,
    "resume": c.ResumeCounter,
    "leave": c.CloseCounter,
    "seat": c.OpenCounter,
    "undo": c.UndoLast,
}
_TICKET_BUTTONS: dict[str, type[c.TicketCommand]] = {
    "recall": c.RecallTicket,
    "start": c.StartService,
    "miss": c.MarkNoShow,
}

USUAL_CLERK = {"6": "an", "8": "binh", "9": "chi"}
SUPERVISOR = "dung"
LEARNT = Calibration((Factors("waiting", "", "*", 1, 500, 900, 1500, 60),))

# The buttons people press most stand more than once: whole lives come about by chance.
BUTTONS = (
    *("issue",) * 5,
    *("seat",) * 5,
    *("call",) * 9,
    *("start",) * 7,
    *("complete",) * 5,
    *("recall", "miss", "hold", "hold", "transfer", "pause", "resume", "leave", "return", "return"),
    *("cancel", "undo", "choose", "route", "priority", "assign", "move", "reserve", "offline"),
)

_STEP = st.builds(
    Step,
    button=st.sampled_from(BUTTONS),
    counter=st.sampled_from(("6", "8", "9")),
    clerk=st.sampled_from(("",) * 8 + ("an", "dung")),
    service=st.sampled_from(("birth", "copy")),
    priority=st.sampled_from(("", "", "P1", "P3")),
    minutes=st.floats(0, 15),
)
STEPS = st.lists(_STEP, max_size=8) | st.lists(_STEP, min_size=40, max_size=80)
"""Short days, which are easy to read when they fail, and long ones, in which much happens."""


def lived(steps: Iterable[Step], **changes: object) -> Iterator[Done]:
    """A day under these presses, the opening first; what is refused is left out.

    ``changes`` are those of ``some_rules``.
    """
    rules = some_rules(**({"sessions": ALWAYS_OPEN} | changes))
    yield (last := carried_out(DayState(), c.OpenDay(MONDAY, DAY, rules)))
    minute = 0.0
    for step in steps:
        minute += step.minutes
        try:
            yield (last := carried_out(last.state, command_of(last.state, step, minute)))
        except Rejected:
            continue


def carried_out(state: DayState, command: c.Command) -> Done:
    """The command done. Raises ``Rejected``."""
    facts = decide(state, command)
    return Done(command, state, facts, reduce(evolve, facts, state))


def command_of(state: DayState, step: Step, minute: float) -> c.Command:
    """What the press asks for in this state: the clerk at the desk acts on what it holds."""
    desk, moment = state.desks[step.counter], at(minute)
    here = (moment, desk.id, step.clerk or desk.clerk or USUAL_CLERK[desk.id])
    somebody = next((id_ for id_, _ in state.tickets.items()), "nobody")
    aside = next((id_ for _, id_ in state.set_aside.items()), somebody)
    held = desk.ticket or somebody
    if step.button in _DESK_BUTTONS:
        return _DESK_BUTTONS[step.button](*here)
    if step.button in _TICKET_BUTTONS:
        return _TICKET_BUTTONS[step.button](*here, held)
    if step.button == "offline":
        return _offline(state, step, minute)
    return {
        "issue": c.IssueTicket(moment, f"t{state.version}", step.service, step.priority),
        "complete": c.CompleteTicket(*here, held, "accepted"),
        "hold": c.HoldTicket(*here, held, "papers", 20),
        "transfer": c.TransferTicket(*here, held, step.service, "wrong_service"),
        "pause": c.PauseCounter(*here, "break", 10),
        "return": c.ReturnTicket(moment, aside),
        "cancel": c.CancelTicket(moment, somebody, "left"),
        "choose": c.CallTicket(*here, somebody, "helping_out"),
        "route": c.RouteTicket(*here, held, (step.service,)),
        "priority": c.AddPriority(moment, somebody, step.priority, "an"),
        "assign": c.AssignServices(moment, SUPERVISOR, desk.id, (step.service,)),
        "move": c.MoveClerk(moment, SUPERVISOR, desk.id, "9"),
        "reserve": c.ReserveNumbers(moment, "K1", step.service),
    }[step.button]


def _offline(state: DayState, step: Step, minute: float) -> c.Command:
    """The kiosk tells of the next number of its first reserve, given some minutes ago."""
    used = len(state.used_labels)
    number = state.reserves[0].first + used if state.reserves else 1
    prefix = state.reserves[0].prefix if state.reserves else "6"
    service = {"9": "birth", "6": "copy"}[prefix]
    issued_at = at(max(0, minute - step.minutes))
    ticket = f"t{state.version}"
    return c.RecordOfflineTicket(at(minute), ticket, service, "", number, issued_at, "K1")


def day_of_every_kind() -> list[Done]:
    """A short day on which everything happens that can happen."""
    done: list[Done] = []
    for command in (*_opening(), *_morning(), *_supervised()):
        done.append(carried_out(done[-1].state if done else DayState(), command))
    return done


def _opening() -> list[c.Command]:
    return [
        c.OpenDay(at(0), DAY, some_rules()),
        c.ChangeRules(at(0), some_rules(recall_limit=3)),
        seat("6", "an"),
        seat("8", "binh"),
        issue("a", minutes=1),
        issue("b", minutes=2, priority="P3"),
        issue("c", minutes=3),
        issue("d", minutes=4),
        c.ReserveNumbers(at(4), "K1", "copy"),
        c.RecordOfflineTicket(at(5), "alone", "copy", "", 950, at(4.5), "K1"),
        c.LearnCalibration(at(5), LEARNT),
        c.MakeForecasts(at(5)),
    ]


def _morning() -> list[c.Command]:
    desk = ("6", "an")
    return [
        call("6", "an", 5),
        c.RecallTicket(at(6), *desk, "b"),
        c.MarkNoShow(at(7), *desk, "b"),
        call("6", "an", 8),
        c.StartService(at(9), *desk, "a"),
        c.HoldTicket(at(10), *desk, "a", "papers", 20),
        c.ReturnTicket(at(11), "a"),
        call("6", "an", 12),
        c.TransferTicket(at(13), *desk, "a", "birth", "wrong_service"),
        call("8", "binh", 14),
        c.StartService(at(15), "8", "binh", "a"),
        c.CompleteTicket(at(25), "8", "binh", "a", "accepted"),
        c.PauseCounter(at(26), *desk, "break", 10),
        c.UndoLast(at(26.5), *desk),
        c.PauseCounter(at(27), *desk, "break", 10),
        c.ResumeCounter(at(30), *desk),
        c.AddPriority(at(30), "d", "P1", "an"),
        c.CancelTicket(at(31), "d", "left"),
    ]


def _supervised() -> list[c.Command]:
    """Slips taken back, a route, somebody sent from desk to desk, and who sees to it."""
    desk, other = ("6", "an"), ("8", "binh")
    return [
        call("6", "an", 32),
        c.UndoLast(at(32.5), *desk),
        c.CallTicket(at(33), *desk, "alone", "helping_out"),
        c.StartService(at(33), *desk, "alone"),
        c.RouteTicket(at(34), *desk, "alone", ("birth",)),
        c.CompleteTicket(at(36), *desk, "alone", "accepted"),
        call("8", "binh", 37),
        c.TransferTicket(at(37), *other, "c", "birth", "wrong_service"),
        call("8", "binh", 38),
        c.TransferTicket(at(38), *other, "c", "copy", "wrong_service"),
        call("8", "binh", 39),
        c.TransferTicket(at(39), *other, "c", "birth", "wrong_service"),
        c.AssignServices(at(41), SUPERVISOR, "9", ("copy",)),
        *_noted(),
        c.MoveClerk(at(48), SUPERVISOR, "6", "9"),
        c.CloseCounter(at(49), *other),
        c.CloseDay(at(600)),
    ]


def _noted() -> list[c.Command]:
    """An appointment that becomes a number, its paper, a printer, an idle desk, a difficulty."""
    desk = ("6", "an")
    return [
        c.BookAppointments(at(41), (e.Appointment("A1", "copy", at(45), "2.000815"),)),
        c.IssueTicket(
            at(41), "booked", "copy", "", procedure="2.000815", appointment="A1", device="K1"
        ),
        c.ReportPaper(at(41), "K1", "booked", "unknown", 0),
        c.ReportDevice(at(41), "K1", "printer", "paper_low"),
        c.PrintTicket(at(42), "", "booked", "an"),
        c.ReportPaper(at(42), "K1", "booked", "confirmed", 1),
        c.LookAround(at(46)),
        c.AcknowledgeAlert(at(46), "desk_idle:6", "dung", "few_clerks"),
        call("6", "an", 46),
        c.TagTicket(at(47), *desk, "booked", "no_network"),
        c.StartService(at(47), *desk, "booked"),
        c.CompleteTicket(at(47.5), *desk, "booked", "accepted"),
        c.RateTicket(at(47.6), "6", "booked", 2, ("slow",)),
        c.ResolveAlert(at(47.7), "desk_idle:6", "dung", "explained"),
        c.PauseService(at(47.7), SUPERVISOR, "copy", "crowd"),
        c.ResumeService(at(47.8), SUPERVISOR, "copy"),
        c.PostNotice(at(47.8), SUPERVISOR, "n1", "Mất điện 5 phút", 5, is_urgent=True),
        c.WithdrawNotice(at(47.9), SUPERVISOR, "n1"),
        c.RecordAdvice(at(47.9), "a1", "copy", "9", at(90), 2400, 1100, 300, 40),
    ]


def facts_of(done: Iterable[Done]) -> list[e.Event]:
    """All events of a day in order."""
    return [fact for each in done for fact in each.facts]
