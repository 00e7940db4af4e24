"""The command handler: decide → evolve → group commit → acknowledge → publish.

Everything here runs on the event loop; only the committer has a thread. Deciding is in memory
and serial, so two clerks can never get one ticket. What is answered is on the disk, and what is
shown is the state the committed batch ended in: never a state that a power cut could take back.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import structlog

from server.clock import Clock
from server.core import commands as c
from server.core import events as e
from server.core.calendar import today
from server.core.calibration import Calibration
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rejected import Rejected
from server.core.rules import Rules
from server.protocol import codec
from server.protocol.commands import AnyCommand
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.store.event_store import Append, EventStore
from server.store.writer import GroupCommitter
from server.wire import Notice, notice_of, result_of, to_core

Moves = tuple[tuple[str, str], ...]
"""For each removed service the service that its waiting tickets move to."""

MAX_PENDING: Final = 4096
"""Commands decided but not yet on the disk; beyond it new ones are refused as overloaded."""
REFUSALS_KEPT: Final = 10_000
"""Refusals remembered so that repeats are answered alike. They are not in the log, so a restart
forgets them.
"""

log = structlog.get_logger("handler")


@dataclass(frozen=True, slots=True)
class Published:
    """The result of a committed batch: the state it ended in and the calls to announce."""

    state: DayState
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    """A decided command, and what is to be done once it is on the disk."""

    append: Append
    state: DayState
    answer: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Unanswered:
    """Who waits for the answer to a command: those who await it, and those who are told at once."""

    landed: asyncio.Future[str]
    told: list[Callable[[str], None]] = field(default_factory=list)


class CommandHandler:
    """Runs commands one at a time and answers each exactly once, repeats included.

    ``committed`` is the last durable state; ``past_notices`` are those of the replayed day.
    ``published`` is called on the loop after every durable batch; ``failed`` once, when the
    disk refused: nothing is answered from then on and the process must end.
    """

    def __init__(
        self,
        store: EventStore,
        clock: Clock,
        rules: Rules,
        published: Callable[[Published], None],
        failed: Callable[[BaseException], None],
        moves: Moves = (),
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._moves = moves
        self._published = published
        self._failed = failed
        self._state = DayState()
        self.committed = DayState()
        self.past_notices: tuple[Notice, ...] = ()
        self._answers: dict[str, str] = {}
        self._yesterdays: dict[str, str] = {}
        self._refusals: dict[str, str] = {}
        self._waiting: dict[str, _Unanswered] = {}
        self._in_flight: deque[_Decided] = deque()
        self._last_at: datetime | None = None
        self._landed = asyncio.Event()
        self._committer = GroupCommitter(store, self._from_writer, self._writer_failed)

    async def start(self) -> None:
        """Replay the newest day, begin to write, and have today open and durable.

        Raises ``Rejected`` when the rules cannot take over a day that is under way.
        """
        self._loop = asyncio.get_running_loop()
        self._replay()
        self._committer.start()
        self._turn_day()
        if self._state.rules != self._rules and not self._state.closed:
            self._run_system(c.ChangeRules(self._now(), self._rules, self._moves), "rules")
        while self._in_flight:
            self._landed.clear()
            await self._landed.wait()

    @property
    def newest(self) -> DayState:
        """The state after everything decided so far, durable or not."""
        return self._state

    def would_change_rules(self, rules: Rules, moves: Moves) -> None:
        """Whether the running day can go on under these rules. Raises ``Rejected`` if not."""
        self._turn_day()
        if not self._state.closed:
            decide(self._state, c.ChangeRules(self._now(), rules, moves))

    async def change_rules(self, rules: Rules, moves: Moves) -> int:
        """Work under other rules from now on, and begin later days under them.

        Returns the version of the event once it is durable and published, or the day's newest
        version when nothing had to be changed. Raises ``Rejected``, and then nothing was changed.
        """
        self.would_change_rules(rules, moves)
        self._rules = rules
        if self._state.closed or self._state.rules == rules:
            return self._state.version
        name = f"system:rules:{self._state.version}"
        landed: asyncio.Future[str] = self._loop.create_future()
        self._waiting[name] = _Unanswered(landed)
        version = self._state.version + 1
        self._run_system(c.ChangeRules(self._now(), rules, moves), "rules")
        await asyncio.shield(landed)
        return version

    async def stop(self) -> None:
        """Wait until everything decided is on the disk."""
        await asyncio.to_thread(self._committer.stop)

    def tick(self) -> None:
        """Begin a new business day after midnight and run what is due by time; call regularly."""
        self._turn_day()
        if not self._state.closed:
            self._run_system(c.LookAround(self._now()), "look-around")
            self._run_system(c.MakeForecasts(self._now()), "forecasts")

    def book(self, day: str, appointments: tuple[e.Appointment, ...]) -> None:
        """Make the appointments of ``day`` known, once it is that day."""
        if day == self._state.day and not self._state.closed:
            self._run_system(c.BookAppointments(self._now(), appointments), "appointments")

    def learn(self, day: str, calibration: Calibration) -> None:
        """Use this calibration for the forecasts of ``day``, if the day has none yet."""
        if day == self._state.day and not self._state.closed:
            self._run_system(c.LearnCalibration(self._now(), calibration), "calibration")

    def advise(self, day: str, advice: c.RecordAdvice) -> None:
        """Record advice made for ``day``, unless that day is over by now."""
        if day == self._state.day and not self._state.closed:
            self._run_system(replace(advice, at=self._now()), "advice")

    async def handle(
        self,
        command_id: str,
        command: AnyCommand,
        device: str,
        answered: Callable[[str], None] = lambda _answer: None,
    ) -> str:
        """Carry a command out and return its answer as wire text, once it is durable.

        A repeat of an id gets the first answer, after a restart too. A refusal changes nothing.
        ``answered`` is told the answer before any view of the state that it led to can be made:
        who awaits wakes up only later, and might be shown what he was not yet told.
        """
        given = (
            self._answers.get(command_id)
            or self._refusals.get(command_id)
            or self._yesterdays.get(command_id)
            or self._waiting.get(command_id)
            or self._begun(command_id, command, device)
        )
        if isinstance(given, str):
            answered(given)
            return given
        given.told.append(answered)
        return await asyncio.shield(given.landed)

    def _begun(self, command_id: str, command: AnyCommand, device: str) -> "str | _Unanswered":
        """A new command on its way to the disk, or the answer that needs no disk."""
        if len(self._in_flight) >= MAX_PENDING:
            return codec.encode(Error(id=command_id, code=ErrorCode.OVERLOADED))
        try:
            return self._begin(command_id, command, device)
        except Rejected as refusal:
            code = refusal.reason
            log.info("refused", code=code.value, detail=refusal.detail, device=device)
            answer = codec.encode(Error(id=command_id, code=code, detail=refusal.detail))
            return self._refused(command_id, answer)

    def _refused(self, command_id: str, answer: str) -> str:
        """Remember a refusal, so that a late repeat of the command is refused as well."""
        if len(self._refusals) >= REFUSALS_KEPT:
            del self._refusals[next(iter(self._refusals))]
        self._refusals[command_id] = answer
        return answer

    def _begin(self, command_id: str, command: AnyCommand, device: str) -> "str | _Unanswered":
        self._turn_day()
        facts = decide(self._state, to_core(command, self._now(), device))
        if not facts:
            # The command made no event, so there is nothing to make durable.
            return codec.encode(Result(id=command_id, version=self._state.version))
        waiting = self._waiting[command_id] = _Unanswered(self._loop.create_future())
        self._take(facts, command_id, device)
        return waiting

    def _take(self, facts: tuple[e.Event, ...], command_id: str, device: str) -> None:
        """Evolve and queue the events for the disk; the answer is made now and given once they are
        durable.
        """
        first_version = self._state.version + 1
        notices = []
        for fact in facts:
            self._state = evolve(self._state, fact)
            notices.append(notice_of(self._state, fact))
        append = Append(self._state.day, first_version, facts, command_id, device)
        answer = codec.encode(result_of(command_id, self._state, facts))
        told = tuple(notice for notice in notices if notice)
        self._in_flight.append(_Decided(append, self._state, answer, told))
        self._committer.submit(append)

    def _run_system(self, command: c.Command, name: str) -> None:
        facts = decide(self._state, command)
        if facts:
            self._take(facts, f"system:{name}:{self._state.version}", "server")

    def _turn_day(self) -> None:
        now = self._now()
        day = today(self._rules, now)
        if day <= self._state.day:
            return
        if self._state.day and not self._state.closed:
            self._run_system(c.CloseDay(now), "close-day")
        self._yesterdays, self._answers = self._answers, {}
        faults = self._state.faults
        self._state = DayState()
        facts = decide(self._state, c.OpenDay(now, day, self._rules))
        self._take(facts, f"system:open-day:{day}", "server")
        for (device, part), status in faults.items():
            # A printer without paper in the evening has none in the morning.
            self._run_system(c.ReportDevice(now, device, part, status), f"fault:{device}:{part}")
        log.info("day_opened", day=day)

    def _now(self) -> datetime:
        """The clock, never before the last fact: a clock set back must not reorder the day."""
        now = self._clock.now()
        if self._last_at is None or now > self._last_at:
            self._last_at = now
        return self._last_at

    def _replay(self) -> None:
        stream = self._store.last_stream()
        if stream is None:
            return
        before = self._store.stream_before(stream)
        if before is not None:
            _, self._yesterdays, _ = self._replayed(before)
        self._state, self._answers, self.past_notices = self._replayed(stream)
        self.committed = state = self._state
        log.info("replayed", day=stream, events=state.version, present=len(state.tickets))

    def _replayed(self, stream: str) -> tuple[DayState, dict[str, str], tuple[Notice, ...]]:
        """From a day's events: its state, the answers that were given, and its notices."""
        state, answers, notices = DayState(), dict[str, str](), []
        for recorded in self._store.load(stream):
            state = evolve(state, recorded.event)
            self._last_at = max(self._last_at or recorded.event.at, recorded.event.at)
            answer = result_of(recorded.command_id, state, (recorded.event,))
            answers[recorded.command_id] = codec.encode(answer)
            notices.append(notice_of(state, recorded.event))
        return state, answers, tuple(notice for notice in notices if notice)

    def _from_writer(self, batch: list[Append]) -> None:
        self._loop.call_soon_threadsafe(self._acknowledge, len(batch))

    def _acknowledge(self, count: int) -> None:
        """Answer what is durable now, then show it: nothing else runs between the two."""
        done = [self._in_flight.popleft() for _ in range(count)]
        self.committed = done[-1].state
        for each in done:
            command_id = each.append.command_id
            self._answers[command_id] = each.answer
            waiting = self._waiting.pop(command_id, None)
            if waiting is not None:
                for answered in waiting.told:
                    answered(each.answer)
                if not waiting.landed.done():
                    waiting.landed.set_result(each.answer)
        self._landed.set()
        notices = tuple(notice for each in done for notice in each.notices)
        self._published(Published(self.committed, notices))

    def _writer_failed(self, error: BaseException) -> None:
        self._loop.call_soon_threadsafe(self._give_up, error)

    def _give_up(self, error: BaseException) -> None:
        self._in_flight.clear()
        self._landed.set()
        log.critical("commit_failed", error=repr(error), unanswered=len(self._waiting))
        self._failed(error)
