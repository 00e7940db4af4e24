"""Composition of a display's voice: recordings, loudspeaker, queue."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from assets import SOUNDS
from assets.languages.language import languages
from assets.voicebank.clips import ClipBank, Voices, read_sound
from assets.voicebank.intake import units_there
from assets.voicebank.loudspeaker import play, probe
from assets.voicebank.units import voiced
from display.voice.announcer import Announcer
from display.voice.conductor import Conductor
from display.voice.sound import Speaker

CHIME: Final = SOUNDS / "chime.wav"


_log = logging.getLogger(__name__)


def voices(own: Path | None) -> Voices:
    """An office's own recordings below ``own`` (``vi``, ``en``) before those of the language."""
    return Voices(
        {
            each.code: [
                *([ClipBank(own / each.code)] if own is not None else []),
                ClipBank(each.voice_folder),
            ]
            for each in languages().values()
            if each.voice_folder is not None
        }
    )


def hall_voice(
    own: Path | None, now: Callable[[], datetime], parent: QObject, *, silent: bool = False
) -> tuple[Conductor, Callable[[], None]]:
    """A conductor with its speaker, and a function that stops it. ``silent``: show calls, speak
    none.
    """
    if own is not None and own.is_dir():
        counts = {each: len(units_there(own / each)) for each in voiced()}
        _log.info("own recordings in %s: %s", own, counts)
    heard_through = (None, None) if silent else (play, probe)
    speaker = Speaker(voices(own), read_sound(CHIME), *heard_through)
    return Conductor(Announcer(), speaker, now, parent=parent), speaker.close
