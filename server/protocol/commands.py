"""What a client may ask for. ``kind`` is the tag; ids are made by the client first.

``clerk`` travels with every desk command, so that a clerk whose counter was handed over
meanwhile is told so instead of acting on somebody else's ticket.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.protocol.office import Wire

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
Services = Annotated[tuple[Id, ...], Field(max_length=8)]
AlertId = Annotated[str, Field(min_length=1, max_length=200)]
Code = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.:-]*$")]


class IssueTicket(Wire):
    """Give a number for ``service``; ``priority`` is a code of the office or empty.

    ``route``: further services in order. ``booked_at``: an appointment's time; an ``appointment``
    code of the office brings its own. ``insist`` is for staff only: give it although the office
    is closed, full or nearly over. ``procedure`` is what the citizen came for, if it was said.
    """

    kind: Literal["issue_ticket"] = "issue_ticket"
    ticket: Id
    service: Id
    priority: Code = ""
    route: Services = ()
    booked_at: AwareDatetime | None = None
    language: Code = ""
    insist: bool = False
    procedure: Code = ""
    appointment: Code = ""


class ReserveNumbers(Wire):
    """Keep numbers of ``service`` for this device, should it lose the server."""

    kind: Literal["reserve_numbers"] = "reserve_numbers"
    service: Id


class RecordOfflineTicket(Wire):
    """A number this device gave out of its reserve at ``issued_at`` of its own clock.

    ``instead_of``: the ticket it had asked for before, without an answer in time. Nobody holds
    that one: it is cancelled if it was made and still waits, and never made if that comes later.
    """

    kind: Literal["record_offline_ticket"] = "record_offline_ticket"
    ticket: Id
    service: Id
    priority: Code = ""
    number: Annotated[int, Field(ge=0, le=999_999)]
    issued_at: AwareDatetime
    language: Code = ""
    procedure: Code = ""
    instead_of: Code = ""


class PaperOutcome(StrEnum):
    """What became of a ticket's paper.

    ``confirmed``: the printer said it came out. ``unconfirmed``: sent whole to a printer that
    cannot say. ``unknown``: the line broke amid the job. ``not_sent``: no byte left.
    ``expired``: not printed in time, and never will be.
    """

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"
    EXPIRED = "expired"


class ReportPaper(Wire):
    """What became of a ticket's paper at this device. ``copy_number`` 0 is the first print."""

    kind: Literal["report_paper"] = "report_paper"
    ticket: Id
    outcome: PaperOutcome
    copy_number: Annotated[int, Field(ge=0, le=99)] = 0


class ReportDevice(Wire):
    """How a part of this device is: ``ok``, or a code of its fault; sent when it changes."""

    kind: Literal["report_device"] = "report_device"
    part: Literal["printer", "sound", "disk", "clock", "spool", "screen", "offline"]
    status: Id


class PrintTicket(Wire):
    """Have a kiosk print a ticket: the first paper for somebody helped, a marked copy for others.

    An empty ``device`` is the kiosk that gave the number.
    """

    kind: Literal["print_ticket"] = "print_ticket"
    ticket: Id
    device: Annotated[str, Field(max_length=64)] = ""
    clerk: Id


class TagTicket(Wire):
    """Note a coded difficulty (*vướng mắc*) of the ticket in hand; once more takes it back."""

    kind: Literal["tag_ticket"] = "tag_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    tag: Id


class AcknowledgeAlert(Wire):
    """Take care of an alert; ``cause`` is a code of the office, if it is known."""

    kind: Literal["acknowledge_alert"] = "acknowledge_alert"
    alert: AlertId
    clerk: Id
    cause: Code = ""


class ResolveAlert(Wire):
    """Say what was done about an alert; ``outcome`` is ``desk_opened``, ``clerk_moved``,
    ``explained``, ``repaired`` or ``nothing``.
    """

    kind: Literal["resolve_alert"] = "resolve_alert"
    alert: AlertId
    clerk: Id
    outcome: Id


class PauseService(Wire):
    """Give no numbers of a service for now; ``reason`` is a cause citizens are shown."""

    kind: Literal["pause_service"] = "pause_service"
    supervisor: Id
    service: Id
    reason: Id


class ResumeService(Wire):
    """Give numbers of a service again."""

    kind: Literal["resume_service"] = "resume_service"
    supervisor: Id
    service: Id


class PostNotice(Wire):
    """Show a sentence on every display for ``minutes``; an urgent one stands out."""

    kind: Literal["post_notice"] = "post_notice"
    supervisor: Id
    notice: Id
    text: Annotated[str, Field(min_length=1, max_length=200)]
    minutes: Annotated[int, Field(ge=1, le=720)]
    is_urgent: bool = False


class WithdrawNotice(Wire):
    """Remove a notice from the displays."""

    kind: Literal["withdraw_notice"] = "withdraw_notice"
    supervisor: Id
    notice: Id


