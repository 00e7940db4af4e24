"""The tables.

``event``, ``device``, ``appointment`` and ``clerk_secret`` cannot be rebuilt, ``clerk_session``
lasts a day, and the others are rebuilt from ``event``.
"""

from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from sqlalchemy import DateTime, Dialect, Index, Table, TypeDecorator
from sqlmodel import Field, SQLModel


class UtcMoment(TypeDecorator[datetime]):
    """A moment: aware in Python, plain UTC in the database, which may know no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        return (value if value.tzinfo is UTC else value.astimezone(UTC)).replace(tzinfo=None)

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """From the database."""
        return value.replace(tzinfo=UTC) if value else None


class StoredEvent(SQLModel, table=True):
    """One event. The primary key guards the log: a second writer of the same version fails.

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

    ``paper`` is the last outcome of its printing, ``copy_count`` the highest copy asked for,
    ``rating`` what its holder said (5 to 1).

    The day is part of the key: a device that repeats an id of last week must not stop the log.
    """

    __tablename__ = "ticket"
    __table_args__ = (Index("ticket_by_day", "stream", "label"), {"sqlite_with_rowid": False})

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
    procedure: str = ""
    paper: str = ""
    copy_count: int = 0
    rating: int | None = None


class LegRow(SQLModel, table=True):
    """Read model: one stop of a ticket, at one service. Numbers count from 1.

    It is queued for from ``queued_at``; the first call ends its wait (``called_at``). Service is
    from the last start, so that a time on hold is not counted, to ``ended_at``. ``outcome`` is the
    clerk's code, ``transferred``, or why the ticket was cancelled.
    """

    __tablename__ = "leg"
    # One B-tree instead of two: this row is written with every ticket.
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    stream: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    service: str
    queued_at: datetime = Field(sa_type=UtcMoment)
    called_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    started_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    ended_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    counter: str = ""
    clerk: str = ""
    outcome: str = ""


class DeskStateRow(SQLModel, table=True):
    """Read model: a stretch of time in which a desk was ``open``, ``paused`` or ``closed``.

    Stretches of a desk and day count from 1, at its first opening. A clerk who takes the desk
    over begins another one. ``to_at`` is empty while it lasts; the end of the day ends it.
    """

    __tablename__ = "desk_state"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    stream: str = Field(primary_key=True)
    counter: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    status: str
    from_at: datetime = Field(sa_type=UtcMoment)
    to_at: datetime | None = Field(default=None, sa_type=UtcMoment)
    clerk: str = ""
    reason: str = ""


class ForecastRow(SQLModel, table=True):
    """Read model: what a citizen was told, and whether it came true.

    Forecasts of a ticket count from 1, which was told with the number (``kind`` ``issue``); the
    others (``review``) were made every few minutes while it waited. ``low_s``, ``likely_s`` and
    ``high_s`` are empty when nobody could say, ``work_s`` is the bare work ahead in open hours.
    ``called_after_s`` are seconds from ``made_at`` to the first call; ``inside``: whether they lie
    in the range, empty while unknown.
    """

    __tablename__ = "forecast"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    stream: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    service: str
    priority: str
    made_at: datetime = Field(sa_type=UtcMoment)
    ahead: int
    work_s: int | None = None
    low_s: int | None = None
    likely_s: int | None = None
    high_s: int | None = None
    called_after_s: float | None = None
    inside: bool | None = None


class DeviceRow(SQLModel, table=True):
    """A device that may connect from the network. Only the token's SHA-256 is kept."""

    __tablename__ = "device"

    name: str = Field(primary_key=True)
    role: str
    token_hash: str = Field(unique=True)
    added_at: datetime = Field(sa_type=UtcMoment)


class AppointmentRow(SQLModel, table=True):
    """A booked time, as imported. The log takes it over on its day."""

    __tablename__ = "appointment"

    code: str = Field(primary_key=True)
    day: str = Field(index=True)
    service: str
    booked_at: datetime = Field(sa_type=UtcMoment)
    procedure: str = ""


class ClerkSecretRow(SQLModel, table=True):
    """A clerk's PIN as its argon2 hash, with the wrong tries and the lock.

    ``must_change``: it is temporary and must be replaced at the first sign-in.
    """

    __tablename__ = "clerk_secret"

    clerk: str = Field(primary_key=True)
    pin_hash: str
    must_change: bool
    changed_at: datetime = Field(sa_type=UtcMoment)
    wrong_tries: int = 0
    locked_until: datetime | None = Field(default=None, sa_type=UtcMoment)


class ClerkSessionRow(SQLModel, table=True):
    """A clerk at work on a device, for one business day. Only the token's SHA-256 is kept."""

    __tablename__ = "clerk_session"

    token_hash: str = Field(primary_key=True)
    clerk: str = Field(index=True)
    role: str
    device: str
    day: str
    began_at: datetime = Field(sa_type=UtcMoment)


EVENTS: Final[Table] = SQLModel.metadata.tables["event"]
TICKETS: Final[Table] = SQLModel.metadata.tables["ticket"]
LEGS: Final[Table] = SQLModel.metadata.tables["leg"]
DESK_STATES: Final[Table] = SQLModel.metadata.tables["desk_state"]
FORECASTS: Final[Table] = SQLModel.metadata.tables["forecast"]
DEVICES: Final[Table] = SQLModel.metadata.tables["device"]
CLERK_SECRETS: Final[Table] = SQLModel.metadata.tables["clerk_secret"]
CLERK_SESSIONS: Final[Table] = SQLModel.metadata.tables["clerk_session"]
APPOINTMENTS: Final[Table] = SQLModel.metadata.tables["appointment"]
"""The tables as SQLAlchemy sees them: rows are written many at a time, past the object layer."""

READ_MODELS: Final = (TICKETS, LEGS, DESK_STATES, FORECASTS)
"""The tables that are derived from ``event`` and may be dropped."""

BESIDE_THE_LOG: Final = (DEVICES, CLERK_SECRETS, CLERK_SESSIONS, APPOINTMENTS)
"""Tables that an older program did not have and that a newer one may create empty."""
