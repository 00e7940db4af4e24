"""What the window's view models share: office, newest view, situation, and the link for commands.

Knows no Qt. Every change goes through ``set``, which tells whoever listens.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from counter.presenter import reminders
from counter.presenter.keys import LEAVE, OPEN, sit_down
from counter.presenter.login import seat_of
from counter.situation.situation import (
    Flight,
    Note,
    Seat,
    SignDraft,
    Situation,
    StoryAnswer,
    own_desk,
)
from counter.work import answers
from server.protocol.commands import AnyCommand
from server.protocol.messages import (
    AnyQuery,
    Error,
    Result,
    SignedIn,
    TicketStoryQuery,
    Welcome,
)
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, DeskView


class CommandLink(Protocol):
    """What the counter needs of the server link."""

    def send(self, command: AnyCommand) -> str:
        """Send a command, and return its id."""

    def ask(self, query: AnyQuery) -> str:
        """Send a query, and return its id."""

    def watch(self, scope: str) -> None:
        """Ask for this counter's views from now on."""

    def sign_in(self, clerk: str, pin: str, new_pin: str = "") -> str:
        """Say who works here, and return the request's id."""

    def sign_out(self) -> str:
        """End the sign-in, and return the request's id."""

    def now(self) -> datetime:
        """The office's time, aware."""

    @property
    def is_stale(self) -> bool:
        """Whether what is shown may be out of date."""


def remember_nothing(_: Seat | None) -> None:
    """Keep no seat (tests, and machines without a state folder)."""


