"""What a search of the network brings back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that says it is there: its office, its unit in words, and where it answers."""

    office: str
    name: str
    urls: tuple[str, ...]
