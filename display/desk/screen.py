"""What the small screen over a desk shows, as plain frozen values."""

from dataclasses import dataclass, field

from display.head import Head


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """Something to touch after a service: a level (``score`` 5 to 1) or a reason (``code``)."""

    code: str
    words: str
    score: int = 0


@dataclass(frozen=True, slots=True)
class DeskScreen:
    """The small screen over one desk. ``doing`` is a key of ``desk_states.STATE_WORDS``.

    ``call_id`` changes with every call and reminder: the sign to enlarge the number once.
    ``told`` is the sentence below the number, ``title`` the position of who sits there. ``step`` is
    that of ``rating.RatingQuestion``, with its ``question`` and ``choices``.
    """

    head: Head = field(default_factory=Head)
    number: str = ""
    name: str = ""
    title: str = ""
    label: str = ""
    doing: str = "closed"
    before: str = ""
    told: str = ""
    call_id: str = ""
    step: str = "idle"
    question: str = ""
    choices: tuple[RatingChoice, ...] = ()
