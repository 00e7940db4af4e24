"""Advice, and how forecasts came out. Part of ``views.py``."""

from pydantic import AwareDatetime

from server.protocol.office import Wire


class ForecastScore(Wire):
    """How the forecasts told on a day came out.

    Of ``count`` the call came; ``coverage`` of them lay in the told range (eight of ten should),
    ``mean_error_s`` is how far they lay from the likely moment.
    """

    day: str
    count: int
    coverage: float
    mean_error_s: float


class AdviceRow(Wire):
    """What a simulation of the rest of the day recommends (``AdviceGiven``), newest last.

    ``action``: ``open`` one more desk with ``clerk``, ``assign`` the service to an open desk, or
    ``move`` the clerk there from ``from_counter``. The waits are 90th percentiles of those who wait
    now or come until ``until_at``, as things are and if it is done; ``spread_s`` is the spread of
    the gain over ``runs``. ``erlang_wait_s`` is the mean wait of queueing theory if it is done,
    ``None`` where more come than can be served.
    """

    id: str
    at: AwareDatetime
    action: str
    service: str
    counter: str
    until_at: AwareDatetime
    p90_s: int
    p90_then_s: int
    spread_s: int
    runs: int
    clerk: str = ""
    from_counter: str = ""
    erlang_wait_s: int | None = None
