"""The paper ticket from the ticket on the screen. Pure. Paper is always in Vietnamese; the
citizen's language stands under it.
"""

from dataclasses import replace
from datetime import tzinfo

from assets.languages.language import SOURCE
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.detail import status_url
from kiosk.presenter.notes import remarks, sentence
from kiosk.printing.receipt import Bilingual, Receipt
from kiosk.visit import Issued
from server.protocol.messages import PrintNotice
from server.protocol.office import ProcedureInfo


def receipt(
    catalogue: Catalogue,
    target: str,
    issued: Issued,
    *,
    language: str = SOURCE,
    priority: bool = False,
    offline: bool = False,
) -> Receipt:
    """What to print for ``issued``, taken for ``target`` (a procedure code or a service id).

    ``priority`` was declared; ``offline``: the number came from the kiosk's own range.
    """
    office, offer = catalogue.office, catalogue.offer(target)
    procedure = offer.procedure if offer else None
    return Receipt(
        office_name=office.name,
        unit=office.unit,
        label=issued.label,
        service=offer.service.name if offer else "",
        service_again=offer.service.name_in(language) if offer else "",
        issued_at=issued.issued_at,
        people_ahead=issued.ahead,
        wait=(issued.wait.low_min, issued.wait.high_min) if issued.wait else None,
        area=offer.service.area if offer else "",
        area_again=office.text_in(language, offer.service.area) if offer else "",
        notes=notes(catalogue, issued, procedure, language),
        papers=procedure.documents if procedure else (),
        status_url=status_url(catalogue, issued),
        hotline=office.hotline,
        slogan=office.slogan,
        language=language,
        priority=priority,
        offline=offline,
    )


def notes(
    catalogue: Catalogue, issued: Issued, procedure: ProcedureInfo | None, language: str
) -> tuple[Bilingual, ...]:
    """The remarks about the day, in Vietnamese and in ``language``. Raises ``WordsError``."""
    own, other = (remarks(catalogue.office, issued, procedure, each) for each in (SOURCE, language))
    again = (sentence(each, language) if language != SOURCE else "" for each in other)
    return tuple(Bilingual(sentence(each), more) for each, more in zip(own, again, strict=True))


def noticed_receipt(catalogue: Catalogue, notice: PrintNotice, zone: tzinfo | None) -> Receipt:
    """What staff asked this kiosk to print, a copy marked as one. ``zone`` is the office's."""
    issued = Issued(
        ticket=notice.ticket,
        label=notice.label,
        issued_at=notice.issued_at.astimezone(zone),
        ahead=notice.ahead,
        wait=notice.wait,
        notes=notice.notes,
    )
    known = notice.procedure and catalogue.offer(notice.procedure)
    made = receipt(
        catalogue,
        notice.procedure if known else notice.service,
        issued,
        language=notice.language or SOURCE,
        priority=bool(notice.priority),
    )
    copied_at = notice.at.astimezone(zone) if notice.copy_number else None
    return replace(made, reprinted_at=copied_at)
