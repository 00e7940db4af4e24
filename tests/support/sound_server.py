"""A private PulseAudio with a null sink for tests of real sound, and a recording of it."""

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

import numpy as np

from assets.voicebank.samples import Samples
from tests.support.waiting import until


def program(name: str) -> str:
    """Where a program of Debian's pulseaudio packages lies; the test fails without it."""
    found = shutil.which(name)
    assert found, f"{name} is not installed (packages pulseaudio, pulseaudio-utils)"
    return found


def answers() -> bool:
    """Whether the sound server can be talked to."""
    done = subprocess.run([program("pactl"), "info"], capture_output=True, check=False)
    return done.returncode == 0


class SoundServer:
    """A PulseAudio of our own below ``home``; ``sink=False`` has no loudspeaker."""

    def __init__(self, home: Path) -> None:
        self.socket = home / "pulse.socket"
        self.log = home / "pulse.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, sink: bool = True) -> None:
        """Start and wait until it answers."""
        self.socket.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(program("pulseaudio"), "-n", "--daemonize=no", "--exit-idle-time=-1"),
                    "--use-pid-file=no",
                    *(["--load=module-null-sink sink_name=test rate=48000"] if sink else []),
                    f"--load=module-native-protocol-unix socket={self.socket} auth-anonymous=1",
                ],
                stderr=log,
            )
        until(answers)

    def pull_out(self) -> None:
        """As if the only loudspeaker hung on a cable, and somebody pulled it."""
        self._tell("unload-module", "module-null-sink")

    def plug_in(self) -> None:
        """The loudspeaker is back."""
        self._tell("load-module", "module-null-sink", "sink_name=test", "rate=48000")

    def _tell(self, *words: str) -> None:
        subprocess.run([program("pactl"), *words], check=True, stdout=subprocess.DEVNULL)

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def freeze(self, frozen: bool) -> None:
        """Make it hang, or go on."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP if frozen else signal.SIGCONT)


class Recorder:
    """Writes down what the loudspeaker would sound."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._process = subprocess.Popen(
            [program("parec"), "-d", "test.monitor", "--format=float32le", "--rate=48000",
             "--channels=1", "--raw", "--latency-msec=50"],
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        until(lambda: len(self._bytes) > 0)

    @property
    def sound(self) -> Samples:
        """Everything so far."""
        return np.frombuffer(bytes(self._bytes[: len(self._bytes) // 4 * 4]), dtype=np.float32)

    def stop(self) -> None:
        """End the recording."""
        self._process.terminate()
        self._thread.join()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while part := os.read(self._process.stdout.fileno(), 65536):
            self._bytes += part


def place_of(clip: Samples, recording: Samples) -> tuple[int, float]:
    """Where ``clip`` fits ``recording`` best, and how well; the first place of equals."""
    if len(recording) <= len(clip):
        return 0, 0.0
    length = 1 << (len(recording) + len(clip)).bit_length()
    product = np.fft.rfft(recording, length) * np.conj(np.fft.rfft(clip, length))
    fit = np.fft.irfft(product, length)[: len(recording) - len(clip)]
    energy = np.concatenate([[0.0], np.cumsum(recording.astype(np.float64) ** 2)])
    windows = energy[len(clip) : len(clip) + len(fit)] - energy[: len(fit)]
    scores = fit / np.sqrt(np.maximum(windows, 1e-6)) / float(np.linalg.norm(clip))
    first = int(np.flatnonzero(scores >= scores.max() - 0.01)[0])
    place = first + int(scores[first : first + 480].argmax())
    return place, float(scores[place])
