"""The tables. Only ``event`` is precious; ``ticket`` can be dropped and rebuilt from it."""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import DateTime, Dialect, Index, Table, TypeDecorator
from sqlmodel import Field, SQLModel


class UtcMoment(TypeDecorator[datetime]):
    """A moment: aware in Python, plain UTC in the database, which may know no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To the database."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """From the database."""
        return value.replace(tzinfo=UTC) if value else None


class StoredEvent(SQLModel, table=True):
    """One fact. The key is the lock: a second writer of the same version fails.

    ``at`` is ISO text in UTC, so that it hashes the same on every database.
    ``hash`` covers ``previous_hash`` and all other columns.
    """

    __tablename__ = "event"

    stream: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    kind: str
    schema_number: int
    at: str
    body: str
    command_id: str
    device: str
    previous_hash: str
    hash: str


class TicketRow(SQLModel, table=True):
    """Read model: a ticket of any day, as reports and the status page want it. Times in UTC.

    The day is part of the key: a device that repeats an id of last week must not stop the log.
    """

    __tablename__ = "ticket"
    __table_args__ = (Index("ticket_by_day", "stream", "label"),)

    ticket: str = Field(primary_key=True)
    stream: str = Field(primary_key=True)
    label: str
    service: str
    priority: str
    status: str
    issued_at: datetime = Field(sa_type=UtcMoment)
    ahead: int
    wait_low_s: int | None = None
    wait_high_s: int | None = None
    first_called_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    called_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    started_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    ended_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    counter: str = ""
    clerk: str = ""
    outcome: str = ""
    recall_count: int = 0
    transfer_count: int = 0


class DeviceRow(SQLModel, table=True):
    """A device that may connect from the network. Only the token's SHA-256 is kept."""

    __tablename__ = "device"

    name: str = Field(primary_key=True)
    role: str
    token_hash: str = Field(unique=True)
    added_at: datetime = Field(sa_type=UtcMoment)


EVENTS: Final[Table] = SQLModel.metadata.tables["event"]
TICKETS: Final[Table] = SQLModel.metadata.tables["ticket"]
"""The tables as SQLAlchemy sees them: rows are written many at a time, past the object layer."""
