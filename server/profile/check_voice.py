"""How the hall's voice will say the office's numbers, and how loud it speaks."""

from collections.abc import Iterator
from typing import Final

from server.profile.atoms import minutes
from server.profile.draft import Draft
from server.profile.problem import Problem

SOUND_ALIKE: Final = frozenset("BCDPTV")
"""Letters whose Vietnamese names rhyme; a lobby cannot tell them apart."""

_SPOKEN_DIGITS: Final = 3


def voice_problems(draft: Draft) -> Iterator[Problem]:
    """What cannot be told apart by ear, or sounds bad; mistakes in the volume by the hour."""
    services, voice = draft.tables("services"), draft.table("voice")
    yield from _sound_alike(draft, services)
    if voice.text("pack") in (None, "provisional"):
        for service in services:
            yield from _provisional_voice(service)
    yield from _volume(voice)


def _sound_alike(draft: Draft, services: list[Draft]) -> Iterator[Problem]:
    alike = sorted({p for s in services if (p := s.text("prefix")) and p[0] in SOUND_ALIKE})
    if len({prefix[0] for prefix in alike}) > 1:
        yield draft.warning("services", f"prefixes {', '.join(alike)} sound alike when spoken")


def _provisional_voice(service: Draft) -> Iterator[Problem]:
    prefix = service.text("prefix")
    if prefix is not None and "K" in prefix:
        yield service.warning(
            "prefix", "the provisional voice says K so that a vulgar word is heard"
        )
    if prefix is not None and sum(sign.isalpha() for sign in prefix) > 1:
        reason = f'the provisional voice says "{prefix}" letter by letter, which few understand'
        yield service.warning("prefix", reason)
    if service.number("width") not in (None, _SPOKEN_DIGITS):
        yield service.warning("width", "the provisional voice says three digits best")


def _volume(voice: Draft) -> Iterator[Problem]:
    seen: list[int] = []
    for step in voice.tables("volume"):
        try:
            at = minutes(step.text("at") or "")
        except ValueError:
            continue
        if at in seen:
            yield step.error("at", f"{step.text('at')} stands twice")
        seen.append(at)
    if seen != sorted(seen):
        yield voice.warning("volume", "the times are not in order")
