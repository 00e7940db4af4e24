"""The office's own sentences by moment (domain.md C3) and its courtesy pack."""

from typing import Final

from server.profile.atoms import Section, Words


class Phrases(Section):
    """One sentence a moment; ``{…}`` marks what the client fills in (:data:`PLACEHOLDERS`)."""

    idle: Words
    choose_service: Words
    dont_know: Words
    checklist: Words
    after_cutoff: Words
    near_closing: Words
    call: Words
    recall: Words
    priority_on: Words
    hold: Words
    pause: Words
    late: Words
    no_show: Words
    offline: Words
    thanks: Words
    low_rating: Words
    closed: Words


class Courtesy(Section):
    """A courtesy pack such as "4 xin, 5 biết": what a clerk is reminded to say, by moment."""

    name: Words
    sayings: tuple[Words, ...]
    greeting: Words
    permission: Words
    apology: Words
    listening: Words


PLACEHOLDERS: Final[dict[str, frozenset[str]]] = {
    "idle": frozenset(),
    "choose_service": frozenset(),
    "dont_know": frozenset(),
    "checklist": frozenset(),
    "after_cutoff": frozenset({"time"}),
    "near_closing": frozenset({"label", "time"}),
    "call": frozenset({"label", "counter"}),
    "recall": frozenset({"label", "counter", "n"}),
    "priority_on": frozenset(),
    "hold": frozenset({"label", "counter", "minutes"}),
    "pause": frozenset({"counter", "time", "reason"}),
    "late": frozenset({"reason", "wait"}),
    "no_show": frozenset({"label"}),
    "offline": frozenset(),
    "thanks": frozenset(),
    "low_rating": frozenset(),
    "closed": frozenset({"hours"}),
}
"""What a sentence may leave to be filled in: ``{counter}`` is the counter's name as it is read
in a sentence ("quầy 9"), ``{time}`` "13 giờ 30", ``{wait}`` "khoảng 8 đến 15 phút", ``{hours}`` the
opening hours, ``{n}`` which call it is."""

NEEDED: Final[dict[str, frozenset[str]]] = {
    "call": frozenset({"label", "counter"}),
    "recall": frozenset({"label", "counter"}),
    "no_show": frozenset({"label"}),
}
"""Placeholders that a sentence must have to say who or where."""
