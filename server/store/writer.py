"""Group commit by one writer thread: all appends that wait go into one transaction.

While one batch is on its way to the disk the next one gathers; so a busy office commits as often as
the disk allows, and a quiet one without delay.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Final

from server.store.event_store import Append, EventStore

MAX_BATCH: Final = 256

Committed = Callable[[list[Append]], None]
Failed = Callable[[BaseException], None]


class GroupCommitter:
    """Appends batches in its own thread and reports each, in order, from that thread.

    After a failure nothing more is written: ``failed`` is called once and the process must end. The
    caller bounds the queue by counting what is not committed yet.
    """

    def __init__(self, store: EventStore, committed: Committed, failed: Failed) -> None:
        self._store = store
        self._committed = committed
        self._failed = failed
        self._queue: SimpleQueue[Append | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="group-commit", daemon=True)

    def start(self) -> None:
        """Start the writer thread."""
        self._thread.start()

    def submit(self, append: Append) -> None:
        """Queue the events of a command, in the order in which commands were decided."""
        self._queue.put(append)

    def stop(self, timeout_s: float = 10.0) -> None:
        """Write what waits, then end the thread. Raises ``TimeoutError`` when that takes longer
        than ``timeout_s``.
        """
        self._queue.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            raise TimeoutError("the last commit did not end")

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._gather()
            if not batch:
                return
            try:
                self._store.append(batch)
            except BaseException as error:  # noqa: BLE001 -- told to the loop, which ends the process
                self._failed(error)
                return
            self._committed(batch)

    def _gather(self) -> tuple[list[Append], bool]:
        batch: list[Append] = []
        first = self._queue.get()
        while first is not None:
            batch.append(first)
            if len(batch) >= MAX_BATCH or self._queue.empty():
                return batch, True
            first = self._queue.get()
        return batch, False