class DeskSession:
    """One clerk at one window. ``last_counter`` is the desk at which this machine was used last."""

    def __init__(
        self, link: CommandLink, seat: Seat | None, remember: Callable[[Seat | None], None]
    ) -> None:
        self.link = link
        self.office: OfficeInfo | None = None
        self.view: CounterView | None = None
        self.situation = Situation(seat=seat)
        self.last_counter = ""
        self._remember = remember
        self._listeners: list[Callable[[Situation, Situation], None]] = []

    def listen(self, hear: Callable[[Situation, Situation], None]) -> None:
        """Call ``hear`` with every change: the situation before and after."""
        self._listeners.append(hear)

    # ---- what the link tells -----------------------------------------------------------------

    def on_welcome(self, message: Welcome) -> None:
        """The server greeted, or greeted anew after a change of the office."""
        self.office = message.office
        signed = self._signed_in(message) if message.office.has_pins else None
        self.situation = replace(self.situation, signed=signed)
        self.on_view(message.view)

    def on_view(self, view: object) -> None:
        """The newest view; a view of another role is not ours."""
        if isinstance(view, CounterView):
            self.view = view
            self.set(self._seen(self.situation))

    def on_connection(self, word: str) -> None:
        """The link is connecting, live, lost, incompatible or refused."""
        after = replace(self.situation, connection=word)
        # The link greets with the view first and only then says that it is live.
        self.set(self._seen(after) if after.is_live else after)

    def on_answer(self, command: str, answer: Result | Error) -> None:
        """The server carried out or refused a command; only the one under way is ours."""
        flight = self.situation.flight
        if flight is None or flight.id != command or self.office is None or self.view is None:
            return
        leaves = flight.action == LEAVE.id and isinstance(answer, Result)
        after = answers.answered(self.situation, self.office, self.view, answer)
        if after.seat != self.situation.seat:
            self.link.watch(after.seat.counter if after.seat else "")
        self.set(after)
        if leaves:
            self.sign_out()

    def on_signed(self, request: str, answer: SignedIn | Error) -> None:
        """The server answered a sign-in or sign-out, or by itself ended one."""
        if self.office is None or self.view is None:
            return
        now = self.link.now()
        after = answers.signed(self.situation, self.view, request, answer, now)
        if after.seat is not None and after.seat != self.situation.seat:
            self.link.watch(after.seat.counter)
        self.set(self._at_the_usual_desk(after))

    def on_told(self, query: str, answer: object) -> None:
        """The answer to a question."""
        told = answers.told(self.situation, query, answer)
        self.set(answers.foreseen(told, query, answer))

    # ---- what the clerk does -----------------------------------------------------------------

    @property
    def desk(self) -> DeskView | None:
        """The clerk's own desk, while he sits there."""
        return own_desk(self.view, self.situation)

    def send(self, action: str, command: AnyCommand, subject: str = "", done: str = "") -> None:
        """Send a command: it is under way until the view that contains its result."""
        flight = Flight(self.link.send(command), action, subject, done)
        self.set(replace(self.situation, flight=flight, ask=None, note=None))

    def enter(self) -> None:
        """Open or take over the desk chosen on the login page."""
        self.send(OPEN, sit_down(self.situation.pick))

    def hand_over(self) -> None:
        """Leave the desk open, with the ticket in hand, for the next clerk to sign in there."""
        self.set(answers.handed_over(self.situation))
        self.link.watch("")
        self.sign_out()

    def sign_out(self) -> None:
        """Sign out, where the office asks for PINs."""
        if self.situation.signed:
            self.link.sign_out()
            pick = replace(self.situation.pick, clerk="")
            self.set(replace(self.situation, signed="", sign_in=SignDraft(), pick=pick))

    def ask_story(self, label: str) -> None:
        """Ask for the story of this ticket, by its id or its number."""
        query = self.link.ask(TicketStoryQuery(label=label))
        self.set(replace(self.situation, told=StoryAnswer(query, label)))

    def say(self, text: str, tone: str = "plain") -> None:
        """Show the clerk a sentence."""
        self.set(replace(self.situation, note=Note(text, tone)))

    def use(
        self,
        link: CommandLink,
        seat: Seat | None,
        remember: Callable[[Seat | None], None],
        *,
        training: bool,
    ) -> None:
        """Switch to another office (training, or back): nothing of the first one's state is carried
        over.
        """
        self.link, self._remember = link, remember
        self.office = self.view = None
        before, self.situation = self.situation, Situation(seat=seat, training=training)
        self._tell(before)

    def set(self, situation: Situation) -> None:
        """Replace the situation, and tell the listeners."""
        before, self.situation = self.situation, situation
        if situation.seat != before.seat:
            self._remember(situation.seat)
            self.last_counter = situation.seat.counter if situation.seat else self.last_counter
        self._tell(before)

    def watch_time(self) -> None:
        """A second has passed: note since when the desk is idle while people wait."""
        after = reminders.watched(self.situation, self.desk, self.link.now())
        if after is not self.situation:
            self.situation = after

    def _signed_in(self, message: Welcome) -> str:
        """With a greeting kept from the last run the seat is assumed until the server answers."""
        if not self.link.is_stale:
            return message.clerk
        return self.situation.seat.clerk if self.situation.seat else ""

    def _at_the_usual_desk(self, situation: Situation) -> Situation:
        """Most machines stay at one desk: that of the last run is chosen beforehand."""
        pick = situation.pick
        if not pick.clerk or pick.counter or not situation.may_act_as(pick.clerk):
            return situation
        return replace(situation, pick=replace(pick, counter=self.last_counter))

    def introduce(self, clerk: str) -> None:
        """Choose the clerk's name; a desk where he sits already is chosen with it."""
        situation, view = self.situation, self.view
        if situation.flight is not None or situation.sign_in.request or view is None:
            return
        counter = seat_of(view, clerk) or situation.pick.counter
        pick = Seat(counter if clerk else "", clerk)
        chosen = replace(situation, pick=pick, sign_in=SignDraft(), sought="")
        self.set(self._at_the_usual_desk(chosen))

    def _seen(self, situation: Situation) -> Situation:
        if self.office is None or self.view is None:
            return situation
        return answers.viewed(situation, self.office, self.view, self.link.is_stale)

    def _tell(self, before: Situation) -> None:
        for hear in self._listeners:
            hear(before, self.situation)
