"""What an office calls its ids and codes. A service and a desk may have the same id."""

from dataclasses import dataclass, field

from assets.languages.language import SOURCE, languages, name_in_vietnamese
from server.profile.model import OfficeProfile


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id or code; an unknown one is shown as it is."""

    services: dict[str, str] = field(default_factory=dict)
    desks: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def service(self, id_: str) -> str:
        """The name of a service."""
        return self.services.get(id_, id_)

    def desk(self, id_: str) -> str:
        """The name of a desk, "Quầy 6 – Chứng thực"."""
        return self.desks.get(id_, id_)

    def code(self, code: str) -> str:
        """The name of a reason, outcome, cause or priority."""
        return self.codes.get(code, code)


def language_name(code: str) -> str:
    """A language under its own name, with what Vietnamese call it: "English (tiếng Anh)".

    Only the latter where it is written in letters the page's font lacks.
    """
    known = languages().get(code)
    if known is None or known.script is not None:
        return name_in_vietnamese(code)
    return known.name if known.code == SOURCE else f"{known.name} ({known.name_vi})"


def names_of(profile: OfficeProfile) -> Names:
    """The names in this office's profile."""
    coded = (
        *profile.pause_reasons,
        *profile.transfer_reasons,
        *profile.hold_reasons,
        *profile.outcomes,
        *profile.call_reasons,
        *profile.tags,
        *profile.causes,
        *profile.rating_reasons,
    )
    priorities = {each.code: each.name for each in profile.priorities}
    return Names(
        services={service.id: service.name for service in profile.services},
        desks={
            counter.id: f"Quầy {counter.number} – {counter.name}"
            if counter.number
            else counter.name
            for counter in profile.counters
        },
        codes=priorities | {each.code: each.name for each in coded},
    )
