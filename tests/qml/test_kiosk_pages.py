"""Every page of the kiosk at both sizes: nothing cut, hidden or too small for a finger."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from server.protocol.errors import ErrorCode
from tests.qml.kiosk_glass import SIZES, Glass, longest_title, ticket, ticket_without_paper
from tests.qml.kiosk_samples import MORNING, morning_view
from tests.qml.layout import faults

OFFICES = ("ward-hoa-binh", "province-song-lam")
LEAST_TARGET = 92  # px: the keys of the keyboard; everything else is 98 and more


def start(_: Glass) -> None:
    """The first page as it is."""


def closed(glass: Glass) -> None:
    glass.kiosk.set_view(morning_view(glass.office, is_open=False))


def closed_and_lost(glass: Glass) -> None:
    closed(glass)
    glass.kiosk.set_connection("lost")


def fields(glass: Glass) -> None:
    glass.kiosk.openFields()


def fullest_field(glass: Glass) -> None:
    glass.kiosk.openField(max(glass.office.fields, key=lambda f: _tiles(glass, f.id)).id)


def search_hint(glass: Glass) -> None:
    glass.kiosk.openSearch()


def search_results(glass: Glass) -> None:
    glass.kiosk.openSearch()
    glass.kiosk.typeText("d")


def longest_detail(glass: Glass) -> None:
    heaviest = max(glass.office.procedures, key=lambda p: len("".join(p.documents)))
    glass.kiosk.choose(heaviest.code)


def guide(glass: Glass) -> None:
    glass.kiosk.choose("huong_dan")


def refused(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.take()
    glass.kiosk.answered(*glass.fake.error(ErrorCode.INTERNAL))


def lost_detail(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.set_connection("lost")


def crowded_ticket(glass: Glass) -> None:
    """The most that the day can say about a number, under the longest name of a service."""
    services = glass.office.services
    glass.kiosk.choose(max(services, key=lambda s: max(len(s.name), len(s.name_en))).id)
    glass.kiosk.take()
    notes = ("later_session:810", "next_working_day")
    glass.kiosk.answered(*glass.fake.result("Q 127", ahead=41, notes=notes))


def crowded_ticket_without_paper(glass: Glass) -> None:
    crowded_ticket(glass)
    jam = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
    glass.kiosk.printed(glass.fake.asked[-1][1].ticket, jam)


def beyond_closing(glass: Glass) -> None:
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answered(*glass.fake.error(ErrorCode.BEYOND_CLOSING))


def kiosk_closed(glass: Glass) -> None:
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answered(*glass.fake.error(ErrorCode.KIOSK_CLOSED))


def late_detail(glass: Glass) -> None:
    """After the cut-off, the procedure with the most papers of those that have one."""
    glass.fake.now = MORNING.replace(hour=15, minute=30)
    timed = [p for p in glass.office.procedures if p.same_day_cutoff]
    glass.kiosk.choose(max(timed, key=lambda p: len("".join(p.documents))).code)


def _tiles(glass: Glass, field: str) -> int:
    services = {service.id for service in glass.office.services if service.field == field}
    return sum(procedure.service in services for procedure in glass.office.procedures)


PAGES: tuple[Callable[[Glass], None], ...] = (
    start,
    closed,
    closed_and_lost,
    fields,
    fullest_field,
    search_hint,
    search_results,
    longest_detail,
    longest_title,
    guide,
    refused,
    lost_detail,
    ticket,
    ticket_without_paper,
    crowded_ticket,
    crowded_ticket_without_paper,
    beyond_closing,
    kiosk_closed,
    late_detail,
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_hidden_or_too_small_on_any_page(
    qtbot: QtBot, size: str, office: str, language: str
) -> None:
    """Every page, both panels, both offices, both languages: all words whole, all targets large."""
    glass = Glass(qtbot, SIZES[size], office)
    found = {}
    for page in PAGES:
        glass.fake.now = MORNING
        glass.kiosk.finish()
        glass.kiosk.set_connection("live")
        glass.kiosk.set_view(morning_view(glass.office))
        glass.kiosk.switchLanguage(language)
        page(glass)
        glass.settle()
        found[page.__name__] = faults(glass.window, LEAST_TARGET)
    glass.close()
    assert [f"{name}: {fault}" for name, all_ in found.items() for fault in all_] == []
    assert glass.engine.complaints == []
