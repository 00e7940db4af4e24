"""pytest-qt's robot, with time-outs for a machine that is busy with other things."""

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot

WITHIN_MS: Final = 30_000


class PatientBot(QtBot):
    """Waits six times as long as pytest-qt would: a test that passes does not take longer."""

    def waitUntil(  # noqa: N802 -- pytest-qt's own name
        self, callback: Callable[[], bool | None], *, timeout: int = WITHIN_MS
    ) -> None:
        """Until ``callback`` holds. Raises ``TimeoutError`` of pytest-qt."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 -- pytest-qt's own name
        self, signal: Any, *, timeout: int = WITHIN_MS, **more: Any
    ) -> Any:
        """Until the signal is emitted in the block. Raises ``TimeoutError`` of pytest-qt."""
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(  # noqa: N802 -- pytest-qt's own name
        self, widget: Any, *, timeout: int = WITHIN_MS
    ) -> Any:
        """Until the window is on the screen. Raises ``TimeoutError`` of pytest-qt."""
        return super().waitExposed(widget, timeout=timeout)
