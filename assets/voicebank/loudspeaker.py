"""The audio device, through miniaudio: plays one sound to its end.

miniaudio reaches PulseAudio, PipeWire, ALSA, WASAPI and CoreAudio from one small wheel; the device
is opened anew for every sound, so that a restarted sound server is found again.
"""

import sys
import threading
from collections.abc import Generator
from enum import StrEnum
from pathlib import Path
from typing import Final

import miniaudio

from assets.voicebank.samples import RATE_HZ, Samples

_PERIOD_MS: Final = 100
_POLL_S: Final = 0.05


class Fault(StrEnum):
    """Why announcements cannot be heard (completely); empty when they can."""

    NONE = ""
    NO_DEVICE = "no_device"
    STUCK = "stuck"
    NO_CLIP = "no_clip"


class LoudspeakerError(Exception):
    """The sound was not played; ``fault`` says why."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(f"{fault}: {detail}" if detail else str(fault))
        self.fault = fault


class _Device(miniaudio.PlaybackDevice):  # type: ignore[misc]  # its base is untyped
    """A playback device that also closes its context, on the way out of a failed start too.

    miniaudio 1.71 leaves the context open: five file descriptors and a connection each time.
    """

    def __init__(self) -> None:
        try:
            super().__init__(
                output_format=miniaudio.SampleFormat.FLOAT32,
                nchannels=1,
                sample_rate=RATE_HZ,
                buffersize_msec=_PERIOD_MS,
                backends=_backends(),
                app_name="Đến Lượt",
            )
        except miniaudio.MiniaudioError:
            self.close()
            raise

    def close(self) -> None:
        super().close()
        context, self._context = getattr(self, "_context", None), None
        if context is not None:
            miniaudio.lib.ma_context_uninit(context)


def play(sound: Samples, cancelled: threading.Event) -> None:
    """Play ``sound`` and return after its end, or soon after ``cancelled`` is set.

    Blocks; raises ``LoudspeakerError`` when there is no device. It may never return when the sound
    server hangs: call it in a thread that can be abandoned.
    """
    try:
        probe()  # asking first, because a start without a device leaks inside miniaudio
        device = _Device()
    except miniaudio.MiniaudioError as error:
        raise LoudspeakerError(Fault.NO_DEVICE, str(error)) from error
    try:
        _feed(device, sound, cancelled)
    except miniaudio.MiniaudioError as error:
        raise LoudspeakerError(Fault.NO_DEVICE, str(error)) from error
    finally:
        device.close()


def probe() -> None:
    """Return if there is a device to play through; raises ``LoudspeakerError`` when not.

    Blocks like ``play`` when the sound server hangs.
    """
    try:
        if not miniaudio.Devices(_backends()).get_playbacks():
            raise LoudspeakerError(Fault.NO_DEVICE, "the sound server has no output")
    except miniaudio.MiniaudioError as error:
        raise LoudspeakerError(Fault.NO_DEVICE, str(error)) from error


def _feed(device: _Device, sound: Samples, cancelled: threading.Event) -> None:
    ended = threading.Event()
    source = _source(sound, cancelled, ended)
    next(source)
    device.start(source)
    while not ended.wait(_POLL_S):
        if cancelled.is_set():
            return


def _source(
    sound: Samples, cancelled: threading.Event, ended: threading.Event
) -> Generator[bytes, int, None]:
    """Frames as the device asks for them; runs in miniaudio's own thread."""
    wanted = yield b""
    place = 0
    while place < len(sound) and not cancelled.is_set():
        part = sound[place : place + wanted]
        place += len(part)
        wanted = yield part.tobytes()
    ended.set()


def _backends() -> list[miniaudio.Backend]:
    """The system's backends without miniaudio's silent "null" one, which would hide a fault."""
    backend = miniaudio.Backend
    if sys.platform == "win32":
        return [backend.WASAPI, backend.DSOUND, backend.WINMM]
    if sys.platform == "darwin":
        return [backend.COREAUDIO]
    # Without a sound card ALSA would only print errors.
    return [backend.PULSEAUDIO, *([backend.ALSA] if Path("/dev/snd").exists() else [])]
