"""The office files a data directory has worked under: ``offices/0001.toml`` and an index.

A file is on the disk before the index names it, and both are replaced as a whole, so a power cut
leaves the version before.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import assets

FOLDER = "offices"
INDEX = "index.jsonl"


@dataclass(frozen=True, slots=True)
class Version:
    """One kept office file: when, by whom and why it came into force.

    ``moves`` names for each service it removed the one its tickets moved to.
    """

    number: int
    applied_at: str
    sha256: str
    who: str = ""
    note: str = ""
    moves: tuple[tuple[str, str], ...] = ()


class UnknownVersion(LookupError):
    """No such version is kept."""


class OfficeVersions:
    """The versions of one data directory. One writer: the server, or the command without one."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def all(self) -> tuple[Version, ...]:
        """Every version whose file is there, oldest first."""
        try:
            lines = (self._folder / INDEX).read_text("utf-8").splitlines()
        except FileNotFoundError:
            return ()
        found = (version for line in lines if (version := _parsed(line)) is not None)
        return tuple(version for version in found if self.path(version.number).exists())

    def newest(self) -> Version | None:
        """The version in force, if any was kept."""
        return next(reversed(self.all()), None)

    def in_force(self, named: Path | None = None) -> Path:
        """The file to work under: the one named, else the newest kept, else the demo ward's."""
        if named is not None:
            return named
        newest = self.newest()
        return self.path(newest.number) if newest else assets.OFFICES / "ward-hoa-binh.toml"

    def path(self, number: int) -> Path:
        """Where a version's file is."""
        return self._folder / f"{number:04d}.toml"

    def text(self, number: int) -> str:
        """A version's file. Raises ``UnknownVersion``."""
        if all(version.number != number for version in self.all()):
            raise UnknownVersion(number)
        return self.path(number).read_text("utf-8")

    def keep(
        self,
        text: str,
        at: datetime,
        *,
        who: str = "",
        note: str = "",
        moves: tuple[tuple[str, str], ...] = (),
    ) -> Version:
        """Keep ``text`` as the newest version, unless it is that already. Raises ``OSError``."""
        content = text.encode()
        sha256 = hashlib.sha256(content).hexdigest()
        known = self.all()
        newest = known[-1] if known else None
        if newest is not None and newest.sha256 == sha256:
            return newest
        number = newest.number + 1 if newest else 1
        version = Version(number, at.isoformat(timespec="seconds"), sha256, who, note, moves)
        self._folder.mkdir(parents=True, exist_ok=True)
        _replace_durably(self.path(number), content)
        lines = (json.dumps(asdict(each), ensure_ascii=False) for each in (*known, version))
        _replace_durably(self._folder / INDEX, "".join(f"{line}\n" for line in lines).encode())
        return version


def _parsed(line: str) -> Version | None:
    """A line of the index; ``None`` for one that cannot be read."""
    try:
        fields = json.loads(line)
        moves = tuple((str(source), str(goal)) for source, goal in fields["moves"])
        return Version(**(fields | {"moves": moves}))
    except (ValueError, TypeError, KeyError):
        return None


def _replace_durably(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.tmp")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
