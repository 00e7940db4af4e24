"""Devices that may connect from the network: a name, a role and a token shown once."""

import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Engine
from sqlmodel import Session, select

from server.store.tables import DeviceRow


def add(engine: Engine, role: str, name: str, at: datetime) -> str:
    """Register a device and return its token, of which only the hash is stored.

    A device of the same name is replaced and its old token is no longer valid.
    """
    token = secrets.token_urlsafe(24)
    with Session(engine) as session:
        session.merge(DeviceRow(name=name, role=role, token_hash=_hash(token), added_at=at))
        session.commit()
    return token


def listed(engine: Engine) -> list[DeviceRow]:
    """All registered devices by name."""
    with Session(engine) as session:
        return list(session.exec(select(DeviceRow).order_by(DeviceRow.name)))


def remove(engine: Engine, name: str) -> bool:
    """Forget a device. Whether there was one."""
    with Session(engine) as session:
        device = session.get(DeviceRow, name)
        if device is None:
            return False
        session.delete(device)
        session.commit()
        return True


def role_of(engine: Engine, token: str) -> tuple[str, str] | None:
    """The (role, name) of the device with this token; ``None`` when no device has it."""
    with Session(engine) as session:
        wanted = select(DeviceRow).where(DeviceRow.token_hash == _hash(token))
        device = session.exec(wanted).first()
        return (device.role, device.name) if device else None


def _hash(token: str) -> str:
    # The token is 192 random bits: a slow password hash would add nothing.
    return sha256(token.encode()).hexdigest()
