"""What a client may ask for. ``kind`` is the tag; ids are made by the client first.

``clerk`` travels with every desk command, so that a clerk whose counter was handed over
meanwhile is told so instead of acting on somebody else's ticket.
"""

from typing import Annotated, Literal

from pydantic import Field

from server.protocol.office import Wire

Id = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:-]+$")]
Code = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.:-]*$")]


class IssueTicket(Wire):
    """Give a number for ``service``; ``priority`` is a code of the office or empty."""

    kind: Literal["issue_ticket"] = "issue_ticket"
    ticket: Id
    service: Id
    priority: Code = ""


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
    """Send the ticket in hand to another service; it keeps its first arrival."""

    kind: Literal["transfer_ticket"] = "transfer_ticket"
    counter: Id
    clerk: Id
    ticket: Id
    service: Id
    reason: Id


AnyCommand = Annotated[
    IssueTicket
    | CancelTicket
    | ReturnTicket
    | OpenCounter
    | PauseCounter
    | ResumeCounter
    | CloseCounter
    | CallNext
    | RecallTicket
    | StartService
    | CompleteTicket
    | MarkNoShow
    | HoldTicket
    | TransferTicket,
    Field(discriminator="kind"),
]
