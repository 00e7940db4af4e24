"""What every test runs under: no window, no sound card, no hurry."""

import gc
import os

import pytest
from PySide6.QtCore import QCoreApplication

from assets.shell.garbage import collect_what_is_due
from tests.support.patient_bot import PatientBot

# Before pytest-qt makes its application: tests never open a window.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture
def qtbot(qapp: QCoreApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The robot that moves windows; it is patient."""
    return PatientBot(request)


SLOW_S = 5.0
"""A test that takes longer belongs marked ``slow``, or ``make test-fast`` is no daily loop."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what took long and is not marked so. A busy machine may name one too many."""
    reports = [
        report
        for report in terminalreporter.getreports("passed")
        if report.when == "call" and report.duration > SLOW_S
    ]
    unmarked = [each for each in reports if not {"slow", "alone"} & each.keywords.keys()]
    for report in sorted(unmarked, key=lambda each: -each.duration):
        terminalreporter.write_line(f"not marked slow: {report.duration:.1f} s {report.nodeid}")


def pytest_collection_finish() -> None:
    """What was loaded with the tests stays to the end: no collection need look at it again."""
    gc.collect()
    gc.freeze()


def _has_windows(item: pytest.Item | None) -> bool:
    return bool({"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What a test leaves of its windows must not be destroyed in the thread of the next one."""
    if _has_windows(item):
        gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Collect here, in the main thread; all of it before tests begin that use other threads."""
    if not _has_windows(item):
        return
    if _has_windows(nextitem):
        collect_what_is_due()
    else:
        gc.collect()
        gc.enable()
