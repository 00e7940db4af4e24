"""What the view model asks of the world, and how it speaks to QML."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from kiosk.offline.wishes import Wish
from kiosk.printing.port import PrintReason
from kiosk.printing.receipt import Receipt
from kiosk.visit import Paper
from server.protocol.commands import PaperOutcome
from server.protocol.messages import AnyQuery

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

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
    office's limit of numbers a card and day.
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


def paper_of(outcome: PaperOutcome, reason: PrintReason) -> Paper:
    """What the screen says of the paper."""
    return Paper.NONE if reason is PrintReason.NO_PRINTER else PAPERS[outcome]


def plain(part: "DataclassInstance") -> dict[str, Any]:
    """A part of the screen as maps and lists, which is what QML can read (tuples it cannot)."""
    return {field.name: _plain(getattr(part, field.name)) for field in fields(part)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return plain(value) if is_dataclass(value) and not isinstance(value, type) else value
