"""Ids of tickets: short enough for a small QR code, hard to guess, hard to misread."""

import secrets
from typing import Final

ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"  # base32 without i, l, o, u
LENGTH: Final = 10


def new_ticket_id() -> str:
    """An id nobody has had: 50 random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
