"""The folder of an office's own recordings on this machine, for displays and the import."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def own_voice() -> Path:
    """The user's folder of recordings, with a bank for each language (``vi``, ``en``). It may not
    exist.
    """
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / "denluot" / "voice"
