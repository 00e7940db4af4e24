"""Why a ticket comes now: one row of words for each reason of the queue discipline. Pure.

A clerk says the sentence aloud to whoever asks; the clause stands in a ticket's story.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from server.protocol.office import OfficeInfo
from server.protocol.views import Why
from server.words.names import name_of
from server.words.spelling import capital, small


class ReasonWords(NamedTuple):
    """A reason as a clause, and as a sentence where that is more than the clause by itself."""

    clause: str
    sentence: str = ""

    def is_complete(self, params: Mapping[str, str]) -> bool:
        """Whether ``params`` have something for everything that is to be filled in."""
        return all(params.get(hole) for hole in _HOLE.findall(self.clause + self.sentence))


_HOLE: Final = re.compile(r"{(\w+)}")

REASONS: Final[dict[str, tuple[ReasonWords, ...]]] = {
    "oldest": (ReasonWords("đến sớm nhất", "Người đến sớm nhất."),),
    "credit": (
        ReasonWords(
            "diện ưu tiên {priority}, tính như đến sớm hơn {credit_min} phút",
            "Ưu tiên {priority}: tính như đến sớm hơn {credit_min} phút.",
        ),
    ),
    "cap": (
        ReasonWords(
            "đã chờ {waited_min} phút, quá {cap_min} phút thì không ai được gọi trước",
            "Đã chờ {waited_min} phút, quá {cap_min} phút: không ai được gọi trước.",
        ),
        ReasonWords(
            "đã chờ quá {cap_min} phút thì không ai được gọi trước",
            "Đã chờ quá {cap_min} phút: không ai được gọi trước.",
        ),
    ),
    "class": (
        ReasonWords(
            "diện ưu tiên {priority} được gọi trước", "Ưu tiên {priority}: được mời trước."
        ),
        ReasonWords("không có ai ưu tiên đang chờ"),
    ),
    "turn": (
        ReasonWords(
            "đến lượt theo tỷ lệ {priority_turns} ưu tiên, {ordinary_turns} thường",
            "Đến lượt theo tỷ lệ của trung tâm: {priority_turns} ưu tiên, {ordinary_turns} thường.",
        ),
    ),
    "weight": (
        ReasonWords(
            "diện ưu tiên {priority}, thời gian chờ được tính nhanh hơn",
            "Ưu tiên {priority}: thời gian chờ được tính nhanh hơn.",
        ),
        ReasonWords("đã chờ lâu nhất theo cách tính của trung tâm"),
    ),
    "preferred": (
        ReasonWords("quầy làm việc {service} trước", "Quầy này phục vụ trước: {service}."),
    ),
    "language": (ReasonWords("người đến trước nói {language}, có quầy khác phục vụ được"),),
    "returned": (ReasonWords("trở lại sau khi giữ chỗ hoặc vắng mặt"),),
    "sent_here": (ReasonWords("được chuyển đến đúng quầy này"),),
    "chosen": (ReasonWords("cán bộ chọn gọi: {reason}"),),
}
"""For each reason its wordings: the first that the parameters fill is the one."""


def why_sentence(why: Why | None, office: OfficeInfo) -> str:
    """The reason as a sentence, empty for none.

    A code of a newer server is shown as it is, with its parameters, rather than hidden.
    """
    if why is None:
        return ""
    params = _named(why, office)
    for wording in REASONS.get(why.code, ()):
        if wording.is_complete(params):
            return (wording.sentence or f"{capital(wording.clause)}.").format_map(params)
    said = ", ".join(f"{name} {value}" for name, value in why.params.items())
    return f"Lý do: {why.code} ({said})." if said else f"Lý do: {why.code}."


def why_clause(why: Why, office: OfficeInfo | None) -> str:
    """The reason as a clause, without an office by its codes; an unknown reason as it is."""
    params = _named(why, office)
    wordings = REASONS.get(why.code)
    if wordings is None:
        return why.code
    fitting = (wording for wording in wordings if wording.is_complete(params))
    return next(fitting, wordings[-1]).clause.format_map(Filled(params))


def _named(why: Why, office: OfficeInfo | None) -> dict[str, str]:
    """The parameters in words, names as they stand inside a sentence."""
    return {field: _said(office, field, str(value)) for field, value in why.params.items()}


def _said(office: OfficeInfo | None, field: str, value: str) -> str:
    name = name_of(office, field, value, "ticket_called") if value else None
    return small(name) if name else value


class Filled(dict[str, str]):
    """Parameters of a sentence; what a newer server leaves out is a dash, not a crash."""

    def __missing__(self, _key: str) -> str:
        return "–"
