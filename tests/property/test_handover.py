"""Laws of several displays in one hall: one voice, handed over without loss or repetition.

Each message takes up to half a second, in order on each way. A speaker may start up to a second
late, be told to yield, die in the middle of a word, or lose its link and go on living. The server
asks a new speaker to speak when the old one has said that it is silent, or three seconds after it
died or was lost. What was said while somebody could not be told of it may be said once more.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from display.voice.announcer import MAX_AGE_S, Announcement, Announcer, Kind

BEGIN: Final = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
TICK_S: Final = 0.25
SENTENCE_S: Final = 4.0
DISPLAYS: Final = 3
MESSAGE_TICKS: Final = st.integers(0, 2)
LATE_TICKS: Final = st.integers(0, 4)


@dataclass
class Screen:
    """One display: its queue, what is on its way to it, and the turn it is in."""

    announcer: Announcer = field(default_factory=Announcer)
    is_alive: bool = True
    is_linked: bool = True
    owes_word: bool = False
    ends_at: datetime | None = None
    coming: list[tuple[datetime, Callable[["Screen"], None]]] = field(default_factory=list)
    heard: set[str] = field(default_factory=set)
    missed: list[Announcement] = field(default_factory=list)

    @property
    def is_there(self) -> bool:
        """Whether the server can make it the speaker."""
        return self.is_alive and self.is_linked


class DisplaysInOneHall(RuleBasedStateMachine):
    """Three displays, a server between them, and what is heard in the hall."""

    def __init__(self) -> None:
        """Nobody speaks yet."""
        super().__init__()
        self.now = BEGIN
        self.screens = [Screen() for _ in range(DISPLAYS)]
        self.made: list[Announcement] = []
        self.spoken: list[str] = []
        self.untold: set[str] = set()
        self.heir: int | None = None
        self.heir_at: datetime | None = None
        self.late_ticks = 0
        self.message_ticks = 0

    @initialize()
    def the_first_speaks(self) -> None:
        """As the server says when they connect."""
        for index, screen in enumerate(self.screens):
            screen.announcer.speak(index == 0, BEGIN - timedelta(minutes=1), others=True)
        self.speaker = 0

    @rule(message=MESSAGE_TICKS, late=LATE_TICKS)
    def the_network_changes(self, message: int, late: int) -> None:
        """How long messages take, and how late a device begins, from now on."""
        self.message_ticks, self.late_ticks = message, late

    @rule(kind=st.sampled_from((Kind.CALL, Kind.CALL, Kind.RECALL)))
    def a_desk_calls(self, kind: Kind) -> None:
        """All displays hear of it."""
        n = f"2026-11-23/{len(self.made) + 1}"
        call = Announcement(n, self.now, f"6 {len(self.made):03}", "q9", 0, kind=kind)
        self.made.append(call)
        for screen in self.screens:
            if screen.is_linked:
                self._send(screen, lambda to: self._hear(to, call))
            else:
                screen.missed.append(call)

    @rule(ticks=st.integers(1, 40))
    def time_passes(self, ticks: int) -> None:
        """A quarter of a second at a time."""
        for _ in range(ticks):
            self._tick()

    @precondition(lambda self: self.heir is None)
    @rule(heir=st.integers(0, DISPLAYS - 1))
    def the_server_wants_another_speaker(self, heir: int) -> None:
        """The old one is told to yield; the new one is asked when it has."""
        if heir == self.speaker or not self.screens[heir].is_there:
            return
        self.heir = heir
        old = self.screens[self.speaker]

        def yield_voice(to: Screen) -> None:
            to.announcer.speak(False, self.now, others=True)
            to.owes_word = True

        self._send(old, yield_voice)

    @precondition(lambda self: sum(each.is_there for each in self.screens) > 1)
    @rule()
    def the_speaker_dies(self) -> None:
        """Perhaps in the middle of a word. The server notices after three seconds."""
        self.screens[self.speaker].is_alive = False
        self._look_for_an_heir()

    @precondition(lambda self: sum(each.is_there for each in self.screens) > 1)
    @rule(lost=st.integers(0, DISPLAYS - 1))
    def a_cable_is_pulled(self, lost: int) -> None:
        """What was on its way is lost; the display notices at once, the server as with a death."""
        screen = self.screens[lost]
        if screen.is_linked:
            screen.is_linked, screen.owes_word = False, False
            screen.missed = [each for each in self.made if each.n not in screen.heard]
            if screen.coming:
                self.untold.update(self.spoken)
            screen.coming.clear()
            screen.announcer.cut_off(self.now)
            if lost == self.speaker:
                self._look_for_an_heir()

    @precondition(lambda self: self.heir is None)
    @rule(back=st.integers(0, DISPLAYS - 1))
    def a_cable_is_plugged_in(self, back: int) -> None:
        """Somebody else has the voice by now; the calls come once more."""
        screen = self.screens[back]
        if not screen.is_linked:
            screen.is_linked = True
            self._send(screen, lambda to: to.announcer.speak(False, self.now, others=True))
            for call in screen.missed:
                self._send(screen, lambda to, call=call: self._hear(to, call))  # type: ignore[misc]
            screen.missed = []

    # ---- the machinery -----------------------------------------------------------------------

    def _send(self, screen: Screen, act: Callable[[Screen], None], ways: int = 1) -> None:
        at = self.now + timedelta(seconds=self.message_ticks * TICK_S * ways)
        screen.coming.append((max([at, *(each for each, _ in screen.coming)]), act))

    def _look_for_an_heir(self) -> None:
        if self.heir is None or not self.screens[self.heir].is_there:
            self.heir = next(i for i, each in enumerate(self.screens) if each.is_there)
        self.heir_at = self.now + timedelta(seconds=3)

    def _hear(self, screen: Screen, call: Announcement) -> None:
        screen.heard.add(call.n)
        assert screen.announcer.add(call, self.now) or call.n in self.spoken

    def _tick(self) -> None:
        self.now += timedelta(seconds=TICK_S)
        if self.heir_at is not None and self.now >= self.heir_at:
            self._crown()
        for screen in self.screens:
            if screen.is_alive:
                self._live(screen)
        self.one_voice_at_a_time()

    def _crown(self) -> None:
        assert self.heir is not None
        if not self.screens[self.heir].is_there:
            self.heir = next(i for i, each in enumerate(self.screens) if each.is_there)
        self.speaker, self.heir, self.heir_at = self.heir, None, None
        heir = self.screens[self.speaker]
        self._send(heir, lambda to: to.announcer.speak(True, self.now, others=True))

    def _live(self, screen: Screen) -> None:
        while screen.coming and screen.coming[0][0] <= self.now:
            screen.coming.pop(0)[1](screen)
        if screen.ends_at is not None and self.now >= screen.ends_at:
            screen.ends_at = None
            if (ended := screen.announcer.finished(self.now)) is not None:
                self._report(screen, ended)
        if screen.owes_word and not screen.announcer.is_aloud:
            screen.owes_word = False
            self.heir_at = self.now + timedelta(seconds=self.message_ticks * TICK_S)
        if screen.announcer.next(self.now) is not None:
            late = self.late_ticks * TICK_S if screen.announcer.is_aloud else 0.0
            screen.ends_at = self.now + timedelta(seconds=SENTENCE_S + late)

    def _report(self, screen: Screen, ended: Announcement) -> None:
        assert ended.n not in self.spoken or ended.n in self.untold, "said twice"
        self.spoken.append(ended.n)
        if not all(each.is_linked for each in self.screens):
            self.untold.add(ended.n)
        for other in self.screens:
            if other is not screen and screen.is_linked and other.is_linked:
                self._send(other, lambda to: to.announcer.settle(ended.n), ways=2)

    # ---- the laws ----------------------------------------------------------------------------

    @invariant()
    def one_voice_at_a_time(self) -> None:
        """Whatever happens; a dead display says nothing."""
        aloud = [each for each in self.screens if each.is_alive and each.announcer.is_aloud]
        assert len(aloud) <= 1

    @invariant()
    def what_was_spoken_is_in_nobodys_turn_aloud(self) -> None:
        """Nothing is begun again that was heard to its end."""
        for screen in self.screens:
            current = screen.announcer.current
            if screen.is_alive and screen.announcer.is_aloud and current is not None:
                assert current.n not in self.spoken or current.n in self.untold

    def teardown(self) -> None:
        """In the end everything was spoken, or was too old when its turn came."""
        for _ in range(round((MAX_AGE_S[Kind.CALL] + 30) / TICK_S)):
            self._tick()
        told = {each.n for screen in self.screens for each in screen.announcer.unspoken()}
        lost = {each.n for each in self.made} - set(self.spoken) - told
        assert lost == set()
        if len(self.made) * (SENTENCE_S + 4.0) < MAX_AGE_S[Kind.CALL] - 60:
            assert {each.n for each in self.made} == set(self.spoken)


DisplaysInOneHall.TestCase.settings = settings(
    max_examples=150, stateful_step_count=30, deadline=None
)
TestHouse = pytest.mark.slow(DisplaysInOneHall.TestCase)
