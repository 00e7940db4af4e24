"""What every test runs under: no window, no sound card, no hurry."""

import os

import pytest

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
