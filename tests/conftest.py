"""What every test runs under: no window, no sound card, no hurry."""

import gc
import os

import pytest

from assets.shell.garbage import collect_what_is_due

# Before pytest-qt makes its application: tests never open a window.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

ALONE = ("tests/integration/test_sound.py", "tests/e2e/test_one_voice.py")
"""What listens to real sound: a busy neighbour would be heard in it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark those that need the machine for themselves (Makefile)."""
    for item in items:
        if item.nodeid.startswith(ALONE):
            item.add_marker(pytest.mark.alone)


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
