"""A cable of the tests: a TCP proxy that cuts connections, or swallows everything for a while.

Swallowed is not lost, as with real TCP: what was under way when the cable came out is sent again
when it is back, however late, and however long its sender has given the connection up.
"""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Final, Self

_PIECE: Final = 65536
_JOIN_S: Final = 5.0


class ChaosProxy:
    """``with ChaosProxy(port) as cable``: what connects to ``cable.port`` reaches ``port``."""

    def __init__(self, to_port: int, host: str = "127.0.0.1") -> None:
        self._to = (host, to_port)
        self._door = socket.create_server((host, 0))
        self.port: int = self._door.getsockname()[1]
        self._whole = threading.Event()
        self._whole.set()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._closing = False

    @property
    def ws(self) -> str:
        """The websocket's address on this side."""
        return f"ws://{self._to[0]}:{self.port}/ws"

    def cut(self) -> None:
        """Every connection is broken at once, in both directions; new ones are made as ever."""
        with self._lock:
            ends = list(self._open)
        for end in ends:
            _shut(end)

    def pull(self) -> None:
        """The cable is out: nothing gets through, and nobody is told."""
        self._whole.clear()

    def plug(self) -> None:
        """The cable is in again."""
        self._whole.set()

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing = True
        self._whole.set()
        # A door somebody waits at does not close: knock.
        with contextlib.suppress(OSError):
            socket.create_connection(self._door.getsockname(), timeout=1).close()
        self.cut()
        for thread in self._threads:
            thread.join(_JOIN_S)
        self._door.close()

    def _start(self, work: object, *given: socket.socket) -> None:
        assert callable(work)
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            near, _ = self._door.accept()
            if self._closing:
                near.close()
                return
            self._start(self._join, near)

    def _join(self, near: socket.socket) -> None:
        self._whole.wait()
        try:
            far = socket.create_connection(self._to, timeout=2)
        except OSError:
            _shut(near)
            near.close()
            return
        far.settimeout(None)
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._open |= {near, far}
        back = threading.Thread(target=self._pump, args=(far, near), daemon=True)
        back.start()
        self._pump(near, far)
        back.join(_JOIN_S)
        with self._lock:
            self._open -= {near, far}
        near.close()
        far.close()

    def _pump(self, giver: socket.socket, taker: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := giver.recv(_PIECE):
                self._whole.wait()
                taker.sendall(piece)
            self._whole.wait()
        _shut(taker)
        _shut(giver)


def _shut(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
