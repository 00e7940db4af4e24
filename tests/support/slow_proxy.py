"""A bad line: everything arrives late, and little of it a second."""

import contextlib
import queue
import socket
import threading
import time
from typing import Final

from tests.support.chaos_proxy import ChaosProxy

_PIECE: Final = 512


class SlowProxy(ChaosProxy):
    """``with SlowProxy(port, delay_s, bytes_per_s) as line``: each way late and narrow."""

    def __init__(self, to_port: int, delay_s: float, bytes_per_s: float) -> None:
        super().__init__(to_port)
        self._delay_s, self._bytes_per_s = delay_s, bytes_per_s

    def _pump(self, giver: socket.socket, taker: socket.socket) -> None:
        late: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        deliverer = threading.Thread(target=self._deliver, args=(late, taker), daemon=True)
        deliverer.start()
        with contextlib.suppress(OSError):
            while piece := giver.recv(_PIECE):
                time.sleep(len(piece) / self._bytes_per_s)
                late.put((time.monotonic() + self._delay_s, piece))
        late.put((0.0, b""))
        deliverer.join()
        for end in (taker, giver):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _deliver(
        self, late: "queue.SimpleQueue[tuple[float, bytes]]", taker: socket.socket
    ) -> None:
        with contextlib.suppress(OSError):
            while (waiting := late.get())[1]:
                time.sleep(max(0.0, waiting[0] - time.monotonic()))
                taker.sendall(waiting[1])
