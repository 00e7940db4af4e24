"""What the view models of the window share: office, newest view, situation, and the way out.

Knows no Qt. Every change goes through ``become``, which tells whoever listens.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from counter import guards, session
from counter.moves import OPEN, sit_down
from counter.situation import Flight, Note, Seat, Situation, Told, own_desk
from server.protocol.commands import AnyCommand
from server.protocol.messages import AnyQuery, Error, Result, TicketStoryQuery, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, Desk


class Link(Protocol):
    """What the counter needs of the server link."""

    def send(self, command: AnyCommand) -> str:
        """Send, and return the command's id."""

    def ask(self, query: AnyQuery) -> str:
        """Ask what changes nothing, and return the question's id."""

    def watch(self, scope: str) -> None:
        """Show me this counter from now on."""

    def now(self) -> datetime:
        """The office's time, aware."""

    @property
    def is_stale(self) -> bool:
        """Whether what is shown was saved in an earlier hour."""


def forget(_: Seat | None) -> None:
    """Remember no seat (tests and machines without a state folder)."""


class Sitting:
    """One clerk at one window."""

    def __init__(
        self, link: Link, seat: Seat | None, remember: Callable[[Seat | None], None]
    ) -> None:
        self.link = link
        self.office: OfficeInfo | None = None
        self.view: CounterView | None = None
        self.situation = Situation(seat=seat)
        self._remember = remember
        self._listeners: list[Callable[[Situation, Situation], None]] = []

    def listen(self, hear: Callable[[Situation, Situation], None]) -> None:
        """Tell ``hear`` of every change: the situation before and after."""
        self._listeners.append(hear)

    # ---- what the link tells -----------------------------------------------------------------

    def greet(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self.office = message.office
        self.look(message.view)

    def look(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        if isinstance(view, CounterView):
            self.view = view
            self.become(self._seen(self.situation))

    def connect(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        after = replace(self.situation, connection=word)
        # The link greets with the view first and only then says that it is live.
        self.become(self._seen(after) if after.is_live else after)

    def hear(self, command: str, answer: Result | Error) -> None:
        """The server carried out or refused a command; only the one under way is ours."""
        flight = self.situation.flight
        if flight is None or flight.id != command or self.office is None or self.view is None:
            return
        after = session.answered(self.situation, self.office, self.view, answer)
        if after.seat != self.situation.seat:
            self.link.watch(after.seat.counter if after.seat else "")
        self.become(after)

    def learn(self, query: str, answer: object) -> None:
        """The answer to a question."""
        self.become(session.told(self.situation, query, answer))

    # ---- what the clerk does -----------------------------------------------------------------

    @property
    def desk(self) -> Desk | None:
        """My own desk, while I sit there."""
        return own_desk(self.view, self.situation)

    def fly(self, action: str, command: AnyCommand, subject: str = "", done: str = "") -> None:
        """Send a command: it is under way until the view that contains its result."""
        flight = Flight(self.link.send(command), action, subject, done)
        self.become(replace(self.situation, flight=flight, ask=None, note=None))

    def enter(self) -> None:
        """Sit down where the login page says."""
        self.fly(OPEN, sit_down(self.situation.pick))

    def ask_story(self, label: str) -> None:
        """Ask for the story of this ticket, by its id or its number."""
        query = self.link.ask(TicketStoryQuery(label=label))
        self.become(replace(self.situation, told=Told(query, label)))

    def say(self, text: str, tone: str = "plain") -> None:
        """A sentence for the clerk."""
        self.become(replace(self.situation, note=Note(text, tone)))

    def use(self, link: Link, seat: Seat | None, remember: Callable[[Seat | None], None]) -> None:
        """Go to another house (training) or come back: nothing of the first is carried over."""
        self.link, self._remember = link, remember
        self.office = self.view = None
        before, self.situation = self.situation, Situation(seat=seat)
        self._tell(before)

    def become(self, situation: Situation) -> None:
        """Let this be so from now on."""
        before, self.situation = self.situation, situation
        if situation.seat != before.seat:
            self._remember(situation.seat)
        self._tell(before)

    def watch_time(self) -> None:
        """A second has passed: is the desk idle while people wait?"""
        after = guards.watched(self.situation, self.desk, self.link.now())
        if after is not self.situation:
            self.situation = after

    def _seen(self, situation: Situation) -> Situation:
        if self.office is None or self.view is None:
            return situation
        return session.viewed(situation, self.office, self.view, self.link.is_stale)

    def _tell(self, before: Situation) -> None:
        for hear in self._listeners:
            hear(before, self.situation)
