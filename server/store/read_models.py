"""The read models of one business day as a fold of its events: for writing, rebuild and check."""

from server.core import events as e
from server.store.changes import Changes
from server.store.desk_rows import Stretches, ended, stretches_after
from server.store.forecast_rows import Forecasts, first_forecast, forecasts_after, reviewed
from server.store.leg_rows import Legs, first_leg, legs_after, legs_restored, with_service
from server.store.ticket_rows import Row, is_final, issued, project

__all__ = ["DayBook", "Row"]


class DayBook:
    """The rows that the day's next events may still change; rows that are final are dropped.

    Raises ``LookupError`` for an event that cannot follow (a damaged log).
    """

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self._tickets: dict[str, Row] = {}
        self._legs: dict[str, Legs] = {}
        self._legs_before: dict[str, Legs] = {}
        self._forecasts: dict[str, Forecasts] = {}
        self._desks: dict[str, Stretches] = {}
        self._completed_at: dict[str, str] = {}

    @property
    def remembered(self) -> set[str]:
        """Tickets that a later event may still change."""
        return set(self._tickets)

    def apply(self, fact: e.Event, changes: Changes) -> None:
        """Apply the event to the rows and note in ``changes`` which of them changed."""
        if isinstance(fact, e.TicketIssued):
            self._issue(fact, changes)
        elif isinstance(fact, e.TicketRemark):
            self._note(fact, changes)
        elif isinstance(fact, e.TicketEvent):
            self._move(fact, changes)
        elif isinstance(fact, e.CounterEvent):
            rows = self._desks.get(fact.counter, ())
            self._set_desk(fact.counter, rows, stretches_after(self.stream, rows, fact), changes)
        elif isinstance(fact, e.ForecastsMade):
            self._review(fact, changes)
        elif isinstance(fact, e.RulesChanged):
            self._rename(dict(fact.moves), changes)
        elif isinstance(fact, e.DayClosed):
            for counter, rows in list(self._desks.items()):
                self._set_desk(counter, rows, ended(rows, fact.at), changes)

    def _issue(self, fact: e.TicketIssued, changes: Changes) -> None:
        ticket, key = fact.ticket, (self.stream, fact.ticket)
        self._tickets[ticket] = row = issued(self.stream, fact)
        self._legs[ticket] = legs = first_leg(self.stream, fact)
        self._forecasts[ticket] = told = first_forecast(self.stream, fact)
        changes.tickets.add(key, row)
        changes.legs.add((*key, 1), legs[0])
        changes.forecasts.add((*key, 1), told[0])

    def _review(self, fact: e.ForecastsMade, changes: Changes) -> None:
        for told in fact.forecasts:
            before, ticket = self._forecasts[told.ticket], self._tickets[told.ticket]
            self._forecasts[told.ticket] = after = reviewed(before, fact, told, ticket)
            changes.forecasts.compare((self.stream, told.ticket), before, after)

    def _note(self, fact: e.TicketRemark, changes: Changes) -> None:
        """Ignore an event of a ticket whose rows are final."""
        row = self._tickets.get(fact.ticket)
        if row is None:
            return
        noted = project(row, fact)
        if noted != row:
            self._tickets[fact.ticket] = noted
            changes.tickets.change((self.stream, fact.ticket), noted)

    def _move(self, fact: e.TicketEvent, changes: Changes) -> None:
        ticket, key = fact.ticket, (self.stream, fact.ticket)
        self._tickets[ticket] = row = project(self._tickets[ticket], fact)
        changes.tickets.change(key, row)
        self._move_legs(fact, changes)
        told = self._forecasts[ticket]
        self._forecasts[ticket] = judged = forecasts_after(told, fact)
        changes.forecasts.compare(key, told, judged)
        self._settle(fact)

    def _move_legs(self, fact: e.TicketEvent, changes: Changes) -> None:
        ticket = fact.ticket
        legs = self._legs[ticket]
        if isinstance(fact, e.ActionUndone):
            # An undo is of the ticket's last event: decide refuses any other.
            moved = legs_restored(self._legs_before.pop(ticket), fact)
        else:
            self._legs_before[ticket] = legs
            moved = legs_after(legs, fact)
        self._legs[ticket] = moved
        changes.legs.compare((self.stream, ticket), legs, moved)

    def _settle(self, fact: e.TicketEvent) -> None:
        """A completion can be taken back until the next one at that desk, a cancellation never."""
        if isinstance(fact, e.TicketCancelled):
            self._forget(fact.ticket)
        elif isinstance(fact, e.TicketCompleted):
            settled = self._completed_at.get(fact.counter)
            self._completed_at[fact.counter] = fact.ticket
            if settled is not None:
                self._forget(settled)
        elif isinstance(fact, e.ActionUndone) and fact.undone == e.TicketCompleted.__name__:
            del self._completed_at[fact.counter]

    def _forget(self, ticket: str) -> None:
        for rows in (self._tickets, self._legs, self._forecasts):
            del rows[ticket]
        self._legs_before.pop(ticket, None)

    def _set_desk(self, counter: str, old: Stretches, new: Stretches, changes: Changes) -> None:
        self._desks[counter] = new
        changes.desk_states.compare((self.stream, counter), old, new)

    def _rename(self, moves: dict[str, str], changes: Changes) -> None:
        """Tickets of a service that was removed wait for the one named in ``moves``."""
        for ticket, row in self._tickets.items():
            service = moves.get(row["service"])
            if service is None or is_final(row):
                continue
            self._tickets[ticket] = renamed = row | {"service": service}
            changes.tickets.change((self.stream, ticket), renamed)
            legs = self._legs[ticket]
            self._legs[ticket] = with_service(legs, service)
            changes.legs.compare((self.stream, ticket), legs, self._legs[ticket])
