"""Appointments booked elsewhere: a code, a service and a time, never a name."""

from collections.abc import Iterable

from sqlalchemy import Engine
from sqlmodel import Session, select

from server.core.events import Appointment
from server.store.tables import AppointmentRow


def keep(engine: Engine, day_of: dict[str, str], booked: Iterable[Appointment]) -> int:
    """Store appointments, replacing those of the same code; returns how many. ``day_of`` maps code
    to day.
    """
    with Session(engine) as session:
        rows = [
            AppointmentRow(
                code=each.code,
                day=day_of[each.code],
                service=each.service,
                booked_at=each.booked_at,
                procedure=each.procedure,
            )
            for each in booked
        ]
        for row in rows:
            session.merge(row)
        session.commit()
    return len(rows)


def of_day(engine: Engine, day: str) -> tuple[Appointment, ...]:
    """The appointments of a business day, the earliest first."""
    with Session(engine) as session:
        wanted = select(AppointmentRow).where(AppointmentRow.day == day)
        found = sorted(session.exec(wanted), key=lambda row: (row.booked_at, row.code))
        return tuple(Appointment(r.code, r.service, r.booked_at, r.procedure) for r in found)


def forget_before(engine: Engine, day: str) -> int:
    """Delete those of earlier days; returns how many. The log keeps the tickets made from them."""
    with Session(engine) as session:
        old = session.exec(select(AppointmentRow).where(AppointmentRow.day < day)).all()
        for row in old:
            session.delete(row)
        session.commit()
    return len(old)
