"""The ticket on the glass becomes the ticket on paper. Pure; always in Vietnamese."""

from kiosk.catalogue import Catalogue
from kiosk.notes import remarks, sentence
from kiosk.presenter import status_url
from kiosk.printing.receipt import Receipt, clock_text
from kiosk.visit import Issued
from server.protocol.views import WaitRange


def receipt(catalogue: Catalogue, target: str, issued: Issued) -> Receipt:
    """What to print for ``issued``, taken for ``target`` (a procedure code or a service id)."""
    office, offer = catalogue.office, catalogue.offer(target)
    procedure = offer.procedure if offer else None
    return Receipt(
        office_name=office.name,
        unit=office.unit,
        label=issued.label,
        service=offer.service.name if offer else "",
        issued_text=clock_text(issued.issued_at),
        people_ahead=issued.ahead,
        wait_text=wait_text(issued.wait),
        area=offer.service.area if offer else "",
        notes=tuple(sentence(each) for each in remarks(office, issued, procedure, "vi")),
        prepare_lines=procedure.documents if procedure else (),
        status_url=status_url(catalogue, issued),
        hotline=office.hotline,
        slogan=office.slogan,
    )


def wait_text(wait: WaitRange | None) -> str:
    """The amount alone: ``10-20 phút``; empty when nobody can honestly say."""
    if wait is None or wait.high_min <= 0:
        return ""
    if wait.low_min <= 0 or wait.low_min >= wait.high_min:
        return f"{wait.high_min} phút"
    return f"{wait.low_min}–{wait.high_min} phút"
