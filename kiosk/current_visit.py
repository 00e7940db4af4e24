"""Holds the current visit with the situation, for everything that changes them.

Knows no Qt. The view model brings touches, `kiosk.server_answers` what server, printer and scanner
say; both change the visit here, and listeners get one screen.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Concatenate, ParamSpec

from kiosk.ports import KioskPorts
from kiosk.presenter.presenter import present
from kiosk.presenter.screen import Screen
from kiosk.presenter.situation import Situation
from kiosk.visit import Visit

P = ParamSpec("P")


class CurrentVisit:
    """Holds situation, visit, and the screen made from them."""

    def __init__(self, ports: KioskPorts, world: Situation | None = None) -> None:
        """``world`` is what is known already, mostly nothing."""
        self.ports = ports
        self.world = world or Situation()
        self.visit = Visit()
        self.screen = Screen()
        self._hear: Callable[[], None] = lambda: None

    def listen(self, hear: Callable[[], None]) -> None:
        """Call ``hear`` whenever the screen was made anew, even if it is the same."""
        self._hear = hear

    def go(
        self, step: Callable[Concatenate[Visit, P], Visit], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Go on by one transition of `kiosk.visit`; a ticket left behind is given up to print."""
        before, self.visit = self.visit, step(self.visit, *args, **kwargs)
        if before.issued is not None and self.visit.issued is not before.issued:
            self.ports.give_up(before.issued.ticket)
        self._show()

    def learn(self, **news: Any) -> None:
        """Change fields of the situation."""
        self.world = replace(self.world, **news)
        self._show()

    def _show(self) -> None:
        now = self.ports.now() if self.world.catalogue else None
        self.screen = present(self.world, self.visit, now)
        self._hear()
