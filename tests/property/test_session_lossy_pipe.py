"""A session over a pipe that loses, repeats and breaks: nothing twice, nothing lost, nothing back.

As with TCP, what is lost on a connection is its end: a message can vanish only together with
everything behind it. Commands of a dead connection may still reach the server much later.
"""

from collections import Counter, deque
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from server.client.effects import (
    Answer,
    Close,
    Deliver,
    Delivery,
    Effect,
    LinkState,
    Outcome,
    Send,
    StateChanged,
)
from server.client.session import Session
from server.protocol.codec import encode
from server.protocol.commands import AnyCommand
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    CallNotice,
    CommandMessage,
    Error,
    PrintNotice,
    Role,
    SpeakerMessage,
    Spoken,
    Welcome,
)
from server.protocol.office import Wire
from tests.support.tiny_office import CALL, ISSUE, REFUSED_COMMAND, TinyOffice

COMMANDS = st.sampled_from([ISSUE, CALL, REFUSED_COMMAND])


@dataclass
class Heard:
    """What the application was given."""

    answers: dict[str, Outcome] = field(default_factory=dict)
    answer_counts: Counter[str] = field(default_factory=Counter)
    notices: list[CallNotice] = field(default_factory=list)
    views: list[tuple[str, int]] = field(default_factory=list)
    first_welcome: Welcome | None = None

    def take(self, what: Delivery) -> None:
        """Note one delivery. A welcome begins a new row of views."""
        match what:
            case Answer(request_id=command_id, outcome=outcome):
                self.answers[command_id] = outcome
                self.answer_counts[command_id] += 1
            case CallNotice():
                self.notices.append(what)
            case Welcome():
                self.first_welcome = self.first_welcome or what
                self.views = []
            case PrintNotice() | SpeakerMessage() | Spoken():
                raise AssertionError("a kiosk that asked for nothing was told something")
            case _:
                self.views.append((what.day, what.version))


