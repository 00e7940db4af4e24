"""The server's settings: options, or ``DENLUOT_…`` in the environment."""

from ipaddress import ip_address
from pathlib import Path

from pydantic import AwareDatetime
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One server's settings.

    ``port`` 0 asks for a free one. ``database`` is any SQLAlchemy URL; empty means SQLite in
    ``data``. ``public_url`` is how citizens' phones reach this server; empty: worked out from the
    address it listens on. ``announce``: apps on the network may find this server by themselves
    (never where only this machine can connect). ``clock_start`` and ``clock_rate`` (seconds of
    office time in a real second) are for demos.
    """

    model_config = SettingsConfigDict(env_prefix="DENLUOT_", extra="forbid")

    data: Path
    office: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8765
    database: str = ""
    public_url: str = ""
    log_level: str = "info"
    announce: bool = True
    clock_start: AwareDatetime | None = None
    clock_rate: float = 1.0

    @property
    def needs_tokens(self) -> bool:
        """Whether devices must prove who they are: always, unless only this machine can connect."""
        if self.host == "localhost":
            return False
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return True
