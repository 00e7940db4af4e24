"""An office in which nobody has to sign in, for tests in which PINs are not the matter."""

from datetime import UTC, datetime
from pathlib import Path

import assets
from server.profile.versions import OfficeVersions

WITH_PINS = "pins = true"
WITHOUT_PINS = "pins = false"


def open_ward() -> str:
    """The demo ward's file without PINs."""
    text = (assets.OFFICES / "ward-hoa-binh.toml").read_text("utf-8")
    assert WITH_PINS in text
    return text.replace(WITH_PINS, WITHOUT_PINS, 1)


def open_doors(data: Path) -> None:
    """Let a server that was told no office work under this one; a directory in use stays so."""
    versions = OfficeVersions(data)
    if versions.newest() is None:
        versions.keep(open_ward(), datetime(2026, 11, 23, tzinfo=UTC), who="test")
