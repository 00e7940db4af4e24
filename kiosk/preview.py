"""``python -m kiosk.preview``: what a ticket will look like, as a PNG, without a printer.

The office (``OfficeInfo`` as JSON) is read from standard input.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from assets.languages.language import SOURCE, language_of
from kiosk.paper import receipt
from kiosk.presenter.catalogue import Catalogue
from kiosk.printing.job import job_bytes
from kiosk.printing.layout import LayoutError, read_layouts, shipped_layouts
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from kiosk.printing.ticket_job import PAPERS
from kiosk.printing.ticket_texts import wording
from kiosk.printing.typesetting import can_shape
from kiosk.visit import Issued
from server.protocol.office import OfficeInfo
from server.protocol.views import WaitRange

DOTS_A_MM: Final = 8
DPI: Final = 203
WRONG_USE: Final = 2
REPRINT_AFTER: Final = timedelta(minutes=4)


class WrongUse(Exception):
    """The ticket cannot be drawn; the message says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Draw one ticket; returns the exit code."""
    given = _parser().parse_args(argv)
    try:
        office = OfficeInfo.model_validate_json(sys.stdin.buffer.read())
        ticket = sample(office, given, datetime.now(ZoneInfo(office.zone)))
        layouts = read_layouts(given.layouts) if given.layouts else shipped_layouts()
    except ValidationError as error:
        return _refuse(f"standard input is no office: {error}")
    except (WrongUse, LayoutError) as error:
        return _refuse(str(error))
    picture = draw(ticket, layouts)
    try:
        picture.save(given.out, dpi=(DPI, DPI))
    except (OSError, ValueError) as error:
        return _refuse(f"{given.out}: {error}")
    size = len(job_bytes(picture))
    said = f"{given.out}: {given.width} mm x {picture.height // DOTS_A_MM} mm, {size:,} bytes"
    sys.stdout.write(f"{said}\n")
    return 0


def sample(office: OfficeInfo, given: argparse.Namespace, now: datetime) -> Receipt:
    """A ticket such as this office gives, taken now.

    Raises:
        WrongUse: the office has no such service, or nobody has written the language's words.

    """
    catalogue = Catalogue(office)
    target = given.service or next(iter((*office.frequent, *(s.id for s in office.services))), "")
    offer = catalogue.offer(target)
    if offer is None:
        known = " ".join(service.id for service in office.services)
        raise WrongUse(f"{target}: neither a procedure nor one of the services {known}")
    if wording(given.language) is None:
        raise WrongUse(f"{given.language}: nobody has written what a ticket says in this language")
    spoken = language_of(given.language)
    if spoken.script and spoken.script.must_be_shaped and not can_shape():
        raise WrongUse(f"{spoken.name}: its letters fall apart here without libraqm and fribidi")
    wait = WaitRange(low_min=10, high_min=20)
    issued = Issued("0mz3k9q2ab", f"{offer.service.prefix} 027", now, 6, wait)
    ticket = receipt(
        catalogue,
        target,
        issued,
        language=given.language,
        priority=given.priority,
        offline=given.offline,
    )
    again = now + REPRINT_AFTER if given.reprint else None
    return replace(ticket, width_dots=PAPERS[given.width], reprinted_at=again)


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m kiosk.preview", description=__doc__)
    made.add_argument("--service", default="", metavar="ID", help="a service or a procedure's code")
    made.add_argument("--width", type=int, choices=PAPERS, default=80, help="of the paper, in mm")
    made.add_argument("--language", default=SOURCE, help="its code; said under the Vietnamese")
    made.add_argument("--reprint", action="store_true", help="marked as printed again")
    made.add_argument("--priority", action="store_true", help="with a declared priority")
    made.add_argument("--offline", action="store_true", help="given without the server")
    made.add_argument("--layouts", type=Path, metavar="DIR", help="layout-*.toml of your own")
    made.add_argument("--out", type=Path, default=Path("ticket.png"), metavar="FILE")
    return made


def _refuse(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
