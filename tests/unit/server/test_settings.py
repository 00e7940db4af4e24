"""Who must prove himself: everybody, unless only this machine can connect."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from server.settings import Settings


@pytest.mark.parametrize(
    ("host", "needs_tokens"),
    [
        ("127.0.0.1", False),
        ("127.0.0.2", False),
        ("::1", False),
        ("localhost", False),
        ("0.0.0.0", True),  # noqa: S104 -- compared, not bound
        ("::", True),
        ("192.168.1.10", True),
        ("may-chu.local", True),
    ],
)
def test_tokens_are_needed_wherever_another_machine_could_connect(
    host: str, needs_tokens: bool
) -> None:
    """A name is never trusted to be this machine, but for ``localhost``."""
    assert Settings(data=Path("d"), host=host).needs_tokens is needs_tokens


def test_settings_come_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a service manager."""
    monkeypatch.setenv("DENLUOT_DATA", "somewhere")
    monkeypatch.setenv("DENLUOT_PORT", "9000")
    settings = Settings.model_validate({})
    assert (settings.data, settings.port) == (Path("somewhere"), 9000)


def test_a_clock_without_a_zone_is_refused() -> None:
    """Which midnight would it mean?"""
    with pytest.raises(ValidationError):
        Settings.model_validate({"data": "d", "clock_start": "2026-11-23T07:30:00"})
