"""Plays announcements without blocking the window.

A worker thread renders an utterance and plays it in a thread that can be abandoned. Whatever
happens to the device, an announcement takes its natural time and then ``done`` is called, so the
queue behind it goes on; the fault is reported once, and the next announcement tries again. Between
announcements the device is probed regularly, so that an unplugged loudspeaker is known before the
next call, and so is its return.
"""

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from assets.voicebank.clips import Voices
from assets.voicebank.loudspeaker import Fault, LoudspeakerError
from assets.voicebank.samples import RATE_HZ, Samples
from display.voice.speech import Utterance

Play = Callable[[Samples, threading.Event], None]
Probe = Callable[[], None]
Done = Callable[[], None]

PATIENCE_S: Final = 3.0
PROBE_S: Final = 20.0
MAX_QUEUED: Final = 8

_JOIN_S: Final = 2.0

_log = logging.getLogger(__name__)


class Speaker:
    """Speaks one utterance after another.

    ``play`` blocks until the sound has ended (``loudspeaker.play``); ``None`` keeps silent but
    takes the same time. ``probe`` raises when there is no device; it is asked every ``probe_s``
    while nothing is said. ``patience_s`` is how much longer than the sound (or a probe) a device
    may take before it counts as stuck.
    """

    def __init__(
        self,
        voices: Voices,
        chime: Samples,
        play: Play | None,
        probe: Probe | None = None,
        *,
        patience_s: float = PATIENCE_S,
        probe_s: float = PROBE_S,
    ) -> None:
        self._voices = voices
        self._chime = chime
        self._play = play
        self._probe = probe
        self._patience_s = patience_s
        self._probe_s = probe_s
        self._device_fault = Fault.NONE
        self._clip_fault = Fault.NONE
        self._attempt: _Attempt | None = None
        self._closing = threading.Event()
        self._waiting: queue.Queue[tuple[Utterance, float, Done] | None] = queue.Queue(MAX_QUEUED)
        self._worker = threading.Thread(target=self._work, name="speaker", daemon=True)
        self._worker.start()

    @property
    def fault(self) -> Fault:
        """Why announcements cannot be heard (completely); ``Fault.NONE`` when they can."""
        return self._device_fault or self._clip_fault

    def say(self, utterance: Utterance, done: Done, gain: float = 1.0) -> bool:
        """Speak when everything before has ended, then call ``done`` from the worker thread.

        ``gain`` 1 is the full level; 0 touches no device but takes the same time. Returns at
        once; ``False`` (and ``done`` never called) when too much is waiting already.
        """
        try:
            self._waiting.put_nowait((utterance, gain, done))
        except queue.Full:
            return False
        return True

    def close(self) -> None:
        """Stop playing and end; announcements still waiting are dropped."""
        self._closing.set()
        if self._attempt is not None:
            self._attempt.cancelled.set()
        with contextlib.suppress(queue.Full):  # the worker checks the flag after each one
            self._waiting.put_nowait(None)
        self._worker.join(_JOIN_S)

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                item = self._waiting.get(timeout=self._probe_s)
            except queue.Empty:
                self._look()
                continue
            if item is None:
                return
            utterance, gain, done = item
            self._speak(utterance, gain)
            if not self._closing.is_set():
                done()

    def _speak(self, utterance: Utterance, gain: float) -> None:
        sound, is_whole = self._voices.render(utterance.sentences, self._chime)
        ends_at = time.monotonic() + len(sound) / RATE_HZ
        device = self._sounded(sound, gain)
        self._note(device, Fault.NONE if is_whole else Fault.NO_CLIP)
        self._closing.wait(max(0.0, ends_at - time.monotonic()))

    def _look(self) -> None:
        """Whether there is a device to speak through."""
        probe = self._probe
        if probe is None or self._play is None:
            return
        fault = self._tried(lambda _: probe(), self._patience_s)
        self._note(fault, self._clip_fault)

    def _sounded(self, sound: Samples, gain: float) -> Fault:
        play = self._play
        if play is None or gain <= 0 or self._closing.is_set():
            return self._device_fault
        louder = np.asarray(sound * np.float32(gain), dtype=np.float32)
        length_s = len(sound) / RATE_HZ
        return self._tried(lambda cancelled: play(louder, cancelled), length_s + self._patience_s)

    def _tried(self, act: Callable[[threading.Event], None], timeout_s: float) -> Fault:
        if self._attempt is not None and self._attempt.is_running:
            return Fault.STUCK
        self._attempt = _Attempt(act)
        return self._attempt.result(timeout_s)

    def _note(self, device: Fault, clip: Fault) -> None:
        """Log a fault when it appears and when it is gone, not at every announcement."""
        before = self.fault
        self._device_fault, self._clip_fault = device, clip
        if self.fault is before:
            return
        if self.fault:
            _log.warning("announcements cannot be heard: %s", self.fault)
        else:
            _log.info("announcements can be heard again")


class _Attempt:
    """A call to the device in its own thread, which may never return."""

    def __init__(self, act: Callable[[threading.Event], None]) -> None:
        self.cancelled = threading.Event()
        self._fault = Fault.NONE
        self._thread = threading.Thread(
            target=self._run, args=(act,), name="loudspeaker", daemon=True
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

    def _run(self, act: Callable[[threading.Event], None]) -> None:
        try:
            act(self.cancelled)
        except LoudspeakerError as error:
            _log.debug("loudspeaker: %s", error)
            self._fault = error.fault
