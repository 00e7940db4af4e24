"""Reads a page aloud with recorded clips, where there are clips and a loudspeaker.

A kiosk without a loudspeaker need not install the sound libraries, so they are optional.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from assets.voicebank.samples import Samples

KINDS: Final = (".wav", ".flac", ".opus")


Folders = Mapping[str, Sequence[Path]]
"""Where recordings lie, by language, in the order of preference."""


def clips_in(folders: Folders) -> frozenset[str]:
    """The clips that exist: ``<language>/<unit>`` for every clip in one of its ``folders``."""
    return frozenset(
        f"{language}/{file.stem}"
        for language, its in folders.items()
        for folder in its
        if folder.is_dir()
        for file in folder.iterdir()
        if file.suffix in KINDS
    )


class Reader:
    """Plays clips in its own thread; a new page stops the one before.

    ``play`` blocks until the sound has ended or the event
    is set (``assets.voicebank.loudspeaker.play``).
    """

    def __init__(
        self,
        folders: Folders,
        play: "Callable[[Samples, threading.Event], None]",
        on_fault: Callable[[str], object] = lambda _status: None,
    ) -> None:
        """``on_fault`` is called with ``ok``, or with why nothing could be heard."""
        self._folders = folders
        self._play = play
        self._on_fault = on_fault
        self._stopped = threading.Event()

    def say(self, clips: tuple[str, ...]) -> None:
        """Play ``clips`` from the beginning; an empty list stops."""
        self._stopped.set()
        self._stopped = threading.Event()
        if clips:
            threading.Thread(
                target=self._speak, args=(clips, self._stopped), name="reader", daemon=True
            ).start()

    def stop(self) -> None:
        """Stop playing."""
        self._stopped.set()

    def _speak(self, clips: tuple[str, ...], stopped: threading.Event) -> None:
        from assets.voicebank.clips import ClipBank, MissingClip, Voices, joined
        from assets.voicebank.loudspeaker import LoudspeakerError

        language = clips[0].partition("/")[0]
        banks = [ClipBank(folder) for folder in self._folders.get(language, ())]
        voices = Voices({language: banks})
        try:
            words = [voices.unit(language, clip.partition("/")[2]) for clip in clips]
            self._play(joined(words), stopped)
        except (MissingClip, LoudspeakerError) as error:
            self._on_fault(str(error))
