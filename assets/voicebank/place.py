"""Where an office's own recordings lie on a machine, for everybody who speaks or writes there."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def own_voice() -> Path:
    """The user's own folder for them: ``vi`` and ``en`` below it are banks. May not exist."""
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / "denluot" / "voice"
