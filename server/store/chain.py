"""The hash chain: each row carries the hash of the one before, so that an edit of the past
shows.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

GENESIS: Final = "0" * 64
"""What the first event of all carries as the hash before it."""


COLUMNS: Final = (
    "previous_hash",
    "stream",
    "version",
    "kind",
    "schema_number",
    "at",
    "body",
    "command_id",
    "device",
)
"""What the hash covers, in this order: all columns of a row but the hash itself."""


def link(row: Mapping[str, Any]) -> str:
    """The hash of a row: hex SHA-256 over its columns, the hash before it included."""
    columns = [str(row[name]) for name in COLUMNS]
    # Lengths make the joined text unambiguous: no two different rows give the same bytes.
    return sha256("".join(f"{len(each)}:{each}" for each in columns).encode()).hexdigest()
