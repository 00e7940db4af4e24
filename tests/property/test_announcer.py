"""Laws of the announcement queue, for every order of notices, questions and endings."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from display.voice.announcer import MAX_AGE_S, Announcement, Announcer, Kind
from server.protocol.messages import CallNotice

BEGIN = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
MAX_WAITING = 5


def notice(version: int, at: datetime, recall_count: int) -> CallNotice:
    """A call numbered ``version`` of the day."""
    return CallNotice(
        n=f"2026-11-23/{version}",
        at=at,
        ticket=f"t{version}",
        label=f"6 {version % 1000:03}",
        service="ho-tich",
        counter="q9",
        priority="",
        recall_count=recall_count,
    )


class Hall(RuleBasedStateMachine):
    """A hall in which calls are made, arrive late, twice or out of order, and are spoken."""

    def __init__(self) -> None:
        """An empty hall in the morning."""
        super().__init__()
        self.now = BEGIN
        self.announcer = Announcer(max_waiting=MAX_WAITING)
        self.made: list[CallNotice] = []
        self.heard: set[str] = set()
        self.spoken: list[Announcement] = []
        self.unspoken: list[Announcement] = []
        self.reported: list[Announcement] = []

    @rule(seconds=st.floats(0, 60))
    def time_passes(self, seconds: float) -> None:
        """Office time goes on."""
        self.now += timedelta(seconds=seconds)

    @rule(recall_count=st.integers(0, 2), step=st.integers(1, 120))
    def a_desk_calls(self, recall_count: int, step: int) -> None:
        """A call is made; it arrives some other time. Other events take numbers in between."""
        version = (int(self.made[-1].n.rpartition("/")[2]) if self.made else 0) + step
        self.made.append(notice(version, self.now, recall_count))

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def a_notice_arrives(self, data: st.DataObject) -> None:
        """Any call made so far arrives, perhaps once more."""
        arriving = data.draw(st.sampled_from(self.made))
        assert self.announcer.heard(arriving, self.now) == (arriving.n not in self.heard)
        self.heard.add(arriving.n)
        self.unspoken += self.announcer.unspoken()

    @rule(kind=st.sampled_from((Kind.SAFETY, Kind.LATE, Kind.CLOSING, Kind.WELCOME)))
    def a_sentence_is_due(self, kind: Kind) -> None:
        """Anything that is no call; of each at most one in an hour."""
        n = f"2026-11-23/{kind}/{self.now:%H}"
        due = Announcement(n, self.now, "", "", 0, kind=kind, unit=f"ph_{kind}")
        assert self.announcer.add(due, self.now) == (n not in self.heard)
        self.heard.add(n)
        self.unspoken += self.announcer.unspoken()

    @rule()
    def the_voice_asks(self) -> None:
        """The voice is free (or not) and asks what to say."""
        busy = self.announcer.current is not None
        waiting = self.announcer.waiting
        announcement = self.announcer.next(self.now)
        self.unspoken += self.announcer.unspoken()
        fresh = [each for each in waiting if self.age_s(each) <= MAX_AGE_S[each.kind]]
        if busy or not fresh:
            assert announcement is None
        else:
            # Both directions: something fresh waits, so it is said, and it is the right one.
            assert announcement == min(fresh, key=lambda each: each.order)
            assert self.announcer.is_aloud
            self.spoken.append(announcement)

    @rule()
    def the_voice_ends(self) -> None:
        """The announcement has been heard to its end, and is reported."""
        ended = self.announcer.finished(self.now)
        if ended is not None:
            self.reported.append(ended)

    def age_s(self, announcement: Announcement) -> float:
        """Seconds of office time since the call."""
        return (self.now - announcement.called_at).total_seconds()

    @invariant()
    def nothing_is_lost_and_nothing_is_said_twice(self) -> None:
        """Everything heard is spoken, unspoken or waiting: in exactly one of the three."""
        places = [*self.spoken, *self.unspoken, *self.announcer.waiting]
        numbers = [each.n for each in places]
        assert len(numbers) == len(set(numbers))
        assert set(numbers) == self.heard

    @invariant()
    def everything_spoken_to_its_end_is_reported_once(self) -> None:
        """In the order in which it was heard in the hall."""
        ended = self.spoken[: len(self.spoken) - (self.announcer.current is not None)]
        assert self.reported == ended

    @invariant()
    def the_queue_is_short_and_in_order(self) -> None:
        """Safety, first calls, reminders, the rest; each in the order of the calls."""
        waiting = self.announcer.waiting
        assert len(waiting) <= MAX_WAITING
        kinds = [list(Kind).index(each.kind) for each in waiting]
        assert kinds == sorted(kinds)
        for kind in Kind:
            at = [each.order for each in waiting if each.kind is kind]
            assert at == sorted(at)


TestHall = pytest.mark.slow(Hall.TestCase)
