"""What the apps share and show: look, fonts, icons, sounds, voice, words, offices.

This module only knows where things lie. It imports nothing of the other rooms.
"""

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
PROJECT: Final = ROOT.parent
QML: Final = ROOT / "qml"
FONTS: Final = ROOT / "fonts"
ICONS: Final = ROOT / "icons"
I18N: Final = ROOT / "i18n"
SOUNDS: Final = ROOT / "sounds"
VOICE: Final = ROOT / "voice"
OFFICES: Final = ROOT / "offices"
TICKET: Final = ROOT / "ticket"
