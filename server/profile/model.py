"""An office file (``assets/offices/*.toml``) as pydantic reads it: the shape of every table.

Only the shape is judged here; what one table says of another is :mod:`server.profile.check`'s.
"""

from typing import Annotated, Literal

from pydantic import Field

from server.profile.atoms import Clip, ClockMin, Id, Prefix, Section, Weekday, Words
from server.profile.simulation import Simulation
from server.profile.words import Courtesy, Phrases

Minutes = Annotated[int, Field(ge=0, le=480)]


class Identity(Section):
    """Who the office is. ``zone`` is an IANA name; ``seats`` those of the waiting room."""

    id: Id
    name: Words
    name_en: str = ""
    unit: Words
    zone: Words
    language: Literal["vi", "en", "km"] = "vi"
    hotline: Words
    slogan: Words
    seats: Annotated[int, Field(ge=1, le=2000)]


class SessionHours(Section):
    """The same opening hours on some weekdays."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    opens: ClockMin
    closes: ClockMin


class Hours(Section):
    """When the office works; kiosks give numbers ``kiosk_lead_min`` minutes earlier."""

    kiosk_lead_min: Minutes
    sessions: Annotated[tuple[SessionHours, ...], Field(min_length=1)]


class Waiting(Section):
    """The waiting targets with the legal text they rest on, and the limits of the calling order.

    ``cap_min``: who has waited longer is overtaken by nobody.
    ``recall_limit``: further calls after the first.
    """

    promise_min: Annotated[int, Field(ge=1, le=480)]
    promise_source: Words
    alert_min: Annotated[int, Field(ge=1, le=480)]
    alert_source: Words
    cap_min: Annotated[int, Field(ge=1, le=480)]
    recall_limit: Annotated[int, Field(ge=0, le=9)]


class Voice(Section):
    """Which clips the lobby speaks with; the shipped ones are ``provisional``."""

    pack: Literal["provisional", "recorded"] = "provisional"


class WorkField(Section):
    """A field of work (*lĩnh vực*) under which the kiosk shows services."""

    id: Id
    name: Words
    name_en: str = ""


class Service(Section):
    """A line of waiting people with its own numbers.

    ``usual_min`` are the usual minutes at the counter, ``area`` where to sit down, ``sessions`` its
    own hours where they differ from the office's.
    """

    id: Id
    name: Words
    name_en: str = ""
    field: Id
    prefix: Prefix
    first_number: Annotated[int, Field(ge=0, le=999_999)] = 1
    last_number: Annotated[int, Field(ge=1, le=999_999)] = 999
    width: Annotated[int, Field(ge=1, le=6)] = 3
    usual_min: Annotated[float, Field(gt=0, le=240)]
    area: Words
    sessions: tuple[SessionHours, ...] = ()


class Counter(Section):
    """A desk: what hangs over it, where it stands, whom it serves (preferred first), its clip."""

    id: Id
    number: Annotated[int, Field(ge=0, le=99)]
    name: Words
    area: Words
    services: tuple[Id, ...]
    clip: Clip


class Clerk(Section):
    """Somebody who may sit at a counter; ``title`` is the position citizens read."""

    id: Id
    name: Words
    title: Words
    role: Literal["clerk", "supervisor", "helper"] = "clerk"


class Priority(Section):
    """A priority class: its tickets count as having come ``credit_min`` minutes earlier.

    ``basis`` says where the rule comes from. A class that is not ``enabled`` is offered nowhere.
    """

    code: Id
    name: Words
    name_en: str = ""
    credit_min: Minutes
    enabled: bool = True
    basis: Words


class Choice(Section):
    """A coded reason or outcome and its words."""

    code: Id
    name: Words
    name_en: str = ""


Choices = Annotated[tuple[Choice, ...], Field(min_length=1)]


class OfficeProfile(Section):
    """A whole office file. ``procedures`` lists the procedure codes a service takes."""

    format: Literal[1]
    office: Identity
    hours: Hours
    waiting: Waiting
    voice: Voice = Voice()
    fields: Annotated[tuple[WorkField, ...], Field(min_length=1)]
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    counters: Annotated[tuple[Counter, ...], Field(min_length=1)]
    clerks: Annotated[tuple[Clerk, ...], Field(min_length=1)]
    priorities: tuple[Priority, ...] = ()
    pause_reasons: Choices
    transfer_reasons: Choices
    hold_reasons: Choices
    outcomes: Choices
    phrases: Phrases
    courtesy: Courtesy
    notices: tuple[Words, ...] = ()
    frequent: tuple[Id, ...] = ()
    procedures: Annotated[dict[Id, tuple[Id, ...]], Field(default_factory=dict)]
    simulation: Simulation
