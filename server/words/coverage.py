"""How much of what a visit to the kiosk shows can be said in a language. Pure but for the reading.

A visit goes from the resting screen over one of the frequent services to a number on paper. A
language in which too little of that can be said is not offered: half a sentence helps nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from assets.languages.interface import messages
from assets.languages.language import INTERFACE, SOURCE, Language, languages
from server.protocol.office import FieldInfo, OfficeInfo, PriorityInfo, ServiceInfo

ENOUGH_PERCENT: Final = 95
MOST_FREQUENT: Final = 12
"""So many of the frequent services are looked at: those of the kiosk's first page."""
ON_THE_WAY: Final = frozenset(
    {
        *("AttractPage", "ClosedBand", "DetailPage", "EasyChoices", "HelpRow", "IdleNotice"),
        *("KioskBar", "KioskWords", "ListingPage", "Main", "PageFooter", "PriorityChoice"),
        *("QrCode", "ServiceFacts", "StartPage", "StatusBanner", "TicketNumber", "TicketPage"),
        *("TilePager", "TouchHere", "WhatToBring"),
    }
)
"""The QML files a visit shows; a test walks one and holds this list to what it met."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """``met`` texts a visit shows, and those among them that cannot be said, in their order."""

    met: int
    missing: tuple[str, ...]

    @property
    def percent(self) -> int:
        """How much can be said, in whole per cent, rounded down: 94.9 is not enough."""
        return 100 * (self.met - len(self.missing)) // self.met if self.met else 100

    @property
    def is_enough(self) -> bool:
        """Whether the kiosk may offer the language."""
        return self.percent >= ENOUGH_PERCENT


def coverage(language: Language, office: OfficeInfo) -> Coverage:
    """How much of a visit to ``office`` can be said in ``language``.

    ``office`` is as kiosks are told of it, with its procedures.
    """
    if language.code == SOURCE:
        return Coverage(0, ())
    texts: dict[str, bool] = {}
    for text, is_said in (
        *_interface(language),
        *_ticket(language),
        *_names(language.code, office),
    ):
        texts[text] = is_said and texts.get(text, True)
    return Coverage(len(texts), tuple(text for text, is_said in texts.items() if not is_said))


def offered(office: OfficeInfo) -> tuple[str, ...]:
    """The codes of the languages a kiosk of ``office`` offers, Vietnamese first."""
    known = languages()
    wanted = dict.fromkeys((SOURCE, *office.kiosk.languages))
    there = (known[code] for code in wanted if code in known)
    return tuple(
        each.code for each in there if each.has_interface and coverage(each, office).is_enough
    )


def left_out(office: OfficeInfo) -> Iterator[str]:
    """A line for each language the office wants and its kiosks do not offer, and why."""
    known = languages()
    for code in dict.fromkeys(office.kiosk.languages):
        if code not in known:
            yield f"{code}: there is no such language (assets/languages/README.md)"
        elif not known[code].has_interface:
            yield f"{code} ({known[code].name}): its screens are not translated"
        elif not (found := coverage(known[code], office)).is_enough:
            first = "; ".join(f'"{text}"' for text in found.missing[:3])
            yield (
                f"{code} ({known[code].name}): {found.percent} % of the {found.met} texts of a "
                f"visit can be said, {ENOUGH_PERCENT} % are needed; missing first: {first}"
            )


Texts = Iterable[tuple[str, bool]]
"""Vietnamese texts, and whether each can be said."""


def _interface(language: Language) -> Texts:
    """What the screens say, by all catalogues there are: one's own may be behind."""
    own = _translations(language.folder / f"{INTERFACE}.ts")
    for each in languages().values():
        for key in _translations(each.folder / f"{INTERFACE}.ts"):
            if key[0] in ON_THE_WAY:
                yield key[1], bool(own.get(key))


@lru_cache(maxsize=32)
def _translations(file: Path) -> dict[tuple[str, str], str]:
    found = messages(file) if file.is_file() else ()
    return {(each.context, each.source): each.translation for each in found}


def _ticket(language: Language) -> Texts:
    source = languages()[SOURCE].ticket
    return ((text, key in language.ticket) for key, text in source.items())


def _names(code: str, office: OfficeInfo) -> Texts:
    """The office's own words on the way: names, papers, fees and times."""
    told = office.texts.get(code, {})
    shown: list[FieldInfo | PriorityInfo | ServiceInfo] = [*office.fields, *office.priorities]
    for target in office.frequent[:MOST_FREQUENT]:
        procedure = office.procedure(target)
        service = office.service(procedure.service if procedure else target)
        if service is None:
            continue
        shown.append(service)
        if procedure is not None:
            yield procedure.label, code in procedure.names
            facts = (*procedure.documents, procedure.fee, procedure.time_limit)
            yield from ((text, text in told) for text in facts if text)
    yield from ((each.name, each.has_name_in(code)) for each in shown)
