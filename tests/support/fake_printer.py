"""A network printer in a thread, with the bad habits of real ones.

It decodes strictly what it gets (``escpos_decoder``) and answers by what it decoded: real-time
requests at once, ``GS r`` in its turn.
"""

import contextlib
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from tests.support.escpos_decoder import DecodeError, Decoder, Sheet

BREAK_AFTER = 12_000
"""Bytes read before a printer drops the line or runs into trouble: inside the first raster."""
SLOW_PIECE = 2048
SLOW_PAUSE_S = 0.02  # with SLOW_PIECE about 100 kB/s
LATE_S = 0.4
TOO_LATE_S = 0.9
GARBAGE = b"\xff\x00\x5a\x81\x03"
AUTOMATIC_FINE = b"\x10\x00\x00\x00"
AUTOMATIC_PAPER_OUT = b"\x18\x00\x0c\x00"


class Mode(StrEnum):
    """What the printer is like."""

    OK = "ok"
    SLOW = "slow"
    LATE = "late"  # answers everything after LATE_S
    NEAR_END = "near_end"
    MUTE = "mute"  # prints, never answers
    NO_TURN = "no_turn"  # knows DLE EOT, not GS r
    DROP = "drop"  # resets the connection in mid-ticket
    HANG_UP = "hang_up"  # ends it in mid-ticket
    FREEZE = "freeze"  # stops reading in mid-ticket
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PAPER_ENDS = "paper_ends"  # in mid-ticket; real-time requests are still answered
    AUTOMATIC = "automatic"  # slow, and sends status nobody asked for
    AUTOMATIC_PAPER_ENDS = "automatic_paper_ends"  # says so unasked
    CHATTY = "chatty"  # very slow, sends status unasked, answers nothing
    CUTTING = "cutting"  # offline while its cutter works, then answers in its turn
    STAYS_OFFLINE = "stays_offline"  # takes the ticket and then never comes back
    STRAY = "stray"  # takes dots of the picture for status requests
    COVER_OPENS = "cover_opens"  # in mid-ticket; real-time requests are still answered
    TOO_LATE = "too_late"  # answers so late that we have stopped waiting
    TOO_LATE_OUT = "too_late_out"  # likewise, and what it says is that there is no paper
    GARBAGE = "garbage"  # answers with bytes that mean nothing, and some that seem to
    JAMMED = "jammed"  # an error a person must mend
    RESETS = "resets"  # takes the call and throws it away


LIVE_ANSWERS: dict[Mode, dict[int, int]] = {
    Mode.PAPER_OUT: {1: 0x1A, 2: 0x32, 4: 0x72},
    Mode.COVER_OPEN: {1: 0x1A, 2: 0x16, 4: 0x12},
    Mode.TOO_LATE_OUT: {1: 0x1A, 2: 0x32, 4: 0x72},
    Mode.JAMMED: {1: 0x1A, 2: 0x52, 4: 0x12},
    Mode.NEAR_END: {1: 0x12, 2: 0x12, 4: 0x1E},
}
FINE = 0x12
OFFLINE = 0x1A
NOT_ONLINE_AGAIN = 10**9


class Stop(Exception):
    """The printer stops serving this connection."""


