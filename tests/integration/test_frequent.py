"""The kiosk's first screen learns what people come for."""

from pathlib import Path

from server.core import commands as c
from server.store.event_store import Append, EventStore, open_engine, sqlite_url
from server.store.frequent import ENOUGH, SHOWN, most_asked
from tests.support.builders import ALWAYS_OPEN, at, some_rules
from tests.support.days import DAY, carried_out, facts_of


def written(folder: Path, wishes: list[tuple[str, str]]) -> EventStore:
    """A day on which people came for these (service, procedure)."""
    from server.core.model import DayState

    done = [carried_out(DayState(), c.OpenDay(at(0), DAY, some_rules(sessions=ALWAYS_OPEN)))]
    for number, (service, procedure) in enumerate(wishes):
        command = c.IssueTicket(at(1), f"t{number}", service, "", procedure=procedure)
        done.append(carried_out(done[-1].state, command))
    store = EventStore(open_engine(sqlite_url(folder)))
    store.append([Append(DAY, 1, tuple(facts_of(done)), "c", "d")])
    return store


def test_what_most_came_for_is_first_and_a_service_stands_where_no_procedure_was_said(
    tmp_path: Path,
) -> None:
    """Of the days before; today does not count yet."""
    wishes = [("copy", "2.000815")] * 40 + [("birth", "")] * 25 + [("copy", "2.000884")] * 5
    store = written(tmp_path, wishes)
    assert most_asked(store.engine, "2026-11-24") == ("2.000815", "birth", "2.000884")
    assert most_asked(store.engine, DAY) == ()
    assert most_asked(store.engine, "2027-03-01") == (), "long ago is not of late"
    store.close()


def test_a_few_tickets_teach_nothing(tmp_path: Path) -> None:
    """The profile's list stands until there is enough to learn from."""
    store = written(tmp_path, [("copy", "2.000815")] * (ENOUGH - 1))
    assert most_asked(store.engine, "2026-11-24") == ()
    store.close()


def test_the_list_is_no_longer_than_the_screen(tmp_path: Path) -> None:
    """However much people ask for."""
    store = written(tmp_path, [("copy", f"p{n}") for n in range(40)] * 2)
    assert len(most_asked(store.engine, "2026-11-24")) == SHOWN
    store.close()
