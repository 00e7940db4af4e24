"""The languages the kiosk has words for: Vietnamese, and one for each compiled catalogue."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale

from assets import I18N

# Spoken in Việt Nam and unknown to Qt, each under its own name.
RARE: Final = {"rad": "Êđê", "jra": "Jrai", "cmo": "M'nông", "bdq": "Bahnar", "hmn": "Hmoob"}
CATALOGUE: Final = "denluot_"


def languages(folder: Path = I18N) -> dict[str, str]:
    """Code to own name, Vietnamese first; a ``denluot_<code>.qm`` in ``folder`` adds a language."""
    found = sorted(file.stem.removeprefix(CATALOGUE) for file in folder.glob(f"{CATALOGUE}*.qm"))
    return {"vi": "Tiếng Việt"} | {code: _own_name(code) for code in found}


def _own_name(code: str) -> str:
    if code in RARE:
        return RARE[code]
    if code == "en":
        return "English"  # Qt says "American English"
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code