@dataclass
class Behaviour:
    """The printer itself, without a line: bytes in, bytes out."""

    mode: Mode
    width_dots: int = 576
    decoder: Decoder = field(init=False)
    stuck: bool = False
    _answered: int = 0
    _offline_for: int = 0
    _strayed: bool = False

    def __post_init__(self) -> None:
        self.decoder = Decoder(self.width_dots)

    def greeting(self) -> bytes:
        """What is said before anything was asked."""
        return AUTOMATIC_FINE if self.mode in (Mode.AUTOMATIC, Mode.CHATTY) else b""

    def take(self, data: bytes, total: int) -> bytes:
        """Take in ``data`` (``total`` bytes so far) and answer."""
        if self.stuck:
            return self._answers_while_stuck(data)
        self.decoder.feed(data)
        said = b""
        for kind, number in self.decoder.questions[self._answered :]:
            said += self._answer(kind, number)
        self._answered = len(self.decoder.questions)
        if total > BREAK_AFTER:
            said += self._break()
        return said

    def _answer(self, kind: str, number: int) -> bytes:
        if self.mode in (Mode.MUTE, Mode.CHATTY):
            return b""
        if self.mode is Mode.GARBAGE:
            return GARBAGE
        if kind == "turn":
            return self._answer_in_turn()
        if self._offline_for:
            return self._answer_offline(number)
        return bytes([LIVE_ANSWERS.get(self.mode, {}).get(number, FINE)])

    def _answer_in_turn(self) -> bytes:
        if self.mode in (Mode.NO_TURN, Mode.TOO_LATE_OUT):
            return b""
        if self.mode in (Mode.CUTTING, Mode.STAYS_OFFLINE):
            self._offline_for = 2 if self.mode is Mode.CUTTING else NOT_ONLINE_AGAIN
            return b""
        return b"\x03" if self.mode is Mode.NEAR_END else b"\x00"

    def _answer_offline(self, number: int) -> bytes:
        """Counts the questions about paper: after some of them the cutter is back in its place."""
        if number != 4:
            return bytes([OFFLINE if number == 1 else FINE])
        self._offline_for -= 1
        return bytes([FINE]) if self._offline_for else bytes([FINE, 0x00])

    def _break(self) -> bytes:
        if self.mode in (Mode.PAPER_ENDS, Mode.AUTOMATIC_PAPER_ENDS, Mode.COVER_OPENS):
            self.stuck = True
            return AUTOMATIC_PAPER_OUT if self.mode is Mode.AUTOMATIC_PAPER_ENDS else b""
        if self.mode in (Mode.AUTOMATIC, Mode.CHATTY):
            return AUTOMATIC_FINE
        if self.mode is Mode.STRAY and not self._strayed:
            self._strayed = True
            return bytes([FINE])
        return b""

    def _answers_while_stuck(self, data: bytes) -> bytes:
        """Out of paper the printer buffers everything, and only real-time requests are seen."""
        if self.mode is Mode.AUTOMATIC_PAPER_ENDS or not data.endswith(
            (b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04")
        ):
            return b""
        cause = Mode.COVER_OPEN if self.mode is Mode.COVER_OPENS else Mode.PAPER_OUT
        return bytes([LIVE_ANSWERS[cause][data[-1]]])


@dataclass
class FakePrinter:
    """Listens on a free port of this machine, or a given one; use it in a ``with``.

    ``received`` is every byte of every connection; ``fault`` what the strict decoder said.
    ``mode`` may be changed between jobs, as when somebody puts in paper. One paper, one decoder.
    With ``holds_at`` it reads no further once it has so many bytes, until it is told to go on.
    """

    mode: Mode = Mode.OK
    width_dots: int = 576
    host: str = "127.0.0.1"
    port: int = 0
    received: bytearray = field(default_factory=bytearray)
    fault: DecodeError | None = None
    connections: int = 0
    holds_at: int = 0
    decoder: Decoder = field(init=False)

    def __enter__(self) -> Self:
        self.decoder = Decoder(self.width_dots)
        self._leave = threading.Event()
        self._quiet = threading.Event()
        self._holding = threading.Event()
        self._going_on = threading.Event()
        self._server = socket.create_server((self.host, self.port))
        if self.mode in (Mode.SLOW, Mode.AUTOMATIC, Mode.CHATTY, Mode.FREEZE):
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._server.settimeout(0.05)
        self._thread = threading.Thread(target=self._serve, name="fake printer")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leave.set()
        self._going_on.set()
        self._thread.join()
        self._server.close()

    @property
    def address(self) -> str:
        """As given to ``--printer``."""
        return f"tcp://{self.host}:{self._server.getsockname()[1]}"

    @property
    def is_quiet(self) -> bool:
        """Whether the present connection is over."""
        return self._quiet.is_set()

    @property
    def is_holding(self) -> bool:
        """Whether it has read as far as ``holds_at`` and waits to be told to go on."""
        return self._holding.is_set()

    def go_on(self) -> None:
        """Read on, and hold no more."""
        self.holds_at = 0
        self._holding.clear()
        self._going_on.set()

    def sheets(self, within_s: float = 20.0) -> list[Sheet]:
        """Every sheet, once the present connection is over; strict errors are raised here."""
        assert self._quiet.wait(within_s), "the printer is still reading"
        if self.fault is not None:
            raise self.fault
        return self.decoder.finish()

    def _serve(self) -> None:
        while not self._leave.is_set():
            with contextlib.suppress(TimeoutError):
                line, _ = self._server.accept()
                self.connections += 1
                self._quiet.clear()
                with line, contextlib.suppress(Stop, OSError):
                    self._print(line)
                self._quiet.set()

    def _print(self, line: socket.socket) -> None:
        line.settimeout(0.05)
        if self.mode is Mode.RESETS:
            self._reset(line)
        behaviour = Behaviour(self.mode)
        behaviour.decoder = self.decoder
        behaviour._answered = len(self.decoder.questions)
        line.sendall(behaviour.greeting())
        total = 0
        while not self._leave.is_set():
            try:
                data = line.recv(SLOW_PIECE)
            except TimeoutError:
                continue
            if not data:
                return
            total += len(data)
            self.received += data
            line.sendall(self._taken(behaviour, data, total))
            self._misbehave(line, total)
            if self.holds_at and total >= self.holds_at:
                self._holding.set()
                self._going_on.wait()

    def _taken(self, behaviour: Behaviour, data: bytes, total: int) -> bytes:
        try:
            said = behaviour.take(data, total)
        except DecodeError as fault:
            self.fault = fault
            raise Stop from fault
        if said and self.mode is Mode.LATE:
            time.sleep(LATE_S)
        if said and self.mode in (Mode.TOO_LATE, Mode.TOO_LATE_OUT):
            time.sleep(TOO_LATE_S)
        return said

    def _misbehave(self, line: socket.socket, total: int) -> None:
        if self.mode in (Mode.SLOW, Mode.AUTOMATIC, Mode.CHATTY):
            time.sleep(SLOW_PAUSE_S * (3 if self.mode is Mode.CHATTY else 1))
        if total <= BREAK_AFTER:
            return
        if self.mode is Mode.DROP:
            self._reset(line)
        if self.mode is Mode.HANG_UP:
            raise Stop
        if self.mode is Mode.FREEZE:
            self._leave.wait()
            raise Stop

    def _reset(self, line: socket.socket) -> None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Stop
