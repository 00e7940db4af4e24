"""Imports an office's own recordings: checks a folder of them, then writes a bank. Needs numpy."""

import hashlib
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import soundfile

from assets.voicebank.recording import Code, Finding, findings, measured, ready
from assets.voicebank.samples import (
    RATE_HZ,
    SUFFIXES,
    Samples,
    UnreadableSound,
    loudness_lufs,
    read,
)
from assets.voicebank.script import Prompt
from assets.voicebank.units import made_of, text_of

MANIFEST: Final = "manifest.json"
UNEVEN_LU: Final = 9.0

WORDS: Final[Mapping[Code, tuple[str, str]]] = {
    Code.MISSING: ("thiếu bản thu bắt buộc", "a recording that must be there is missing"),
    Code.UNREADABLE: ("không đọc được tệp âm thanh", "is no sound that can be read"),
    Code.TWICE: ("một câu có hai tệp", "there are two files of this unit"),
    Code.SAME_SOUND: ("giống hệt một tệp khác", "is the very sound of another file"),
    Code.LOW_RATE: ("tần số lấy mẫu quá thấp, cần từ 16 kHz", "sampled too slowly, 16 kHz needed"),
    Code.SILENT: ("không có tiếng", "nothing can be heard"),
    Code.CLIPPED: ("thu quá to, tiếng bị vỡ", "recorded too loud, the waves are cut off"),
    Code.TOO_SHORT: ("quá ngắn so với câu phải đọc", "too short for what is to be said"),
    Code.TOO_LONG: ("quá dài so với câu phải đọc", "too long for what is to be said"),
    Code.UNKNOWN: ("tên tệp không có trong kịch bản", "no unit of the script bears this name"),
    Code.TOO_QUIET: ("thu quá nhỏ", "recorded too quietly"),
    Code.NOISY: ("nhiều tiếng ồn nền", "much noise in the room"),
    Code.CUT_OFF: ("có thể bị cắt mất đầu hoặc cuối", "beginning or end may be cut off"),
    Code.LONG_REST: ("im lặng quá lâu trước hoặc sau", "a long silence before or after"),
    Code.UNEVEN: ("to nhỏ khác hẳn các bản thu khác", "much louder or quieter than the others"),
}
"""The words of each code in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The result of a check: usable recordings by unit, and all findings."""

    usable: Mapping[str, Path]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that prevent the import."""
        return tuple(each for each in self.findings if each.is_error)


def said(finding: Finding) -> str:
    """A finding as a line of the report: file, code, Vietnamese and English words, figure."""
    vi, en = WORDS[finding.code]
    figure = f" [{finding.figure}]" if finding.figure else ""
    mark = "!" if finding.is_error else "?"
    return f"{mark} {finding.file}: {finding.code}: {vi} / {en}{figure}"


def examined(
    folder: Path, language: str, prompts: Iterable[Prompt], there: Iterable[str] = ()
) -> Intake:
    """Check every recording in ``folder``; units already ``there`` need not be in it."""
    files = sorted(each for each in folder.iterdir() if each.is_file())
    usable: dict[str, Path] = {}
    found: list[Finding] = []
    sounds: dict[str, Path] = {}
    loudness: dict[Path, float] = {}
    for file in (each for each in files if each.suffix.lower() in SUFFIXES):
        of_file = list(_examined(file, language, usable, sounds, loudness))
        found += of_file
        if not any(each.is_error or each.code is Code.UNKNOWN for each in of_file):
            usable[file.stem] = file
    found += _uneven(loudness)
    found += _missing(prompts, {*usable, *there})
    return Intake(usable, tuple(found))


def units_there(bank: Path) -> frozenset[str]:
    """The units that ``bank`` already has from earlier imports."""
    files = bank.iterdir() if bank.is_dir() else ()
    return frozenset(file.stem for file in files if file.suffix in SUFFIXES)


def write_bank(bank: Path, language: str, usable: Mapping[str, Path]) -> None:
    """Convert the recordings and put them into ``bank``; those of other units stay. Everything is
    written to temporary files first, so that a display never reads half a file. Raises ``OSError``
    and ``UnreadableSound``.
    """
    bank.mkdir(parents=True, exist_ok=True)
    known = _manifest(bank)
    with tempfile.TemporaryDirectory(dir=bank.parent) as beside:
        for unit, file in usable.items():
            sound, rate_hz = read(file)
            made = ready(sound, rate_hz)
            name = f"{unit}.flac"
            soundfile.write(Path(beside) / name, made, RATE_HZ, format="FLAC", subtype="PCM_16")
            known[unit] = _entry(unit, name, language, file, made)
        for unit in usable:
            for suffix in SUFFIXES:
                (bank / f"{unit}{suffix}").unlink(missing_ok=True)
            shutil.move(Path(beside) / f"{unit}.flac", bank / f"{unit}.flac")
    text = json.dumps(
        {"language": language, "units": [known[unit] for unit in sorted(known)]},
        ensure_ascii=False,
        indent=1,
    )
    (bank / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _examined(
    file: Path,
    language: str,
    usable: Mapping[str, Path],
    sounds: dict[str, Path],
    loudness: dict[Path, float],
) -> Iterator[Finding]:
    text = text_of(file.stem, language)
    if not text:
        yield Finding(file.name, Code.UNKNOWN)
        return
    if file.stem in usable:
        yield Finding(file.name, Code.TWICE, usable[file.stem].name)
        return
    try:
        sound, rate_hz = read(file)
    except UnreadableSound:
        yield Finding(file.name, Code.UNREADABLE)
        return
    twin = sounds.setdefault(hashlib.sha256(sound.tobytes()).hexdigest(), file)
    if twin is not file:
        yield Finding(file.name, Code.SAME_SOUND, twin.name)
    loudness[file] = measured(sound, rate_hz).loudness_lufs
    yield from findings(file.name, text, sound, rate_hz)


def _uneven(loudness: Mapping[Path, float]) -> Iterator[Finding]:
    if not loudness:
        return
    usual = statistics.median(loudness.values())
    for file, lufs in loudness.items():
        if abs(lufs - usual) > UNEVEN_LU:
            yield Finding(file.name, Code.UNEVEN, f"{lufs - usual:+.0f} LU")


def _missing(prompts: Iterable[Prompt], there: set[str]) -> Iterator[Finding]:
    for prompt in prompts:
        parts = made_of(prompt.unit)
        is_said = prompt.unit in there or (parts and there.issuperset(parts))
        if prompt.is_essential and not is_said:
            yield Finding(prompt.unit, Code.MISSING, prompt.text)


def _manifest(bank: Path) -> dict[str, dict[str, object]]:
    try:
        kept = json.loads((bank / MANIFEST).read_text("utf-8"))
        return {str(each["id"]): dict(each) for each in kept["units"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # no manifest yet, or an unreadable one: only the recordings matter


def _entry(unit: str, name: str, language: str, source: Path, made: Samples) -> dict[str, object]:
    return {
        "id": unit,
        "file": name,
        "text": text_of(unit, language),
        "duration_ms": round(len(made) / RATE_HZ * 1000),
        "loudness_lufs": round(loudness_lufs(made), 1),
        "source": source.name,
    }