class LossyPipe(RuleBasedStateMachine):
    """One device, one office, and everything that can happen between them."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.jitter = 0.5
        self.office = TinyOffice()
        self.session = Session(Role.KIOSK, "K1", jitter=lambda: self.jitter)
        self.heard = Heard()
        self.connected = False
        self.closing = False
        self.greeted = False
        self.to_server: deque[str] = deque()
        self.to_client: deque[str] = deque()
        self.astray: deque[str] = deque()
        self.read_before: list[str] = []
        self.asked: dict[str, float] = {}

    # What the device does.

    @rule(command=COMMANDS, count=st.sampled_from([1, 1, 1, 2, 30]))
    def ask(self, command: AnyCommand, count: int) -> None:
        """New commands with new ids."""
        for _ in range(count):
            message = CommandMessage(id=f"c{len(self.asked)}", command=command)
            self.asked[message.id] = self.now
            self.carry_out(self.session.ask(message, self.now))

    @precondition(lambda self: self.waiting())
    @rule(data=st.data())
    def ask_again_while_waiting(self, data: st.DataObject) -> None:
        """An impatient finger: the same id while it is waiting."""
        command_id = data.draw(st.sampled_from(self.waiting()))
        message = CommandMessage(id=command_id, command=ISSUE)
        self.carry_out(self.session.ask(message, self.now))

    @rule(scope=st.sampled_from(["", "c1", "c2"]))
    def watch(self, scope: str) -> None:
        """Another counter is looked at."""
        self.carry_out(self.session.watch(scope))

    @rule(seconds=st.floats(0.05, 12.0), jitter=st.floats(0.0, 0.99))
    def time_passes(self, seconds: float, jitter: float) -> None:
        """As the link does it: a tick when the session wants one."""
        self.jitter = jitter
        self.now += seconds
        if self.session.wake_at is not None and self.session.wake_at <= self.now:
            self.carry_out(self.session.tick(self.now))

    # What the network does.

    @precondition(lambda self: self.session.state is LinkState.CONNECTING)
    @rule()
    def connection_opens(self) -> None:
        """The server answered the door."""
        self.connected, self.closing, self.greeted = True, False, False
        self.carry_out(self.session.opened(self.now))

    @precondition(lambda self: self.session.state is LinkState.CONNECTING)
    @rule()
    def connection_is_not_made(self) -> None:
        """Nobody there."""
        self.carry_out(self.session.closed(self.now, "nobody there"))

    @precondition(lambda self: not self.connected)
    @rule()
    def connection_comes_back(self) -> None:
        """The whole way from a lost link to a greeted one."""
        if self.session.state is LinkState.LOST:
            self.time_passes(3.0, 0.0)
        self.connection_opens()
        self.everything_arrives()

    @rule()
    def everything_arrives(self) -> None:
        """All that is under way on this connection, in both directions."""
        while self.to_server or self.to_client:
            while self.to_server:
                self.server_reads(twice=False)
            while self.to_client:
                self.client_reads(twice=False)

    @precondition(lambda self: self.connected)
    @rule(still_read=st.integers(0, 5))
    def connection_breaks(self, still_read: int) -> None:
        """Some of what was on the way arrives, the rest is lost; commands may arrive later."""
        for _ in range(min(still_read, len(self.to_client))):
            self.client_reads(twice=False)
        self.astray += self.to_server
        self.to_server.clear()
        self.to_client.clear()
        self.read_before.clear()
        self.connected = self.closing = self.greeted = False
        self.carry_out(self.session.closed(self.now, "cable"))

    @precondition(lambda self: self.to_server)
    @rule(twice=st.booleans())
    def server_reads(self, twice: bool) -> None:
        """One message, perhaps repeated by the pipe."""
        text = self.to_server.popleft()
        for _ in range(1 + twice):
            said = self.office.hear(text)
            if said.own and isinstance(said.own[0], Welcome):
                self.greeted = True
            self.to_client += [encode(message) for message in said.own]
            self.publish(said.everyone)

    @precondition(lambda self: self.astray)
    @rule()
    def server_reads_what_went_astray(self) -> None:
        """The end of a dead connection arrives; its answer goes nowhere."""
        text = self.astray.popleft()
        if '"command"' in text:
            self.publish(self.office.hear(text).everyone)

    @precondition(lambda self: self.to_client)
    @rule(twice=st.booleans())
    def client_reads(self, twice: bool) -> None:
        """One message, perhaps repeated by the pipe."""
        text = self.to_client.popleft()
        if '"welcome"' not in text:
            self.read_before.append(text)
        for _ in range(1 + twice):
            self.carry_out(self.session.received(text, self.now))

    @precondition(lambda self: self.read_before)
    @rule(data=st.data())
    def pipe_repeats_itself(self, data: st.DataObject) -> None:
        """Something read long ago on this connection comes once more."""
        text = data.draw(st.sampled_from(self.read_before))
        self.carry_out(self.session.received(text, self.now))

    # What the office does.

    @rule()
    def another_counter_calls(self) -> None:
        """A call this device did not ask for."""
        self.publish(self.office.call())

    @rule()
    def day_turns_over(self) -> None:
        """Versions begin again."""
        self.publish(self.office.next_day())

    @precondition(lambda self: self.to_client)
    @rule()
    def server_says_something_unreadable(self) -> None:
        """In place of what was to come next."""
        self.to_client[0] = '{"type":"weather"}'

    # What must hold at every moment.

    @invariant()
    def no_command_is_answered_twice(self) -> None:
        """However often it was sent."""
        assert set(self.heard.answer_counts.values()) <= {1}

    @invariant()
    def every_answer_is_the_servers_own_or_overloaded(self) -> None:
        """The first answer, whatever was repeated."""
        for command_id, outcome in self.heard.answers.items():
            given_up = isinstance(outcome, Error) and outcome.code is ErrorCode.OVERLOADED
            assert given_up or outcome == self.office.answers[command_id]

    @invariant()
    def notices_are_an_unbroken_row(self) -> None:
        """Each once, in order, none left out so far."""
        expected = self.expected_notices()
        assert self.heard.notices == expected[: len(self.heard.notices)]

    @invariant()
    def no_view_goes_back(self) -> None:
        """Between two welcomes."""
        assert self.heard.views == sorted(self.heard.views)

    @invariant()
    def waiting_is_bounded(self) -> None:
        """Never more than 64 commands, none for longer than 30 s."""
        waiting = self.waiting()
        assert len(waiting) <= 64
        assert all(self.now - self.asked[one] < 30.0 for one in waiting)

    def teardown(self) -> None:
        """When the pipe has been whole for a while everything has arrived."""
        for _ in range(3):
            self.settle()
        assert self.session.state is LinkState.LIVE
        assert sorted(self.heard.answer_counts.elements()) == sorted(self.asked)
        assert self.heard.notices == self.expected_notices()
        assert not self.heard.views or self.heard.views[-1] == (
            self.office.day,
            self.office.version,
        )

    def settle(self) -> None:
        """Let everything under way arrive, and connect where needed."""
        while self.astray:
            self.server_reads_what_went_astray()
        self.everything_arrives()
        if self.closing:
            self.connection_breaks(still_read=0)
        if not self.connected:
            self.connection_comes_back()

    def carry_out(self, effects: list[Effect]) -> None:
        """What the link would do."""
        for effect in effects:
            match effect:
                case Send(text=text):
                    assert self.connected, "nothing may be sent without a connection"
                    self.to_server.append(text)
                case Deliver(what=what):
                    self.heard.take(what)
                case Close():
                    self.closing = True
                case StateChanged(state=state):
                    assert state is self.session.state

    def publish(self, messages: list[Wire]) -> None:
        """To the device, when it has been greeted."""
        if self.greeted:
            self.to_client += [encode(message) for message in messages]

    def waiting(self) -> list[str]:
        """Asked and not answered yet."""
        return [one for one in self.asked if one not in self.heard.answers]

    def expected_notices(self) -> list[CallNotice]:
        """All calls since the first welcome that arrived."""
        if self.heard.first_welcome is None:
            return []
        start = _position(self.heard.first_welcome.last_notice)
        return [notice for notice in self.office.notices if _position(notice.n) > start]


def _position(notice: str) -> tuple[str, int]:
    day, version = notice.split("/")
    return day, int(version)


TestLossyPipe = pytest.mark.slow(LossyPipe.TestCase)
TestLossyPipe.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
