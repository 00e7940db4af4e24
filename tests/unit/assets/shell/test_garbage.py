"""Whose thread destroys what nobody holds any more."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from assets.shell.engine import make_app
from assets.shell.garbage import collect_what_is_due


class Remains:
    """Garbage only the collector finds; notes the thread in which it goes."""

    def __init__(self, gone_in: list[threading.Thread]) -> None:
        self.gone_in = gone_in
        self.itself = self

    def __del__(self) -> None:
        self.gone_in.append(threading.current_thread())


@pytest.fixture
def own_garbage() -> Iterator[None]:
    """Python's own habit comes back after the test."""
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def _allocate() -> None:
    """More than any threshold, as a busy link does."""
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


@pytest.mark.usefixtures("own_garbage")
def test_what_windows_leave_is_destroyed_in_their_own_thread(qtbot: QtBot) -> None:
    """However much another thread allocates meanwhile; and it does go."""
    gc.enable()
    make_app()
    gone_in: list[threading.Thread] = []
    for _ in range(2_000):
        Remains(gone_in)
    busy = threading.Thread(target=_allocate)
    busy.start()
    busy.join()
    qtbot.waitUntil(lambda: len(gone_in) == 2_000)
    assert set(gone_in) == {threading.current_thread()}


@pytest.mark.usefixtures("own_garbage")
def test_nothing_is_collected_before_it_is_due() -> None:
    """A quiet app does not look through its whole memory twice a second."""
    gc.disable()
    gc.collect()
    gone_in: list[threading.Thread] = []
    Remains(gone_in)
    collect_what_is_due()
    assert gone_in == []