class EndDay(Wire):
    """End the day before midnight: waiting tickets are cancelled, every desk is closed."""

    kind: Literal["end_day"] = "end_day"
    supervisor: Id


class RateTicket(Wire):
    """The holder of the number a desk has just finished says how it was, 5 (best) to 1."""

    kind: Literal["rate_ticket"] = "rate_ticket"
    counter: Id
    ticket: Id
    score: Annotated[int, Field(ge=1, le=5)]
    reasons: Services = ()


class AddPriority(Wire):
    """Give a ticket a priority, or with an empty code take it back."""

    kind: Literal["add_priority"] = "add_priority"
    ticket: Id
    priority: Code
    clerk: Id


class AssignServices(Wire):
    """Set what a desk serves from now on; an empty list: what the profile says."""

    kind: Literal["assign_services"] = "assign_services"
    supervisor: Id
    counter: Id
    services: Services


class MoveClerk(Wire):
    """Send the clerk of a desk to another, empty one."""

    kind: Literal["move_clerk"] = "move_clerk"
    supervisor: Id
    counter: Id
    to_counter: Id


class CancelTicket(Wire):
    """Take a waiting, held or missed ticket out of the line."""

    kind: Literal["cancel_ticket"] = "cancel_ticket"
    ticket: Id
    reason: Code = ""


class ReturnTicket(Wire):
    """Bring a held or missed ticket back into the line."""

    kind: Literal["return_ticket"] = "return_ticket"
    ticket: Id


class OpenCounter(Wire):
    """Sit down at a counter. At a counter already open this is a hand-over, ticket included."""

    kind: Literal["open_counter"] = "open_counter"
    counter: Id
    clerk: Id


class PauseCounter(Wire):
    """Stop calling for a while, with a reason citizens may read and the expected minutes."""

    kind: Literal["pause_counter"] = "pause_counter"
    counter: Id
    clerk: Id
    reason: Id
    minutes: Annotated[int, Field(ge=1, le=240)]


class ResumeCounter(Wire):
    """Go on after a pause."""

    kind: Literal["resume_counter"] = "resume_counter"
    counter: Id
    clerk: Id


class CloseCounter(Wire):
    """Leave the counter; refused while a ticket is in hand."""

    kind: Literal["close_counter"] = "close_counter"
    counter: Id
    clerk: Id


class CallNext(Wire):
    """Call whoever is next for this counter under the office's queue discipline."""

    kind: Literal["call_next"] = "call_next"
    counter: Id
    clerk: Id


class CallTicket(Wire):
    """Call this ticket out of order, for a coded reason that is counted."""

    kind: Literal["call_ticket"] = "call_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    reason: Id


class UndoLast(Wire):
    """Take the last action at the desk back, within the office's time for it."""

    kind: Literal["undo_last"] = "undo_last"
    counter: Id
    clerk: Id


class RouteTicket(Wire):
    """Give the ticket in hand further stops after this one."""

    kind: Literal["route_ticket"] = "route_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    services: Services


class RecallTicket(Wire):
    """Call the ticket in hand once more."""

    kind: Literal["recall_ticket"] = "recall_ticket"
    counter: Id
    clerk: Id
    ticket: Id


class StartService(Wire):
    """The citizen has come: service begins."""

    kind: Literal["start_service"] = "start_service"
    counter: Id
    clerk: Id
    ticket: Id


class CompleteTicket(Wire):
    """Service is over, with an outcome code (domain.md B1.6)."""

    kind: Literal["complete_ticket"] = "complete_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    outcome: Id


class MarkNoShow(Wire):
    """Nobody came: set the ticket aside."""

    kind: Literal["mark_no_show"] = "mark_no_show"
    counter: Id
    clerk: Id
    ticket: Id


class HoldTicket(Wire):
    """Keep the place of somebody sent away for some minutes (*giữ chỗ*)."""

    kind: Literal["hold_ticket"] = "hold_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    reason: Id
    minutes: Annotated[int, Field(ge=1, le=240)]


class TransferTicket(Wire):
    """Send the ticket in hand to another service or one desk; it keeps its first arrival."""

    kind: Literal["transfer_ticket"] = "transfer_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    service: Id
    reason: Id
    to_counter: Code = ""


AnyCommand = Annotated[
    IssueTicket
    | ReserveNumbers
    | RecordOfflineTicket
    | ReportPaper
    | ReportDevice
    | PrintTicket
    | TagTicket
    | AcknowledgeAlert
    | ResolveAlert
    | PauseService
    | ResumeService
    | PostNotice
    | WithdrawNotice
    | EndDay
    | RateTicket
    | AddPriority
    | CancelTicket
    | ReturnTicket
    | OpenCounter
    | PauseCounter
    | ResumeCounter
    | CloseCounter
    | AssignServices
    | MoveClerk
    | CallNext
    | CallTicket
    | UndoLast
    | RouteTicket
    | RecallTicket
    | StartService
    | CompleteTicket
    | MarkNoShow
    | HoldTicket
    | TransferTicket,
    Field(discriminator="kind"),
]
