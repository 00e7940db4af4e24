"""Whether the simulated day adds up."""

from collections.abc import Iterator

from server.profile.check_hours import span
from server.profile.draft import Draft
from server.profile.problem import Problem

_TOLERANCE = 0.001


def simulation_problems(draft: Draft) -> Iterator[Problem]:
    """Mistakes in the simulation section."""
    simulation = draft.table("simulation")
    yield from _windows(draft, simulation)
    yield from _shares(draft, simulation)
    declared = simulation.table("priorities")
    codes = draft.ids("priorities", by="code")
    for code in declared.data:
        if code not in codes:
            yield declared.error(code, f'there is no priority "{code}"')
    total = sum(declared.number(code) or 0 for code in declared.data)
    if total > 1:
        yield simulation.error("priorities", f"shares add up to {total:g}, above 1")


def _windows(draft: Draft, simulation: Draft) -> Iterator[Problem]:
    open_spans = [s for entry in draft.table("hours").tables("sessions") if (s := span(entry))]
    seen: list[tuple[int, int]] = []
    windows = simulation.tables("arrivals")
    for window in windows:
        between = span(window)
        if between is None:
            continue
        opens, closes = between
        if closes <= opens:
            yield window.error(
                "closes", f"{window.text('closes')} is not after {window.text('opens')}"
            )
        elif any(o < closes and opens < c for o, c in seen):
            yield window.error("opens", "overlaps another window")
        elif not any(o <= opens and closes <= c for o, c in open_spans):
            yield window.error("opens", "is not within any of the office's sessions")
        seen.append(between)
    if windows:
        yield from _adds_up(simulation, "arrivals", [w.number("share") for w in windows])


def _shares(draft: Draft, simulation: Draft) -> Iterator[Problem]:
    shares, services = simulation.table("services"), draft.ids("services")
    for name in shares.data:
        if name not in services:
            yield shares.error(name, f'there is no service "{name}"')
    for name in sorted(services - set(shares.data)) if shares.data else ():
        yield simulation.warning("services", f'nobody comes for "{name}" in the simulation')
    if shares.data:
        numbers = [shares.table(name).number("share") for name in shares.data]
        yield from _adds_up(simulation, "services", numbers)


def _adds_up(simulation: Draft, name: str, shares: list[float | None]) -> Iterator[Problem]:
    known = [share for share in shares if share is not None]
    if len(known) == len(shares) and abs(sum(known) - 1) > _TOLERANCE:
        yield simulation.error(name, f"shares add up to {sum(known):g}, not to 1")
