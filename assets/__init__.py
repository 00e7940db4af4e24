"""Paths of what the apps share: QML parts, fonts, icons, sounds, voices, languages, offices.

It imports nothing of the other packages.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
PROJECT: Final = ROOT.parent
QML: Final = ROOT / "qml"
FONTS: Final = ROOT / "fonts"
LANGUAGES: Final = ROOT / "languages"
SOUNDS: Final = ROOT / "sounds"
VOICE: Final = ROOT / "voice"
OFFICES: Final = ROOT / "offices"
TICKET: Final = ROOT / "ticket"
