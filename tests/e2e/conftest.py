"""What tests with real sound share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sound_server import Recorder, SoundServer


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A sound server that only our programs find, and a recording of it."""
    home = tmp_path / "sound"
    home.mkdir()
    server = SoundServer(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    server.start()
    recorder = Recorder()
    yield recorder
    recorder.stop()
    server.kill()
