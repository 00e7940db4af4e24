"""What a visit to the kiosk says: the list by which languages are measured is what was met."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from assets.languages.interface import messages
from assets.languages.language import languages
from assets.shell.engine import make_app
from kiosk.printing.port import PrintReason
from kiosk.visit import ATTRACT_AFTER_S
from server.protocol.commands import PaperOutcome
from server.words.coverage import MOST_FREQUENT, ON_THE_WAY
from tests.support.kiosk_glass import SIZES, Glass
from tests.support.kiosk_samples import morning_view

WORDLESS = "rad"


class Listener(QTranslator):
    """Translates nothing and remembers in which QML files it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_in: set[str] = set()

    def translate(self, context: str, *_: object) -> str | None:
        self.asked_in.add(context)
        return None


@pytest.fixture
def listener() -> Iterator[Listener]:
    make_app()
    made = Listener()
    QGuiApplication.installTranslator(made)
    yield made
    QGuiApplication.removeTranslator(made)


@pytest.mark.slow
@pytest.mark.finding("H3-language")
def test_a_language_is_measured_by_what_a_visit_asks_to_be_translated(
    qtbot: QtBot, listener: Listener
) -> None:
    """From the resting screen over a frequent service to a number, easy to see or as usual.

    In a language without any words, so that nothing the office says in Vietnamese stands in.
    """
    glass = Glass(qtbot, SIZES["portrait"])
    glass.kiosk.answers.set_view(morning_view(glass.office, is_open=False))
    glass.kiosk.wake(WORDLESS)
    glass.settle()
    glass.kiosk.answers.set_view(morning_view(glass.office))
    for easy in (False, True):
        for target in glass.office.frequent[:MOST_FREQUENT:4]:  # each kind: papers, none, service
            visit(glass, target, easy=easy)
    glass.close()
    files = {message.context for message in messages(languages()["en"].folder / "interface.ts")}
    assert listener.asked_in & files ^ ON_THE_WAY == set()


def visit(glass: Glass, target: str, *, easy: bool) -> None:
    """One citizen, until the number is on paper and on the glass."""
    kiosk = glass.kiosk
    kiosk.finish()
    for _ in range(ATTRACT_AFTER_S + 1):
        kiosk.tick()
    glass.settle()
    kiosk.wake(WORDLESS)
    if easy:
        kiosk.toggleEasy()
    kiosk.openFields()
    glass.settle()
    kiosk.choose(target)
    glass.settle()
    kiosk.take()
    kiosk.answers.issued(glass.fake.given())
    glass.settle()
    kiosk.answers.paper_reported(glass.fake.ticket, PaperOutcome.CONFIRMED, PrintReason.OK)
    glass.settle()
