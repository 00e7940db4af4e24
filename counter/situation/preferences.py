"""The window's preferences kept on this machine. No office data."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

OFF: Final = "off"


@dataclass(frozen=True, slots=True)
class Preferences:
    """``hotkeys`` is off, with_modifiers or plain; ``strip``: the window is a narrow strip. ``x``
    and ``y`` are the strip's upper left corner; negative: never moved.
    """

    hotkeys: str = OFF
    toured: bool = False
    strip: bool = False
    x: int = -1
    y: int = -1


class PreferencesFile:
    """One small file in the app's state folder."""

    def __init__(self, folder: Path | None) -> None:
        """``None`` remembers nothing."""
        self._path = folder / "window.json" if folder else None

    def load(self) -> Preferences:
        """The kept preferences; the defaults where there are none, or where they cannot be read."""
        if self._path is None:
            return Preferences()
        try:
            kept: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            usual = asdict(Preferences())
            fit = {n: v for n, v in kept.items() if n in usual and type(v) is type(usual[n])}
            return replace(Preferences(), **fit)
        except (OSError, ValueError, AttributeError):
            return Preferences()

    def save(self, preferences: Preferences) -> None:
        """Write them. A failing disk is ignored: it must not stop the clerk's work."""
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(asdict(preferences)), encoding="utf-8")
        except OSError:
            return
