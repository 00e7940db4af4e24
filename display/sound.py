"""Announcements made audible without ever holding up a screen.

A worker thread renders an utterance and gives it to the loudspeaker in a thread that can be given
up. Whatever happens to the device, an announcement takes its natural time and then ``done`` is
called, so the queue behind it goes on; the fault is told once and the next announcement tries anew.
"""

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Final

from display.clips import RATE_HZ, ClipBank, MissingClip, Samples, joined
from display.loudspeaker import Fault, LoudspeakerError
from display.speech import Utterance

Play = Callable[[Samples, threading.Event], None]
Done = Callable[[], None]

PATIENCE_S: Final = 3.0
MAX_QUEUED: Final = 8

_JOIN_S: Final = 2.0

_log = logging.getLogger(__name__)


class Speaker:
    """Speaks one utterance after another.

    ``play`` blocks until the sound has ended (``loudspeaker.play``); ``None`` keeps silent but
    takes the same time. ``patience_s`` is how much longer than the sound a device may take before
    it is given up.
    """

    def __init__(
        self, bank: ClipBank, chime: Samples, play: Play | None, patience_s: float = PATIENCE_S
    ) -> None:
        self._bank = bank
        self._chime = chime
        self._play = play
        self._patience_s = patience_s
        self._fault = Fault.NONE
        self._attempt: _Attempt | None = None
        self._closing = threading.Event()
        self._waiting: queue.Queue[tuple[Utterance, Done] | None] = queue.Queue(MAX_QUEUED)
        self._worker = threading.Thread(target=self._work, name="speaker", daemon=True)
        self._worker.start()

    @property
    def fault(self) -> Fault:
        """Why the last announcement could not be heard; ``Fault.NONE`` when it could."""
        return self._fault

    def say(self, utterance: Utterance, done: Done) -> bool:
        """Speak when everything before has ended, then call ``done`` from the worker thread.

        Returns at once; ``False`` (and ``done`` never called) when too much is waiting already.
        """
        try:
            self._waiting.put_nowait((utterance, done))
        except queue.Full:
            return False
        return True

    def close(self) -> None:
        """Fall silent and stop; announcements still waiting are dropped."""
        self._closing.set()
        if self._attempt is not None:
            self._attempt.cancelled.set()
        with contextlib.suppress(queue.Full):  # the worker looks at the flag after each one
            self._waiting.put_nowait(None)
        self._worker.join(_JOIN_S)

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None and not self._closing.is_set():
            utterance, done = item
            self._note(self._speak(utterance))
            if self._closing.is_set():
                return
            done()

    def _speak(self, utterance: Utterance) -> Fault:
        sound, fault = self._rendered(utterance)
        ends_at = time.monotonic() + len(sound) / RATE_HZ
        fault = self._sounded(sound) or fault
        self._closing.wait(max(0.0, ends_at - time.monotonic()))
        return fault

    def _rendered(self, utterance: Utterance) -> tuple[Samples, Fault]:
        """The whole announcement; a unit the bank lacks is left out and is a fault."""
        phrases: list[list[Samples]] = [[self._chime]]
        fault = Fault.NONE
        for phrase in utterance.phrases:
            words = []
            for unit in phrase:
                try:
                    words.append(self._bank.clip(unit))
                except MissingClip:
                    fault = Fault.NO_CLIP
            phrases.append(words)
        return joined(phrases), fault

    def _sounded(self, sound: Samples) -> Fault:
        if self._play is None or self._closing.is_set():
            return Fault.NONE
        if self._attempt is not None and self._attempt.is_running:
            return Fault.STUCK
        self._attempt = _Attempt(self._play, sound)
        return self._attempt.result(len(sound) / RATE_HZ + self._patience_s)

    def _note(self, fault: Fault) -> None:
        """Tell a fault when it appears and when it is gone, not at every announcement."""
        if fault is self._fault:
            return
        self._fault = fault
        if fault:
            _log.warning("announcements cannot be heard: %s", fault)
        else:
            _log.info("announcements can be heard again")


class _Attempt:
    """One sound given to the device in a thread of its own, which may never come back."""

    def __init__(self, play: Play, sound: Samples) -> None:
        self.cancelled = threading.Event()
        self._fault = Fault.NONE
        self._thread = threading.Thread(
            target=self._run, args=(play, sound), name="loudspeaker", daemon=True
        )
        self._thread.start()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def result(self, timeout_s: float) -> Fault:
        """Wait for the end; a device that takes longer is cancelled and called stuck."""
        self._thread.join(timeout_s)
        if self.is_running:
            self.cancelled.set()
            return Fault.STUCK
        return self._fault

    def _run(self, play: Play, sound: Samples) -> None:
        try:
            play(sound, self.cancelled)
        except LoudspeakerError as error:
            _log.debug("loudspeaker: %s", error)
            self._fault = error.fault
