"""The office's services and procedures for the kiosk: tiles, what a tile opens, search. Pure."""

from dataclasses import dataclass
from typing import Final

from kiosk import search
from kiosk.presenter.icons import field_glyph
from kiosk.presenter.screen import Tile
from server.protocol.office import OfficeInfo, ProcedureInfo, ServiceInfo

GUIDE: Final = "huong_dan"
RESULT: Final = "tra_ket_qua"
MOST_FREQUENT: Final = 12
MOST_FIELDS: Final = 9


@dataclass(frozen=True)
class Offer:
    """What a target stands for: a service, and the procedure if it is one."""

    service: ServiceInfo
    procedure: ProcedureInfo | None = None


class Catalogue:
    """Look-ups over one office; made anew when the office changes."""

    def __init__(self, office: OfficeInfo) -> None:
        """Order everything once."""
        self.office = office
        self._procedures = {p.code: p for p in office.procedures if office.service(p.service)}
        entries = [
            self._entry(target)
            for target in (*self._procedures, *(service.id for service in office.services))
        ]
        self._index = search.index(entries, search.shipped_lexicon())

    def offer(self, target: str) -> Offer | None:
        """What ``target`` opens, ``None`` when the office no longer has it."""
        procedure = self._procedures.get(target)
        service = self.office.service(procedure.service if procedure else target)
        return Offer(service, procedure) if service else None

    def has(self, service: str) -> bool:
        """Whether the office has this service."""
        return self.office.service(service) is not None

    def frequent(self, language: str, learnt: tuple[str, ...] = ()) -> tuple[Tile, ...]:
        """The first page's choices: those ``learnt`` here, then those the office names.

        Guide and results have buttons of their own.
        """
        named_first = dict.fromkeys((*learnt, *self.office.frequent))
        own = (t for t in named_first if t not in (GUIDE, RESULT) and self.offer(t))
        return tuple(self.tile(target, language) for target in own)[:MOST_FREQUENT]

    def fields(self, language: str) -> tuple[Tile, ...]:
        """All fields with a service other than guidance and results."""
        used = {s.field for s in self.office.services if s.id not in (GUIDE, RESULT)}
        return tuple(
            Tile(field.id, field.name_in(language), field_glyph(field.name))
            for field in self.office.fields
            if field.id in used
        )

    def field_name(self, field: str, language: str) -> str:
        """The field's name; empty for an unknown one."""
        info = self.office.field(field)
        return info.name_in(language) if info else ""

    def field_tiles(self, field: str, language: str) -> tuple[Tile, ...]:
        """Procedures of the field's services, each service followed by *anything else*."""
        tiles: list[Tile] = []
        for service in self.office.services:
            if service.field != field or service.id in (GUIDE, RESULT):
                continue
            listed = [p.code for p in self._procedures.values() if p.service == service.id]
            tiles += [self.tile(code, language, subtitle="") for code in listed]
            rest = self.tile(service.id, language, subtitle="")
            tiles.append(Tile(rest.target, rest.title, rest.glyph, other=bool(listed)))
        return tuple(tiles)

    def found(self, query: str, language: str) -> tuple[Tile, ...]:
        """What the search finds, best first."""
        return tuple(self.tile(entry.key, language) for entry in search.find(self._index, query))

    def glyph(self, service: ServiceInfo) -> str:
        """The icon of a service: its own, else its field's."""
        if service.id in (GUIDE, RESULT):
            return service.id
        field = self.office.field(service.field)
        return field_glyph(f"{field.name if field else ''} {service.name}")

    def tile(self, target: str, language: str, subtitle: str | None = None) -> Tile:
        """The button of a target, a procedure's with its service below. Raises ``KeyError`` for an
        unknown one.
        """
        offer = self.offer(target)
        if offer is None:
            raise KeyError(target)
        service = offer.service.name_in(language)
        if offer.procedure is None:
            title, below = service, ""
        else:
            title, below = offer.procedure.label_in(language), service
        shown = below if subtitle is None else subtitle
        return Tile(target, title, self.glyph(offer.service), "" if shown == title else shown)

    def _entry(self, target: str) -> search.Entry:
        offer = self.offer(target)
        assert offer is not None  # noqa: S101 -- only own keys come here
        first = self.office.frequent
        likely = 1 - first.index(target) / (2 * len(first)) if target in first else 0.0
        if offer.procedure is None:
            named_so = (*offer.service.other_names, *offer.service.keywords)
            return search.Entry(target, offer.service.name, "", named_so, likely, general=True)
        one = offer.procedure
        named_so = (*one.names.values(), *one.keywords)
        return search.Entry(target, one.label, one.name, named_so, likely)
