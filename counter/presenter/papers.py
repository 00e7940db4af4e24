"""The papers of the procedure in hand, its difficulties and its outcomes. Pure.

What is ticked off is kept in this window only, until the ticket leaves the desk.
"""

from counter.presenter.screen import PapersScreen, PickRow
from counter.situation.situation import Checks, Situation
from server.protocol.office import OfficeInfo, ProcedureInfo
from server.protocol.views import DeskView, Move, TicketView
from server.words.spelling import capital


def papers(office: OfficeInfo, desk: DeskView, situation: Situation) -> PapersScreen:
    """The pane beside the ticket in hand; empty without a ticket."""
    ticket = desk.ticket
    if ticket is None:
        return PapersScreen()
    procedure = office.procedure(ticket.procedure)
    documents = procedure.documents if procedure else ()
    ticked = ticked_of(situation.checks, ticket.id)
    done = Move.COMPLETE in desk.moves
    return PapersScreen(
        code=ticket.id,
        title=procedure.label if procedure else "Giấy tờ",
        facts=_facts(procedure),
        told=_told(len(documents), len(ticked)) if procedure else "Phiếu không ghi thủ tục.",
        done=done,
        papers=tuple(
            PickRow(str(at), "", name, "", at in ticked) for at, name in enumerate(documents)
        ),
        tags=_tags(office, ticket, situation),
        outcomes=_outcomes(office, lit=situation.is_live) if done else (),
    )


def ticked_of(checks: Checks, ticket: str) -> frozenset[int]:
    """The papers ticked off for this ticket."""
    return checks.ticked if checks.ticket == ticket else frozenset()


def ticked(checks: Checks, ticket: str, place: int) -> Checks:
    """The checks with this paper ticked off, or not any more."""
    return Checks(ticket, ticked_of(checks, ticket) ^ {place})


def _facts(procedure: ProcedureInfo | None) -> str:
    if procedure is None:
        return ""
    limit = f"Thời hạn: {procedure.time_limit}" if procedure.time_limit else ""
    fee = f"Lệ phí: {procedure.fee}" if procedure.fee else ""
    return " · ".join(part for part in (limit, fee) if part)


def _told(count: int, ticked_count: int) -> str:
    if not count:
        return "Nguồn không ghi giấy tờ cần có."
    if ticked_count == count:
        return f"Đủ {count} loại giấy tờ"
    return f"Giấy tờ cần có: đã xem {ticked_count} trên {count}"


def _tags(office: OfficeInfo, ticket: TicketView, situation: Situation) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(
            each.code, "", capital(each.name), "", each.code in ticket.tags, lit=situation.is_live
        )
        for each in office.tags
    )


def _outcomes(office: OfficeInfo, *, lit: bool) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(each.code, str(at) if at < 10 else "", capital(each.name), "", False, lit)
        for at, each in enumerate(office.outcomes, start=1)
    )
