"""What the kiosk asks of the world."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kiosk.offline.wishes import Wish
from kiosk.printing.port import PrintReason
from kiosk.printing.receipt import Receipt
from kiosk.visit import Paper
from server.protocol.commands import PaperOutcome
from server.protocol.messages import AnyQuery
from server.protocol.office import OfficeInfo
from server.words.coverage import offered

PAPERS: Final = {
    PaperOutcome.CONFIRMED: Paper.PRINTED,
    PaperOutcome.UNCONFIRMED: Paper.SENT,
    PaperOutcome.UNKNOWN: Paper.DOUBT,
    PaperOutcome.NOT_SENT: Paper.FAILED,
    PaperOutcome.EXPIRED: Paper.FAILED,
}


@dataclass(frozen=True)
class KioskPorts:
    """What the view model asks of the world; the composition root fills it in.

    ``issue`` begins to give a number and is answered by ``KioskViewModel.issued`` or ``refused``
    with the id it returned; ``ask`` likewise by ``told``. ``now`` is the office's time.
    ``print_ticket`` begins to print and is answered by ``finished`` or ``delayed``, or is ``None``
    without a printer; ``reprint`` prints a marked copy, and says whether it could; ``give_up`` is
    told that a ticket's owner has gone. ``say`` plays clips; ``may_take`` and ``took`` keep to the
    office's limit of numbers a card and day. ``languages`` are the codes of those an office's
    citizens can be spoken to in.
    """

    issue: Callable[[Wish], str]
    ask: Callable[[AnyQuery], str]
    now: Callable[[], datetime]
    print_ticket: Callable[[str, Receipt], object] | None = None
    reprint: Callable[[str, datetime], bool] = lambda _ticket, _at: False
    give_up: Callable[[str], object] = lambda _ticket: None
    say: Callable[[tuple[str, ...]], object] = lambda _clips: None
    may_take: Callable[[str, int], bool] = lambda _mark, _limit: True
    took: Callable[[str], object] = lambda _mark: None
    languages: Callable[[OfficeInfo], tuple[str, ...]] = offered


def paper_of(outcome: PaperOutcome, reason: PrintReason) -> Paper:
    """What the screen says of the paper."""
    return Paper.NONE if reason is PrintReason.NO_PRINTER else PAPERS[outcome]
