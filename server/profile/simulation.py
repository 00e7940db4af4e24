"""How busy the office is when it is simulated (``denluot demo``). Assumptions, not measurements."""

from typing import Annotated

from pydantic import Field

from server.profile.atoms import ClockMin, Id, Section, Weekday

Share = Annotated[float, Field(ge=0, le=1)]
Factor = Annotated[float, Field(ge=0, le=5)]


class ArrivalWindow(Section):
    """The share of the day's tickets taken between two times."""

    opens: ClockMin
    closes: ClockMin
    share: Share


class ServiceDemand(Section):
    """A service's share of the tickets, and the coefficient of variation of its service time.

    The mean service time is the service's ``usual_min``.
    """

    share: Share
    cv: Annotated[float, Field(gt=0, le=3)]


class Simulation(Section):
    """A simulated day: ``daily_tickets`` times the weekday's factor (1 where none is given).

    ``priorities`` are the shares of tickets that declare a priority, by code;
    ``no_show_rate`` the share of tickets whose owner has left when called.
    """

    daily_tickets: Annotated[int, Field(ge=1, le=20_000)]
    arrivals: Annotated[tuple[ArrivalWindow, ...], Field(min_length=1)]
    weekday_factors: Annotated[dict[Weekday, Factor], Field(default_factory=dict)]
    services: dict[Id, ServiceDemand]
    priorities: Annotated[dict[Id, Share], Field(default_factory=dict)]
    no_show_rate: Annotated[float, Field(ge=0, lt=1)]
