"""The commands of the core. ``at`` is the moment of the command, in UTC.

Time and ids come in with the command: the core has no clock and makes no ids.
"""

from dataclasses import dataclass
from datetime import datetime

from server.core.calibration import Calibration
from server.core.events import Appointment
from server.core.rules import Rules


@dataclass(frozen=True, slots=True)
class Command:
    """Any request to change the day."""

    at: datetime


@dataclass(frozen=True, slots=True)
class OpenDay(Command):
    """Begin a business day under these rules."""

    day: str
    rules: Rules


@dataclass(frozen=True, slots=True)
class ChangeRules(Command):
    """Work under other rules. ``moves`` names for each removed service the one its tickets
    move to.
    """

    rules: Rules
    moves: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CloseDay(Command):
    """End the day: cancel all tickets and close every desk."""


@dataclass(frozen=True, slots=True)
class IssueTicket(Command):
    """Give a number. ``ticket`` is an id made by the asker; ``priority`` may be empty.

    ``route`` are further services after the first, in order. ``booked_at`` is an appointment's
    time; an ``appointment`` of the day brings its own. ``insist`` is for staff: give it although
    the day is full or nearly over. ``procedure`` is what the number is for, if that was said.
    """

    ticket: str
    service: str
    priority: str
    route: tuple[str, ...] = ()
    booked_at: datetime | None = None
    language: str = ""
    insist: bool = False
    procedure: str = ""
    appointment: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class ReserveNumbers(Command):
    """Keep numbers of a service for a kiosk that may lose the server."""

    device: str
    service: str


@dataclass(frozen=True, slots=True)
class RecordOfflineTicket(Command):
    """A number a kiosk gave by itself at ``issued_at`` of its own clock.

    ``instead_of`` is the ticket it had asked for without an answer; nobody holds it.
    """

    ticket: str
    service: str
    priority: str
    number: int
    issued_at: datetime
    device: str
    language: str = ""
    procedure: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class ReportPaper(Command):
    """A device reports how a print ended."""

    device: str
    ticket: str
    outcome: str
    copy_number: int


@dataclass(frozen=True, slots=True)
class ReportDevice(Command):
    """A device reports the state of one of its parts."""

    device: str
    part: str
    status: str


@dataclass(frozen=True, slots=True)
class PrintTicket(Command):
    """Have ``device`` print a ticket; empty: the kiosk that gave the number."""

    device: str
    ticket: str
    clerk: str


@dataclass(frozen=True, slots=True)
class BookAppointments(Command):
    """All appointments of the day, known ones included."""

    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class LookAround(Command):
    """Time has passed: raise alerts that are due and end those that are over."""


@dataclass(frozen=True, slots=True)
class AcknowledgeAlert(Command):
    """A supervisor takes an alert; ``cause`` may be empty."""

    alert: str
    clerk: str
    cause: str


@dataclass(frozen=True, slots=True)
class ResolveAlert(Command):
    """A supervisor ends an alert, with what was done about it."""

    alert: str
    clerk: str
    outcome: str


@dataclass(frozen=True, slots=True)
class PauseService(Command):
    """Give no more numbers of a service for now."""

    supervisor: str
    service: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResumeService(Command):
    """Give numbers of a service again."""

    supervisor: str
    service: str


@dataclass(frozen=True, slots=True)
class PostNotice(Command):
    """Show a notice on the displays for ``minutes``."""

    supervisor: str
    notice: str
    text: str
    minutes: int
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class WithdrawNotice(Command):
    """Remove a notice."""

    supervisor: str
    notice: str


@dataclass(frozen=True, slots=True)
class EndDay(Command):
    """A supervisor ends the day before midnight does."""

    supervisor: str


@dataclass(frozen=True, slots=True)
class RateTicket(Command):
    """The holder of the number a desk has just finished says how it was."""

    counter: str
    ticket: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MakeForecasts(Command):
    """Time has passed: make new forecasts for all who wait."""


@dataclass(frozen=True, slots=True)
class LearnCalibration(Command):
    """Make the forecasts of this day with what past days have taught."""

    calibration: Calibration


@dataclass(frozen=True, slots=True)
class RecordAdvice(Command):
    """Keep what the simulation recommends."""

    advice: str
    service: str
    counter: str
    until_at: datetime
    p90_s: int
    p90_then_s: int
    spread_s: int
    runs: int
    action: str = "open"
    clerk: str = ""
    from_counter: str = ""
    erlang_wait_s: int | None = None


@dataclass(frozen=True, slots=True)
class AddPriority(Command):
    """A clerk gives the ticket a priority, or removes it."""

    ticket: str
    priority: str
    clerk: str


@dataclass(frozen=True, slots=True)
class AssignServices(Command):
    """A supervisor sets the services of a desk; none means those of the profile."""

    supervisor: str
    counter: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveClerk(Command):
    """A supervisor sends a clerk to another, empty desk; a ticket in hand stays where it is."""

    supervisor: str
    counter: str
    to_counter: str


@dataclass(frozen=True, slots=True)
class CancelTicket(Command):
    """Cancel a ticket that is not being served."""

    ticket: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReturnTicket(Command):
    """Bring a held or missed ticket back into the line."""

    ticket: str


@dataclass(frozen=True, slots=True)
class DeskCommand(Command):
    """Something a clerk does at a desk."""

    counter: str
    clerk: str


@dataclass(frozen=True, slots=True)
class OpenCounter(DeskCommand):
    """Open the desk; at an open one this is a hand-over, with the ticket in hand."""


@dataclass(frozen=True, slots=True)
class PauseCounter(DeskCommand):
    """Stop calling for about ``minutes``."""

    reason: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ResumeCounter(DeskCommand):
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class CloseCounter(DeskCommand):
    """Close the desk, which must have no ticket in hand."""


@dataclass(frozen=True, slots=True)
class CallNext(DeskCommand):
    """Call whoever is next under the discipline."""


@dataclass(frozen=True, slots=True)
class CallTicket(DeskCommand):
    """Call this one out of order, for a coded reason that is counted."""

    ticket: str
    reason: str


@dataclass(frozen=True, slots=True)
class UndoLast(DeskCommand):
    """Undo the last action at the desk, within the time for it."""


@dataclass(frozen=True, slots=True)
class TicketCommand(DeskCommand):
    """Something a clerk does with the ticket in hand."""

    ticket: str


@dataclass(frozen=True, slots=True)
class RecallTicket(TicketCommand):
    """Call once more."""


@dataclass(frozen=True, slots=True)
class StartService(TicketCommand):
    """The citizen is here."""


@dataclass(frozen=True, slots=True)
class CompleteTicket(TicketCommand):
    """Done, with an outcome code."""

    outcome: str


@dataclass(frozen=True, slots=True)
class MarkNoShow(TicketCommand):
    """Nobody came."""


@dataclass(frozen=True, slots=True)
class HoldTicket(TicketCommand):
    """Keep the place for ``minutes``."""

    reason: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TransferTicket(TicketCommand):
    """Send on to another service, or to one desk by name, first arrival kept."""

    service: str
    reason: str
    to_counter: str = ""


@dataclass(frozen=True, slots=True)
class TagTicket(TicketCommand):
    """Note a coded difficulty of the ticket in hand; a second time takes it back."""

    tag: str


@dataclass(frozen=True, slots=True)
class RouteTicket(TicketCommand):
    """Give the ticket in hand further stops after this one."""

    services: tuple[str, ...]
